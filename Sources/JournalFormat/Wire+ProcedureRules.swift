import DossierDomain
import SwiftProtobuf

extension Wire {
  static func message(_ rules: ProcedureRules) -> Dossier_Journal_ProcedureRules {
    .with {
      $0.questions = rules.questions.map { question in
        .with {
          $0.id = question.id
          $0.text = question.text
          $0.answers = question.answers
          $0.usual = number(question.usual ?? 0)
          if let derivation = question.derivation {
            $0.birth = .with { ($0.days, $0.answer) = (number(derivation.daysSinceBirth), number(derivation.answer)) }
          }
        }
      }
      $0.cases = rules.cases.map { one in
        .with {
          $0.id = one.id
          $0.name = one.name
          $0.condition = messages(one.condition)
        }
      }
      $0.papers = rules.papers.map(message)
      $0.fees = rules.fees.map(message)
      $0.reductions = rules.reductions.map { reduction in
        .with {
          $0.id = reduction.id
          $0.reason = reduction.reason
          $0.proof = reduction.proof
          $0.percent = number(reduction.percent)
          if reduction.applies != .always { $0.applies = message(reduction.applies) }
        }
      }
      $0.limits = rules.limits.map { limit in
        .with {
          if limit.applies != .always { $0.applies = message(limit.applies) }
          $0.stages = limit.stages.map { message($0.limit, name: $0.name) }
          if let verification = limit.verification { $0.verification = message(verification) }
          if limit.bounds != ProcedureBounds() { $0.bounds = message(limit.bounds) }
        }
      }
      putLaterFacts(of: rules, into: &$0)
    }
  }

  /// - Throws: if the rules are empty, because a version without rules does not have the field.
  static func rules(_ message: Dossier_Journal_ProcedureRules) throws(EntryFormatError) -> ProcedureRules {
    var rules = ProcedureRules()
    rules.questions = message.questions.map {
      CaseQuestion(
        id: $0.id, text: $0.text, answers: $0.answers, usual: $0.usual == 0 ? nil : Int($0.usual),
        derivation: $0.hasBirth
          ? CaseQuestion.Derivation(daysSinceBirth: Int($0.birth.days), answer: Int($0.birth.answer)) : nil)
    }
    for one in message.cases {
      rules.cases.append(ProcedureCase(id: one.id, name: one.name, condition: try condition(one.condition)))
    }
    for paper in message.papers { rules.papers.append(try self.paper(paper)) }
    for item in message.fees { rules.fees.append(try fee(item)) }
    for reduction in message.reductions {
      rules.reductions.append(
        FeeReduction(
          id: reduction.id, reason: reduction.reason, proof: reduction.proof, percent: Int(reduction.percent),
          applies: reduction.hasApplies ? try applicability(reduction.applies) : .always))
    }
    for limit in message.limits {
      var stages: [LimitRule.Stage] = []
      for stage in limit.stages {
        stages.append(LimitRule.Stage(name: stage.name, limit: try self.limit(stage)))
      }
      rules.limits.append(
        LimitRule(
          applies: limit.hasApplies ? try applicability(limit.applies) : .always, stages: stages,
          verification: limit.hasVerification ? try self.limit(limit.verification) : nil,
          bounds: limit.hasBounds ? try bounds(limit.bounds) : ProcedureBounds()))
    }
    try takeLaterFacts(of: message, into: &rules)
    guard rules != .none else { throw .malformed("rules of a procedure") }
    return rules
  }

  // MARK: Conditions

  private static func messages(_ condition: CaseCondition) -> [Dossier_Journal_CaseFact] {
    condition.facts.map { fact in
      .with {
        $0.question = fact.question
        $0.answers = fact.answers.map(number)
      }
    }
  }

  private static func condition(_ messages: [Dossier_Journal_CaseFact]) throws(EntryFormatError) -> CaseCondition {
    var facts: [CaseCondition.Fact] = []
    for message in messages {
      facts.append(CaseCondition.Fact(question: message.question, answers: message.answers.map(Int.init)))
    }
    return CaseCondition(facts)
  }

  static func message(_ applies: Applicability) -> Dossier_Journal_Applicability {
    .with {
      $0.cases = applies.cases
      $0.condition = messages(applies.condition)
    }
  }

  static func applicability(
    _ message: Dossier_Journal_Applicability
  ) throws(EntryFormatError) -> Applicability {
    Applicability(cases: message.cases, condition: try condition(message.condition))
  }

  // MARK: Papers

  /// The number and the group of what a dossier knows of a paper's need.
  static func numbers(of need: Component.Need) -> (need: UInt32, group: String) {
    switch need {
    case .byName: (0, "")
    case .required: (1, "")
    case .oneOf(let group): (2, group)
    case .shown: (3, "")
    case .lookedUp: (4, "")
    }
  }

  static func need(_ number: UInt32, group: String) throws(EntryFormatError) -> Component.Need {
    switch number {
    case 0: .byName
    case 1: .required
    case 2: .oneOf(group)
    case 3: .shown
    case 4: .lookedUp
    default: throw .malformed("need of a component")
    }
  }

  private static func numbers(of need: PaperRule.Need) -> (need: UInt32, group: String) {
    switch need {
    case .byName: (0, "")
    case .required: (1, "")
    case .oneOf(let group): (2, group)
    }
  }

  private static func need(ofRule number: UInt32, group: String) throws(EntryFormatError) -> PaperRule.Need {
    switch number {
    case 0: .byName
    case 1: .required
    case 2: .oneOf(group)
    default: throw .malformed("need of a paper")
    }
  }

  private static func message(_ paper: PaperRule) -> Dossier_Journal_PaperRule {
    .with {
      $0.name = paper.name
      ($0.need, $0.group) = numbers(of: paper.need)
      if paper.applies != .always { $0.applies = message(paper.applies) }
      $0.form = UInt32(paper.form.value?.rawValue ?? 0)
      if let count = paper.count.value { $0.count = number(count) }
      $0.formNumber = paper.formNumber
      $0.replacedBy = paper.replacedBy
      $0.portalCode = paper.portalCode
      $0.note = paper.note
    }
  }

  private static func paper(_ message: Dossier_Journal_PaperRule) throws(EntryFormatError) -> PaperRule {
    PaperRule(
      name: message.name, need: try need(ofRule: message.need, group: message.group),
      applies: message.hasApplies ? try applicability(message.applies) : .always,
      form: message.form == 0 ? .unknown : .known(try choice(message.form)),
      count: message.hasCount ? .known(Int(message.count)) : .unknown, formNumber: message.formNumber,
      replacedBy: message.replacedBy, portalCode: message.portalCode, note: message.note)
  }

  // MARK: Fees and limits

  private static func message(_ item: FeeItem) -> Dossier_Journal_FeeItem {
    .with {
      $0.name = item.name
      $0.kind = UInt32(item.kind.value?.rawValue ?? 0)
      if item.applies != .always { $0.applies = message(item.applies) }
      switch item.amount {
      case .unknown: break
      case .fixed(let amount): ($0.amount, $0.rates) = (1, [number(amount)])
      case .each(let amount, .copy): ($0.amount, $0.rates) = (2, [number(amount)])
      case .each(let amount, .matter): ($0.amount, $0.rates) = (3, [number(amount)])
      case .pages(let rates, let cap):
        ($0.amount, $0.rates) = (4, rates.map(number))
        if let cap { $0.cap = number(cap) }
      }
    }
  }

  private static func fee(_ message: Dossier_Journal_FeeItem) throws(EntryFormatError) -> FeeItem {
    let rates = message.rates.map(Int.init)
    let amount: FeeItem.Amount
    switch (message.amount, rates.first) {
    case (0, _): amount = .unknown
    case (1, let rate?): amount = .fixed(rate)
    case (2, let rate?): amount = .each(rate, .copy)
    case (3, let rate?): amount = .each(rate, .matter)
    case (4, _?): amount = .pages(rates: rates, cap: message.hasCap ? Int(message.cap) : nil)
    default: throw .malformed("amount of a fee")
    }
    return FeeItem(
      name: message.name, kind: message.kind == 0 ? .unknown : .known(try choice(message.kind)),
      applies: message.hasApplies ? try applicability(message.applies) : .always, amount: amount)
  }

  static func message(_ limit: TimeLimit, name: String = "") -> Dossier_Journal_Limit {
    .with {
      ($0.kind, $0.count) = numbers(of: limit)
      $0.name = name
    }
  }

  static func limit(_ message: Dossier_Journal_Limit) throws(EntryFormatError) -> TimeLimit {
    try limit(message.kind, message.count)
  }

  static func numbers(of limit: TimeLimit) -> (kind: UInt32, count: UInt32) {
    switch limit {
    case .unknown: (0, 0)
    case .sameDay: (1, 0)
    case .workingDays(let count): (2, number(count))
    case .calendarDays(let count): (3, number(count))
    case .hours(let count): (4, number(count))
    case .months(let count): (5, number(count))
    }
  }

  static func limit(_ kind: UInt32, _ count: UInt32) throws(EntryFormatError) -> TimeLimit {
    switch kind {
    case 0: .unknown
    case 1: .sameDay
    case 2: .workingDays(Int(count))
    case 3: .calendarDays(Int(count))
    case 4: .hours(Int(count))
    case 5: .months(Int(count))
    default: throw .malformed("time limit of a procedure")
    }
  }
}
