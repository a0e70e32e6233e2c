import DossierDomain
import Testing

@Suite struct PunctualityTests {
  /// Civil dates are compared, so an hour late on the day is on time; 17:30 UTC is already the next day here.
  @Test(arguments: [
    ("2026-11-23T23:59", Punctuality.early), ("2026-11-24T00:00", .onTime), ("2026-11-24T18:00", .onTime),
    ("2026-11-25T00:00", .late), ("2026-11-24T17:30Z", .late),
  ])
  func earlyOnTimeAndLateCompareCivilDates(resolved: String, class expected: Punctuality) throws {
    let due = try #require(Instant(iso8601: "2026-11-24T17:00"))
    #expect(Punctuality(resolvedAt: try #require(Instant(iso8601: resolved)), dueAt: due) == expected)
  }

  @Test(arguments: [
    ("2026-11-20T17:00", "quá hạn 2 ngày", "2 d overdue"), ("2026-11-21T17:00", "quá hạn 2 ngày", "2 d overdue"),
    ("2026-11-24T08:30", "quá hẹn 08:30", "past 08:30"), ("2026-11-24T17:00", "hôm nay 17:00", "today 17:00"),
    ("2026-11-25T17:00", "còn 1 ngày", "1 d left"), ("2026-12-01T17:00", "còn 5 ngày", "5 d left"),
  ])
  func remainingTimeIsInWorkingDays(due: String, vi: String, en: String) throws {
    let now = try #require(Instant(iso8601: "2026-11-24T09:00"))
    let dueAt: Instant = try #require(Instant(iso8601: due))
    let remaining = RemainingTime(dueAt: dueAt, now: now, calendar: .ordinary)
    #expect(remaining.wording(.vi) == vi)
    #expect(remaining.wording(.en) == en)
    #expect(remaining.isOverdue == vi.hasPrefix("quá"))
    // Where no heading says so, the sentence does.
    #expect(remaining.fullWording(.vi) == vi.replacing("ngày", with: "ngày làm việc"))
  }

  /// Due on Friday and looked at on Saturday: no working day has passed, yet it is overdue and not "0 days".
  @Test func aDossierDueBeforeTheWeekendIsOneDayOverdueOnSaturday() throws {
    let due = try #require(Instant(iso8601: "2026-11-27T17:00"))
    let saturday = try #require(Instant(iso8601: "2026-11-28T09:00"))
    #expect(RemainingTime(dueAt: due, now: saturday, calendar: .ordinary) == .overdueDays(1))
  }

  @Test func withoutAnAppointmentThereIsNoRemainingTime() throws {
    let now = try #require(Instant(iso8601: "2026-11-28T09:00"))
    #expect(RemainingTime(dueAt: nil, now: now, calendar: .ordinary) == .none)
  }
}
