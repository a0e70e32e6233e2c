import DossierDomain

/// Random procedures with rules that can be used. Their texts contain everything that divides something in a cell.
struct RuleGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// One or several versions of some codes that the program's own catalogue does not have.
  mutating func versions() -> [ProcedureVersion] {
    (0...below(3)).flatMap { code in
      (0..<1 + below(2)).map { number in
        var version = ProcedureVersion(
          code: "9.99999\(code)", name: words(), field: "Hộ tịch",
          validFrom: number == 0 ? .unknown : .known(CivilDate(dayNumber: 20_000 + number)), timeLimit: limit(),
          components: ["Tờ khai", "Giấy chứng sinh"], fee: below(2) == 0 ? .unknown : .known(below(50_000)))
        version.rules = below(4) == 0 ? .none : rules()
        return version
      }
    }
  }

  /// Each answer to the first question is a case.
  private mutating func rules() -> ProcedureRules {
    var rules = ProcedureRules()
    let ids = ["and", "uy-quyen", "-1-", "kenh"]
    for number in 0...below(4) {
      rules.questions.append(
        CaseQuestion(
          id: ids[number], text: words(), answers: (0..<2 + below(3)).map { _ in words() },
          usual: [nil, 1, 2][below(3)],
          derivation: number == 1 ? CaseQuestion.Derivation(daysSinceBirth: 60, answer: 2) : nil))
    }
    for answer in 1...rules.questions[0].answers.count {
      rules.cases.append(
        ProcedureCase(
          id: "case-\(answer)", name: words(),
          condition: CaseCondition([.init(question: rules.questions[0].id, answers: [answer])])))
    }
    for _ in 0..<below(5) { rules.papers.append(paper(rules)) }
    if rules.papers.count(where: { $0.need == .oneOf("g-1") }) == 1 {
      rules.papers.append(PaperRule(name: words(), need: .oneOf("g-1")))
    }
    for _ in 0..<below(4) {
      rules.fees.append(
        FeeItem(
          name: words(), kind: [.unknown, .known(.fee), .known(.charge)][below(3)], applies: applies(rules),
          amount: amount()))
    }
    for number in 0..<below(3) {
      rules.reductions.append(
        FeeReduction(
          id: "r\(number)", reason: words(), proof: maybe(), percent: 1 + below(100), applies: applies(rules)))
    }
    for _ in 0..<below(4) {
      let stages = 1 + below(3)
      rules.limits.append(
        LimitRule(
          applies: applies(rules),
          stages: (0..<stages).map { _ in
            LimitRule.Stage(name: stages == 1 && below(2) == 0 ? "" : words(), limit: limit())
          },
          verification: below(2) == 0 ? nil : limit(), bounds: below(2) == 0 ? ProcedureBounds() : bounds()))
    }
    addWhatFollows(to: &rules)
    return rules
  }

  private mutating func addWhatFollows(to rules: inout ProcedureRules) {
    for _ in 0..<below(4) {
      rules.results.append(
        ResultRule(
          name: words(), kind: below(4) == 0 ? .unknown : .known(ResultRule.Kind.allCases[below(3)]),
          applies: applies(rules), series: maybe(),
          validity: [.unknown, .known(.unlimited), .known(.months(1 + below(120)))][below(3)], portalCode: maybe()))
    }
    for number in 0..<below(5) {
      rules.steps.append(
        StepRule(
          id: "s-\(number)", name: words(), step: ProcessingStep.allCases[below(4)], applies: applies(rules),
          role: below(3) == 0 ? nil : Clerk.Role.allCases[below(5)],
          hours: below(3) == 0 ? .unknown : .known(1 + below(2000)), signer: maybe(), partner: maybe()))
    }
    for _ in 0..<below(4) {
      let who: [OfficeRule.Who] = [
        .communeOfResidence, .anyCommuneOfProvince, .anyCommune, .unit("19433"), .named(words()),
        .named(["Xã bất kỳ", "đơn vị: 19433", "Tên: a", "xã nào đó", "Sở Tư pháp: phòng 2"][below(5)]),
      ]
      rules.offices.append(
        OfficeRule(task: OfficeRule.Task.allCases[below(2)], who: who[below(6)], applies: applies(rules)))
    }
    for _ in 0..<below(4) {
      let kinds: [ProcedureLink.Kind] = [.contains, .resultIsPaper(words()), .usuallyFollowedBy]
      rules.links.append(
        ProcedureLink(kind: kinds[below(3)], code: "8.00119\(below(9)).H50", applies: applies(rules)))
    }
    for _ in 0..<below(4) {
      rules.law.append(LegalText(number: words(), title: maybe(), article: maybe(), applies: applies(rules)))
    }
    guard below(3) > 0 else { return }
    rules.names = ProcedureNames(
      short: maybe(), initials: several(), phrases: several(), sectorCode: maybe(), portalID: maybe())
  }

  /// Different texts.
  private mutating func several() -> [String] {
    var seen: Set<String> = []
    return (0..<below(4)).map { _ in words() }.filter { seen.insert($0).inserted }
  }

  private mutating func bounds() -> ProcedureBounds {
    var bounds = ProcedureBounds()
    if below(2) == 0 { bounds.supplements = .known(below(4)) }
    if below(2) == 0 { bounds.waitingDays = .known(below(60)) }
    if below(2) == 0 { bounds.extensions = .known(below(4)) }
    if below(2) == 0 { bounds.extensionDays = .known(below(60)) }
    return bounds
  }

  private mutating func paper(_ rules: ProcedureRules) -> PaperRule {
    PaperRule(
      name: words(), need: [.byName, .required, .oneOf("g-1")][below(3)], applies: applies(rules),
      form: below(2) == 0 ? .unknown : .known(PaperRule.Form.allCases[below(6)]),
      count: below(2) == 0 ? .unknown : .known(below(9)), formNumber: maybe(), replacedBy: maybe(),
      portalCode: maybe(), note: maybe())
  }

  private mutating func applies(_ rules: ProcedureRules) -> Applicability {
    let question = rules.questions[below(rules.questions.count)]
    let facts = [
      CaseCondition.Fact(
        question: question.id, answers: (0...below(2)).map { _ in 1 + below(question.answers.count) }),
      CaseCondition.Fact(question: CaseQuestion.channel, answers: [1 + below(3), 3]),
    ]
    return Applicability(
      cases: rules.cases.map(\.id).filter { _ in below(4) == 0 },
      condition: CaseCondition(Array((below(2) == 0 ? facts : facts.reversed()).prefix(below(3)))))
  }

  private mutating func amount() -> FeeItem.Amount {
    let rates = (0...below(3)).map { _ in below(20_000) }
    return [
      .unknown, .fixed(rates[0]), .fixed(1_000_000_000), .each(rates[0], .copy), .each(rates[0], .matter),
      .pages(rates: rates, cap: nil), .pages(rates: rates, cap: 200_000),
    ][below(7)]
  }

  private mutating func limit() -> TimeLimit {
    [
      .sameDay, .workingDays(1 + below(60)), .calendarDays(1 + below(60)), .hours(1 + below(60)), .months(1 + below(9)),
      .unknown,
    ][below(6)]
  }

  private mutating func maybe() -> String { below(3) == 0 ? "" : words() }

  private mutating func words() -> String {
    [
      "Trẻ bị bỏ rơi?", "có", "Không", "x", "Giấy chứng sinh; bản chính", "cha và mẹ; kênh = 1", "mẹ hoặc cha / ông",
      "a | b", "một trong: g", "Niêm yết: 7 ngày; x", "- gạch đầu dòng", "=1+1 là công thức", "nói \"kép\", rồi thôi",
      "trang: 2.000", "Tổng cộng 3 bản", "? chưa rõ",
    ][below(16)]
  }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
