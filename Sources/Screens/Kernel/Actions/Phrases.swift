import DossierDomain
import Terminal
import VietnameseText

/// Sentences that a clerk has typed for a verb before, the newest first, so that she need not type them again. They are
/// kept like a draft, for each clerk.
extension Session {
  private static let name = "phrases"
  private static let most = 9
  private static let fields: [String: [Field.ID]] = [
    Verb.extend.name: ["reason"], Verb.verify.name: ["reason"], Verb.end.name: ["reason", "basis"],
    Verb.requestSupplement.name: ["reason"], Verb.reopen.name: ["reason"],
  ]

  func phrases(_ id: Field.ID, of verb: Verb) -> [String] {
    let kind = Self.kind(id, verb)
    return promptDrafts[Self.name]?.entries.filter { $0.id.name == kind }.map(\.text) ?? []
  }

  mutating func rememberPhrases(_ answers: Contents, of verb: Verb) {
    for id in Self.fields[verb.name] ?? [] {
      guard let answer = answers[id]?.cleaned(maxLength: 500), !answer.isEmpty else { continue }
      let kind = Self.kind(id, verb)
      let phrases = ([answer] + phrases(id, of: verb).filter { $0 != answer }).prefix(Self.most)
      let others = promptDrafts[Self.name]?.entries.filter { $0.id.name != kind } ?? []
      promptDrafts[Self.name] = Contents(
        entries: others + phrases.enumerated().map { Contents.Entry(id: Field.ID(kind, $0.offset), text: $0.element) })
    }
  }

  private static func kind(_ id: Field.ID, _ verb: Verb) -> String { verb.name + " " + id.name }
}

extension Questions {
  /// A sentence, or the number of one that was typed before.
  func phrase(
    _ id: Field.ID, _ label: Words, of verb: Verb, proposesLast: Bool = false, proposing proposal: String = ""
  )
    throws(Unanswered) -> String
  {
    let known = session.phrases(id, of: verb)
    guard !known.isEmpty else { return try ask(id, label, .required, proposal: proposal) }
    // Only what can be read may be chosen by its number, and the label is one line.
    var room = session.size.columns - 12 - Surface.width(of: label(session.language))
    let shown = known.prefix(3).enumerated().map { "  \($0.offset + 1) " + head(of: $0.element, width: 15) }
      .prefix { phrase in
        room -= Surface.width(of: phrase)
        return room >= 0
      }
    let words = Words(label(.vi) + shown.joined(), label(.en) + shown.joined())
    return try ask(id, words, .required, proposal: proposesLast ? known[0] : proposal) { text in
      Int(text.filter { !$0.isWhitespace }).flatMap { shown.indices.contains($0 - 1) ? known[$0 - 1] : nil } ?? text
    }
  }
}
