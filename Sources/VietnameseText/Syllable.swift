/// Whether a word can be a Vietnamese syllable: an onset, one of the rimes that the language has, and a tone that the
/// rime's ending allows. It tells encodings apart and never refuses what somebody typed, because names of the Bru Vân
/// Kiều and Tà Ôi do not follow these rules.
func isPlausibleSyllable(_ word: some StringProtocol) -> Bool {
  guard let (letters, tone) = withoutTone(word) else { return false }
  return splits(of: letters).contains { onset, rime in
    SyllableGrammar.onsets.contains(onset) && SyllableGrammar.rimes.contains(rime)
      && SyllableGrammar.allows(tone, behind: rime)
  }
}

/// Whether a word can be part of a name in one of the languages of the province or the Central Highlands, as they are
/// written with Vietnamese letters: Kăn, Đắk, Krông.
func isPlausibleInName(_ word: some StringProtocol) -> Bool {
  guard let (letters, tone) = withoutTone(word) else { return false }
  return splits(of: letters).contains { onset, rime in
    guard SyllableGrammar.onsets.contains(onset) || SyllableGrammar.nameOnsets.contains(onset) else { return false }
    if rime.last == "k" { return SyllableGrammar.rimes.contains(rime.dropLast() + "c") }
    return (SyllableGrammar.rimes.contains(rime) || SyllableGrammar.nameRimes.contains(rime))
      && SyllableGrammar.allows(tone, behind: rime)
  }
}

/// The letters in lower case without the tone; nil if there is more than one.
private func withoutTone(_ word: some StringProtocol) -> (letters: String, tone: Tone)? {
  let composed = word.normalisedVietnamese
  var tone = Tone.level
  for scalar in composed.unicodeScalars {
    guard let found = VietnameseVowel(scalar)?.tone, found != .level else { continue }
    guard tone == .level else { return nil }
    tone = found
  }
  return (composed.toneFolded, tone)
}

/// The word split after its first zero to three letters; no onset is longer.
private func splits(of word: String) -> [(onset: Substring, rime: Substring)] {
  (0...3).compactMap { length in
    guard let end = word.index(word.startIndex, offsetBy: length, limitedBy: word.endIndex), end < word.endIndex else {
      return nil
    }
    return (word[..<end], word[end...])
  }
}
