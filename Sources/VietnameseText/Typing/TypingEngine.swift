/// Composes Vietnamese letters from keys, in place while somebody types. It knows the last word; where that is not the
/// word before the cursor, it reads that one from the text, so marks can be added to what stands there.
public struct TypingEngine: Hashable, Sendable {
  /// What changes before the cursor.
  public struct Edit: Hashable, Sendable {
    /// In characters.
    public var removed = 0
    public var inserted: [Character] = []
  }

  public let rules: TypingRules
  private var word: TypedWord
  /// The keys of the word, which stand in its place since it ended.
  private var givenBack: [Character]?
  /// What stands in the text for the word.
  private var shown: [Character] = []

  public init(_ rules: TypingRules) {
    self.rules = rules
    word = TypedWord(rules)
  }

  /// - Parameter before: the text before the cursor.
  public mutating func type(_ key: Character, after before: some BidirectionalCollection<Character>) -> Edit {
    let length = find(before)
    guard let scalar = Self.scalar(key), Self.isInWord(key) || isDigit(scalar) else { return end(length, key) }
    guard scalar.value < 0x80 else {
      // A letter with its mark comes from another input method, which will change it by itself.
      return take(TypedWord(rules, raw: shown + [key]), length)
    }
    if isDigit(scalar), word.isEmpty { return end(length, key) }
    if length == 0, let last = before.last, last.isNumber {
      // A code, such as 12a.
      return take(TypedWord(rules, raw: [key]), length)
    }
    if let givenBack {
      // The clerk came back to a word that was no syllable; perhaps this key makes it one.
      var open = word
      self.givenBack = nil
      if open.press(scalar), open.isSyllable { return take(open, length) }
      word = TypedWord(rules, raw: givenBack)
    }
    guard word.press(scalar) else { return end(length, key) }
    return take(word, length)
  }

  /// Removes one letter before the cursor.
  public mutating func erase(after before: some BidirectionalCollection<Character>) -> Edit {
    // The word stays known, so that it is open again when the blank behind it is gone.
    guard let last = before.last, Self.isInWord(last) else { return Edit(removed: before.isEmpty ? 0 : 1) }
    let length = find(before)
    if let givenBack { word = TypedWord(rules, raw: givenBack) }
    givenBack = nil
    word.erase()
    return take(word, length)
  }

  /// Nothing follows the word, because the cursor leaves the text.
  public mutating func finish(after before: some BidirectionalCollection<Character>) -> Edit {
    let length = find(before)
    guard let keys = giveBack() else { return Edit() }
    return Edit(removed: length, inserted: keys)
  }

  /// A character that belongs to no word.
  private mutating func end(_ length: Int, _ key: Character) -> Edit {
    guard length > 0, let keys = giveBack() else { return Edit(removed: 0, inserted: [key]) }
    return Edit(removed: length, inserted: keys + [key])
  }

  /// - Returns: the keys of the word; nil if it stands as it is.
  private mutating func giveBack() -> [Character]? {
    guard givenBack == nil else { return nil }
    let ended = word.ended
    guard ended != shown else { return nil }
    (givenBack, shown) = (ended, ended)
    return ended
  }

  private mutating func take(_ new: TypedWord, _ length: Int) -> Edit {
    word = new
    shown = new.characters
    return Edit(removed: length, inserted: shown)
  }

  /// Makes the word before the cursor the current one.
  /// - Returns: its length in characters.
  private mutating func find(_ before: some BidirectionalCollection<Character>) -> Int {
    var place = before.endIndex
    var known = shown.count
    while place > before.startIndex {
      let previous = before.index(before: place)
      let character = before[previous]
      if known > 0, shown[known - 1] == character {
        known -= 1
      } else if Self.isInWord(character) {
        known = -1
      } else {
        break
      }
      place = previous
    }
    let length = before.distance(from: place, to: before.endIndex)
    guard known != 0 || length != shown.count else { return length }
    givenBack = nil
    let found = Array(before[place...])
    shown = found
    word = length > TypedWord.longest ? TypedWord(rules, raw: found) : TypedWord(rules, reading: found)
    return length
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    rules.method == .vni && (0x30...0x39).contains(scalar.value)
  }

  private static func scalar(_ character: Character) -> Unicode.Scalar? {
    let scalars = character.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  private static func isInWord(_ character: Character) -> Bool {
    guard let scalar = scalar(character) else { return false }
    return scalar.value < 0x80 ? character.isLetter : scalar.properties.isAlphabetic
  }
}
