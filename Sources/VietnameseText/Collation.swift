/// Bytes that sort like the Vietnamese dictionary: first by the letters of the whole text (a ă â b c d đ e ê …), then
/// by the tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals. A blank sorts before every
/// letter.
public func collationKey(_ text: some StringProtocol) -> [UInt8] {
  var primary: [UInt8] = []
  var tones: [UInt8] = []
  var cases: [UInt8] = []
  for scalar in text.normalisedVietnamese.unicodeScalars {
    let letter = collationLetter(scalar)
    primary.append(contentsOf: letter.weight)
    tones.append(letter.tone + 2)
    cases.append(letter.isUpper ? 3 : 2)
  }
  return primary + [0] + tones + [0] + cases
}

/// The sort key for people: given name (last word), then family name (first word), then the middle names.
public func personNameKey(_ name: some StringProtocol) -> [UInt8] {
  let words = name.split(whereSeparator: \.isWhitespace)
  guard let given = words.last, words.count > 1 else { return collationKey(name) + [0] }
  let middle = words.dropFirst().dropLast().joined(separator: " ")
  return [String(given), String(words[0]), middle].reduce(into: []) { $0 += collationKey($1) + [0] }
}

private let alphabet: [Unicode.Scalar: UInt8] = {
  var weights: [Unicode.Scalar: UInt8] = [:]
  for (place, letter) in "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars.enumerated() {
    weights[letter] = UInt8(40 + place)
  }
  return weights
}()

private func collationLetter(_ scalar: Unicode.Scalar) -> (weight: [UInt8], tone: UInt8, isUpper: Bool) {
  if let vowel = VietnameseVowel(scalar) {
    return ([alphabet[vowel.toneless] ?? 0xFE], vowel.tone.rawValue, vowel.isUpper)
  }
  if scalar == " " { return ([1], 0, false) }
  let lowered = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  if let weight = alphabet[lowered] { return ([weight], 0, lowered != scalar) }
  if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
    return ([20 + UInt8(digit)], 0, false)
  }
  if scalar.value < 0x80 { return ([2 + UInt8(scalar.value % 16)], 0, false) }
  // Other scripts follow, by code point; no byte is 0, because 0 separates the levels.
  let value = scalar.value
  return (
    [0xFF, UInt8(value >> 14 & 0x7F) | 0x80, UInt8(value >> 7 & 0x7F) | 0x80, UInt8(value & 0x7F) | 0x80], 0, false
  )
}
