import Terminal

/// What a clerk has searched for since she signed in, for the arrow up in an empty field. It is stored nowhere.
struct QueryHistory: Equatable, Sendable {
  /// The newest one comes last.
  private(set) var texts: [String] = []

  static let limit = 20

  mutating func remember(_ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    texts.removeAll { $0 == text }
    texts = (texts + [text]).suffix(Self.limit)
  }
}

/// How far a field has gone back in the history; 0 if its text was typed.
struct Recall: Equatable, Sendable {
  private var back = 0

  /// - Returns: the earlier text that the key brings into the field; nil if the key is meant for something else.
  mutating func press(_ key: Key, in text: String, _ history: QueryHistory) -> String? {
    guard key == .up, text.isEmpty || back > 0, !history.texts.isEmpty else {
      back = 0
      return nil
    }
    back = min(back + 1, history.texts.count)
    return history.texts[history.texts.count - back]
  }
}
