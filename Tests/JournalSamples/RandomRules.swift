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
          usual: [nil, 1, 2][below(3)],
          derivation: below(2) == 0 ? CaseQuestion.Derivation(daysSinceBirth: below(400), answer: 1 + below(2)) : nil))
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
          verification: below(2) == 0 ? nil : limit(), bounds: below(3) == 0 ? bounds() : ProcedureBounds()))
    }
    if below(2) == 0 { addLaterFacts(to: &rules) }
    return rules
  }

  private mutating func addLaterFacts(to rules: inout ProcedureRules) {
    for _ in 0..<below(3) {
      rules.results.append(
        ResultRule(
          name: words(), kind: below(4) == 0 ? .unknown : .known(ResultRule.Kind.allCases[below(3)]),
          applies: applies(rules), series: words(),
          validity: [.unknown, .known(.unlimited), .known(.months(1 + below(12)))][below(3)], portalCode: words()))
    }
    for number in 0..<below(4) {
      rules.steps.append(
        StepRule(
          id: "s\(number)", name: words(), step: ProcessingStep.allCases[below(4)], applies: applies(rules),
          role: below(2) == 0 ? nil : Clerk.Role.allCases[below(5)],
          hours: below(2) == 0 ? .unknown : .known(1 + below(80)), signer: words(), partner: words()))
    }
    let who: [OfficeRule.Who] = [
      .communeOfResidence, .anyCommuneOfProvince, .anyCommune, .unit("19433"), .named(words()),
    ]
    for _ in 0..<below(3) {
      rules.offices.append(
        OfficeRule(task: OfficeRule.Task.allCases[below(2)], who: who[below(5)], applies: applies(rules)))
    }
    let kinds: [ProcedureLink.Kind] = [.contains, .resultIsPaper(words()), .usuallyFollowedBy]
    for _ in 0..<below(3) {
      rules.links.append(ProcedureLink(kind: kinds[below(3)], code: "1.00119\(below(9))", applies: applies(rules)))
    }
    for _ in 0..<below(3) {
      rules.law.append(LegalText(number: words(), title: words(), article: words(), applies: applies(rules)))
    }
    guard below(2) == 0 else { return }
    rules.names = ProcedureNames(
      short: words(), initials: ["tthn", "xn"], phrases: [words()], sectorCode: words(), portalID: words())
  }

  private mutating func bounds() -> ProcedureBounds {
    var bounds = ProcedureBounds()
    bounds.supplements = .known(below(3))
    if below(2) == 0 { bounds.waitingDays = .known(below(60)) }
    if below(2) == 0 { bounds.extensionDays = .known(below(60)) }
    return bounds
  }

  mutating func caseRecord() -> CaseRecord {
    CaseRecord(
      id: "case-1", name: words(),
      answers: (0..<below(3)).map { CaseRecord.Answer(question: "q\($0)", number: $0 + 1) },
      limit: (0..<below(3)).map { _ in limit() },
      fee: (0..<below(3)).map { _ in
        var line = FeeLine(
          name: words(), kind: kind(), calculation: words(), amount: below(2) == 0 ? nil : below(100_000))
        if below(2) == 0 {
          let count = FeeLine.Count(below(31), below(2) == 0 ? .copy : .matter, at: below(200_001))
          (line.amount, line.count) = (count.amount, count)
        }
        return line
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
