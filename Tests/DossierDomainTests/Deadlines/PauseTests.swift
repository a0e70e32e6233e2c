import DossierDomain
import Testing

/// A supplement or a payment pauses the time limit (domain facts 6).
@Suite struct PauseTests {
  /// A limit in days moves by whole days and ends at closing time.
  @Test(arguments: [
    // Paused over one night: one working day later.
    ("2026-11-26T17:00", "2026-11-24T07:00", "2026-11-25T07:00", "17:00 27/11/2026"),
    // A pause inside one day moves nothing.
    ("2026-11-26T17:00", "2026-11-25T08:00", "2026-11-25T16:59", "17:00 26/11/2026"),
    // Friday evening to Monday morning: one working day, and never 07:01.
    ("2026-12-01T17:00", "2026-11-27T16:59", "2026-11-30T07:00", "17:00 02/12/2026"),
    // Over Tết 2026 only the Friday before and the Monday after pass.
    ("2026-02-24T17:00", "2026-02-13T07:00", "2026-02-24T07:00", "17:00 26/02/2026"),
    // An appointment at an hour ends at closing time once it has moved.
    ("2026-11-25T10:00", "2026-11-23T09:00", "2026-11-25T09:00", "17:00 27/11/2026"),
  ])
  func aLimitInDaysMovesByWholeDays(due: String, paused: String, resumed: String, new: String) throws {
    for limit in [TimeLimit.workingDays(3), .sameDay, .unknown] {
      #expect(try moved(due, paused, resumed, limit) == new)
    }
  }

  @Test(arguments: [
    // Five days from Friday to Wednesday.
    ("2026-11-30T17:00", "2026-11-20T09:00", "2026-11-25T09:00", "17:00 07/12/2026"),
    // A weekend counts, and only the end moves to a working day.
    ("2026-11-27T17:00", "2026-11-27T09:00", "2026-11-28T09:00", "17:00 30/11/2026"),
    ("2026-11-27T17:00", "2026-11-27T09:00", "2026-11-27T16:00", "17:00 27/11/2026"),
  ])
  func aLimitInCalendarDaysCountsEveryDay(due: String, paused: String, resumed: String, new: String) throws {
    #expect(try moved(due, paused, resumed, .calendarDays(15)) == new)
  }

  @Test(arguments: [
    // Two hours of an afternoon: two hours of the next morning.
    ("2026-11-26T17:00", "2026-11-25T14:00", "2026-11-25T16:00", "09:00 27/11/2026"),
    // A weekend is no working time.
    ("2026-12-01T17:00", "2026-11-27T17:00", "2026-11-30T07:00", "17:00 01/12/2026"),
  ])
  func aLimitInHoursMovesByTheWorkingTimePaused(due: String, paused: String, resumed: String, new: String) throws {
    #expect(try moved(due, paused, resumed, .hours(8)) == new)
  }

  /// A clock that was set back never brings an appointment forward.
  @Test(arguments: [TimeLimit.workingDays(3), .calendarDays(3), .hours(3)])
  func aPauseThatEndsBeforeItBeganChangesNothing(limit: TimeLimit) throws {
    let due = "2026-11-26T17:00"
    #expect(try moved(due, "2026-11-25T09:00", "2026-11-23T09:00", limit) == moment(due).clockAndDate)
  }

  private func moved(_ due: String, _ paused: String, _ resumed: String, _ limit: TimeLimit) throws -> String {
    try DeadlineRule.resumed(
      dueAt: moment(due), pausedAt: moment(paused), resumedAt: moment(resumed), limit: limit, calendar: .ordinary,
      hours: .standard
    ).clockAndDate
  }
}
