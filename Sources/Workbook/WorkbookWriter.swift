import Glibc

/// Writes rows of text as an XLSX workbook (ECMA-376) with one sheet or several.
///
/// Each cell is a text with the format "@": a spreadsheet neither drops zeros at the front nor takes a code for a date
/// or a formula, also when somebody edits the cell. The first row of a sheet is bold and stays in sight. The same rows give
/// the same bytes.
///
/// The rows wait in an unnamed file beside the workbook, since the widths of the columns stand before them; memory
/// holds one row. After a failure nothing is left; a process that is killed leaves `NAME.partial`.
public final class WorkbookWriter {
  /// The most UTF-16 units of a cell, which is how spreadsheets count.
  public static let cellCharacters = 32_767
  /// The most rows of a sheet, as in reading.
  public static let rows = WorkbookLimits.rows
  /// The most columns, as in reading.
  public static let columns = WorkbookLimits.columns
  /// The most sheets. Each waits in a file of its own.
  public static let sheets = 40

  private let path: String
  private var finished: [SheetRows] = []
  private var sheet: SheetRows

  /// - Parameters:
  ///   - path: must not exist. It appears when `finish` returns, and only its owner can read it.
  ///   - sheet: the name of the first sheet; one of `areSheetNames`.
  public init(path: String, sheet: String = "Sheet1") throws(WorkbookWritingError) {
    self.path = path
    self.sheet = try SheetRows(name: sheet, beside: path)
  }

  /// Whether spreadsheets accept the names beside each other.
  public static func areSheetNames(_ names: [String]) -> Bool {
    names.count <= sheets && Set(names.map { $0.lowercased() }).count == names.count
      && names.allSatisfy { name in
        (1...31).contains(name.utf16.count) && !name.hasPrefix("'") && !name.hasSuffix("'")
          && name.unicodeScalars.allSatisfy {
            SheetMarkup.isAllowed($0) && $0.value >= 0x20 && !"[]:*?/\\".unicodeScalars.contains($0)
          }
      }
  }

  /// The rows that are added from now on stand in a further sheet.
  public func begin(sheet name: String) throws(WorkbookWritingError) {
    finished.append(sheet)
    sheet = try SheetRows(name: name, beside: path)
  }

  /// Adds a row. Characters that XML cannot contain are removed.
  /// - Throws: `.tooManyRows`, `.tooManyColumns`, `.cellTooLong` and what the disk reports.
  public func add(_ cells: [String]) throws(WorkbookWritingError) { try sheet.add(cells) }

  /// Writes the workbook. Nothing may be added afterwards.
  /// - Parameter goesOn: asked after some ten kilobytes each time, so that the caller can show progress or stop.
  /// - Throws: `.empty` if a sheet has no cell, `.exists`, `.interrupted` and what the disk reports.
  public func finish(while goesOn: @escaping () -> Bool = { true }) throws(WorkbookWritingError) {
    let sheets = finished + [sheet]
    var parts = SheetMarkup.otherParts(sheets: sheets.map(\.name)).map { PartSource(name: $0.name, xml: $0.xml) }
    for (place, sheet) in sheets.enumerated() { parts.append(try sheet.part(place, goesOn)) }
    let file = try NewFile(path: path)
    do throws(WorkbookWritingError) {
      try ArchiveWriter.write(parts, to: file)
      try file.publish()
    } catch {
      file.remove()
      throw error
    }
  }
}

/// The rows of one sheet until the workbook is written.
private final class SheetRows {
  let name: String
  private let spool: RowSpool
  private var rowCount = 0
  private var widths: [Int] = []
  /// Of the rows as XML.
  private var sheetBytes = 0
  private var row: [UInt8] = []
  private var xml: [UInt8] = []

  init(name: String, beside path: String) throws(WorkbookWritingError) {
    self.name = name
    spool = try RowSpool(beside: path)
  }

  func add(_ cells: [String]) throws(WorkbookWritingError) {
    guard rowCount < WorkbookWriter.rows else { throw .tooManyRows }
    guard cells.count <= WorkbookWriter.columns else { throw .tooManyColumns(row: rowCount + 1) }
    rowCount += 1
    row.removeAll(keepingCapacity: true)
    while widths.count < cells.count { widths.append(0) }
    for (column, cell) in cells.enumerated() {
      if column > 0 { row.append(SheetMarkup.cellSeparator) }
      let text = Self.writable(cell)
      let length = text.utf16.count
      guard length <= WorkbookWriter.cellCharacters else { throw .cellTooLong(row: rowCount, column: column + 1) }
      widths[column] = max(widths[column], Self.width(text, length))
      row += text.utf8
    }
    xml.removeAll(keepingCapacity: true)
    SheetMarkup.append(row: rowCount, row[...], to: &xml)
    sheetBytes += xml.count
    row.append(SheetMarkup.rowEnd)
    try spool.add(row)
  }

  /// - Parameter place: from 0, among the sheets.
  func part(_ place: Int, _ goesOn: @escaping () -> Bool) throws(WorkbookWritingError) -> PartSource {
    guard !widths.isEmpty else { throw .empty }
    try spool.rewind()
    let head = SheetMarkup.head(widths: widths, rows: rowCount, isShown: place == 0)
    let tail = SheetMarkup.tail(columns: widths.count, rows: rowCount)
    var pieces = [head, tail]
    return PartSource(name: SheetMarkup.partName(place), size: head.count + sheetBytes + tail.count) {
      [spool] () throws(WorkbookWritingError) in
      guard goesOn() else { throw .interrupted }
      if pieces.count == 2 { return pieces.removeFirst() }
      if let rows = try spool.next() { return rows }
      return pieces.isEmpty ? [] : pieces.removeFirst()
    }
  }

  private static func writable(_ cell: String) -> String {
    guard !cell.unicodeScalars.allSatisfy(SheetMarkup.isAllowed) else { return cell }
    var text = cell
    text.unicodeScalars.removeAll { !SheetMarkup.isAllowed($0) }
    return text
  }

  /// The characters of the longest line.
  private static func width(_ text: String, _ length: Int) -> Int {
    guard text.utf8.contains(0x0A) else { return length }
    return text.unicodeScalars.split(separator: "\n").map(\.count).max() ?? 0
  }
}

/// The rows between their two uses, in a file without a name.
private final class RowSpool {
  private let file: NewFile
  private var waiting: [UInt8] = []
  private var rowCount = 0
  private static let pieceBytes = 64 << 10

  init(beside path: String) throws(WorkbookWritingError) {
    file = try NewFile(path: path)
    try file.makeNameless()
  }

  /// - Parameter row: with `SheetMarkup.rowEnd`.
  func add(_ row: [UInt8]) throws(WorkbookWritingError) {
    waiting += row
    if waiting.count >= Self.pieceBytes { try flush() }
  }

  func rewind() throws(WorkbookWritingError) {
    try flush()
    try file.seek(0, SEEK_SET)
  }

  /// The next rows as XML; nil after the last one.
  func next() throws(WorkbookWritingError) -> [UInt8]? {
    var xml: [UInt8] = []
    while xml.isEmpty {
      let piece = try file.read(upTo: Self.pieceBytes)
      if piece.isEmpty { return nil }
      // A row of many pieces is searched for its end once.
      var (start, searched) = (0, waiting.count)
      waiting += piece
      while let end = waiting[searched...].firstIndex(of: SheetMarkup.rowEnd) {
        rowCount += 1
        SheetMarkup.append(row: rowCount, waiting[start..<end], to: &xml)
        (start, searched) = (end + 1, end + 1)
      }
      waiting.removeFirst(start)
    }
    return xml
  }

  private func flush() throws(WorkbookWritingError) {
    var failure: WorkbookWritingError?
    waiting.withUnsafeBytes { bytes in
      do throws(WorkbookWritingError) { try file.write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    waiting.removeAll(keepingCapacity: true)
  }
}
