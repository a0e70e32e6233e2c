import DossierDomain
import Testing

/// A supplement or a payment pauses the time limit: new due = old due + the working time that passed (domain facts 6).
@Suite struct PauseTests {
  @Test(arguments: [
    // A whole working day paused: one working day later.
    ("2026-11-26T17:00", "2026-11-24T07:00", "2026-11-25T07:00", "17:00 27/11/2026"),
    // Two hours of an afternoon: two hours of the next morning.
    ("2026-11-26T17:00", "2026-11-24T14:00", "2026-11-24T16:00", "09:00 27/11/2026"),
    // A weekend is no working time.
    ("2026-12-01T17:00", "2026-11-27T17:00", "2026-11-30T07:00", "17:00 01/12/2026"),
    // Over Tết 2026 only the Friday before and the Monday after pass.
    ("2026-02-24T17:00", "2026-02-13T07:00", "2026-02-24T07:00", "17:00 26/02/2026"),
    // An appointment at an hour keeps its hour.
    ("2026-11-25T10:00", "2026-11-24T09:00", "2026-11-25T09:00", "10:00 26/11/2026"),
  ])
  func theNewDueIsTheOldOnePlusTheWorkingTimePaused(due: String, paused: String, resumed: String, new: String) throws {
    let found = try DeadlineRule.resumed(
      dueAt: try #require(Instant(iso8601: due)), pausedAt: try #require(Instant(iso8601: paused)),
      resumedAt: try #require(Instant(iso8601: resumed)), calendar: .ordinary, hours: .standard)
    #expect(found.clockAndDate == new)
  }

  /// A clock that was set back never brings an appointment forward.
  @Test func aPauseThatEndsBeforeItBeganChangesNothing() throws {
    let due = try #require(Instant(iso8601: "2026-11-26T17:00"))
    let now = try #require(Instant(iso8601: "2026-11-24T09:00"))
    let found = try DeadlineRule.resumed(
      dueAt: due, pausedAt: now, resumedAt: now.adding(minutes: -600), calendar: .ordinary, hours: .standard)
    #expect(found == due)
  }
}
