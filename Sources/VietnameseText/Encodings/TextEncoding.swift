/// The encodings in which registers and lists arrive from older software.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// TCVN 5712-1, ABC fonts: one byte per letter. Capitals were made by fonts, so their case is lost.
  case tcvn3
  /// VNI-Windows: a base letter followed by a mark byte.
  case vni
  /// The ANSI code page of a Vietnamese Windows.
  case windows1258 = "windows-1258"
  case viscii
  case vps
  /// TCVN3 or VNI bytes that were saved as if they were Latin-1, now in UTF-8.
  case tcvn3InUTF8 = "tcvn3-utf8"
  case vniInUTF8 = "vni-utf8"
  /// UTF-8 that was read as Windows-1252 and saved as UTF-8 again.
  case utf8Twice = "utf-8-twice"

  public enum DecodingFailure: Error, Hashable, Sendable {
    /// The byte at this offset (from 0) does not continue a character.
    case invalidByte(offset: Int)
    /// UTF-16 with an odd number of bytes or half of a surrogate pair, at this offset.
    case incompleteUnit(offset: Int)
  }

  /// Decodes all bytes; the byte-order mark is removed.
  public func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> String {
    switch self {
    case .utf8: try decodeUTF8(bytes)
    case .utf16LittleEndian: try decodeUTF16(bytes, bigEndian: false)
    case .utf16BigEndian: try decodeUTF16(bytes, bigEndian: true)
    case .tcvn3: decodeTCVN3(bytes).withOneCase
    case .vni: decodeVNI(bytes)
    case .windows1258: decodeWindows1258(bytes).normalisedVietnamese
    case .viscii: SingleByteTable.viscii.decode(bytes)
    case .vps: SingleByteTable.vps.decode(bytes)
    case .tcvn3InUTF8: try decodeTCVN3(windows1252Bytes(of: decodeUTF8(bytes))).withOneCase
    case .vniInUTF8: try decodeVNI(windows1252Bytes(of: decodeUTF8(bytes)))
    case .utf8Twice: try decodeUTF8(windows1252Bytes(of: decodeUTF8(bytes)))
    }
  }

  /// Decodes as much as possible; what is no character becomes U+FFFD, which is no letter.
  public func decodeDamaged(_ bytes: [UInt8]) -> String {
    if let text = try? decode(bytes) { return text }
    switch self {
    case .utf8, .tcvn3, .vni, .windows1258, .viscii, .vps: return String(decoding: withoutMark(bytes), as: UTF8.self)
    case .utf16LittleEndian, .utf16BigEndian:
      return String(decoding: units(of: bytes, bigEndian: self == .utf16BigEndian), as: UTF16.self)
    case .tcvn3InUTF8, .vniInUTF8, .utf8Twice:
      // In such a text only whole words are certain; a letter that the outer encoding has lost makes its word
      // unreadable.
      let outer = String(decoding: withoutMark(bytes), as: UTF8.self)
      guard self != .utf8Twice else { return String(decoding: windows1252Bytes(of: outer), as: UTF8.self) }
      return (try? decode(Array(outer.utf8))) ?? outer
    }
  }

  /// Whether each byte below 0x80 stands for the ASCII character, so that separators and line ends are found before
  /// decoding.
  public var keepsASCII: Bool { self != .utf16LittleEndian && self != .utf16BigEndian }
}

private func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
}

private func decodeUTF8(_ bytes: [UInt8]) throws(TextEncoding.DecodingFailure) -> String {
  let body = withoutMark(bytes)
  if let text = String(validating: body, as: UTF8.self) { return text }
  var parser = Unicode.UTF8.ForwardParser()
  var remaining = body.makeIterator()
  var valid = 0
  while case .valid(let scalar) = parser.parseScalar(from: &remaining) { valid += scalar.count }
  throw .invalidByte(offset: bytes.count - body.count + valid)
}

private func decodeUTF16(_ bytes: [UInt8], bigEndian: Bool) throws(TextEncoding.DecodingFailure) -> String {
  guard bytes.count.isMultiple(of: 2) else { throw .incompleteUnit(offset: bytes.count - 1) }
  guard let text = String(validating: units(of: bytes, bigEndian: bigEndian), as: UTF16.self) else {
    throw .incompleteUnit(offset: 0)
  }
  return text
}

private func units(of bytes: [UInt8], bigEndian: Bool) -> [UInt16] {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for offset in stride(from: 0, to: bytes.count - 1, by: 2) {
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    units.append(bigEndian ? first << 8 | second : second << 8 | first)
  }
  if units.first == 0xFEFF { units.removeFirst() }
  return units
}

/// The bytes that were wrongly decoded as Windows-1252 into these characters; characters that no byte gives become
/// 0x3F, "?".
private func windows1252Bytes(of text: String) -> [UInt8] {
  text.unicodeScalars.map { scalar in
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return windows1252[scalar.value] ?? UInt8(ascii: "?")
  }
}

/// The bytes that Windows-1252 has for this text; nil if it has none for some character.
public func exactWindows1252Bytes(of text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    guard let byte = scalar.value < 0x100 ? UInt8(scalar.value) : windows1252[scalar.value] else { return nil }
    bytes.append(byte)
  }
  return bytes
}

func scalar(ofWindows1252 byte: UInt8) -> Unicode.Scalar? { windows1252Scalars[byte] }

/// The characters in which Windows-1252 differs from Latin-1.
private let windows1252: [UInt32: UInt8] = [
  0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
  0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
  0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
  0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
]

private let windows1252Scalars: [UInt8: Unicode.Scalar] = windows1252.reduce(into: [:]) { table, pair in
  table[pair.value] = Unicode.Scalar(pair.key)
}
