/// The encodings in which registers and lists arrive from older software.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// TCVN 5712-1, ABC fonts: one byte per letter. Capitals were made by fonts, so their case is lost.
  case tcvn3
  /// VNI-Windows: a base letter followed by a mark byte.
  case vni
  /// TCVN3 or VNI bytes that were saved as if they were Latin-1, now in UTF-8.
  case tcvn3InUTF8 = "tcvn3-utf8"
  case vniInUTF8 = "vni-utf8"

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
    case .tcvn3: decodeTCVN3(bytes)
    case .vni: decodeVNI(bytes)
    case .tcvn3InUTF8: try decodeTCVN3(latin1Bytes(of: decodeUTF8(bytes)))
    case .vniInUTF8: try decodeVNI(latin1Bytes(of: decodeUTF8(bytes)))
    }
  }

  /// Detects the encoding by its byte-order mark, by validity, and by which decoding gives the most Vietnamese
  /// syllables.
  public static func detect(_ bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = Array(bytes.prefix(256 << 10))
    // In UTF-16, most ASCII letters have a zero byte; a single zero byte is only a control character.
    if sample.count(where: { $0 == 0 }) * 5 > sample.count {
      let zerosAtOdd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
      return zerosAtOdd * 4 > sample.count ? .utf16LittleEndian : .utf16BigEndian
    }
    if sample.allSatisfy({ $0 < 0x80 }) { return .utf8 }
    // The sample may end inside a character, which must not count against UTF-8.
    let isUTF8 =
      (0..<4).contains { String(validating: sample.dropLast($0), as: UTF8.self) != nil } || isDamagedUTF8(sample)
    let candidates: [TextEncoding] = isUTF8 ? [.utf8, .tcvn3InUTF8, .vniInUTF8] : [.tcvn3, .vni]
    let cut = isUTF8 ? Array(String(decoding: sample, as: UTF8.self).filter { $0 != "\u{FFFD}" }.utf8) : sample
    let scores = candidates.map { (encoding: $0, score: (try? $0.decode(cut)).map(syllableShare) ?? 0) }
    // If the shares are nearly equal, the first and plainest decoding is used.
    return scores.reduce(scores[0]) { $1.score > $0.score + 0.05 ? $1 : $0 }.encoding
  }

  /// In a text with one byte per letter nearly every sequence would be invalid UTF-8; in damaged UTF-8 nearly all are
  /// valid.
  private static func isDamagedUTF8(_ sample: [UInt8]) -> Bool {
    var (right, wrong) = (0, 0)
    for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { wrong += 1 } else { right += 1 }
    }
    return right > wrong * 8
  }

  /// Decodes as much as possible; invalid bytes become U+FFFD, which is no letter.
  public func decodeDamaged(_ bytes: [UInt8]) -> String? {
    guard self == .utf8 else { return nil }
    return String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
  }

  /// Among the words with letters outside ASCII, the share that can be Vietnamese syllables.
  private static func syllableShare(_ text: String) -> Double {
    var marked = 0
    var plausible = 0
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isSymbol }).prefix(20_000) {
      guard word.utf8.contains(where: { $0 >= 0x80 }) else { continue }
      marked += 1
      if isPlausibleSyllable(word) { plausible += 1 }
    }
    return marked == 0 ? 0 : Double(plausible) / Double(marked)
  }
}

private func decodeUTF8(_ bytes: [UInt8]) throws(TextEncoding.DecodingFailure) -> String {
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  if let text = String(validating: body, as: UTF8.self) { return text }
  var parser = Unicode.UTF8.ForwardParser()
  var remaining = body.makeIterator()
  var valid = 0
  while case .valid(let scalar) = parser.parseScalar(from: &remaining) { valid += scalar.count }
  throw .invalidByte(offset: bytes.count - body.count + valid)
}

private func decodeUTF16(_ bytes: [UInt8], bigEndian: Bool) throws(TextEncoding.DecodingFailure) -> String {
  guard bytes.count.isMultiple(of: 2) else { throw .incompleteUnit(offset: bytes.count - 1) }
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for offset in stride(from: 0, to: bytes.count, by: 2) {
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    units.append(bigEndian ? first << 8 | second : second << 8 | first)
  }
  if units.first == 0xFEFF { units.removeFirst() }
  guard let text = String(validating: units, as: UTF16.self) else { throw .incompleteUnit(offset: 0) }
  return text
}

/// The bytes that were wrongly decoded as Windows-1252 into these characters.
private func latin1Bytes(of text: String) -> [UInt8] {
  text.unicodeScalars.map { scalar in
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return windows1252[scalar.value] ?? UInt8(ascii: "?")
  }
}

/// The characters in which Windows-1252 differs from Latin-1.
private let windows1252: [UInt32: UInt8] = [
  0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
  0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
  0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
  0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
]
