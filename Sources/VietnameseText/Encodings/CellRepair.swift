/// What became of a text that may have been pasted from a text in another encoding.
public enum CellText: Hashable, Sendable {
  case plain(String)
  /// All words of the text become syllables in this encoding, and were none before.
  case repaired(String, from: TextEncoding)
  /// Letters are lost, or stand for others that nobody knows.
  case unreadable

  /// - Parameter text: as it was decoded, before it is normalised: a no-break space can be half of a letter.
  public init(_ text: String) {
    // Letters that another encoding made are all in Windows-1252.
    if let latin = ComposedLatin(text), !latin.hasQuestionMark, latin.isASCII || !latin.isWindows1252 {
      self = .plain(text)
    } else {
      self.init(lookingAtCharactersOf: text)
    }
  }

  /// The same for any text, at the cost of a look at each character.
  init(lookingAtCharactersOf text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      self = Self.hasLostLetters(text) ? .unreadable : .plain(text)
      return
    }
    if text.unicodeScalars.contains("\u{FFFD}") {
      self = .unreadable
      return
    }
    if let bytes = exactWindows1252Bytes(of: text),
      Self.markedWords(of: text).contains(where: { !isPlausibleSyllable($0) })
    {
      for encoding in [TextEncoding.utf8, .vni, .tcvn3] {
        guard let read = try? encoding.decode(bytes), !read.unicodeScalars.contains("\u{FFFD}") else { continue }
        let words = Self.markedWords(of: read)
        if !words.isEmpty, words.allSatisfy({ isPlausibleSyllable($0) }) {
          self = .repaired(read, from: encoding == .utf8 ? .utf8Twice : encoding == .vni ? .vniInUTF8 : .tcvn3InUTF8)
          return
        }
      }
    }
    self = Self.hasLostLetters(text) || Self.hasForeignSigns(text) ? .unreadable : .plain(text)
  }

  /// The words with letters or signs outside ASCII.
  private static func markedWords(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !isForeignSign($0) && $0 != "\u{A0}" }.filter { $0.utf8.contains { $0 >= 0x80 } }
  }

  /// A question mark between letters is a letter that an encoding did not have: "Nguy?n".
  private static func hasLostLetters(_ text: String) -> Bool {
    guard text.utf8.contains(0x3F) else { return false }
    let characters = Array(text)
    return characters.indices.dropFirst().dropLast().contains { place in
      characters[place] == "?" && characters[place - 1].isLetter
        && (characters[place + 1].isLetter || characters[place + 1] == "?")
    }
  }

  /// A sign inside or at the edge of a word that no writer puts there: half of a letter.
  private static func hasForeignSigns(_ text: String) -> Bool {
    let characters = Array(text)
    return characters.indices.contains { place in
      guard isForeignSign(characters[place]) else { return false }
      return place > 0 && characters[place - 1].isLetter
        || place + 1 < characters.count && characters[place + 1].isLetter
    }
  }

  private static let foreignSigns: Set<Character> = Set("¡¢£¤¥¦¨©¬®¯±´µ¶¸¹¼½¾¿‚ƒ„†‡ˆ‰‹›˜™")

  /// Asked for each character of a register.
  private static func isForeignSign(_ character: Character) -> Bool {
    !character.isASCII && foreignSigns.contains(character)
  }
}
