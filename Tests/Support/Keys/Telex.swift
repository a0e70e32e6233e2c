import Foundation

/// How a word is written with Telex.
public enum Telex {
  /// One key, and the word that the method makes of all keys so far.
  public struct Step: Equatable {
    public var key: Character
    public var word: String
  }

  private struct Letter {
    /// Without shape and tone: `o` of `ớ`.
    var base: Character
    /// Without the tone: `ơ` of `ớ`.
    var shaped: Character
    var tone: Character?

    init(_ letter: Character) {
      let parts = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars
      let toneless = String(String.UnicodeScalarView(parts.filter { Telex.tones[$0.value] == nil }))
      shaped = Character(toneless.precomposedStringWithCanonicalMapping)
      base = ["đ": "d", "Đ": "D"][letter] ?? parts.first.map { Character($0) } ?? letter
      tone = parts.lazy.compactMap { Telex.tones[$0.value] }.first
    }

    /// The key that gives the letter its shape; nil if it has none. Stroke and circumflex are the letter once more.
    var shapeKey: Character? {
      guard shaped != base else { return nil }
      return "ăơư".contains(shaped.lowercased()) ? "w" : Character(base.lowercased())
    }

    func isVowel(_ vowel: Character) -> Bool { shaped.lowercased() == String(vowel) }
  }

  private static let tones: [UInt32: Character] = [0x301: "s", 0x300: "f", 0x309: "r", 0x303: "x", 0x323: "j"]

  /// The shape follows its letter, one `w` shapes both letters of `ươ`, and the tone comes last.
  public static func steps(of word: some StringProtocol) -> [Step] {
    let letters = word.map { Letter($0) }
    var shown: [Character] = []
    var steps: [Step] = []
    for (index, letter) in letters.enumerated() {
      shown.append(letter.base)
      steps.append(Step(key: letter.base, word: String(shown)))
      let isLeftToNext = letter.isVowel("ư") && letters.dropFirst(index + 1).first?.isVowel("ơ") == true
      guard let key = letter.shapeKey, !isLeftToNext else { continue }
      if letter.isVowel("ơ"), index > 0, letters[index - 1].isVowel("ư") {
        shown[index - 1] = letters[index - 1].shaped
      }
      shown[index] = letter.shaped
      steps.append(Step(key: key, word: String(shown)))
    }
    if let tone = letters.lazy.compactMap(\.tone).first {
      steps.append(Step(key: tone, word: String(word)))
    }
    return steps
  }
}

/// How many keys a text takes with Telex.
public func telexKeys(_ text: String) -> Int {
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  return words.reduce(words.count - 1) { $0 + Telex.steps(of: $1).count }
}
