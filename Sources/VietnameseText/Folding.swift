/// How closely a text matches the typed text.
public enum MatchLevel: UInt8, Comparable, Sendable {
  /// Letters, hats and tones are equal.
  case exact
  /// Letters and hats are equal; tones may differ.
  case toneFolded
  /// Only the base letters are equal.
  case markFree

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension StringProtocol {
  /// The search key: lower case, no marks, đ as d, blanks collapsed.
  public var folded: String { String(self).fold(.markFree) }

  /// Lower case, hats and đ kept, tones removed, blanks collapsed.
  public var toneFolded: String { String(self).fold(.toneFolded) }

  /// Lower case, blanks collapsed, the tone in its old-style position, so that "hoà" equals "hòa".
  public var exactFolded: String {
    let lowered = String(self).fold(.exact)
    return lowered.utf8.allSatisfy { $0 < 0x80 } ? lowered : lowered.withOldToneStyle
  }

  /// The maximal runs of letters and digits.
  public var words: [String] { String(self).allWords }
}

extension String {
  /// For `String` only, because the compiler does not specialise a generic function for the other targets.
  fileprivate var allWords: [String] {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      ComposedLatin(bytes) == nil ? nil : Self.words(of: bytes)
    }
    if let found = found ?? nil { return found }
    return split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map { String($0) }
  }

  /// - Parameter bytes: of a text whose characters outside ASCII are all letters.
  private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var words: [String] = []
    var start: Int?
    for place in 0...bytes.count {
      if place < bytes.count, isInWord(bytes[place]) {
        start = start ?? place
      } else if let begin = start {
        words.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<place]), as: UTF8.self))
        start = nil
      }
    }
    return words
  }

  @inline(__always)
  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Small letters and single blanks.
  /// - Parameter bytes: of printable ASCII.
  private static func foldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { result in
      var count = 0
      var pendingBlank = false
      for byte in bytes {
        if byte == UInt8(ascii: " ") {
          pendingBlank = count > 0
          continue
        }
        if pendingBlank {
          result[count] = UInt8(ascii: " ")
          count += 1
          pendingBlank = false
        }
        result[count] = (0x41...0x5A).contains(byte) ? byte + 32 : byte
        count += 1
      }
      return count
    }
  }

  /// Written as bytes, because appending scalars to a text takes several times as long.
  fileprivate func fold(_ level: MatchLevel) -> String {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? Self.foldedASCII(bytes) : nil
    }
    if let found = found ?? nil { return found }
    let source = normalisedVietnamese
    var result: [UInt8] = []
    result.reserveCapacity(source.utf8.count)
    var pendingBlank = false
    for scalar in source.unicodeScalars {
      if isBlank(scalar) {
        pendingBlank = !result.isEmpty
        continue
      }
      if pendingBlank {
        result.append(UInt8(ascii: " "))
        pendingBlank = false
      }
      append(scalar, to: &result, level)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Uses the Unicode tables only for characters that cannot be Vietnamese letters, because folding takes most of the
  /// time of an import.
  @inline(__always)
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: scalar == " " || (0x09...0x0D).contains(scalar.value)
    case 0xC0...0x24F, 0x1E00...0x1EFF: false
    default: scalar.properties.isWhitespace
    }
  }

  @inline(__always)
  private func append(_ scalar: Unicode.Scalar, to result: inout [UInt8], _ level: MatchLevel) {
    if scalar.value < 0x80 {
      let isUpper = (0x41...0x5A).contains(scalar.value)
      result.append(UInt8(scalar.value) + (isUpper ? 32 : 0))
      return
    }
    if let vowel = VietnameseVowel(scalar) {
      switch level {
      case .exact: result.append(scalar: VietnameseVowel.lower[vowel.row][Int(vowel.tone.rawValue)])
      case .toneFolded: result.append(scalar: vowel.toneless)
      case .markFree: result.append(scalar: VietnameseVowel.bases[vowel.row])
      }
      return
    }
    if scalar == "Đ" || scalar == "đ" {
      result.append(scalar: level == .markFree ? "d" : "đ")
      return
    }
    if isApostrophe(scalar) {
      result.append(UInt8(ascii: "'"))
      return
    }
    if level != .exact, isCombiningMark(scalar) { return }
    if level != .exact, let base = LatinLetters.base(of: scalar) {
      result.append(scalar: base)
      return
    }
    result += scalar.properties.lowercaseMapping.utf8
  }
}

/// The signs that keyboards, spreadsheets and phones write for the apostrophe in names such as H'Len and K’Rông.
private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032: true
  default: false
  }
}

extension StringProtocol {
  /// For each part of a name that an apostrophe or a hyphen divides, its letters together: "hlen" of "h'len", "homai"
  /// of "hơ-mai". People search such names in both ways.
  public var joinedWords: [String] {
    guard unicodeScalars.contains(where: isJoint) else { return [] }
    return split(separator: " ").compactMap { part in
      let words = part.words
      return words.count > 1 && part.contains(where: { "'’-‘".contains($0) }) ? words.joined() : nil
    }
  }
}

private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x27, 0x2D, 0x2018, 0x2019: true
  default: false
  }
}

extension [UInt8] {
  @inline(__always)
  fileprivate mutating func append(scalar: Unicode.Scalar) {
    if let bytes = UTF8.encode(scalar) { append(contentsOf: bytes) }
  }
}

extension Character {
  /// The base letter of the key: ế → e, đ → d, Ư → U. Nil for characters that are not Vietnamese letters with marks.
  public var baseKey: Character? {
    guard let scalar = String(self).normalisedVietnamese.unicodeScalars.first, scalar.value >= 0x80 else { return nil }
    if scalar == "đ" { return "d" }
    if scalar == "Đ" { return "D" }
    guard let vowel = VietnameseVowel(scalar) else { return nil }
    let base = Character(VietnameseVowel.bases[vowel.row])
    return vowel.isUpper ? Character(base.uppercased()) : base
  }
}
