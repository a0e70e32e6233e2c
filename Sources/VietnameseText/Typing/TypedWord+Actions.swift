extension TypedWord {
  /// - Returns: false if the key finds nothing to change, so that it is a letter.
  mutating func apply(_ action: TypingMethod.Action, _ key: Unicode.Scalar) -> Bool {
    switch action {
    case .tone(let tone): applyTone(tone, key)
    case .mark(let marks): applyMark(marks, key)
    case .stroke: applyStroke(key)
    }
  }

  // MARK: Tones

  private mutating func applyTone(_ new: Tone, _ key: Unicode.Scalar) -> Bool {
    guard let vowels = lastVowels else { return false }
    if tone != .level, toneAt != vowels.lowerBound { return false }
    let isAtEnd = vowels.upperBound == letters.count
    guard isAtEnd || canGrow(through: letters.count) else { return false }
    if new == .level {
      guard tone != .level else { return false }
      tone = .level
    } else if new == tone {
      takeBack(key) { $0.tone = .level }
      return true
    } else {
      guard new == .sac || new == .nang || isAtEnd || !endsInStop(after: vowels) else { return false }
      (tone, toneAt) = (new, vowels.lowerBound)
    }
    keys.append(Key(scalar: key, use: .tone, letter: vowels.lowerBound))
    return true
  }

  // MARK: Marks

  private typealias Marks = [(base: Unicode.Scalar, shape: TypedLetter.Shape)]

  private mutating func applyMark(_ marks: Marks, _ key: Unicode.Scalar) -> Bool {
    if let last = letters.last, last.isBareW, key.lowercasedASCII == "w", keys.last?.use == .letter {
      let typed = keys.last?.scalar ?? key
      letters.removeLast()
      becomeRaw(characters + [Character(typed)])
      return true
    }
    guard let vowels = lastVowels else { return false }
    if let last = keys.last, last.use == .mark, last.letter < letters.count, isSame(last.scalar, key) {
      takeBackMark(of: last.letter, key)
      return true
    }
    if let index = target(of: marks, key, vowels) {
      guard let shape = Self.shape(of: letters[index], marks) else { return false }
      letters[index].shape = shape
      keys.append(Key(scalar: key, use: .mark, letter: index))
      return true
    }
    // The mark is there already, from before: the clerk means the letter.
    guard canGrow(through: letters.count),
      let index = vowels.last(where: { Self.shape(of: letters[$0], marks) == shape(at: $0) && !letters[$0].isLocked })
    else { return false }
    takeBackMark(of: index, key)
    return true
  }

  private static func shape(of letter: TypedLetter, _ marks: Marks) -> TypedLetter.Shape? {
    marks.first { $0.base == letter.base }?.shape
  }

  /// The letter that the key changes: the last one with which a rime begins that exists. Directly after its letter a key
  /// always changes it, because names have other rimes.
  private func target(of marks: Marks, _ key: Unicode.Scalar, _ vowels: Range<Int>) -> Int? {
    var trial = self
    for index in vowels.reversed() {
      guard !letters[index].isLocked, let shape = Self.shape(of: letters[index], marks), !isMarked(index, shape)
      else { continue }
      trial.letters[index].shape = shape
      if trial.canGrow(through: letters.count) { return index }
      trial.letters[index].shape = letters[index].shape
    }
    let last = letters.count - 1
    guard vowels.upperBound == letters.count, !letters[last].isLocked,
      let shape = Self.shape(of: letters[last], marks), !isMarked(last, shape),
      vowels.count == 1 || shape == .circumflex
    else { return nil }
    return last
  }

  /// ư of ươ has the mark of ơ, while ơ behind ư may still get its own key.
  private func isMarked(_ index: Int, _ shape: TypedLetter.Shape) -> Bool {
    letters[index].shape == shape || letters[index].base == "u" && self.shape(at: index) == shape
  }

  private mutating func takeBackMark(of index: Int, _ key: Unicode.Scalar) {
    let isDoubledLetter = key.lowercasedASCII == letters[index].base && index == letters.count - 1
    // "oo" is a vowel of its own; its word is still open.
    if isDoubledLetter, tone == .level, isDirectly(after: index, key) {
      var plain = self
      plain.letters[index].shape = .plain
      plain.letters.append(TypedLetter(key: key))
      if plain.canGrow(through: plain.letters.count) {
        plain.letters[index].isLocked = true
        plain.letters[index + 1].isLocked = true
        plain.keys.removeLast()
        plain.keys.append(Key(scalar: key, use: .letter, letter: index + 1))
        self = plain
        return
      }
    }
    takeBack(key) { word in
      word.letters[index].shape = .plain
      // One key made both letters of ươ.
      guard index > 0, word.letters[index - 1].base == "u", !word.hasOwnMark(index - 1) else { return }
      word.letters[index - 1].shape = .plain
    }
  }

  private func isDirectly(after index: Int, _ key: Unicode.Scalar) -> Bool {
    keys.last.map { $0.use == .mark && $0.letter == index && isSame($0.scalar, key) } ?? false
  }

  // MARK: đ

  private mutating func applyStroke(_ key: Unicode.Scalar) -> Bool {
    guard let last = letters.last else { return false }
    if let lastKey = keys.last, lastKey.use == .mark, isSame(lastKey.scalar, key) {
      takeBack(key) { $0.letters[lastKey.letter].shape = .plain }
      return true
    }
    var place = letters.count - 1
    if last.base != "d" || last.shape != .plain {
      // From further back only where a rime follows: "dang", not "deadline".
      guard letters[0].base == "d", letters[0].shape == .plain, lastVowels?.lowerBound == 1,
        canGrow(through: letters.count)
      else { return false }
      place = 0
    }
    letters[place].shape = .stroke
    keys.append(Key(scalar: key, use: .mark, letter: place))
    return true
  }

  // MARK: Taking back

  /// The key that did something comes again. Directly after itself it takes that back and stands as a letter;
  /// otherwise the word was never meant to have it, and all its keys stand.
  private mutating func takeBack(_ key: Unicode.Scalar, _ undo: (inout TypedWord) -> Void) {
    if isRead || keys.last.map({ $0.use != .letter && isSame($0.scalar, key) }) ?? false {
      undo(&self)
      becomeRaw(characters + [Character(key)])
    } else {
      becomeRaw(typed + [Character(key)])
    }
  }

  private func isSame(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    first.lowercasedASCII == second.lowercasedASCII
  }
}
