/// Onsets and rimes of the grammar as numbers, so that a key is judged in a fraction of a microsecond.
///
/// A rime has at most four letters. Its letters without marks take five bits each, its marks two bits each.
struct RimeTable: Sendable {
  static let longest = 4

  struct Pattern: Hashable, Sendable {
    fileprivate var letters: UInt32 = 0
    fileprivate var marks: UInt16 = 0
    /// Both bits of each letter that has a mark.
    fileprivate var marked: UInt16 = 0

    fileprivate init() {}

    /// Nil if no rime has such a letter, or so many.
    init?(_ rime: ArraySlice<TypedLetter>) {
      guard rime.count <= RimeTable.longest else { return nil }
      for letter in rime { guard append(letter) else { return nil } }
    }

    fileprivate mutating func append(_ letter: TypedLetter) -> Bool {
      // Names write k where the language has c.
      let base = letter.base == "k" ? "c" : letter.base
      guard (0x61...0x7A).contains(base.value), letter.shape != .stroke else { return false }
      letters = letters << 5 | (base.value - 0x60)
      marks = marks << 2 | UInt16(letter.shape.rawValue)
      marked = marked << 2 | (letter.shape == .plain ? 0 : 3)
      return true
    }
  }

  static let standard = RimeTable(onsets: SyllableGrammar.onsets, rimes: SyllableGrammar.rimes)

  /// The marks of all rimes and beginnings of rimes with these letters.
  private var beginnings: [UInt32: [UInt16]] = [:]
  private var whole: [UInt32: [UInt16]] = [:]
  private var onsets: Set<UInt32> = []

  init(onsets: Set<Substring>, rimes: Set<Substring>) {
    for rime in rimes {
      var pattern = Pattern()
      for letter in Self.letters(of: rime) {
        guard pattern.append(letter) else { break }
        if beginnings[pattern.letters]?.contains(pattern.marks) != true {
          beginnings[pattern.letters, default: []].append(pattern.marks)
        }
      }
      whole[pattern.letters, default: []].append(pattern.marks)
    }
    self.onsets = Set(onsets.map { Self.number(ofOnset: Self.letters(of: $0)[...]) })
  }

  private static func letters(of text: Substring) -> [TypedLetter] {
    text.unicodeScalars.map { TypedLetter.read($0).letter }
  }

  private static func number(ofOnset letters: ArraySlice<TypedLetter>) -> UInt32 {
    letters.reduce(0) { number, letter in
      // No onset has four letters, and đ takes the place behind z.
      number << 8 | (letter.shape == .stroke ? 0x7B : letter.base.value & 0xFF)
    }
  }

  func isOnset(_ letters: ArraySlice<TypedLetter>) -> Bool {
    letters.count < 4 && letters.allSatisfy { $0.base.value < 0x7B } && onsets.contains(Self.number(ofOnset: letters))
  }

  /// Whether a rime begins with these letters, if letters without marks may still get one.
  func canGrow(_ pattern: Pattern) -> Bool {
    beginnings[pattern.letters]?.contains { $0 & pattern.marked == pattern.marks } ?? false
  }

  func contains(_ pattern: Pattern) -> Bool { whole[pattern.letters]?.contains(pattern.marks) ?? false }
}
