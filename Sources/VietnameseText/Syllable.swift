/// Whether a word can be a Vietnamese syllable: onset, vowels, coda. It is used to distinguish encodings, never to
/// reject typed text, because names of the Bru Vân Kiều and Tà Ôi do not follow these rules.
func isPlausibleSyllable(_ word: some StringProtocol) -> Bool {
  let letters = Array(word.toneFolded.unicodeScalars)
  let isVowel = { (scalar: Unicode.Scalar) in "aăâeêioôơuưy".unicodeScalars.contains(scalar) }
  guard let firstVowel = letters.firstIndex(where: isVowel) else { return false }
  let lastVowel = letters.lastIndex(where: isVowel) ?? firstVowel
  guard lastVowel - firstVowel < 3, letters[firstVowel...lastVowel].allSatisfy(isVowel) else { return false }
  let onset = String(String.UnicodeScalarView(letters[..<firstVowel]))
  let coda = String(String.UnicodeScalarView(letters[(lastVowel + 1)...]))
  let tones = word.normalisedVietnamese.unicodeScalars.count { (VietnameseVowel($0)?.tone ?? .level) != .level }
  return tones <= 1 && onsets.contains(onset) && codas.contains(coda)
}

private let onsets: Set<String> = [
  "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "q", "r", "s",
  "t", "th", "tr", "v", "x",
]
private let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
