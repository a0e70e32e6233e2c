/// What a citizen who asks is told to bring.
public struct CasePapers: Hashable, Sendable {
  /// Nil if the procedure has one case only.
  public var name: String?
  /// What everybody in this case needs, in its order; of each several papers, any one is enough.
  public var needed: [[String]]
  /// Papers that only some need, each with the questions on which that depends and their answers.
  public var ifSo: [(question: String, paper: String)] { dependent.map { ($0.question, $0.paper) } }
  private var dependent: [Dependent] = []

  private struct Dependent: Hashable, Sendable {
    var question: String
    var paper: String
  }

  init(of version: ProcedureVersion, _ one: ProcedureCase?, _ channel: Channel) {
    name = one?.name
    needed = []
    let possible = PossibleAnswers(version.rules.questions, one, channel)
    var groups: [String: Int] = [:]
    // What the office looks up, nobody has to bring.
    for paper in version.paperRules where paper.needInDossier != .lookedUp {
      guard paper.applies.cases.isEmpty || paper.applies.cases.contains(one?.id ?? ""),
        let open = possible.open(paper.applies.condition)
      else { continue }
      guard open.isEmpty else {
        let asked = open.map { version.rules.wording(of: $0) }.joined(separator: "; ")
        dependent.append(Dependent(question: asked, paper: paper.name))
        continue
      }
      if case .oneOf(let group) = paper.need, let place = groups[group] {
        needed[place].append(paper.name)
      } else {
        if case .oneOf(let group) = paper.need { groups[group] = needed.count }
        needed.append([paper.name])
      }
    }
  }
}

/// The answers that a case allows. Its condition says for each question by itself which ones.
private struct PossibleAnswers {
  private var numbers: [String: Set<Int>] = [:]

  init(_ questions: [CaseQuestion], _ one: ProcedureCase?, _ channel: Channel) {
    for question in questions { numbers[question.id] = Set(1...max(1, question.answers.count)) }
    numbers[CaseQuestion.channel] = [Int(channel.rawValue)]
    for fact in one?.condition.facts ?? [] { numbers[fact.question]?.formIntersection(fact.answers) }
  }

  /// The facts that hold under some of the answers only, with these; nil if the condition never holds.
  func open(_ condition: CaseCondition) -> [CaseCondition.Fact]? {
    var open: [CaseCondition.Fact] = []
    for fact in condition.facts {
      let possible = numbers[fact.question] ?? []
      let common = possible.intersection(fact.answers)
      guard !common.isEmpty else { return nil }
      if common != possible { open.append(CaseCondition.Fact(question: fact.question, answers: Array(common))) }
    }
    return open
  }
}

extension ProcedureRules {
  fileprivate func wording(of fact: CaseCondition.Fact) -> String {
    guard let question = questions.first(where: { $0.id == fact.question }) else { return fact.question }
    let answers = fact.answers.compactMap { question.answers.indices.contains($0 - 1) ? question.answers[$0 - 1] : nil }
    return question.text + " " + answers.joined(separator: " / ")
  }
}

extension ProcedureVersion {
  /// The papers of each case, as they are asked for at the desk.
  public var casePapers: [CasePapers] {
    rules.cases.isEmpty
      ? [CasePapers(of: self, nil, .direct)] : rules.cases.map { CasePapers(of: self, $0, .direct) }
  }
}
