import DossierDomain
import Testing

/// After a supplement an office may let the whole period begin again, by procedure (domain facts 6; unverified, so a
/// setting). Confirmation of marital status, 3 working days; received on Wednesday 18/11/2026.
@Suite struct PausePolicyTests {
  private static let procedure = "1.004873"

  /// Received 08:15 on 18/11, due 17:00 on 23/11; asked for a paper at 10:00 on 19/11, which came at `supplied`.
  private func appointment(
    _ policy: PausePolicy, supplied: String, days: Int? = nil, procedure: String = procedure
  ) throws -> AppointmentFact? {
    var bench = DecisionBench("2026-11-18T08:15")
    if policy == .wholePeriod { bench.office.wholePeriodProcedures = [procedure] }
    try bench.decide(.receive(DecisionBench.form(procedure, days: days)))
    try bench.decide(.handOver(step: .verification, to: bench.clerk.id))
    bench.now = moment("2026-11-19T10:00")
    try bench.decide(.requestSupplement(items: ["Giấy tờ"]))
    bench.now = moment(supplied)
    guard case .receiveSupplement(_, _, let fact) = try bench.decide(.receiveSupplement()) else { return nil }
    #expect(bench.dossier?.dueAt == fact?.dueAt)
    return fact
  }

  @Test(arguments: [
    // A pause within one day moves nothing.
    (PausePolicy.prolonged, "2026-11-19T14:30", "17:00 23/11/2026"),
    // The same papers, the whole three days from Thursday: Friday, Monday, Tuesday.
    (.wholePeriod, "2026-11-19T14:30", "17:00 24/11/2026"),
    // After a week the difference shows: paused from Thursday 10:00 to the next Thursday 10:00 are five working days.
    (.prolonged, "2026-11-26T10:00", "17:00 30/11/2026"),
    (.wholePeriod, "2026-11-26T10:00", "17:00 01/12/2026"),
    // On a Saturday the papers count from Monday morning; the first day is not counted.
    (.wholePeriod, "2026-11-28T09:00", "17:00 03/12/2026"),
  ])
  func theAppointmentAfterASupplement(policy: PausePolicy, supplied: String, due: String) throws {
    let fact = try #require(try appointment(policy, supplied: supplied))
    #expect(fact.dueAt.clockAndDate == due)
    #expect(fact.pausePolicy == policy)
    #expect(fact.previousDueAt?.clockAndDate == "17:00 23/11/2026")
  }

  /// A number of days that the clerk entered is no period of the procedure, so it cannot begin again.
  @Test func withoutAKnownPeriodTheAppointmentIsProlonged() throws {
    let unknown = try #require(
      Catalogue.starter.versions.first { $0.timeLimit == .unknown && $0.isReceivable && !$0.isConfidential })
    let fact = try appointment(.wholePeriod, supplied: "2026-11-19T14:30", days: 3, procedure: unknown.code)
    #expect(fact?.pausePolicy == .prolonged)
    #expect(fact?.dueAt.clockAndDate == "17:00 23/11/2026")
  }

  @Test func aPaymentOnlyStopsTheClock() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.office.wholePeriodProcedures = [Self.procedure]
    try bench.decide(.requestPayment(title: "Lệ phí", amount: 8000))
    bench.now = bench.now.adding(minutes: 24 * 60)
    guard case .recordPayment(_, _, let fact) = try bench.decide(.recordPayment(amount: 8000, method: .cash)) else {
      Issue.record("no payment")
      return
    }
    #expect(fact?.pausePolicy == .prolonged)
  }

  @Test func settingsThatAreNotUsedLeaveTheirHashAsItWas() {
    var office = DecisionBench.office
    #expect(office.canonicalSettings == "\(office.workingHours) 1")
    office.wholePeriodProcedures = ["2", "1"]
    #expect(office.canonicalSettings.hasSuffix("1 whole-period:1,2"))
  }
}
