import DossierDomain
import Testing

/// What a reception records of the case, when the clerk answered and when the ordinary case was meant.
@Suite struct ReceptionCaseTests {
  private func reception(
    _ code: String, _ answers: [String: Int] = [:], channel: Channel = .direct
  ) throws -> Reception {
    var form = DecisionBench.form(code)
    form.channel = channel
    for (question, number) in answers { form.answers[question] = number }
    var bench = DecisionBench()
    guard case .receive(let reception) = try bench.decide(.receive(form)) else {
      throw Denial.procedureUnknown(code: code)
    }
    return reception
  }

  @Test func anOrdinaryBirthIsReceivedWithoutAnAnswer() throws {
    let reception = try reception("1.001193")
    #expect(reception.caseRecord.id == "dung-han")
    #expect(
      reception.caseRecord.answers.map { "\($0.question)=\($0.number)" }
        == ["han=1", "noi-cu-tru=1", "tre=1", "uy-quyen=2"])
    #expect(reception.caseRecord.limit == [.sameDay])
    #expect(reception.fee == 0)
  }

  @Test func whatTheClerkAnsweredCounts() throws {
    let late = try reception("1.001193", ["han": 2])
    #expect(late.caseRecord.id == "qua-han" && late.fee == nil)
    let copies = try reception("2.000815", ["nhieu": 1])
    #expect(copies.caseRecord.limit == [.sameDay, .workingDays(2)])
    #expect(copies.fee == 2000)
    #expect(try reception("1.001193", channel: .online).caseRecord.id == "dung-han")
  }

  @Test func withoutAnOrdinaryCaseTheQuestionIsAsked() throws {
    #expect(
      DecisionBench().denial(of: .receive(DecisionBench.form("1.001776"))) == .questionOpen("Ai hưởng, hưởng gì?"))
    let moved = try reception("1.001776", ["truong-hop": 10])
    #expect(moved.caseRecord.id == "chuyen-noi-cu-tru" && moved.caseRecord.limit == [.workingDays(3)])
  }

  /// The whole period of two stages begins again after a supplement, and the same comes out when it is computed again.
  @Test func aPeriodOfTwoStagesBeginsAgainWithBoth() throws {
    var bench = DecisionBench("2026-11-18T08:15")
    bench.office.wholePeriodProcedures = ["2.000815"]
    var form = DecisionBench.form("2.000815")
    form.answers["nhieu"] = 1
    try bench.decide(.receive(form))
    try bench.decide(.handOver(step: .verification, to: bench.clerk.id))
    bench.now = moment("2026-11-18T10:00")
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    bench.now = moment("2026-11-24T09:00")
    try bench.decide(.receiveSupplement())
    // Tuesday itself, and two working days more.
    #expect(bench.dossier?.dueAt == moment("2026-11-26T17:00"))
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == moment("2026-11-26T17:00"))
  }

  /// The portal asks nothing, so that it is the usual case, also when the appointment is computed again.
  @Test func whatComesOnlineIsTheUsualCase() throws {
    var bench = DecisionBench("2026-11-18T08:15")
    bench.record(
      .submitOnline(
        OnlineSubmission(
          portalCode: DossierCode("G22.99-2", origin: .portal),
          procedure: ProcedureReference(code: "1.000689", name: "x", versionHash: "hash"),
          owner: Person(name: "Lê Thị Mơ"), components: [], submittedAt: bench.now,
          receivingOffice: DecisionBench.office.id, decidingOffice: DecisionBench.office.id)))
    try bench.decide(.acceptOnline(assignee: nil, days: nil))
    // Three working days, as in the case in which nothing is verified.
    #expect(bench.dossier?.dueAt == moment("2026-11-23T17:00"))
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == moment("2026-11-23T17:00"))
  }
}
