import Testing

@testable import VietnameseText

/// Folding and sort keys take most of an import and are written for speed. Stored keys must never change, so they are
/// compared with the same rules written plainly.
@Suite struct FastTextTests {
  private static let pool: [String] =
    (VietnameseVowel.lower + VietnameseVowel.upper).flatMap { $0.map { String($0) } } + [
      "b", "d", "q", "Q", "h", "X", "đ", "Đ", "Ð", "ð", "Ɖ", "0", "7", "٣", "½", "²", " ", "  ", "\t", "\r\n", "\u{A0}",
      "\u{202F}", "\u{2007}", "\u{3000}", "\u{85}", "'", "’", "‘", "ʼ", "´", "-", "–", ".", "_", "~", "\u{300}",
      "\u{301}", "\u{302}", "\u{306}", "\u{31B}", "\u{323}", "\u{30A}", "ñ", "č", "Ŏ", "ƀ", "ŭ", "ß", "İ", "Å", "Ω",
      "字", "ア", "😀", "👩‍👩‍👧", "\u{200B}", "\u{FFFD}", "×", "÷", "oà", "Oẻ", "uý", "quý", "hoà", "thuỷ", "?", "ƒ", "œ", "Ž",
      "Å¸", "Ã ", "áº", "ĸ", "ſ", "ƿ", "¡", "Ÿ",
    ]

  private static func texts() -> [String] {
    var state: UInt64 = 11
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    return (0..<20_000).map { _ in (0..<next(14)).map { _ in pool[next(pool.count)] }.joined() }
  }

  @Test func keysAreThoseOfTheRulesWrittenPlainly() {
    for text in Self.texts() + Self.pool {
      let plain = Plain(text)
      #expect(Array(text.normalisedVietnamese.utf8) == Array(plain.normalised.utf8), "\(text.debugDescription)")
      #expect(Array(text.folded.utf8) == Array(plain.folded(.markFree).utf8), "\(text.debugDescription)")
      #expect(Array(text.toneFolded.utf8) == Array(plain.folded(.toneFolded).utf8), "\(text.debugDescription)")
      #expect(
        Array(text.exactFolded.utf8) == Array(plain.oldTones(plain.folded(.exact)).utf8), "\(text.debugDescription)")
      #expect(text.words == plain.words, "\(text.debugDescription)")
      #expect(
        Array(text.cleaned(maxLength: 20).utf8) == Array(plain.cleaned(20).utf8), "\(text.debugDescription)")
      #expect(CellText(text) == CellText(lookingAtCharactersOf: text), "\(text.debugDescription)")
      #expect(text.joinedWords == plain.joinedWords, "\(text.debugDescription)")
      #expect(personNameKey(text) == plain.nameKey, "\(text.debugDescription)")
      #expect(personNameKey(text.dropFirst()) == Plain(String(text.dropFirst())).nameKey, "\(text.debugDescription)")
    }
  }
}

private struct Plain {
  let text: String

  init(_ text: String) { self.text = text }

  var normalised: String {
    var result = String.UnicodeScalarView()
    var vowel: VietnameseVowel?
    for scalar in text.unicodeScalars {
      if isCombiningMark(scalar) {
        if var open = vowel, open.combine(scalar) {
          vowel = open
          continue
        }
        if let open = vowel { result.append(open.scalar) }
        vowel = nil
        if let last = result.last, let composed = LatinLetters.composed(last, scalar) {
          result.removeLast()
          result.append(composed)
        } else {
          result.append(scalar)
        }
        continue
      }
      if let open = vowel { result.append(open.scalar) }
      vowel = VietnameseVowel(scalar)
      guard vowel == nil else { continue }
      switch scalar.value {
      case 0xD0, 0x189: result.append("Đ")
      case 0xF0, 0x256: result.append("đ")
      case 0xA0, 0x202F, 0x2007: result.append(" ")
      default: result.append(scalar)
      }
    }
    if let open = vowel { result.append(open.scalar) }
    return String(result)
  }

  func folded(_ level: MatchLevel) -> String {
    var result = ""
    var pendingBlank = false
    for scalar in normalised.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !result.isEmpty
        continue
      }
      if pendingBlank { result += " " }
      pendingBlank = false
      result.unicodeScalars.append(contentsOf: folded(scalar, level).unicodeScalars)
    }
    return result
  }

  private func folded(_ scalar: Unicode.Scalar, _ level: MatchLevel) -> String {
    if let vowel = VietnameseVowel(scalar) {
      return switch level {
      case .exact: String(VietnameseVowel.lower[vowel.row][Int(vowel.tone.rawValue)])
      case .toneFolded: String(vowel.toneless)
      case .markFree: String(VietnameseVowel.bases[vowel.row])
      }
    }
    if "Đđ".unicodeScalars.contains(scalar) { return level == .markFree ? "d" : "đ" }
    if [0xB4, 0x2BC, 0x2018, 0x2019, 0x2032].contains(scalar.value) { return "'" }
    if level != .exact, isCombiningMark(scalar) { return "" }
    if level != .exact, let base = LatinLetters.base(of: scalar) { return String(base) }
    return scalar.properties.lowercaseMapping
  }

  func oldTones(_ lowered: String) -> String {
    var scalars = Array(lowered.unicodeScalars)
    for index in scalars.indices.dropFirst() {
      let isLast = index + 1 == scalars.count || !scalars[index + 1].properties.isAlphabetic
      guard isLast, let second = VietnameseVowel(scalars[index]), second.tone != .level,
        let first = VietnameseVowel(scalars[index - 1]), first.tone == .level,
        (first.row == 6 && [0, 3].contains(second.row)) || (first.row == 9 && second.row == 11),
        index < 2 || scalars[index - 2] != "q"
      else { continue }
      scalars[index - 1] = VietnameseVowel.lower[first.row][Int(second.tone.rawValue)]
      scalars[index] = second.toneless
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  var words: [String] { text.split { !$0.isLetter && !$0.isNumber }.map { String($0) } }

  /// Of a text without escape sequences.
  func cleaned(_ longest: Int) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value) {
        if result.last != " ", result.last != "\n" { result.append(" ") }
      } else if isDrawable(scalar) {
        result.append(scalar)
      }
    }
    return String(Plain(String(result)).normalised.prefix(longest))
  }

  var joinedWords: [String] {
    text.split(separator: " ").compactMap { part in
      let words = Plain(String(part)).words
      return words.count > 1 && part.contains(where: { "'’-‘".contains($0) }) ? words.joined() : nil
    }
  }

  var nameKey: [UInt8] {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let given = words.last, words.count > 1 else { return key(text) + [0] }
    let middle = words.dropFirst().dropLast().joined(separator: " ")
    return key(String(given)) + [0] + key(String(words[0])) + [0] + key(middle) + [0]
  }

  private func key(_ part: String) -> [UInt8] {
    var (primary, tones, cases): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    for scalar in Plain(part).normalised.unicodeScalars {
      let letter = weight(scalar)
      primary += letter.weight
      tones.append(letter.tone + 2)
      cases.append(letter.isUpper ? 3 : 2)
    }
    return primary + [0] + tones + [0] + cases
  }

  private static let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)

  private func weight(_ scalar: Unicode.Scalar) -> (weight: [UInt8], tone: UInt8, isUpper: Bool) {
    func place(_ letter: Unicode.Scalar) -> UInt8? { Self.alphabet.firstIndex(of: letter).map { UInt8(40 + $0) } }
    if let vowel = VietnameseVowel(scalar) {
      return ([place(vowel.toneless) ?? 0xFE], vowel.tone.rawValue, vowel.isUpper)
    }
    if scalar == " " { return ([1], 0, false) }
    let lowered = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let weight = place(lowered) { return ([weight], 0, lowered != scalar) }
    if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
      return ([20 + UInt8(digit)], 0, false)
    }
    if scalar.value < 0x80 { return ([2 + UInt8(scalar.value % 16)], 0, false) }
    return ([0xFF] + [14, 7, 0].map { UInt8(scalar.value >> $0 & 0x7F) | 0x80 }, 0, false)
  }
}
