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
  /// A legal basis, or the number of a text of law that the version names or of a basis that was typed before. A line has
  /// room for few, so that they take turns. Nothing is chosen by itself that no rule says.
  /// - Parameter law: what the version names for the case.
  func basis(of law: [LegalText], proposing proposal: String = "") throws(Unanswered) -> String {
    let named = law.map(\.text).filter { $0.count <= Self.longestPhrase }
    return try phrase("basis", Words("Căn cứ pháp lý?", "Legal basis?"), of: .end, proposing: proposal, offering: named)
  }

  /// As long as a recorded reason or basis.
  private static let longestPhrase = 500

  /// A sentence, or the number of one that is offered or was typed before.
  func phrase(
    _ id: Field.ID, _ label: Words, of verb: Verb, proposesLast: Bool = false, proposing proposal: String = "",
    offering offered: [String] = []
  )
    throws(Unanswered) -> String
  {
    let typed = session.phrases(id, of: verb).filter { !offered.contains($0) }
    let known = (0..<max(offered.count, typed.count)).flatMap { place in
      [offered, typed].compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
    guard !known.isEmpty else { return try ask(id, label, .required, proposal: proposal) }
    // The number of a text of law alone would not tell its articles apart.
    let width = offered.isEmpty ? 15 : 22
    // Only what can be read may be chosen by its number, and the label is one line.
    var room = session.size.columns - 12 - Surface.width(of: label(session.language))
    let shown = known.prefix(3).enumerated().map { "  \($0.offset + 1) " + head(of: $0.element, width: width) }
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
