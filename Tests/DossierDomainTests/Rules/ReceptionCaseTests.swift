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

  private static let papers: [Component] = [
    Component(number: 1, name: "Tờ khai", form: .original, need: .required),
    Component(number: 2, name: "Giấy chứng sinh", need: .oneOf("sinh")),
    Component(number: 3, name: "Văn bản của người làm chứng", form: .original, need: .oneOf("sinh")),
    Component(number: 4, name: "Giấy tờ tùy thân", need: .shown),
    Component(number: 5, name: "Giấy chứng nhận kết hôn", need: .lookedUp),
    Component(number: 6, name: "Văn bản ủy quyền", need: .required),
  ]

  /// At hand-back all missing papers are marked as received at once, so no paper may be among them that nobody handed in.
  @Test func onlyWhatHasToComeIsMissing() {
    #expect(Self.papers.missing.map(\.number) == [6])
    var none = Self.papers
    none[2].form = .missing
    #expect(none.missing.map(\.number) == [2, 6])
  }

  /// Another machine of the office takes every name for a paper that has to be handed in.
  @Test func earlierVersionsAreToldOnlyOfPapersThatHaveToCome() throws {
    var form = DecisionBench.form("1.001193")
    form.components = Self.papers
    var bench = DecisionBench()
    bench.recordsCases = false
    try bench.decide(.receive(form))
    let dossier = try #require(bench.dossier)
    #expect(dossier.caseRecord.isEmpty && dossier.components.allSatisfy { $0.need == .byName })
    #expect(dossier.components.map(\.number) == [1, 3, 6])
    #expect(dossier.componentShare.present == 2 && dossier.componentShare.needed == 3)
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
