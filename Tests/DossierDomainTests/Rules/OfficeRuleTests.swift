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
    #expect(denial == .headDecides(.elsewhere([.named("Sở Tư pháp"), .unit("19429")])))
    let name = try #require(AdministrativeUnits.quangTri.unit(code: "19429", era: .twoLevels)?.fullName)
    for language in Language.allCases {
      #expect(denial.wording(language).contains("Sở Tư pháp") && denial.wording(language).contains(name))
    }
  }

  /// The head of desk alone may receive it, with a reason; without one she is told as everybody else.
  @Test func theHeadOfDeskReceivesItAllTheSameWithAReason() throws {
    var bench = try Self.bench(Self.receives(.named("Sở Tư pháp")))
    let elsewhere = Denial.headDecides(.elsewhere([.named("Sở Tư pháp")]))
    var form = DecisionBench.form(Self.code)
    for reason in ["", "  ", "…"] {
      form.reasonHere = reason
      #expect(bench.denial(of: .receive(form)) == elsewhere, "\(reason)")
    }
    form.reasonHere = "Sở ủy quyền trong tuần này"
    #expect(bench.denial(of: .receive(form)) == nil)
    bench.clerk.roles.remove(.headOfDesk)
    #expect(bench.denial(of: .receive(form)) == elsewhere)
  }

  /// The reason stands in the dossier, in the same act, and only if there is one.
  @Test func theReasonIsRecordedAsANoteOfTheAct() throws {
    var bench = try Self.bench(Self.receives(.named("Sở Tư pháp")))
    var form = DecisionBench.form(Self.code)
    #expect(Act(dossier: bench.id, commands: [.receive(form)]).commands.count == 1)
    form.reasonHere = "Sở ủy quyền trong tuần này"
    let acts: [[DossierCommand]] = [
      [.receive(form), .recordPayment(amount: 8000, method: .cash)],
      [.acceptOnline(assignee: nil, days: nil, reasonHere: form.reasonHere)],
    ]
    for commands in acts {
      let act = Act(dossier: bench.id, commands: commands)
      #expect(act.commands.count == commands.count + 1)
      guard case .note(let text) = act.commands[1] else {
        Issue.record("no note behind the reception: \(act.commands)")
        return
      }
      #expect(text.hasSuffix(form.reasonHere))
    }
    for command in Act(dossier: bench.id, commands: [.receive(form)]).commands { try bench.decide(command) }
    #expect(bench.dossier?.notes.last?.text.hasSuffix(form.reasonHere) == true)
  }

  /// An online submission that came nevertheless is accepted by the same rule.
  @Test func aSubmissionThatBelongsElsewhereIsAcceptedByTheHeadOfDeskOnly() throws {
    var bench = try Self.bench(Self.receives(.named("Sở Tư pháp")))
    bench.record(
      .submitOnline(
        OnlineSubmission(
          portalCode: DossierCode("G22.99-261118-000001", origin: .portal),
          procedure: ProcedureReference(code: Self.code, name: "", versionHash: "hash"),
          owner: Person(name: "Hồ Thị Hai"),
          components: [], submittedAt: bench.now, receivingOffice: DecisionBench.office.id,
          decidingOffice: DecisionBench.office.id)))
    #expect(
      bench.denial(of: .acceptOnline(assignee: nil, days: nil)) == .headDecides(.elsewhere([.named("Sở Tư pháp")])))
    #expect(bench.denial(of: .acceptOnline(assignee: nil, days: nil, reasonHere: "Đã hỏi Sở")) == nil)
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
