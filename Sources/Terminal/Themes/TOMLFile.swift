import TOMLKit

/// Parses TOML files that people write.
public enum TOMLFile {
  /// - Throws: a `FileFault` with the line of a syntax error.
  public static func table(_ text: String, file: String) throws(FileFault) -> TOMLTable {
    let text = withoutEditorsMarks(text)
    var scan = TOMLScan(text)
    if let fault = scan.fault() { throw FileFault(file: file, line: scan.line, .syntax(fault)) }
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw FileFault(file: file, line: error.source.begin.line, .syntax(error.description))
    } catch {
      throw FileFault(file: file, line: nil, .syntax("\(error)"))
    }
  }

  /// Editors of Windows write a byte-order mark and a carriage return before each line end.
  private static func withoutEditorsMarks(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" || !scalars.isEmpty {
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    return String(scalars)
  }
}

/// Finds input for which toml++ ends the process by an assertion instead of reporting an error: a table whose name
/// begins with an invalid character, and a missing value, as in `theme = # none yet`.
private struct TOMLScan {
  private(set) var line = 1
  private var rest: ArraySlice<UInt8>
  /// The last character that is neither a blank nor in a string or comment; a newline at the end of a statement.
  private var last = newline
  private var depth = 0

  private static let newline = UInt8(ascii: "\n")

  init(_ text: String) {
    let bytes = Array(text.utf8)
    rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  mutating func fault() -> String? {
    while let byte = rest.popFirst() {
      if Self.isControl(byte) { return "control character" }
      if Self.isBlank(byte) { continue }
      if last == UInt8(ascii: "="), "\n],}#".utf8.contains(byte) { return "value" }
      switch byte {
      case Self.newline:
        line += 1
        if depth == 0 { last = byte }
        continue
      case UInt8(ascii: "#"):
        while let next = rest.first, next != Self.newline, !Self.isControl(next) { rest.removeFirst() }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
      case UInt8(ascii: "["):
        if last == Self.newline, !isNameNext() { return "name of a table" }
        depth += 1
      case UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: "}"): if "[,".utf8.contains(last) { return "value" }
      default: break
      }
      last = byte
    }
    return nil
  }

  private func isNameNext() -> Bool {
    var name = rest.drop(while: Self.isBlank)
    if name.first == UInt8(ascii: "[") { name = name.dropFirst().drop(while: Self.isBlank) }
    guard let first = name.first else { return false }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      return true
    default: return false
    }
  }

  /// Skips to the end of a string whose first quote was read.
  private mutating func skipString(_ quote: UInt8) {
    let isLong = rest.starts(with: [quote, quote])
    if isLong { rest = rest.dropFirst(2) }
    while let byte = rest.first, isLong || byte != Self.newline {
      rest.removeFirst()
      if byte == Self.newline { line += 1 }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        // An escaped line end is counted when it is read.
        if rest.first != Self.newline { rest = rest.dropFirst() }
      } else if byte == quote, !isLong || rest.starts(with: [quote, quote]) {
        if isLong { rest = rest.dropFirst(2) }
        return
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != newline && !isBlank(byte) || byte == 0x7F
  }
}
