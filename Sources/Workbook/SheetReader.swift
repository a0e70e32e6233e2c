/// Reads the rows of one sheet.
final class SheetReader {
  private(set) var notes = Workbook.Notes()
  private let formats: CellFormats
  private let strings: SharedStrings
  private let is1904: Bool
  private let body: ([String]) -> Void

  private var row: [String] = []
  private var rowNumber = 0
  private var column = 0
  private var isInRow = false
  private var kind = ""
  private var format = CellFormats.Format.plain
  private var text: [UInt8] = []
  private var isValue = false
  private var isPhonetic = false

  init(formats: CellFormats, strings: SharedStrings, is1904: Bool, body: @escaping ([String]) -> Void) {
    self.formats = formats
    self.strings = strings
    self.is1904 = is1904
    self.body = body
  }

  /// For each column the rows whose cells are merged into one, with the value of the topmost.
  private var merged: [Int: [(rows: ClosedRange<Int>, value: String)]] = [:]

  func read(_ part: String, of archive: WorkbookArchive) throws(WorkbookError) {
    // The merged cells are listed behind the rows that they concern.
    let merges = try XMLEvents()
    merges.onStart = { [unowned self] element, attributes throws(WorkbookError) in
      if element == "mergeCell", let reference = attributes["ref"] { try noteMerge(reference) }
    }
    try merges.parse(part, of: archive)
    let events = try XMLEvents()
    events.onStart = { [unowned self] element, attributes throws(WorkbookError) in try start(element, attributes) }
    events.onEnd = { [unowned self] element throws(WorkbookError) in try end(element) }
    events.onText = { [unowned self] piece throws(WorkbookError) in
      guard isValue, !isPhonetic else { return }
      if text.count < WorkbookLimits.cellBytes { text += piece }
    }
    try events.parse(part, of: archive)
  }

  private func start(_ element: String, _ attributes: [String: String]) throws(WorkbookError) {
    switch element {
    case "row":
      // Rows without cells are left out; the next one says its number.
      let number = attributes["r"].flatMap { Int($0) } ?? rowNumber + 1
      guard !isInRow, number > rowNumber else { throw .damaged }
      guard number <= WorkbookLimits.rows else { throw .tooManyRows }
      while rowNumber + 1 < number {
        rowNumber += 1
        body([])
      }
      rowNumber = number
      (row, column, isInRow) = ([], 0, true)
      if ["1", "true"].contains(attributes["hidden"] ?? "") { notes.hiddenRows += 1 }
    case "c":
      guard isInRow else { throw .damaged }
      column = try attributes["r"].map { reference throws(WorkbookError) in try Self.column(reference) } ?? column + 1
      guard column <= WorkbookLimits.columns else { throw .tooManyColumns }
      kind = attributes["t"] ?? "n"
      format = formats.format(style: attributes["s"].flatMap { Int($0) })
      text = []
    case "v", "t": isValue = true
    case "rPh": isPhonetic = true
    default: break
    }
  }

  private func end(_ element: String) throws(WorkbookError) {
    switch element {
    case "v", "t": isValue = false
    case "rPh": isPhonetic = false
    case "c":
      let value = try value()
      guard !value.isEmpty else { return }
      while row.count < column { row.append("") }
      row[column - 1] = value
    case "row":
      notes.rows += 1
      isInRow = false
      fillMerged()
      body(row)
    default: break
    }
  }

  /// A cell that is merged over rows has its value in each of them: people write one date beside several dossiers. One
  /// that is merged over columns is a heading or a title, which keeps its place.
  private func noteMerge(_ reference: String) throws(WorkbookError) {
    let ends = reference.split(separator: ":")
    guard ends.count == 2, merged.count <= WorkbookLimits.columns else { return }
    let (first, last) = (try Self.column(String(ends[0])), try Self.column(String(ends[1])))
    let rows = ends.compactMap { Int($0.drop { !$0.isNumber }) }
    guard first == last, rows.count == 2, rows[0] < rows[1], merged[first, default: []].count < 10_000 else { return }
    merged[first, default: []].append((rows[0]...rows[1], ""))
  }

  private func fillMerged() {
    for (column, ranges) in merged {
      guard let place = ranges.firstIndex(where: { $0.rows.contains(rowNumber) }) else { continue }
      let own = column <= row.count ? row[column - 1] : ""
      if !own.isEmpty {
        merged[column]?[place].value = own
      } else if !ranges[place].value.isEmpty {
        while row.count < column { row.append("") }
        row[column - 1] = ranges[place].value
      }
    }
  }

  private func value() throws(WorkbookError) -> String {
    let written = String(decoding: text, as: UTF8.self)
    switch kind {
    case "s":
      if written.isEmpty { return "" }
      guard let shared = Int(written).flatMap({ strings[$0] }) else { throw .damaged }
      return CellText.unescaped(shared)
    case "b": return written == "1" ? "TRUE" : written == "0" ? "FALSE" : written
    case "n": return written.isEmpty ? "" : CellText.number(written, format, is1904: is1904)
    default: return CellText.unescaped(written)
    }
  }

  /// The column of "AB12", from 1.
  private static func column(_ reference: String) throws(WorkbookError) -> Int {
    var column = 0
    for byte in reference.utf8.prefix(4) {
      guard (0x41...0x5A).contains(byte) else { break }
      column = column * 26 + Int(byte - 0x40)
    }
    guard column > 0 else { throw .damaged }
    return column
  }
}
