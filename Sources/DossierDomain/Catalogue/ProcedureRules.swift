/// What a procedure asks for beyond one row: cases with questions, papers with conditions, fees and limits as rules.
/// Everything is empty for a procedure that is still known as a row.
public struct ProcedureRules: Hashable, Sendable {
  public var questions: [CaseQuestion] = []
  /// Empty if the procedure has one case only. Otherwise exactly one applies to any complete set of answers.
  public var cases: [ProcedureCase] = []
  /// Empty if the row's names of papers are all that is known.
  public var papers: [PaperRule] = []
  /// Empty if the row's fee is all that is known.
  public var fees: [FeeItem] = []
  public var reductions: [FeeReduction] = []
  /// The first that applies counts. If none does, the row's limit counts.
  public var limits: [LimitRule] = []
  /// Empty if nobody has said what the procedure gives.
  public var results: [ResultRule] = []
  /// Empty if the office works by the four kinds of work only.
  public var steps: [StepRule] = []
  /// Without a rule for a task, the office that receives a dossier may do it.
  public var offices: [OfficeRule] = []
  public var links: [ProcedureLink] = []
  public var law: [LegalText] = []
  public var names = ProcedureNames.none

  public init() {}

  public static let none = ProcedureRules()
}

extension ProcedureRules {
  /// Whether it has a fact that the first version of the rules did not know.
  public var hasLaterFacts: Bool {
    !results.isEmpty || !steps.isEmpty || !offices.isEmpty || !links.isEmpty || !law.isEmpty || names != .none
      || limits.contains { $0.bounds != ProcedureBounds() } || questions.contains { $0.derivation != nil }
  }
}

extension ProcedureRules {
  fileprivate var withoutLaterFacts: ProcedureRules {
    var earlier = self
    (earlier.results, earlier.steps, earlier.offices, earlier.links, earlier.law) = ([], [], [], [], [])
    earlier.names = .none
    for index in limits.indices { earlier.limits[index].bounds = ProcedureBounds() }
    for index in questions.indices { earlier.questions[index].derivation = nil }
    return earlier
  }
}

extension ProcedureVersion {
  /// What earlier versions of the program had of it in their own catalogue: without the later facts, or the row only.
  /// Dossiers were received by that.
  public var earlierForms: [ProcedureVersion] {
    [rules.withoutLaterFacts, .none].filter { $0 != rules }.map { rules in
      var earlier = self
      earlier.rules = rules
      return earlier
    }
  }
}

/// What a procedure asks for in the case that the answers have chosen so far.
public struct CaseOutcome: Hashable, Sendable {
  /// Nil as long as the answers leave it open, or if the procedure has one case only.
  public var chosen: ProcedureCase?
  /// The questions that still decide something, in their order.
  public var open: [CaseQuestion]
  /// The papers that apply, and their places among all papers of the version.
  public var papers: [PaperRule]
  public var paperPlaces: [Int]
  public var fees: [FeeItem]
  public var reductions: [FeeReduction]
  /// Nil if an open question may still decide it.
  public var limit: LimitRule?
  /// What follows applies if it does not depend on an open question.
  public var results: [ResultRule]
  public var steps: [StepRule]
  public var offices: [OfficeRule]
  public var links: [ProcedureLink]
  public var law: [LegalText]
}

extension ProcedureVersion {
  /// Whether it says something that versions of the program before the rules cannot read.
  public var needsRules: Bool {
    if case .months = timeLimit { return true }
    return rules != .none
  }

  /// What applies under these answers. Answers to questions that decide nothing in the chosen case are ignored.
  public func outcome(_ answers: CaseAnswers) -> CaseOutcome {
    let cases = rules.cases.map { ($0, $0.condition.holds(answers)) }
    let chosen = cases.first { $0.1 == true }?.0
    func holds(_ applies: Applicability) -> Bool? {
      let condition = applies.condition.holds(answers)
      // What is ruled out in every case asks for nothing.
      if condition == false || applies.cases.isEmpty { return condition }
      guard let chosen else {
        return cases.contains { $0.1 == nil && applies.cases.contains($0.0.id) } ? nil : false
      }
      return applies.cases.contains(chosen.id) ? condition : false
    }
    var deciding: Set<String> = []
    func isApplying(_ applies: Applicability) -> Bool {
      let result = holds(applies)
      if result == nil { deciding.formUnion(applies.condition.facts.map(\.question)) }
      return result == true
    }
    if chosen == nil {
      for (one, result) in cases where result == nil { deciding.formUnion(one.condition.facts.map(\.question)) }
    }
    let all = paperRules
    let places = all.indices.filter { isApplying(all[$0].applies) }
    var fees = feeItems.filter { isApplying($0.applies) }
    // Rules that say nothing about this case do not say that it is free.
    if fees.isEmpty { fees = [FeeItem(name: "", amount: .unknown)] }
    let reductions = rules.reductions.filter { isApplying($0.applies) }
    let limit = limit(holds, &deciding)
    // No citizen is asked a question for the sake of the office's own work: what depends on an open one is left out.
    return CaseOutcome(
      chosen: chosen, open: rules.questions.filter { answers[$0.id] == nil && deciding.contains($0.id) },
      papers: places.map { all[$0] }, paperPlaces: places, fees: fees, reductions: reductions, limit: limit,
      results: rules.results.filter { holds($0.applies) == true },
      steps: rules.steps.filter { holds($0.applies) == true },
      offices: rules.offices.filter { holds($0.applies) == true },
      links: rules.links.filter { holds($0.applies) == true },
      law: rules.law.filter { holds($0.applies) == true })
  }

  private func limit(_ holds: (Applicability) -> Bool?, _ deciding: inout Set<String>) -> LimitRule? {
    for rule in rules.limits {
      switch holds(rule.applies) {
      case true?: return rule
      case nil:
        deciding.formUnion(rule.applies.condition.facts.map(\.question))
        return nil
      case false?: continue
      }
    }
    return LimitRule(stages: [LimitRule.Stage(limit: timeLimit)])
  }

  /// The papers of the rules, or the names of the row.
  public var paperRules: [PaperRule] {
    rules.papers.isEmpty ? components.map { PaperRule(name: $0) } : rules.papers
  }

  /// The items of the rules, or the fee of the row.
  public var feeItems: [FeeItem] {
    guard rules.fees.isEmpty else { return rules.fees }
    let amount: FeeItem.Amount =
      switch (fee.value, isFeePerUnit) {
      case (nil, _): .unknown
      case (let fee?, false): .fixed(fee)
      case (let fee?, true): .each(fee, .copy)
      }
    return [FeeItem(name: "", amount: amount)]
  }
}

extension ProcedureVersion {
  /// What applies where nobody is asked.
  public func usualOutcome(_ channel: Channel) -> CaseOutcome {
    outcome(CaseAnswers(channel: channel).withUsual(of: self))
  }

  /// The questions that decide something under these answers, answered or not, in their order.
  public func questions(under answers: CaseAnswers) -> [CaseQuestion] {
    rules.questions.filter { question in
      var others = answers
      others[question.id] = nil
      return outcome(others).open.contains(question)
    }
  }
}

extension CaseOutcome {
  /// The fee for these quantities. A granted reduction that does not apply here grants nothing.
  public func quote(_ quantities: FeeQuantities, reducedBy reduction: String? = nil) -> FeeQuote {
    FeeQuote(lines: fees.map { $0.line(quantities) }, reduction: reductions.first { $0.id == reduction })
  }
}
