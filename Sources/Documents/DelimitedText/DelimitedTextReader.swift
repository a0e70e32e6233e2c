import VietnameseText

/// Reads comma-, semicolon- or tab-separated text (RFC 4180, with the deviations of Excel and older programs) record by
/// record, with the position of each in the file.
///
/// This is not a package's reader, because an import must continue after a bad row and report its position. Common
/// readers give up the whole file at a stray quote, and none reports the line in which a record with line breaks
/// begins.
///
/// A quoted field that is never closed would include the rest of the file. It is reported after `maximumFieldLines`
/// lines, and reading continues at the line after the one where its record began. The size of a record is limited too,
/// so that each byte of a file is read at most `maximumRecordLines` times.
struct DelimitedTextReader: Sequence, IteratorProtocol {
  struct Record: Equatable {
    /// Number of the record's first line, from 1.
    var line: Int
    var fields: [String]
    var problem: Problem?
    /// The column in which cells were put together.
    var joinedColumn: Int?

    var hasTooManyFields: Bool { problem == .recordTooLong(column: maximumFields + 1) }
  }

  /// What becomes of a record with more cells than there are headings: the column gets the cells that it lost to
  /// unquoted delimiters.
  struct Surplus: Equatable {
    var column: Int
    var width: Int

    func joined(_ fields: [String], delimiter: String = ",") -> [String] {
      let more = fields.count - width
      guard more > 0 else { return fields }
      let cell = fields[column...column + more].joined(separator: delimiter)
      return fields[..<column] + [cell] + fields[(column + more + 1)...]
    }
  }

  enum Problem: Equatable {
    /// The quote that opens this column (from 1) is never closed.
    case quoteNotClosed(column: Int)
    /// More than `maximumFieldBytes` in this column (from 1).
    case fieldTooLong(column: Int)
    /// More bytes, lines or fields than a record may have, from this column (from 1) on.
    case recordTooLong(column: Int)
  }

  static let maximumFieldLines = 40
  static let maximumFieldBytes = 64 << 10
  static let maximumRecordLines = 60
  static let maximumRecordBytes = 256 << 10
  static let maximumFields = 1000

  /// Nil to return each record as it is.
  var surplus: Surplus?
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let encoding: TextEncoding
  private var position = 0
  private var line = 1
  /// How many fields the record before had.
  private var usualCount = 0
  /// The limit at which the present record has to end.
  private var limit = (position: 0, line: 0)

  /// - Parameters:
  ///   - bytes: without a byte-order mark, in an encoding that keeps ASCII. Each field is decoded by itself, so that a
  ///     file of 50 MB is not kept in memory a second time.
  ///   - start: the number of bytes to skip, of the lines before `firstLine`.
  init(bytes: [UInt8], delimiter: UInt8, encoding: TextEncoding = .utf8, start: Int = 0, firstLine: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.encoding = encoding
    position = start
    line = firstLine
  }

  /// The number of bytes read so far, for a progress bar.
  var bytesRead: Int { position }
  var bytesTotal: Int { bytes.count }

  mutating func next() -> Record? {
    guard position < bytes.count else { return nil }
    let start = (position: position, line: line)
    limit = (start.position + Self.maximumRecordBytes, start.line + Self.maximumRecordLines)
    var fields: [String] = []
    fields.reserveCapacity(usualCount)
    defer { usualCount = fields.count }
    while true {
      switch fields.count < Self.maximumFields ? readField() : .bad(Problem.recordTooLong) {
      case .value(let text, let endsRecord):
        fields.append(text)
        guard endsRecord else { continue }
        guard let surplus, fields.count > surplus.width else { return Record(line: start.line, fields: fields) }
        return Record(line: start.line, fields: surplus.joined(fields), joinedColumn: surplus.column)
      case .bad(let problem):
        (position, line) = start
        let raw = skipLine()
        return Record(line: start.line, fields: [raw], problem: problem(fields.count + 1))
      }
    }
  }

  private enum Field {
    case value(String, endsRecord: Bool)
    case bad((_ column: Int) -> Problem)
  }

  private mutating func readField() -> Field {
    if position < bytes.count, bytes[position] != UInt8(ascii: " "), bytes[position] != UInt8(ascii: "\"") {
      return readPlain(after: [])
    }
    // Blanks before a quote do not belong to the field.
    let quote = bytes[position...].firstIndex { $0 != UInt8(ascii: " ") }
    guard let quote, bytes[quote] == UInt8(ascii: "\"") else { return readPlain(after: []) }
    position = quote + 1
    var text: [UInt8] = []
    var lines = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == byte else {
          // A quote in another line that is not followed by the end of a field belongs to another field, so the first
          // one was never closed.
          if lines > 0, !endsField(at: position) { return .bad(Problem.quoteNotClosed) }
          return readPlain(after: text)
        }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
        lines += 1
        if lines > Self.maximumFieldLines { return .bad(Problem.quoteNotClosed) }
        if line > limit.line { return .bad(Problem.recordTooLong) }
      }
      text.append(byte)
      if let problem = lengthProblem(of: text) { return .bad(problem) }
    }
    return .bad(Problem.quoteNotClosed)
  }

  private func lengthProblem(of text: [UInt8]) -> ((Int) -> Problem)? {
    if text.count > Self.maximumFieldBytes { return Problem.fieldTooLong(column:) }
    if position > limit.position { return Problem.recordTooLong(column:) }
    return nil
  }

  /// Whether only blanks stand between this position and the end of the field.
  private func endsField(at position: Int) -> Bool {
    guard let end = bytes[position...].first(where: { $0 != UInt8(ascii: " ") || $0 == delimiter }) else { return true }
    return end == delimiter || end == UInt8(ascii: "\n") || end == UInt8(ascii: "\r")
  }

  /// Reads to the delimiter or the end of the record; `prefix` is the quoted text before it.
  private mutating func readPlain(after prefix: [UInt8]) -> Field {
    let start = position
    // Where the field or the record would be too long.
    let fieldEnd = start + Swift.max(1, Self.maximumFieldBytes - prefix.count + 1)
    let recordEnd = Swift.max(start, limit.position) + 1
    let end = Swift.min(bytes.count, fieldEnd, recordEnd)
    var isPlain = true
    while position < end {
      let byte = bytes[position]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      isPlain = isPlain && byte < 0x80 && byte >= 0x20
      position += 1
    }
    if position == fieldEnd { return .bad(Problem.fieldTooLong) }
    if position == recordEnd { return .bad(Problem.recordTooLong) }
    let text = decoded(prefix, bytes[start..<position], isPlain: isPlain)
    guard position < bytes.count else { return .value(text, endsRecord: true) }
    position += 1
    if bytes[position - 1] == delimiter { return .value(text, endsRecord: false) }
    endLine(after: bytes[position - 1])
    return .value(text, endsRecord: true)
  }

  /// - Parameter isPlain: whether the rest is printable ASCII.
  private func decoded(_ prefix: [UInt8], _ rest: ArraySlice<UInt8>, isPlain: Bool) -> String {
    guard prefix.isEmpty else {
      let field = prefix + rest
      return isPlain && prefix.allSatisfy { $0 < 0x80 && $0 >= 0x20 }
        ? String(decoding: field, as: UTF8.self) : encoding.decodeDamaged(field)
    }
    return isPlain ? String(decoding: rest, as: UTF8.self) : encoding.decodeDamaged(Array(rest))
  }

  private mutating func endLine(after byte: UInt8) {
    if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    line += 1
  }

  private mutating func skipLine() -> String {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
      position += 1
    }
    let raw = encoding.decodeDamaged(Array(bytes[start..<Swift.min(position, start + Self.maximumFieldBytes)]))
    if position < bytes.count {
      position += 1
      endLine(after: bytes[position - 1])
    }
    return raw
  }
}
