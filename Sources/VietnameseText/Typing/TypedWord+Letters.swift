extension TypedWord {
  /// The word as it stands on the screen.
  var characters: [Character] {
    if let raw { return raw }
    let toned = tone == .level ? nil : placeOfTone
    return letters.indices.map { index in
      Character(letters[index].scalar(shape(at: index), index == toned ? tone : .level))
    }
  }

  var text: String { String(characters) }

  /// The mark of a letter. In ươ one key stands for both marks, and ư with o and an ending is ươ.
  func shape(at index: Int) -> TypedLetter.Shape {
    let letter = letters[index]
    guard letter.shape == .plain, !letter.isLocked else { return letter.shape }
    let next = index + 1
    if letter.base == "u", next < letters.count, letters[next].base == "o", letters[next].shape == .horn,
      !isAfterQ(index)
    {
      return next + 1 == letters.count && hasOpenHornOnset(before: index) ? .plain : .horn
    }
    if letter.base == "o", index > 0, letters[index - 1].base == "u", letters[index - 1].shape == .horn,
      next < letters.count
    {
      switch letters[next].base {
      case "c", "i", "k", "m", "n", "p", "t", "u": return .horn
      default: return .plain
      }
    }
    return .plain
  }

  private func isAfterQ(_ index: Int) -> Bool { index > 0 && letters[index - 1].base == "q" }

  private func hasOpenHornOnset(before index: Int) -> Bool {
    let bases = letters[..<index].map(\.base)
    return SyllableGrammar.openHornOnsets.contains { onset in onset.unicodeScalars.elementsEqual(bases) }
  }

  // MARK: Vowels

  /// The vowels without a consonant between them of which this letter is one.
  func vowels(around index: Int) -> Range<Int> {
    var (start, end) = (index, index + 1)
    while start > 0, letters[start - 1].isVowel { start -= 1 }
    while end < letters.count, letters[end].isVowel { end += 1 }
    return start..<end
  }

  /// The last vowels of the word, with those of "gi" and "qu"; nil if there are none.
  var lastVowels: Range<Int>? { letters.lastIndex(where: \.isVowel).map { vowels(around: $0) } }

  /// The vowels without the letter of "gi" or "qu".
  func nucleus(of vowels: Range<Int>) -> Range<Int> {
    guard vowels.count > 1, vowels.lowerBound > 0 else { return vowels }
    let (before, first) = (letters[vowels.lowerBound - 1].base, letters[vowels.lowerBound])
    let isQu = before == "q" && first.base == "u" && first.shape == .plain
    let isGi = before == "g" && first.base == "i"
    return isQu || isGi ? vowels.dropFirst() : vowels
  }

  /// Whether the last vowels and what follows them, up to a place, begin a rime in any reading of "gi" and "qu".
  func canGrow(through end: Int) -> Bool {
    guard let vowels = lastVowels else { return false }
    let nucleus = nucleus(of: vowels)
    return canGrow(nucleus.lowerBound..<end) || nucleus != vowels && canGrow(vowels.lowerBound..<end)
  }

  private func canGrow(_ range: Range<Int>) -> Bool {
    RimeTable.Pattern(letters[range]).map { RimeTable.standard.canGrow($0) } ?? false
  }

  /// Whether the whole word is a syllable in any reading of "gi" and "qu".
  var isSyllable: Bool {
    guard let vowels = lastVowels else { return false }
    let nucleus = nucleus(of: vowels)
    return isSyllable(from: nucleus.lowerBound) || nucleus != vowels && isSyllable(from: vowels.lowerBound)
  }

  private func isSyllable(from start: Int) -> Bool {
    var rime = letters[start...]
    for index in rime.indices { rime[index].shape = shape(at: index) }
    // "k" is an ending only in names.
    guard let pattern = RimeTable.Pattern(rime), letters.last?.base != "k" else { return false }
    let isOpen = tone == .level || tone == .huyen || tone == .hoi || tone == .nga
    return RimeTable.standard.contains(pattern) && RimeTable.standard.isOnset(letters[..<start])
      && !(isOpen && endsInStop(after: start..<letters.count - 1))
  }

  // MARK: The tone

  private var placeOfTone: Int {
    let vowels = vowels(around: toneAt)
    let nucleus = nucleus(of: vowels)
    if let marked = nucleus.last(where: { shape(at: $0) != .plain }) { return marked }
    let (first, last) = (nucleus.lowerBound, nucleus.upperBound - 1)
    if vowels.upperBound < letters.count { return last }
    switch nucleus.count {
    case 1: return first
    case 2: return rules.tonePlace == .new && isOpenPair(letters[first].base, letters[last].base) ? last : first
    default: return first + 1
    }
  }

  private func isOpenPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    first == "o" && (second == "a" || second == "e") || first == "u" && second == "y"
  }

  /// Whether the letters after the last vowels end in a stop.
  func endsInStop(after vowels: Range<Int>) -> Bool {
    switch letters.last?.base {
    case "c", "k", "p", "t": true
    case "h": letters.count > vowels.upperBound + 1 && letters[letters.count - 2].base == "c"
    default: false
    }
  }
}
