/// Bytes that sort like the Vietnamese dictionary: first by the letters of the whole text (a ă â b c d đ e ê …), then
/// by the tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals. A blank sorts before every
/// letter.
public func collationKey(_ text: some StringProtocol) -> [UInt8] { key(of: String(text)) }

/// For `String` only, because the compiler does not specialise a generic function for the other targets.
private func key(of text: String) -> [UInt8] {
  var primary: [UInt8] = []
  var tones: [UInt8] = []
  var cases: [UInt8] = []
  for scalar in text.normalisedVietnamese.unicodeScalars {
    let letter = collationLetter(scalar, &primary)
    tones.append(letter.tone + 2)
    cases.append(letter.isUpper ? 3 : 2)
  }
  return primary + [0] + tones + [0] + cases
}

/// The sort key for people: given name (last word), then family name (first word), then the middle names.
public func personNameKey(_ name: some StringProtocol) -> [UInt8] {
  let name = String(name)
  let words = blankSeparated(name)
  guard let given = words.last, words.count > 1 else { return key(of: name) + [0] }
  let middle = words.dropFirst().dropLast().joined(separator: " ")
  return [given, words[0], middle].reduce(into: []) { $0 += key(of: $1) + [0] }
}

/// Among Latin letters that are composed a scalar is a character, which is found much faster.
private func blankSeparated(_ text: String) -> [String] {
  guard text.unicodeScalars.allSatisfy({ $0.value < 0x300 || (0x1E00...0x1EFF).contains($0.value) }) else {
    return text.split(whereSeparator: \.isWhitespace).map { String($0) }
  }
  return text.unicodeScalars.split { scalar in
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    default: false
    }
  }.map { String($0) }
}

/// The weights of letters that are not Vietnamese vowels with a tone, by their values below 0x200; 0 for others.
private let alphabet: [UInt8] = {
  var weights = [UInt8](repeating: 0, count: 0x200)
  for (place, letter) in "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars.enumerated() {
    weights[Int(letter.value)] = UInt8(40 + place)
  }
  return weights
}()

private func weight(of letter: Unicode.Scalar) -> UInt8? {
  guard letter.value < 0x200, alphabet[Int(letter.value)] > 0 else { return nil }
  return alphabet[Int(letter.value)]
}

/// Adds the weight of a letter.
private func collationLetter(_ scalar: Unicode.Scalar, _ weights: inout [UInt8]) -> (tone: UInt8, isUpper: Bool) {
  if let vowel = VietnameseVowel(scalar) {
    weights.append(weight(of: vowel.toneless) ?? 0xFE)
    return (vowel.tone.rawValue, vowel.isUpper)
  }
  if scalar == " " {
    weights.append(1)
    return (0, false)
  }
  let lowered = lowered(scalar)
  if let weight = weight(of: lowered) {
    weights.append(weight)
    return (0, lowered != scalar)
  }
  if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
    weights.append(20 + UInt8(digit))
  } else if scalar.value < 0x80 {
    weights.append(2 + UInt8(scalar.value % 16))
  } else {
    // Other scripts follow, by code point; no byte is 0, because 0 separates the levels.
    let value = scalar.value
    weights += [0xFF, UInt8(value >> 14 & 0x7F) | 0x80, UInt8(value >> 7 & 0x7F) | 0x80, UInt8(value & 0x7F) | 0x80]
  }
  return (0, false)
}

private func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar.value < 0x80 {
    return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
  }
  return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
}
