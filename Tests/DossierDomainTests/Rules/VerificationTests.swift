import Testing

@testable import DossierDomain

/// Something has to be verified (xác minh), for which the law of the case adds time. Confirmation of marital status: three
/// working days, and three more; received on Wednesday 18/11/2026.
@Suite struct VerificationTests {
  private static let verify = DossierCommand.verify(reason: "hỏi nơi cư trú trước đây")
  private static let due = moment("2026-11-23T17:00")

  @Test func theLimitGrowsOnceAndNobodyApologises() throws {
    var bench = try DecisionBench.at(.inProgress)
    #expect(bench.dossier?.dueAt == Self.due)
    #expect(bench.denial(of: .verify(reason: " ")) == .reasonMissing)
    bench.now = moment("2026-11-20T09:00")
    try bench.decide(Self.verify)
    let dossier = try #require(bench.dossier)
    #expect(dossier.dueAt == moment("2026-11-26T17:00") && dossier.appointment?.previousDueAt == Self.due)
    #expect(
      dossier.verifications == [
        Extension(
          at: bench.now, oldDueAt: Self.due, newDueAt: moment("2026-11-26T17:00"), reason: "hỏi nơi cư trú trước đây")
      ])
    #expect(dossier.extensions.isEmpty && dossier.missedDueAt == nil)
    #expect(bench.denial(of: Self.verify) == .verifiedBefore(until: moment("2026-11-26T17:00")))
    bench.now = moment("2026-11-26T16:00")
    try bench.decide(.complete(DossierResult(approved: true, title: "Giấy xác nhận")))
    #expect(bench.dossier?.punctuality == .onTime)
  }

  /// A specialist may extend as often as before, because a verification is no extension.
  @Test func itCountsForNoBoundOfExtensions() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.clerk.roles = [.specialist]
    try bench.decide(Self.verify)
    let friday = try #require(CivilDate(year: 2026, month: 11, day: 27))
    try bench.decide(.extend(newDue: friday, reason: "mất điện"))
    #expect(bench.dossier?.extensions.count == 1 && bench.dossier?.verifications.count == 1)
  }

  @Test func afterTheAppointmentItIsForTheHead() throws {
    var bench = try DecisionBench.at(.inProgress)
    let head = bench.clerk
    bench.clerk.roles = [.specialist]
    bench.now = Self.due
    #expect(bench.denial(of: Self.verify) == nil)
    bench.now = moment("2026-11-24T08:00")
    #expect(bench.denial(of: Self.verify) == .headDecides(.lateVerification))
    bench.clerk = head
    try bench.decide(Self.verify)
    #expect(bench.dossier?.dueAt == moment("2026-11-26T17:00") && bench.dossier?.missedDueAt == Self.due)
  }

  @Test func whereTheLawNamesNoneItIsExtendedInstead() throws {
    // A birth in time has no verification.
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form("1.001193")))
    #expect(bench.denial(of: Self.verify) == .verificationNotForeseen)
    // How much is added is not known.
    var unknown = DecisionBench()
    try unknown.decide(.receive(DecisionBench.form("1.000656")))
    #expect(unknown.denial(of: Self.verify) == .verificationNotForeseen)
    let paused = try DecisionBench.at(.supplementRequested)
    #expect(paused.denial(of: Self.verify) == .moveNotAllowed(from: .supplementRequested, to: .inProgress))
  }

  /// The case decides: where the parents are verified, the longer limit counts from the beginning.
  @Test func itIsOfTheCase() throws {
    func received(_ answer: Int) throws -> DecisionBench {
      var bench = DecisionBench()
      var form = DecisionBench.form("1.000689")
      form.answers["truong-hop"] = answer
      try bench.decide(.receive(form))
      return bench
    }
    var ordinary = try received(1)
    try ordinary.decide(Self.verify)
    #expect(ordinary.dossier?.dueAt == moment("2026-11-30T17:00"))
    #expect(try received(2).denial(of: Self.verify) == .verificationNotForeseen)
  }

  @Test func anUndoGivesBackTheAppointmentAndTheTime() throws {
    var bench = try DecisionBench.at(.inProgress)
    try bench.decide(Self.verify)
    try bench.decide(.undo(bench.last))
    #expect(bench.dossier?.dueAt == Self.due && bench.dossier?.verifications == [])
    #expect(bench.denial(of: Self.verify) == nil)
  }

  /// A corrected calendar computes the verification again, too, in its place among pauses and extensions.
  @Test func anAppointmentIsComputedAgainThroughIt() throws {
    var bench = try DecisionBench.at(.inProgress)
    try bench.decide(Self.verify)
    bench.now = moment("2026-11-19T08:00")
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    bench.now = moment("2026-11-23T08:00")
    try bench.decide(.receiveSupplement())
    let due = moment("2026-11-30T17:00")
    #expect(bench.dossier?.dueAt == due)
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == due)
  }

  /// The version of the reception counts, also when another one is in force.
  @Test func aNewerVersionChangesNothingOfADossier() throws {
    var bench = try DecisionBench.at(.inProgress)
    let reception = try #require(Catalogue.starter.version(of: "1.004873"))
    var newer = reception
    newer.rules.limits = [LimitRule(stages: [LimitRule.Stage(limit: .workingDays(1))])]
    bench.procedures["1.004873"] = (newer, "newer")
    #expect(bench.denial(of: Self.verify) == .verificationNotForeseen)
    bench.earlier["hash"] = reception
    try bench.decide(Self.verify)
    #expect(bench.dossier?.dueAt == moment("2026-11-26T17:00"))
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == moment("2026-11-26T17:00"))
  }

  /// A program that knows more of the same procedure has another hash for it.
  @Test func ofAVersionThatIsNoLongerKnownThePresentOneTells() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.procedures["1.004873"] = (try #require(Catalogue.starter.version(of: "1.004873")), "newer")
    try bench.decide(Self.verify)
    #expect(bench.dossier?.dueAt == moment("2026-11-26T17:00"))
    bench.procedures["1.004873"] = nil
    var imported = try #require(bench.dossier)
    (imported.isImported, imported.verifications) = (true, [])
    #expect(throws: Denial.verificationNotForeseen) {
      try bench.decided(Self.verify, on: imported, by: bench.clerk)
    }
  }

  /// Where no case was recorded, the channel still is.
  @Test func anAppointmentIsComputedAgainForItsChannel() throws {
    var version = try #require(Catalogue.starter.version(of: "1.004873"))
    let online = Applicability(condition: CaseCondition([.init(question: CaseQuestion.channel, answers: [2])]))
    version.rules.limits = [
      LimitRule(applies: online, stages: [LimitRule.Stage(limit: .workingDays(1))]),
      LimitRule(stages: [LimitRule.Stage(limit: .workingDays(3))]),
    ]
    var bench = DecisionBench()
    bench.procedures[version.code] = (version, "new")
    bench.recordsSteps = false
    bench.record(
      .submitOnline(
        OnlineSubmission(
          portalCode: DossierCode("G22.99-2", origin: .portal),
          procedure: ProcedureReference(code: version.code, name: "x", versionHash: "earlier"),
          owner: Person(name: "Lê Thị Mơ"), components: [], submittedAt: bench.now,
          receivingOffice: DecisionBench.office.id, decidingOffice: DecisionBench.office.id)))
    try bench.decide(.acceptOnline(assignee: nil, days: nil))
    let due = try #require(bench.dossier?.dueAt)
    #expect(due == moment("2026-11-19T17:00") && bench.dossier?.caseRecord.isEmpty == true)
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == due)
  }

  // MARK: Bounds

  @Test func theBoundsOfTheCaseComeBeforeThoseOfTheProcedure() throws {
    var version = try #require(Catalogue.starter.version(of: "1.000689"))
    version.bounds.extensions = .known(0)
    version.bounds.supplements = .known(1)
    version.bounds.waitingDays = .known(10)
    version.rules.limits[0].bounds.extensions = .known(2)
    version.rules.limits[0].bounds.waitingDays = .known(30)
    func bench(_ answer: Int) throws -> DecisionBench {
      var bench = DecisionBench()
      bench.procedures[version.code] = (version, "new")
      var form = DecisionBench.form(version.code)
      form.answers["truong-hop"] = answer
      try bench.decide(.receive(form))
      bench.clerk.roles = [.specialist]
      return bench
    }
    let days = (24...27).compactMap { CivilDate(year: 2026, month: 11, day: $0) }
    var wide = try bench(1)
    for day in days[..<2] { try wide.decide(.extend(newDue: day, reason: "mất điện")) }
    #expect(wide.denial(of: .extend(newDue: days[2], reason: "a")) == .headDecides(.furtherExtension))
    let strict = try bench(2)
    let later = try #require(CivilDate(year: 2026, month: 12, day: 2))
    #expect(strict.denial(of: .extend(newDue: later, reason: "a")) == .headDecides(.furtherExtension))

    var answers = CaseAnswers(channel: .direct)
    #expect(version.bounds(under: answers).waitingDays == .known(30))
    answers["truong-hop"] = 2
    #expect(version.bounds(under: answers).waitingDays == .known(10))
    // A row of a list does not have the case.
    #expect(version.boundsOfEveryCase.waitingDays == .unknown && version.waitingDaysDependOnCase)
    #expect(version.boundsOfEveryCase.supplements == .known(1))
    version.rules.limits[1].bounds.waitingDays = .known(30)
    #expect(version.boundsOfEveryCase.waitingDays == .known(30) && !version.waitingDaysDependOnCase)
    // Nobody knows the days of any case, so that the case adds nothing.
    for index in version.rules.limits.indices { version.rules.limits[index].bounds.waitingDays = .unknown }
    version.bounds.waitingDays = .unknown
    #expect(version.boundsOfEveryCase.waitingDays == .unknown && !version.waitingDaysDependOnCase)
  }
}

/// A verification's own limit, in its own unit, from the old appointment on.
@Suite struct VerifiedAppointmentTests {
  private func verified(_ due: String, _ limit: TimeLimit, _ opening: OpeningHours? = nil) throws -> String {
    try DeadlineRule.verified(
      dueAt: moment(due), adding: limit, verifiedAt: moment("2026-11-18T09:00"), calendar: .ordinary,
      hours: .standard, opening: opening
    ).clockAndDate
  }

  @Test(arguments: [
    (TimeLimit.workingDays(5), "2026-11-23T17:00", "17:00 30/11/2026"),
    // Twenty days from Monday end on a Sunday.
    (.calendarDays(20), "2026-11-23T17:00", "17:00 14/12/2026"), (.months(1), "2026-11-23T17:00", "17:00 23/12/2026"),
    (.hours(4), "2026-11-23T10:00", "16:00 23/11/2026"),
    // An appointment at an hour ends at closing time once days were added.
    (.workingDays(1), "2026-11-23T10:00", "17:00 24/11/2026"),
  ])
  func eachUnitIsCountedAsLimitsAre(limit: TimeLimit, due: String, new: String) throws {
    #expect(try verified(due, limit) == new)
  }

  @Test func itEndsWhenThePointIsOpen() throws {
    var hours = OpeningHours(WorkingHours.standard)
    let morning = try #require(OpeningHours.Day([420..<690]))
    let friday = try #require(CivilDate(year: 2026, month: 11, day: 27))
    hours.special[friday] = OpeningHours.SpecialDay(morning, reason: "họp")
    #expect(try verified("2026-11-23T17:00", .workingDays(4), hours) == "11:30 27/11/2026")
  }

  @Test func anUnknownTimeIsNeverGuessed() {
    #expect(throws: DeadlineError.limitUnknown) { try verified("2026-11-23T17:00", .unknown) }
  }
}
