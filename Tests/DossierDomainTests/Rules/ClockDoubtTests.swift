import Testing

@testable import DossierDomain

@Suite struct ClockDoubtTests {
  private func doubt(_ last: String?, now: String) -> ClockDoubt? {
    ClockDoubt(now: moment(now), lastEntryAt: last.map(moment), calendar: .ordinary)
  }

  @Test func aDeviceThatWroteNothingYetIsNotAsked() {
    #expect(doubt(nil, now: "2026-11-25T08:00") == nil)
  }

  @Test func aClockBeforeTheLastEntryIsInDoubtButNotOneThatWasSetRight() {
    #expect(doubt("2026-11-25T08:30", now: "2026-11-25T08:00") == .earlier(thanEntryAt: moment("2026-11-25T08:30")))
    #expect(doubt("2026-11-25T08:01:30", now: "2026-11-25T08:00") == nil)
  }

  /// Friday to Monday, one day closed, a long holiday: no working day, one, none was missed.
  @Test(arguments: [
    ("2026-11-27T16:50", "2026-11-30T07:30"), ("2026-11-24T16:00", "2026-11-26T07:30"),
    ("2026-02-13T16:00", "2026-02-23T07:30"), ("2026-11-25T08:00", "2026-11-25T17:00"),
  ])
  func anOfficeThatWasClosedIsNotAsked(last: String, now: String) {
    #expect(doubt(last, now: now) == nil)
  }

  @Test func twoWorkingDaysWithoutAnEntryAreInDoubt() {
    #expect(
      doubt("2026-11-23T16:00", now: "2026-11-26T07:30")
        == .later(thanEntryAt: moment("2026-11-23T16:00"), workingDays: 2))
  }

  @Test func aYearBeyondTheCalendarIsInDoubt() throws {
    let found = try #require(doubt("2026-11-25T08:00", now: "2036-01-01T00:00"))
    #expect(found.lastEntryAt == moment("2026-11-25T08:00"))
  }

  @Test func noCodeIsIssuedUntilTheDateIsBelieved() throws {
    var bench = DecisionBench("2026-11-18T08:15")
    bench.lastEntryAt = moment("2026-11-19T08:00")
    let doubt = ClockDoubt.earlier(thanEntryAt: moment("2026-11-19T08:00"))
    #expect(bench.denial(of: .receive(DecisionBench.form())) == .clockDoubtful(doubt))
    var online = DecisionBench("2026-11-18T08:15")
    online.submitOnline()
    online.lastEntryAt = moment("2026-11-19T08:00")
    #expect(online.denial(of: .acceptOnline(assignee: nil, days: nil)) == .clockDoubtful(doubt))
    // Commands that print no code are not affected.
    try online.decide(.note("x"))
    bench.lastEntryAt = bench.now
    try bench.decide(.receive(DecisionBench.form()))
  }
}
