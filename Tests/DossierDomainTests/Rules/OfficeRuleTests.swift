import DossierDomain
import Testing

/// Who receives a procedure and who decides it.
@Suite struct OfficeRuleTests {
  private static let code = "1.004873"

  private static func bench(_ rules: [OfficeRule]) throws -> DecisionBench {
    var version = try #require(Catalogue.starter.version(of: code))
    version.rules.offices = rules
    var bench = DecisionBench()
    bench.catalogue = Catalogue(changes: [version])
    return bench
  }

  private static func receives(_ who: OfficeRule.Who...) -> [OfficeRule] {
    who.map { OfficeRule(task: .receives, who: $0) }
  }

  @Test(arguments: [
    [], [OfficeRule.Who.communeOfResidence], [.anyCommuneOfProvince], [.anyCommune], [.unit("19594")],
    [.named("Sở Tư pháp"), .unit("19594")], [.unit("19429"), .communeOfResidence],
  ])
  func itIsReceivedWhereItMayBe(who: [OfficeRule.Who]) throws {
    let bench = try Self.bench(who.map { OfficeRule(task: .receives, who: $0) })
    #expect(bench.denial(of: .receive(DecisionBench.form(Self.code))) == nil)
  }

  @Test func otherwiseTheCitizenIsToldWhereToGo() throws {
    let bench = try Self.bench(Self.receives(.named("Sở Tư pháp"), .unit("19429")))
    let denial = try #require(bench.denial(of: .receive(DecisionBench.form(Self.code))))
    #expect(denial == .receivedElsewhere([.named("Sở Tư pháp"), .unit("19429")]))
    let name = try #require(AdministrativeUnits.quangTri.unit(code: "19429", era: .twoLevels)?.fullName)
    for language in Language.allCases {
      #expect(denial.wording(language).contains("Sở Tư pháp") && denial.wording(language).contains(name))
    }
  }

  @Test func aRuleOfAnotherCaseSendsNobodyAway() throws {
    var rule = OfficeRule(task: .receives, who: .named("Sở Tư pháp"))
    rule.applies.condition = CaseCondition([CaseCondition.Fact(question: CaseQuestion.channel, answers: [2])])
    #expect(try Self.bench([rule]).denial(of: .receive(DecisionBench.form(Self.code))) == nil)
  }

  private static func deciding(_ rules: [OfficeRule], named: OfficeID? = nil) throws -> OfficeID {
    var bench = try bench(rules)
    var form = DecisionBench.form(code)
    form.decidingOffice = named
    guard case .receive(let reception) = try bench.decide(.receive(form)) else { throw Denial.dossierUnknown }
    return reception.decidingOffice
  }

  @Test func theUnitThatDecidesIsRecordedUnlessTheFormNamesAnother() throws {
    let rule = OfficeRule(task: .decides, who: .unit("19429"))
    let (unit, other) = (OfficeID.ofUnit("19429"), OfficeID.ofUnit("19435"))
    #expect(try Self.deciding([rule]) == unit)
    #expect(try Self.deciding([rule], named: other) == other)
    #expect(try Self.deciding([rule], named: OfficeID.ofUnit("19594")) == DecisionBench.office.id)
    #expect(try Self.deciding([OfficeRule(task: .decides, who: .unit("19594"))]) == DecisionBench.office.id)
    #expect(try Self.deciding([OfficeRule(task: .decides, who: .named("Sở Tư pháp"))]) == DecisionBench.office.id)
    #expect(
      try Self.deciding([rule, OfficeRule(task: .decides, who: .communeOfResidence)]) == DecisionBench.office.id)
  }
}
