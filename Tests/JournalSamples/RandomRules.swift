import DossierDomain

extension RandomContent {
  mutating func procedureWithRules() -> ProcedureVersion {
    var version = procedure()
    version.rules = rules()
    return version
  }

  /// Rules that can be used: each answer to the first question is a case.
  private mutating func rules() -> ProcedureRules {
    var rules = ProcedureRules()
    for number in 0...below(3) {
      rules.questions.append(
        CaseQuestion(
          id: "q\(number)", text: words(), answers: (0..<2 + below(3)).map { _ in words() },
          usual: [nil, 1, 2][below(3)]))
    }
    for answer in 1...rules.questions[0].answers.count {
      rules.cases.append(
        ProcedureCase(
          id: "case-\(answer)", name: words(), condition: CaseCondition([.init(question: "q0", answers: [answer])])))
    }
    for _ in 0..<below(5) { rules.papers.append(paper(rules)) }
    let group = rules.papers.count { $0.need == .oneOf("g") }
    if group == 1 { rules.papers.append(PaperRule(name: words(), need: .oneOf("g"))) }
    for _ in 0..<below(3) {
      rules.fees.append(FeeItem(name: words(), kind: kind(), applies: applies(rules), amount: amountOfFee()))
    }
    for number in 0..<below(3) {
      rules.reductions.append(
        FeeReduction(
          id: "r\(number)", reason: words(), proof: words(), percent: 1 + below(100), applies: applies(rules)))
    }
    for _ in 0..<below(3) {
      rules.limits.append(
        LimitRule(
          applies: applies(rules), stages: (0...below(2)).map { _ in LimitRule.Stage(name: words(), limit: limit()) },
          verification: below(2) == 0 ? nil : limit()))
    }
    return rules
  }

  mutating func caseRecord() -> CaseRecord {
    CaseRecord(
      id: "case-1", name: words(),
      answers: (0..<below(3)).map { CaseRecord.Answer(question: "q\($0)", number: $0 + 1) },
      limit: (0..<below(3)).map { _ in limit() },
      fee: (0..<below(3)).map { _ in
        FeeLine(name: words(), kind: kind(), calculation: words(), amount: below(2) == 0 ? nil : below(100_000))
      }, reduction: words())
  }

  private mutating func paper(_ rules: ProcedureRules) -> PaperRule {
    PaperRule(
      name: words(), need: [.byName, .required, .oneOf("g")][below(3)], applies: applies(rules),
      form: below(2) == 0 ? .unknown : .known(PaperRule.Form.allCases[below(6)]),
      count: below(2) == 0 ? .unknown : .known(below(9)), formNumber: words(), replacedBy: words(), portalCode: words(),
      note: words())
  }

  private mutating func applies(_ rules: ProcedureRules) -> Applicability {
    let question = rules.questions[below(rules.questions.count)]
    let facts = [
      CaseCondition.Fact(question: question.id, answers: [1 + below(question.answers.count)]),
      CaseCondition.Fact(question: CaseQuestion.channel, answers: [1, 2]),
    ]
    return Applicability(
      cases: below(2) == 0 ? [] : [rules.cases[below(rules.cases.count)].id],
      condition: CaseCondition(Array(facts.prefix(below(3)))))
  }

  private mutating func amountOfFee() -> FeeItem.Amount {
    let rates = (0...below(3)).map { _ in below(20_000) }
    return [
      .unknown, .fixed(rates[0]), .each(rates[0], .copy), .each(rates[0], .matter), .pages(rates: rates, cap: nil),
      .pages(rates: rates, cap: 200_000),
    ][below(6)]
  }

  private mutating func kind() -> Known<FeeItem.Kind> { [.unknown, .known(.fee), .known(.charge)][below(3)] }

  private mutating func limit() -> TimeLimit {
    [
      .sameDay, .workingDays(1 + below(60)), .calendarDays(1 + below(60)), .hours(1 + below(60)), .months(1 + below(9)),
      .unknown,
    ][below(6)]
  }

  private mutating func words() -> String { ["Trẻ bị bỏ rơi?", "Giấy chứng sinh; bản chính", "có", "x"][below(4)] }
}
