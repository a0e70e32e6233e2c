/// What the bytes of a text say if it has only printable ASCII and composed Latin letters: that is nearly every cell of a
/// register. Each scalar of such a text is one character, a letter if it is not ASCII, and stays as it is when the text is
/// normalised or cleaned.
struct ComposedLatin {
  private(set) var isASCII = true
  private(set) var hasQuestionMark = false
  /// Whether Windows-1252 has all its letters.
  private(set) var isWindows1252 = true

  /// Nil for every other text.
  init?(_ text: String) {
    let found = text.utf8.withContiguousStorageIfAvailable { ComposedLatin($0) }
    guard let found = found ?? nil else { return nil }
    self = found
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case 0x20..<0x7F:
        if byte == UInt8(ascii: "?") { hasQuestionMark = true }
        place += 1
        continue
      case 0xC3:
        // × ÷ are no letters, eth becomes Đ.
        guard !Self.isOneOf(bytes, place, 0x90, 0x97, 0xB0, 0xB7) else { return nil }
        place += 2
      case 0xC4:
        isWindows1252 = false
        place += 2
      case 0xC5:
        if !Self.isInWindows1252(afterC5: bytes[place + 1]) { isWindows1252 = false }
        place += 2
      case 0xC6:
        // Ɖ becomes Đ, ƒ is half of a letter in another encoding.
        guard !Self.isOneOf(bytes, place, 0x89, 0x92, 0x89, 0x92) else { return nil }
        isWindows1252 = false
        place += 2
      case 0xE1:
        guard (0xB8...0xBB).contains(bytes[place + 1]) else { return nil }
        isWindows1252 = false
        place += 3
      default: return nil
      }
      isASCII = false
    }
  }

  @inline(__always)
  private static func isOneOf(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) -> Bool {
    let byte = bytes[place + 1]
    return byte == first || byte == second || byte == third || byte == fourth
  }

  /// Œ œ Š š Ÿ Ž ž
  private static func isInWindows1252(afterC5 byte: UInt8) -> Bool {
    switch byte {
    case 0x92, 0x93, 0xA0, 0xA1, 0xB8, 0xBD, 0xBE: true
    default: false
    }
  }
}
