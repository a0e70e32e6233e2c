import Glibc

/// Writes rows of text as an XLSX workbook (ECMA-376) with one sheet.
///
/// Each cell is a text with the format "@": a spreadsheet neither drops zeros at the front nor takes a code for a date
/// or a formula, also when somebody edits the cell. The first row is bold and stays in sight. The same rows give the same
/// bytes.
///
/// The rows wait in an unnamed file beside the workbook, since the widths of the columns stand before them; memory
/// holds one row. After a failure nothing is left; a process that is killed leaves `NAME.partial`.
public final class WorkbookWriter {
  /// The most UTF-16 units of a cell, which is how spreadsheets count.
  public static let cellCharacters = 32_767
  /// The most rows, as in reading.
  public static let rows = WorkbookLimits.rows
  /// The most columns, as in reading.
  public static let columns = WorkbookLimits.columns

  private let path: String
  private let spool: RowSpool
  private var rowCount = 0
  private var widths: [Int] = []
  /// Of the rows as XML.
  private var sheetBytes = 0
  private var row: [UInt8] = []
  private var xml: [UInt8] = []

  /// - Parameter path: must not exist. It appears when `finish` returns, and only its owner can read it.
  public init(path: String) throws(WorkbookWritingError) {
    self.path = path
    spool = try RowSpool(beside: path)
  }

  /// Adds a row. Characters that XML cannot contain are removed.
  /// - Throws: `.tooManyRows`, `.tooManyColumns`, `.cellTooLong` and what the disk reports.
  public func add(_ cells: [String]) throws(WorkbookWritingError) {
    guard rowCount < Self.rows else { throw .tooManyRows }
    guard cells.count <= Self.columns else { throw .tooManyColumns(row: rowCount + 1) }
    rowCount += 1
    row.removeAll(keepingCapacity: true)
    while widths.count < cells.count { widths.append(0) }
    for (column, cell) in cells.enumerated() {
      if column > 0 { row.append(SheetMarkup.cellSeparator) }
      let text = Self.writable(cell)
      let length = text.utf16.count
      guard length <= Self.cellCharacters else { throw .cellTooLong(row: rowCount, column: column + 1) }
      widths[column] = max(widths[column], Self.width(text, length))
      row += text.utf8
    }
    xml.removeAll(keepingCapacity: true)
    SheetMarkup.append(row: rowCount, row[...], to: &xml)
    sheetBytes += xml.count
    row.append(SheetMarkup.rowEnd)
    try spool.add(row)
  }

  /// Writes the workbook. Nothing may be added afterwards.
  /// - Parameter goesOn: asked after some ten kilobytes each time, so that the caller can show progress or stop.
  /// - Throws: `.empty`, `.exists`, `.interrupted` and what the disk reports.
  public func finish(while goesOn: @escaping () -> Bool = { true }) throws(WorkbookWritingError) {
    guard !widths.isEmpty else { throw .empty }
    try spool.rewind()
    let head = SheetMarkup.head(widths: widths, rows: rowCount)
    let tail = SheetMarkup.tail(columns: widths.count, rows: rowCount)
    var pieces = [head, tail]
    let sheet = PartSource(name: "xl/worksheets/sheet1.xml", size: head.count + sheetBytes + tail.count) {
      [spool] () throws(WorkbookWritingError) in
      guard goesOn() else { throw .interrupted }
      if pieces.count == 2 { return pieces.removeFirst() }
      if let rows = try spool.next() { return rows }
      return pieces.isEmpty ? [] : pieces.removeFirst()
    }
    let file = try NewFile(path: path)
    do throws(WorkbookWritingError) {
      try ArchiveWriter.write(SheetMarkup.otherParts.map { PartSource(name: $0.name, xml: $0.xml) } + [sheet], to: file)
      try file.publish()
    } catch {
      file.remove()
      throw error
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
