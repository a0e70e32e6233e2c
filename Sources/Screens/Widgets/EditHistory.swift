/// Earlier texts of a field. A word, with its corrections and what an input method outside made of it, is one step;
/// so is everything that cuts or pastes.
struct EditHistory: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    var text: String
    var cursor: Int
  }

  /// What an edit is a part of.
  enum Part: Sendable {
    /// The word that is being typed.
    case word
    case whole
  }

  static let limit = 50

  private var steps: [Step] = []
  private var isInWord = false

  /// - Parameter step: the text before the edit.
  mutating func remember(_ step: Step, _ part: Part) {
    if part == .whole || !isInWord { steps = (steps + [step]).suffix(Self.limit) }
    isInWord = part == .word
  }

  /// The word is finished: a blank followed, or the cursor moved.
  mutating func endWord() { isInWord = false }

  /// The text before the last step; nil if there is none.
  mutating func back() -> Step? {
    isInWord = false
    return steps.popLast()
  }
}
