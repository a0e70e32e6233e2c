extension DeclarationFacts {
  private static let magic = Array("DFACT1".utf8)
  /// An id and a value of the greatest length, `mostValues` times.
  public static let mostBytes = 1 << 20

  /// The canonical bytes, of which the sealed record is made: `DFACT1`, the number of values, then each id and value in the
  /// order of the ids' bytes. An emptied field has an empty value. Numbers are LEB128; a text is preceded by its length. Equal facts have
  /// equal bytes.
  public var bytes: [UInt8] {
    var bytes = Self.magic
    func write(_ number: Int) {
      var rest = number
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    func write(_ text: String) {
      write(text.utf8.count)
      bytes += text.utf8
    }
    write(values.count)
    for (id, value) in values.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      write(id)
      write(value)
    }
    return bytes
  }

  /// - Throws: if the bytes are not exactly those of facts within the bounds. They may come from a record that somebody changed.
  public init(bytes: [UInt8]) throws(DeclarationFactsError) {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge }
    guard bytes.starts(with: Self.magic) else { throw .malformed }
    var rest = bytes.dropFirst(Self.magic.count)
    func number() throws(DeclarationFactsError) -> Int {
      var value = 0
      for shift in [0, 7, 14] {
        guard let byte = rest.popFirst() else { throw .malformed }
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return value }
      }
      throw .malformed
    }
    func text() throws(DeclarationFactsError) -> String {
      let count = try number()
      guard count <= Self.mostValueBytes else { throw .tooLarge }
      guard count <= rest.count, let text = String(validating: rest.prefix(count), as: UTF8.self) else {
        throw .malformed
      }
      rest = rest.dropFirst(count)
      return text
    }
    let count = try number()
    guard count <= Self.mostValues else { throw .tooLarge }
    for _ in 0..<count {
      let (id, value) = (try text(), try text())
      if value.isEmpty { leaveEmpty(id) } else { set(id, to: value) }
    }
    guard self.bytes == bytes else { throw .malformed }
  }
}

public enum DeclarationFactsError: String, Error {
  /// No facts, of another version, or not canonical.
  case malformed
  case tooLarge
}
