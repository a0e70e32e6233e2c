/// What a citizen who asks is told to bring.
public struct CasePapers: Hashable, Sendable {
  /// Nil if the procedure has one case only.
  public var name: String?
  /// In their order; of each several papers, any one is enough.
  public var needed: [[String]]
  /// Papers that only some need, each with the question on which that depends and the answer.
  public var ifSo: [(question: String, paper: String)] { dependent.map { ($0.question, $0.paper) } }
  private var dependent: [Dependent] = []

  private struct Dependent: Hashable, Sendable {
    var question: String
    var paper: String
  }

  init(of version: ProcedureVersion, _ one: ProcedureCase?, _ channel: Channel) {
    name = one?.name
    var answers = CaseAnswers(channel: channel)
    for fact in one?.condition.facts ?? [] { answers[fact.question] = fact.answers.first }
    let outcome = version.outcome(answers)
    var groups: [String: Int] = [:]
    var needed: [[String]] = []
    // What the office looks up, nobody has to bring.
    for paper in outcome.papers where paper.needInDossier != .lookedUp {
      guard case .oneOf(let group) = paper.need else {
        needed.append([paper.name])
        continue
      }
      if let place = groups[group] {
        needed[place].append(paper.name)
      } else {
        groups[group] = needed.count
        needed.append([paper.name])
      }
    }
    self.needed = needed
    let all = version.paperRules
    for place in all.indices where !outcome.paperPlaces.contains(place) && all[place].needInDossier != .lookedUp {
      let isOfCase = all[place].applies.cases.isEmpty || all[place].applies.cases.contains(one?.id ?? "")
      guard isOfCase, all[place].applies.condition.holds(answers) == nil,
        let fact = all[place].applies.condition.facts.first(where: { answers[$0.question] == nil }),
        let question = version.rules.questions.first(where: { $0.id == fact.question })
      else { continue }
      let answers = fact.answers.compactMap { number in
        question.answers.indices.contains(number - 1) ? question.answers[number - 1] : nil
      }
      let asked = question.text + " " + answers.joined(separator: " / ")
      dependent.append(Dependent(question: asked, paper: all[place].name))
    }
  }
}

extension ProcedureVersion {
  /// The papers of each case, as they are asked for at the desk.
  public var casePapers: [CasePapers] {
    rules.cases.isEmpty
      ? [CasePapers(of: self, nil, .direct)] : rules.cases.map { CasePapers(of: self, $0, .direct) }
  }
}
