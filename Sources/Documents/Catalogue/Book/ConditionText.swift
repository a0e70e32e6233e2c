import DossierDomain
import VietnameseText

/// A condition in words: `tre = Bị bỏ rơi; kênh = trực tuyến/bưu chính`. Answers are named by their number or by their
/// text, of which capitals and marks do not matter.
struct ConditionText {
  typealias Reason = ProcedureBook.Reason

  private let questions: [CaseQuestion]

  init(_ questions: [CaseQuestion]) { self.questions = questions }

  // MARK: Reading

  /// An empty text is the condition that always holds.
  func condition(_ text: String) throws(Reason) -> CaseCondition {
    guard !text.isEmpty else { return .always }
    var parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { throw .conditionUnreadable(text) }
    var name = parts.removeFirst()
    let last = parts.removeLast()
    var facts: [CaseCondition.Fact] = []
    for part in parts {
      // Behind the answers the name of the next question stands.
      guard let (answers, next) = Self.divided(part) else { throw .conditionUnreadable(text) }
      facts.append(try fact(name, answers, in: text))
      name = next
    }
    facts.append(try fact(name, last, in: text))
    return CaseCondition(facts)
  }

  /// Answers may contain what divides facts ("cha và mẹ"), so only the last divider counts.
  private static func divided(_ text: String) -> (answers: String, next: String)? {
    for match in text.matches(of: /;|\s(?:và|va|and|&)\s/.ignoresCase()).reversed() {
      let next = text[match.range.upperBound...].trimmingBlanks
      if !next.isEmpty { return (String(text[..<match.range.lowerBound]), next) }
    }
    return nil
  }

  /// The number of the answer that a text names by its words or its number.
  static func answer(_ text: String, to id: String, among answers: [String]) throws(Reason) -> Int {
    let named = try Question(id: id, answers: answers.map { [$0.folded] }).number(of: text)
    guard let number = named ?? Int(text) else { throw .answerUnknown(question: id, String(text.prefix(60))) }
    return number
  }

  private func fact(_ name: String, _ answers: String, in text: String) throws(Reason) -> CaseCondition.Fact {
    let name = Substring(name).trimmingBlanks
    let answers = Self.withoutDivider(answers)
    guard !name.isEmpty, !answers.isEmpty else { throw .conditionUnreadable(text) }
    guard let question = question(name) else { throw .rule(.questionUnknown(String(name.prefix(40)))) }
    if let number = try question.number(of: answers) {
      return CaseCondition.Fact(question: question.id, answers: [number])
    }
    var numbers: [Int] = []
    for part in answers.split(separator: /\/|\s(?:hoặc|hoac|or)\s/.ignoresCase()) {
      let part = part.trimmingBlanks
      let named = try question.number(of: part)
      guard let number = Int(part) ?? named else {
        throw .answerUnknown(question: question.id, String(part.prefix(60)))
      }
      guard question.answers.indices.contains(number - 1) else {
        throw .rule(.answerUnknown(question: question.id, answer: number))
      }
      numbers.append(number)
    }
    guard !numbers.isEmpty else { throw .conditionUnreadable(text) }
    return CaseCondition.Fact(question: question.id, answers: numbers)
  }

  /// People end the last fact like the ones before.
  private static func withoutDivider(_ text: String) -> String {
    let text = Substring(text).trimmingBlanks
    return text.hasSuffix(";") ? text.dropLast().trimmingBlanks : text
  }

  private func question(_ name: String) -> Question? {
    let id = shortName(name)
    if let question = questions.first(where: { $0.id == id }) {
      return Question(id: question.id, answers: question.answers.map { [$0.folded] })
    }
    return [CaseQuestion.channel, "kenh", "cach-nop"].contains(id) ? .channel : nil
  }

  private struct Question {
    var id: String
    /// The texts of each answer, without marks.
    var answers: [[String]]

    static let channel = Question(
      id: CaseQuestion.channel,
      answers: Channel.allCases.map { channel in Language.allCases.map { channel.wording($0).folded } })

    /// The answer with exactly this text; nil if there is none.
    func number(of text: String) throws(Reason) -> Int? {
      let folded = text.folded
      let found = answers.indices.filter { answers[$0].contains(folded) }
      guard found.count < 2 else { throw .answerAmbiguous(question: id, String(text.prefix(60))) }
      return found.first.map { $0 + 1 }
    }
  }

  // MARK: Writing

  /// By the texts of the answers; in a cell only if that can be read again, otherwise by their numbers.
  func text(_ condition: CaseCondition, _ writing: FactWriting) -> String {
    let words = condition.facts.map { fact in
      let isChannel = fact.question == CaseQuestion.channel
      let question = questions.first { $0.id == fact.question }
      let texts = isChannel ? Channel.allCases.map { $0.wording(writing.language) } : question?.answers ?? []
      let answers = fact.answers.map { texts.indices.contains($0 - 1) ? texts[$0 - 1] : String($0) }
      let name = isChannel ? writing.pick("kênh", CaseQuestion.channel) : fact.question
      return writing.either(cell: name + " = ", shown: (question?.text ?? name) + " ")
        + answers.joined(separator: " / ")
    }
    .joined(separator: "; ")
    let numbers = condition.facts.map { "\($0.question) = " + $0.answers.map(String.init).joined(separator: "/") }
      .joined(separator: "; ")
    return writing.either(cell: (try? self.condition(words)) == condition ? words : numbers, shown: words)
  }
}
