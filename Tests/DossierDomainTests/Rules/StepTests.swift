import DossierDomain
import Testing

/// The internal procedure: which step a dossier is at, until when, and whose work it is.
@Suite struct StepTests {
  private static let steps = [
    StepRule(id: "nhan", name: "Tiếp nhận", step: .reception, role: .reception, hours: .known(2)),
    StepRule(
      id: "xac-minh", name: "Xác minh nơi cư trú", step: .verification,
      applies: Applicability(condition: CaseCondition([.init(question: CaseQuestion.channel, answers: [2])])),
      role: .specialist, hours: .known(8)),
    StepRule(id: "tham-dinh", name: "Thẩm định", step: .verification, role: .specialist, hours: .known(4)),
    StepRule(id: "ky", name: "Ký duyệt", step: .decision, role: .signingLeader, signer: "Chủ tịch"),
  ]
  private static let specialist = Clerk(id: ClerkID(high: 3, low: 7), name: "Lê Quốc Đạt", roles: [.specialist])
  private static let receptionist = Clerk(id: ClerkID(high: 3, low: 8), name: "Kray Thị Mơi", roles: [.reception])

  private static func bench(_ now: String = "2026-11-18T08:15") throws -> DecisionBench {
    var bench = DecisionBench(now)
    var version = try #require(Catalogue.starter.version(of: "1.004873"))
    version.rules.steps = steps
    bench.catalogue = Catalogue(changes: [version])
    bench.colleagues = [specialist, receptionist, bench.clerk]
    return bench
  }

  private static func received(_ now: String = "2026-11-18T08:15") throws -> DecisionBench {
    var bench = try bench(now)
    try bench.decide(.receive(DecisionBench.form()))
    return bench
  }

  @Test func aReceptionBeginsTheFirstStepWithItsHours() throws {
    let dossier = try #require(try Self.received().dossier)
    #expect(dossier.stepFact == StepFact(id: "nhan", name: "Tiếp nhận", dueAt: moment("2026-11-18T10:15")))
    #expect(dossier.receptionStep == dossier.stepFact && dossier.runningStepDueAt == moment("2026-11-18T10:15"))
  }

  /// Of the morning 30 minutes are left, the other hour and a half are of the afternoon.
  @Test func hoursAreWorkingHours() throws {
    #expect(try Self.received("2026-11-18T11:00").dossier?.stepFact?.dueAt == moment("2026-11-18T15:00"))
    #expect(try Self.received("2026-11-20T18:00").dossier?.stepFact?.dueAt == moment("2026-11-23T09:00"))
  }

  @Test func aHandOverGoesToTheNextStepOfTheCase() throws {
    var bench = try Self.received()
    bench.now = moment("2026-11-18T09:00")
    // The step before it is for what comes online.
    try bench.decide(.handOver(step: .verification, to: Self.specialist.id))
    #expect(bench.dossier?.stepFact == StepFact(id: "tham-dinh", name: "Thẩm định", dueAt: moment("2026-11-18T15:00")))
    #expect(bench.dossier?.step == .verification && bench.dossier?.status == .inProgress)
    try bench.decide(.handOver(step: .decision, to: nil))
    #expect(bench.dossier?.stepFact == StepFact(id: "ky", name: "Ký duyệt", dueAt: nil))
    #expect(bench.dossier?.handOvers.map(\.fact?.id) == ["tham-dinh", "ky"])
    #expect(bench.dossier?.receptionStep?.id == "nhan")
    #expect(bench.dossier?.end(ofStep: 0) == moment("2026-11-18T09:00") && bench.dossier?.end(ofStep: 2) == nil)
  }

  /// A dossier that goes back is at the earlier step again, whatever kind of work the clerk named.
  @Test func theClerkMayChooseAnotherStep() throws {
    var bench = try Self.received()
    try bench.decide(.handOver(step: .decision, to: nil))
    #expect(bench.dossier?.stepFact?.id == "ky")
    try bench.decide(.handOver(step: .decision, to: Self.specialist.id, named: "tham-dinh"))
    #expect(bench.dossier?.stepFact?.id == "tham-dinh" && bench.dossier?.step == .verification)
    // No step of the procedure is this kind of work.
    try bench.decide(.handOver(step: .handBack, to: nil))
    #expect(bench.dossier?.stepFact == nil && bench.dossier?.step == .handBack)
  }

  @Test func theStepsFollowEachOtherFromThePresentOne() throws {
    var dossier = try #require(try Self.received().dossier)
    let applying = Self.steps.filter { $0.id != "xac-minh" }
    #expect(try dossier.steps(by: #require(Self.bench().catalogue.changes.first)) == applying)
    #expect(dossier.following(applying).map(\.id) == ["tham-dinh", "ky", "nhan"])
    dossier.stepFact = nil
    dossier.step = .verification
    #expect(dossier.following(applying).map(\.id) == ["ky", "nhan", "tham-dinh"])
    dossier.step = .handBack
    #expect(dossier.following(applying) == applying)
  }

  @Test func anOnlineSubmissionHasTheStepsOfItsChannel() throws {
    var bench = try Self.bench()
    bench.record(
      .submitOnline(
        OnlineSubmission(
          portalCode: DossierCode("G22.99-2", origin: .portal),
          procedure: ProcedureReference(code: "1.004873", name: "x", versionHash: "hash"),
          owner: Person(name: "Lê Thị Mơ"), components: [], submittedAt: bench.now,
          receivingOffice: DecisionBench.office.id, decidingOffice: DecisionBench.office.id)))
    #expect(bench.dossier?.stepFact == nil)
    try bench.decide(.acceptOnline(assignee: nil, days: nil))
    #expect(bench.dossier?.stepFact?.id == "nhan" && bench.dossier?.receptionStep?.id == "nhan")
    try bench.decide(.handOver(step: .verification, to: nil))
    #expect(bench.dossier?.stepFact?.id == "xac-minh")
  }

  @Test func aStepGoesToItsRoleAndTheHeadMayDecideOtherwise() throws {
    var bench = try Self.received()
    let command = DossierCommand.handOver(step: .verification, to: Self.receptionist.id)
    var other = bench
    other.clerk.roles = [.reception]
    #expect(other.denial(of: command) == .stepOfAnotherRole(step: "Thẩm định", .specialist))
    #expect(other.denial(of: .handOver(step: .verification, to: Self.specialist.id)) == nil)
    #expect(other.denial(of: .handOver(step: .verification, to: nil)) == nil)
    try bench.decide(command)
    #expect(bench.dossier?.assignee == Self.receptionist.id)
  }

  /// Random pauses at random moments: what was left of the step is left again, whatever days off lie between.
  @Test(arguments: 0..<60 as Range<UInt64>) func aPauseKeepsTheWorkingTimeThatWasLeft(seed: UInt64) throws {
    var random = StepRandom(state: seed)
    var bench = try Self.received()
    bench.now = bench.now.adding(minutes: random.below(4000))
    try bench.decide(.handOver(step: .verification, to: nil))
    let due = try #require(bench.dossier?.stepFact?.dueAt)
    #expect(due >= bench.now && Self.minutes(bench.now, due) == 240)
    bench.now = bench.now.adding(minutes: random.below(600))
    let left = Self.balance(bench.now, due)
    let isPayment = seed.isMultiple(of: 2)
    try bench.decide(isPayment ? .requestPayment(title: "Phí", amount: 8000) : .requestSupplement(items: ["Giấy tờ"]))
    #expect(bench.dossier?.runningStepDueAt == nil)
    bench.now = bench.now.adding(minutes: random.below(9000))
    try bench.decide(isPayment ? .recordPayment(amount: 8000, method: .cash) : .receiveSupplement())
    let dossier = try #require(bench.dossier)
    let moved = try #require(dossier.runningStepDueAt)
    #expect(Self.balance(bench.now, moved) == left)
    // The control slip has the deadline that counts, and the appointment says nothing of it.
    #expect(dossier.handOvers.last?.fact == dossier.stepFact && dossier.appointment?.stepDueAt == nil)
    #expect(dossier.receptionStep?.dueAt == moment("2026-11-18T10:15"))
  }

  /// Two days of the pause came before it, and two after it.
  @Test func aStepThatBeginsInAPauseHasItsHoursAfterIt() throws {
    var bench = try Self.received()
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    bench.now = moment("2026-11-20T09:00")
    try bench.decide(.handOver(step: .verification, to: nil))
    bench.now = moment("2026-11-24T09:00")
    try bench.decide(.receiveSupplement())
    #expect(bench.dossier?.runningStepDueAt == moment("2026-11-24T15:00"))
  }

  /// The control slip judges the work by the result, and the way to the counter by the hand-back.
  @Test func whatBeginsAfterTheResultEndsWithTheHandBack() throws {
    var bench = try Self.received()
    bench.now = moment("2026-11-18T09:00")
    try bench.decide(.complete(DossierResult(approved: true, title: "Giấy xác nhận")))
    bench.now = moment("2026-11-19T09:00")
    try bench.decide(.handOver(step: .decision, to: nil))
    #expect(bench.dossier?.end(ofStep: 0) == moment("2026-11-18T09:00") && bench.dossier?.end(ofStep: 1) == nil)
    bench.now = moment("2026-11-20T09:00")
    try bench.decide(.handBack(recipient: "Lê Thị Mơ", delivery: .atDesk))
    #expect(bench.dossier?.end(ofStep: 1) == bench.now)
  }

  @Test func anExtensionLeavesTheStep() throws {
    var bench = try Self.received()
    try bench.decide(.handOver(step: .verification, to: nil))
    let fact = bench.dossier?.stepFact
    try bench.decide(.extend(newDue: CivilDate(year: 2026, month: 12, day: 4)!, reason: "chờ xác minh"))
    #expect(bench.dossier?.stepFact == fact)
  }

  @Test func theResultEndsTheStepsAndAReopeningBeginsNone() throws {
    var bench = try Self.received()
    try bench.decide(.handOver(step: .decision, to: nil))
    bench.now = moment("2026-11-18T10:00")
    try bench.decide(.complete(DossierResult(approved: true, title: "Giấy xác nhận")))
    #expect(bench.dossier?.stepFact == nil && bench.dossier?.end(ofStep: 1) == bench.now)
    try bench.decide(.reopen(reason: "sai tên"))
    #expect(bench.dossier?.stepFact == nil && bench.dossier?.step == .verification)
    // It goes on behind the work at which it is.
    try bench.decide(.handOver(step: .decision, to: nil))
    #expect(bench.dossier?.stepFact?.id == "ky")
    try bench.decide(.undo(bench.last))
    #expect(bench.dossier?.stepFact == nil && bench.dossier?.handOvers.count == 1)
  }

  /// Another machine of the office could not read them, and the citizen does not wait.
  @Test func nothingOfThemIsRecordedWhereAMachineCannotReadIt() throws {
    var bench = try Self.bench()
    var plain = DecisionBench()
    bench.recordsSteps = false
    for command in Self.course {
      #expect(try bench.decide(command) == plain.decide(command))
      (bench.now, plain.now) = (bench.now.adding(minutes: 200), plain.now.adding(minutes: 200))
    }
    #expect(bench.dossier == plain.dossier)
  }

  @Test func aProcedureWithoutStepsIsAsItWas() throws {
    var bench = DecisionBench()
    for command in Self.course {
      let action = try bench.decide(command)
      #expect(action.appointment?.stepDueAt == nil)
      if case .handOver(let step, let clerk, let fact) = action {
        #expect(fact == nil && command == .handOver(step: step, to: clerk))
      }
      bench.now = bench.now.adding(minutes: 200)
    }
    let dossier = try #require(bench.dossier)
    #expect(dossier.stepFact == nil && dossier.receptionStep == nil && dossier.handOvers.allSatisfy { $0.fact == nil })
  }

  @Test func anActThatLostNamesItsStepAgain() throws {
    let action = DossierAction.handOver(
      step: .verification, to: nil, fact: StepFact(id: "tham-dinh", name: "Thẩm định", dueAt: nil))
    #expect(action.again == .handOver(step: .verification, to: nil, named: "tham-dinh"))
    #expect(Collision.matters(of: action) == [.course, .assignee])
  }

  @Test func theTimeOfAStepIsInHours() {
    func words(_ now: String, _ language: Language) -> String {
      StepTime(
        dueAt: moment("2026-11-18T10:15"), now: moment(now), calendar: .ordinary, hours: .standard
      ).wording(language)
    }
    #expect(words("2026-11-18T07:15", .vi) == "bước còn 3 giờ" && words("2026-11-18T07:15", .en) == "step: 3 h left")
    #expect(words("2026-11-18T10:00", .vi) == "bước còn 15 phút")
    #expect(words("2026-11-18T14:45", .vi) == "quá bước 2 giờ" && words("2026-11-18T14:45", .en) == "step 2 h late")
  }

  private static let course: [DossierCommand] = [
    .receive(DecisionBench.form()), .handOver(step: .verification, to: nil), .requestSupplement(items: ["Giấy tờ"]),
    .receiveSupplement(), .handOver(step: .decision, to: specialist.id),
  ]

  private static func minutes(_ start: Instant, _ end: Instant) -> Int {
    WorkingCalendar.ordinary.workingMinutes(from: start, to: end, hours: .standard)
  }

  /// The working minutes until then; negative if it has passed.
  private static func balance(_ now: Instant, _ due: Instant) -> Int { minutes(now, due) - minutes(due, now) }
}

private struct StepRandom {
  var state: UInt64

  mutating func below(_ bound: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % bound)
  }
}
