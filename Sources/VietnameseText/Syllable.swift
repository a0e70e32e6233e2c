/// Whether a word can be a Vietnamese syllable: an onset, one of the rimes that the language has, and a tone that the
/// rime's ending allows. It tells encodings apart and never refuses what somebody typed, because names of the Bru Vân
/// Kiều and Tà Ôi do not follow these rules.
func isPlausibleSyllable(_ word: some StringProtocol) -> Bool {
  let composed = word.normalisedVietnamese
  var tone = Tone.level
  for scalar in composed.unicodeScalars {
    guard let found = VietnameseVowel(scalar)?.tone, found != .level else { continue }
    guard tone == .level else { return false }
    tone = found
  }
  let letters = composed.toneFolded
  return splits(of: letters).contains { onset, rime in
    guard onsets.contains(onset), let ending = rimes[rime] else { return false }
    return !ending.isStop || tone == .sac || tone == .nang
  }
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

/// "qu" and "gi" are onsets of their own: their vowel letter belongs to no rime.
private let onsets: Set<Substring> = [
  "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
  "s",
  "t", "th", "tr", "v", "x",
]

private struct Ending {
  /// After c, ch, p and t only the tones sắc and nặng exist.
  var isStop: Bool
}

private let rimes: [Substring: Ending] = {
  let written = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên \
    ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay \
    oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt u ua uân \
    uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc \
    ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ynh yt êng
    """
  return written.split(separator: " ").reduce(into: [:]) { table, rime in
    table[rime] = Ending(isStop: "cpt".contains(rime.last ?? " ") || rime.hasSuffix("ch"))
  }
}()
