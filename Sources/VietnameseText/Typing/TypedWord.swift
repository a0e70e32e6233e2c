/// The word that is being typed: its letters without the tone, the tone, and the keys that made it.
///
/// Marks and tone are found anew from the whole word after each key, so that the tone moves when the syllable grows or
/// shrinks. Once the clerk has taken a mark or a tone back by its key, the word is raw: further keys are only letters.
struct TypedWord: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    enum Use: Sendable { case letter, mark, tone }

    var scalar: Unicode.Scalar
    var use: Use
    /// The letter that goes together with the key.
    var letter: Int
  }

  /// Longer than any word that somebody types by hand.
  static let longest = 32

  let rules: TypingRules
  var letters: [TypedLetter] = []
  var keys: [Key] = []
  var tone = Tone.level
  /// The first vowel of those among which the tone finds its place.
  var toneAt = 0
  /// The word was taken from a text, so its keys are not known.
  private(set) var isRead = false
  /// The letters of a raw word.
  private(set) var raw: [Character]?

  init(_ rules: TypingRules) {
    self.rules = rules
  }

  /// The word that stands in a text.
  init(_ rules: TypingRules, reading text: [Character]) {
    self.init(rules)
    guard !text.isEmpty else { return }
    isRead = true
    for character in text {
      guard let scalar = character.unicodeScalars.first else { continue }
      let (letter, found) = TypedLetter.read(scalar)
      letters.append(letter)
      guard found != .level else { continue }
      // No syllable has two tones.
      guard tone == .level else {
        becomeRaw(text)
        return
      }
      (tone, toneAt) = (found, vowels(around: letters.count - 1).lowerBound)
    }
    if characters != text { becomeRaw(characters) }
  }

  /// A word of which no key is anything but a letter.
  init(_ rules: TypingRules, raw text: [Character]) {
    self.init(rules)
    raw = text
  }

  var isEmpty: Bool { letters.isEmpty && raw?.isEmpty ?? true }

  /// What was typed, key by key.
  var typed: [Character] { keys.map { Character($0.scalar) } }

  mutating func becomeRaw(_ text: [Character]) {
    (letters, keys, tone, raw) = ([], [], .level, text)
  }

  /// Types one letter or digit.
  /// - Returns: false for a digit that changes nothing; the word ends before it.
  mutating func press(_ key: Unicode.Scalar) -> Bool {
    let lower = key.lowercasedASCII
    let isDigit = (0x30...0x39).contains(lower.value)
    if let raw {
      if isDigit { return false }
      becomeRaw(raw + [Character(key)])
      return true
    }
    if letters.count >= Self.longest { becomeRaw(characters) }
    if raw == nil, let action = rules.method.action(of: lower), apply(action, key) { return true }
    guard !isDigit else { return false }
    if raw != nil { return press(key) }
    append(key)
    return true
  }

  /// Adds the key as a letter.
  private mutating func append(_ key: Unicode.Scalar) {
    var letter = TypedLetter(key: key)
    if letter.base == "w", rules.method == .telex, rules.takesBareW, !letters.contains(where: \.isVowel) {
      letter.base = "u"
      letter.shape = .horn
      letter.isBareW = true
    }
    letters.append(letter)
    keys.append(Key(scalar: key, use: .letter, letter: letters.count - 1))
    // "oo" that was typed on purpose is a vowel only in "oong" and "ooc".
    if letters.contains(where: \.isLocked), !canGrow(through: letters.count) { becomeRaw(characters) }
  }

  /// Removes the last letter with its mark; the tone finds its place in what is left.
  mutating func erase() {
    if var text = raw {
      if !text.isEmpty { text.removeLast() }
      raw = text.isEmpty ? nil : text
      return
    }
    guard !letters.isEmpty else { return }
    // What stands on the screen stays there, even if the erased letter was the reason for a mark.
    for index in letters.indices { letters[index].shape = shape(at: index) }
    letters.removeLast()
    let end = letters.count
    if let key = keys.firstIndex(where: { $0.letter == end && $0.use == .mark }), end > 0,
      letters[end - 1].base == "u", letters[end - 1].shape == .horn, !hasOwnMark(end - 1)
    {
      // One key made both letters of ươ.
      keys[key].letter = end - 1
    }
    keys.removeAll { $0.letter >= end }
    if toneAt >= end { tone = .level }
    if letters.isEmpty { (keys, isRead) = ([], false) }
  }

  func hasOwnMark(_ index: Int) -> Bool {
    letters[index].isBareW || keys.contains { $0.letter == index && $0.use == .mark }
  }

  /// What stands where the word ends.
  var ended: [Character] {
    guard rules.givesBack, raw == nil, !isRead, letters.contains(where: \.isVowel) else { return characters }
    let typed = typed
    if isSyllable || typed == characters { return characters }
    let isName = letters[0].isUpper && isPlausibleInName(text) || SyllableGrammar.nameWords.contains(text.lowercased())
    return isName ? characters : typed
  }
}
