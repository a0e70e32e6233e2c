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

  /// Another machine of the office that cannot read the counts gets the sum in words, as before.
  @Test(arguments: [true, false]) func theFeeIsRecordedWithItsCounts(recordsFeeCounts: Bool) throws {
    var form = DecisionBench.form("2.000815")
    form.quantities = FeeQuantities(copies: 12, pages: 1, matters: 1)
    var bench = DecisionBench()
    bench.recordsFeeCounts = recordsFeeCounts
    try bench.decide(.receive(form))
    let dossier = try #require(bench.dossier)
    let line = try #require(dossier.caseRecord.fee.first)
    #expect(line.calculation == "12 × (1 × 2.000)" && line.amount == 24_000 && dossier.fee == 24_000)
    #expect(line.count == (recordsFeeCounts ? FeeLine.Count(12, .copy, at: 2000) : nil))
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

  // MARK: Online

  private func submitted(_ code: String, _ papers: [String] = [], birth: String = "") -> DecisionBench {
    var bench = DecisionBench("2026-11-18T08:15")
    bench.record(
      .submitOnline(
        OnlineSubmission(
          portalCode: DossierCode("G22.99-2", origin: .portal),
          procedure: ProcedureReference(code: code, name: "x", versionHash: "hash"),
          owner: Person(name: "Lê Thị Mơ", birth: birth),
          components: papers.enumerated().map { Component(number: $0.offset + 1, name: $0.element, form: .electronic) },
          submittedAt: bench.now, receivingOffice: DecisionBench.office.id, decidingOffice: DecisionBench.office.id)))
    return bench
  }

  /// The case is recorded as at the desk, and of the papers what the rules say of those that came.
  @Test func anAcceptedSubmissionRecordsItsCase() throws {
    let authority = "Văn bản ủy quyền"
    var bench = submitted("1.001193", ["GIẤY CHỨNG SINH", "Ảnh", authority])
    guard case .acceptOnline(let acceptance) = try bench.decide(.acceptOnline(assignee: nil, days: nil)) else {
      Issue.record("not accepted")
      return
    }
    #expect(acceptance.caseRecord.id == "dung-han" && acceptance.caseRecord.limit == [.sameDay])
    #expect(acceptance.fee == 0)
    let dossier = try #require(bench.dossier)
    #expect(dossier.caseRecord == acceptance.caseRecord)
    // A photograph is none of its papers, and nobody is authorised in the usual case.
    #expect(dossier.components.map(\.need) == [.oneOf("sinh"), .byName, .byName])
    var earlier = submitted("1.001193", ["Giấy chứng sinh"])
    earlier.recordsSteps = false
    try earlier.decide(.acceptOnline(assignee: nil, days: nil))
    #expect(earlier.dossier?.caseRecord.isEmpty == true && earlier.dossier?.components.map(\.need) == [.byName])
    #expect(earlier.dossier?.dueAt == dossier.dueAt && earlier.dossier?.fee == dossier.fee)
  }

  /// A version came into force between submission and acceptance: deadline, fee, papers and every later decision are by the one
  /// that the portal showed and that the dossier keeps.
  @Test func aSubmissionIsAcceptedByTheVersionThatItNames() throws {
    let shown = try #require(Catalogue.starter.version(of: "1.000689"))
    var newer = shown
    newer.fee = .known(99_000)
    newer.timeLimit = .workingDays(9)
    newer.rules = .none
    var bench = submitted("1.000689")
    bench.earlier["hash"] = shown
    bench.procedures["1.000689"] = (newer, "newer")
    guard case .acceptOnline(let acceptance) = try bench.decide(.acceptOnline(assignee: nil, days: nil)) else {
      Issue.record("not accepted")
      return
    }
    var before = submitted("1.000689")
    try before.decide(.acceptOnline(assignee: nil, days: nil))
    let (dossier, expected) = (try #require(bench.dossier), try #require(before.dossier))
    #expect(acceptance.fee != 99_000 && dossier.fee == expected.fee && dossier.caseRecord == expected.caseRecord)
    #expect(dossier.dueAt == moment("2026-11-23T17:00") && dossier.dueAt == expected.dueAt)
    #expect(dossier.components == expected.components && dossier.procedure.versionHash == "hash")
    try bench.decide(.recomputeAppointment(reason: "lịch"))
    #expect(bench.dossier?.dueAt == moment("2026-11-23T17:00"))
    // Nobody here knows the version that was shown: only the one in force can be used.
    bench = submitted("1.000689")
    bench.procedures["1.000689"] = (newer, "newer")
    try bench.decide(.acceptOnline(assignee: nil, days: nil))
    #expect(bench.dossier?.fee == 99_000 && bench.dossier?.dueAt == moment("2026-12-01T17:00"))
    // What is not received any more is not accepted either.
    bench = submitted("1.000689")
    newer.standing = .ended(replacedBy: nil)
    (bench.earlier["hash"], bench.procedures["1.000689"]) = (shown, (newer, "newer"))
    #expect(
      bench.denial(of: .acceptOnline(assignee: nil, days: nil)) == .procedureEnded(code: "1.000689", replacedBy: nil))
  }

  /// An acceptance that an earlier program computed by another version than the submission's folds to what it says.
  @Test func aWrittenAcceptanceStaysAsItIs() throws {
    var bench = submitted("1.000689")
    let due = moment("2027-01-15T17:00")
    bench.record(
      .acceptOnline(
        Acceptance(
          code: .office(agency: DecisionBench.office.agencyCode, date: bench.now.civilDate, number: 7),
          receivedAt: bench.now, appointment: AppointmentFact(dueAt: due, calendarHash: "calendar"), fee: 12_345)))
    let dossier = try #require(bench.dossier)
    #expect(dossier.dueAt == due && dossier.fee == 12_345 && dossier.procedure.versionHash == "hash")
    #expect(dossier.caseRecord.isEmpty)
  }

  @Test func whatThePortalDoesNotAskTheClerkAnswers() throws {
    var bench = submitted("1.001776")
    #expect(
      bench.denial(of: .acceptOnline(assignee: nil, days: nil)) == .questionOpen("Ai hưởng, hưởng gì?"))
    var answers = CaseAnswers()
    answers["truong-hop"] = 10
    let action = try bench.decide(.acceptOnline(assignee: nil, days: nil, answers: answers))
    #expect(bench.dossier?.caseRecord.id == "chuyen-noi-cu-tru")
    #expect(bench.dossier?.caseRecord.limit == [.workingDays(3)])
    guard case .acceptOnline(_, _, let again, _)? = action.again else {
      Issue.record("it cannot be wanted again")
      return
    }
    #expect(again["truong-hop"] == 10)
  }

  // MARK: What the birth says

  /// Received on 18/11/2026: sixty days after 19/09 is the day itself, so that only an earlier birth is late.
  @Test(arguments: [
    ("19/09/2026", "dung-han"), ("18/09/2026", "qua-han"), ("09/2026", "dung-han"), ("08/2026", "qua-han"),
    ("2026", "dung-han"), ("2025", "qua-han"), ("", "dung-han"),
  ])
  func theDateOfBirthAnswersHowLongAgoItWas(birth: String, id: String) throws {
    var form = DecisionBench.form("1.001193")
    form.owner.birth = birth
    var bench = DecisionBench("2026-11-18T08:15")
    try bench.decide(.receive(form))
    #expect(bench.dossier?.caseRecord.id == id)
    var online = submitted("1.001193", birth: birth)
    try online.decide(.acceptOnline(assignee: nil, days: nil))
    #expect(online.dossier?.caseRecord.id == id)
    // What the clerk says counts.
    form.answers["han"] = 1
    var said = DecisionBench("2026-11-18T08:15")
    try said.decide(.receive(form))
    #expect(said.dossier?.caseRecord.id == "dung-han")
  }

  /// Sixty days after 19/09/2026 is 18/11. Without its day a birth contradicts only what is true of none of its days.
  @Test(arguments: [
    ("19/09/2026", "18/11/2026", [2]), ("19/09/2026", "19/11/2026", [1]), ("09/2026", "31/10/2026", [2]),
    ("09/2026", "01/11/2026", []), ("09/2026", "29/11/2026", []), ("09/2026", "30/11/2026", [1]),
    ("2026", "02/03/2026", [2]), ("2026", "03/03/2026", []), ("2026", "18/11/2026", []), ("2025", "18/11/2026", [1]),
    ("", "18/11/2026", []),
  ])
  func anAnswerMayContradictTheDateOfBirth(birth: String, today: String, wrong: [Int]) throws {
    let version = try #require(Catalogue.starter.version(of: "1.001193"))
    let question = try #require(version.rules.questions.first { $0.id == "han" })
    let today = try #require(CivilDate(text: today))
    #expect([1, 2].filter { question.isContradicted($0, byBirth: birth, on: today) } == wrong)
  }
}
