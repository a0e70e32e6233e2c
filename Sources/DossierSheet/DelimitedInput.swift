/// Reads CSV as `dossier` writes it: UTF-8, commas, quotes doubled, a line end behind each record. Anything else is a
/// fault, since a register with a cell in the wrong column would go to another system.
struct DelimitedInput {
  /// The record counts from 1.
  enum Fault: Error, Hashable {
    case malformed(row: Int)
    case tooManyColumns(row: Int)
    /// The column counts from 1 too.
    case cellTooLong(row: Int, column: Int)
    /// Reading was not possible or was stopped.
    case stopped
  }

  private enum State {
    case fieldStart
    case plain
    case quoted
    /// A quote in a quoted field, which ends it unless another one follows.
    case quoteInQuoted
    case carriageReturn
  }

  private let maximumColumns: Int
  private let maximumBytes: Int
  private let read: () throws(Fault) -> [UInt8]
  private var piece: [UInt8] = []
  private var place = 0
  private var isAtStart = true

  private var rowNumber = 0
  private var row: [String] = []
  private var field: [UInt8] = []

  /// - Parameters:
  ///   - maximumBytes: the most bytes of a field.
  ///   - read: returns the next bytes, and none at the end.
  init(maximumColumns: Int, maximumBytes: Int, read: @escaping () throws(Fault) -> [UInt8]) {
    (self.maximumColumns, self.maximumBytes, self.read) = (maximumColumns, maximumBytes, read)
  }

  /// The next record; nil after the last one. The input may begin with a byte-order mark, which is skipped.
  mutating func next() throws(Fault) -> [String]? {
    if isAtStart { try skipByteOrderMark() }
    rowNumber += 1
    row = []
    var state = State.fieldStart
    while let byte = try nextByte() {
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")): state = .quoteInQuoted
      case (.quoted, _): try append(byte)
      case (.fieldStart, UInt8(ascii: "\"")): state = .quoted
      case (.quoteInQuoted, UInt8(ascii: "\"")):
        try append(byte)
        state = .quoted
      case (.carriageReturn, 0x0A), (.fieldStart, 0x0A), (.plain, 0x0A), (.quoteInQuoted, 0x0A):
        try endField()
        return row
      case (.fieldStart, 0x0D), (.plain, 0x0D), (.quoteInQuoted, 0x0D): state = .carriageReturn
      case (.fieldStart, UInt8(ascii: ",")), (.plain, UInt8(ascii: ",")), (.quoteInQuoted, UInt8(ascii: ",")):
        try endField()
        state = .fieldStart
      case (.plain, UInt8(ascii: "\"")), (.quoteInQuoted, _), (.carriageReturn, _): throw .malformed(row: rowNumber)
      case (.fieldStart, _), (.plain, _):
        try append(byte)
        state = .plain
      }
    }
    // An input that ends within a record has lost its end.
    guard state == .fieldStart, row.isEmpty else { throw .malformed(row: rowNumber) }
    return nil
  }

  private mutating func append(_ byte: UInt8) throws(Fault) {
    guard field.count < maximumBytes else { throw .cellTooLong(row: rowNumber, column: row.count + 1) }
    field.append(byte)
  }

  private mutating func endField() throws(Fault) {
    guard row.count < maximumColumns else { throw .tooManyColumns(row: rowNumber) }
    guard let text = String(validating: field, as: UTF8.self) else { throw .malformed(row: rowNumber) }
    row.append(Self.withoutApostrophe(text))
    field.removeAll(keepingCapacity: true)
  }

  /// A value that begins like a formula has an apostrophe in CSV, where a spreadsheet would calculate it. In a workbook
  /// its cell is a text, so the value is written as it is.
  private static func withoutApostrophe(_ field: String) -> String {
    guard field.utf8.first == UInt8(ascii: "'") else { return field }
    let value = field.unicodeScalars.dropFirst()
    let first = value.first { $0 != " " && $0 != "\n" }
    return first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } == true ? String(value) : field
  }

  private mutating func skipByteOrderMark() throws(Fault) {
    isAtStart = false
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    while piece.count < mark.count {
      let more = try read()
      if more.isEmpty { break }
      piece += more
    }
    if piece.starts(with: mark) { place = mark.count }
  }

  private mutating func nextByte() throws(Fault) -> UInt8? {
    if place == piece.count { (piece, place) = (try read(), 0) }
    guard place < piece.count else { return nil }
    defer { place += 1 }
    return piece[place]
  }
}
