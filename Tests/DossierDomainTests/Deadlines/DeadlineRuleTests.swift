import DossierDomain
import Testing

/// Worked examples; each test is named after the rule that it shows.
@Suite struct DeadlineRuleTests {
  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }

  private func appointment(
    _ limit: TimeLimit, _ received: String, calendar: WorkingCalendar = .ordinary
  ) throws -> Appointment {
    let moment = try #require(Instant(iso8601: received))
    return try DeadlineRule.appointment(limit: limit, receivedAt: moment, calendar: calendar, hours: .standard)
  }

  @Test(arguments: [
    ("2026-11-24T08:00", 1, "17:00 25/11/2026"), ("2026-11-24T08:00", 3, "17:00 27/11/2026"),
    ("2026-11-26T08:00", 3, "17:00 01/12/2026"), ("2026-11-27T16:59", 1, "17:00 30/11/2026"),
  ])
  func firstDayIsNotCounted_BLDS147(received: String, days: Int, due: String) throws {
    let found = try appointment(.workingDays(days), received)
    #expect(found.dueAt.clockAndDate == due)
    #expect(found.reasons.first == .firstDayNotCounted(try #require(Instant(iso8601: received)).civilDate))
  }

  /// Luật Hộ tịch 2014 Đ.5.3, NĐ 23/2015 Đ.7: "after 15:00". The receipt prints minutes, so the minute 15:00 is not
  /// after.
  @Test(arguments: [
    ("2026-11-24T14:59", "17:00 24/11/2026"), ("2026-11-24T15:00", "17:00 24/11/2026"),
    ("2026-11-24T15:00:59", "17:00 24/11/2026"), ("2026-11-24T15:01", "17:00 25/11/2026"),
    ("2026-11-27T15:01", "17:00 30/11/2026"), ("2026-02-13T16:00", "17:00 23/02/2026"),
  ])
  func sameDayUntilThreeElseNextWorkingDay_HoTich5_3(received: String, due: String) throws {
    #expect(try appointment(.sameDay, received).dueAt.clockAndDate == due)
  }

  @Test func sameDayReasonsNameTheRuleThatDecided() throws {
    #expect(try appointment(.sameDay, "2026-11-24T15:00").reasons.contains(.sameDayByThree(nil)))
    #expect(
      try appointment(.sameDay, "2026-11-24T15:01").reasons.contains(.afterThreeNextWorkingDay(date("25/11/2026"), nil))
    )
  }

  @Test func receivedAfterClosingStartsOnTheNextWorkingMorning() throws {
    let sameDay = try appointment(.sameDay, "2026-11-24T17:00")
    #expect(sameDay.dueAt.clockAndDate == "17:00 25/11/2026")
    #expect(sameDay.reasons.first == .receivedAfterClosing(startsOn: try date("25/11/2026")))
    // The next morning is then the first day, which is not counted.
    #expect(try appointment(.workingDays(1), "2026-11-24T17:00").dueAt.clockAndDate == "17:00 26/11/2026")
    #expect(try appointment(.hours(2), "2026-11-27T18:00").dueAt.clockAndDate == "09:00 30/11/2026")
  }

  @Test func receivedOnADayOffStartsOnTheNextWorkingDay() throws {
    let found = try appointment(.workingDays(2), "2026-11-28T09:00")
    #expect(found.dueAt.clockAndDate == "17:00 02/12/2026")
    #expect(found.reasons.first == .receivedOnDayOff(startsOn: try date("30/11/2026")))
    #expect(try appointment(.sameDay, "2026-02-17T15:30").dueAt.clockAndDate == "17:00 23/02/2026")
  }

  /// Tết 2026: Monday 16 to Friday 20 February by default.
  @Test func tet2026IsNotCounted() throws {
    let found = try appointment(.workingDays(3), "2026-02-12T08:00")
    #expect(found.dueAt.clockAndDate == "17:00 24/02/2026")
    let named = found.reasons.filter { if case .dayOff(_, "Tết Âm lịch") = $0 { true } else { false } }
    #expect(named.count == 5)
  }

  /// Hùng Kings' day 2026 is Sunday 26 April, so Monday 27 April is no working day (BLLĐ Đ.111.3).
  @Test func compensatoryRestIsNotCounted_BLLD111() throws {
    #expect(try appointment(.workingDays(1), "2026-04-24T08:00").dueAt.clockAndDate == "17:00 28/04/2026")
    #expect(try appointment(.workingDays(3), "2026-04-28T08:00").dueAt.clockAndDate == "17:00 05/05/2026")
  }

  @Test func the24thOfNovemberIsNotCountedFrom2026On() throws {
    for (received, due) in [
      ("2026-11-23T08:00", "17:00 25/11/2026"), ("2025-11-21T08:00", "17:00 24/11/2025"),
      ("2027-11-23T08:00", "17:00 25/11/2027"),
    ] {
      #expect(
        try appointment(.workingDays(1), received, calendar: .standard).dueAt.clockAndDate == due, "\(received)")
    }
  }

  @Test func aSwappedSaturdayIsCountedAndItsFridayIsNot() throws {
    let swapped = WorkingCalendar(decisions: [
      CalendarRow(date: try date("27/11/2026"), kind: .swappedOff, name: "Hoán đổi", source: "notice"),
      CalendarRow(date: try date("28/11/2026"), kind: .swappedWorking, name: "Làm bù", source: "notice"),
    ])
    #expect(
      try appointment(.workingDays(1), "2026-11-26T08:00", calendar: swapped).dueAt.clockAndDate == "17:00 28/11/2026")
    #expect(try appointment(.sameDay, "2026-11-28T08:00", calendar: swapped).dueAt.clockAndDate == "17:00 28/11/2026")
  }

  @Test(arguments: [
    (30, "2026-10-25T08:00", "17:00 24/11/2026"), (15, "2026-11-24T08:00", "17:00 09/12/2026"),
    (4, "2026-11-24T08:00", "17:00 30/11/2026"), (5, "2026-02-10T08:00", "17:00 23/02/2026"),
  ])
  func calendarDaysEndOnAWorkingDay_BLDS148(days: Int, received: String, due: String) throws {
    #expect(try appointment(.calendarDays(days), received).dueAt.clockAndDate == due)
  }

  @Test func aMovedEndIsExplained_BLDS148() throws {
    let found = try appointment(.calendarDays(4), "2026-11-24T08:00")
    #expect(found.reasons.contains(.movedToWorkingDay(from: try date("28/11/2026"), to: try date("30/11/2026"))))
  }

  /// Hours run from the given moment; lunch and night are skipped, eight hours are a working day.
  @Test(arguments: [
    (2, "2026-11-24T08:15", "10:15 24/11/2026"), (2, "2026-11-24T10:30", "14:30 24/11/2026"),
    (8, "2026-11-24T07:00", "17:00 24/11/2026"), (8, "2026-11-24T10:00", "10:00 25/11/2026"),
    (2, "2026-11-24T12:00", "15:30 24/11/2026"), (2, "2026-11-24T05:00", "09:00 24/11/2026"),
    (4, "2026-11-27T16:00", "10:00 30/11/2026"),
  ])
  func hoursAreWorkingHours_BLDS147(count: Int, received: String, due: String) throws {
    #expect(try appointment(.hours(count), received).dueAt.clockAndDate == due)
  }

  @Test func anUnknownLimitIsNeverGuessed() {
    #expect(throws: DeadlineError.limitUnknown) { try appointment(.unknown, "2026-11-24T08:00") }
  }

  @Test(arguments: [
    TimeLimit.workingDays(5), .calendarDays(10), .hours(40), .sameDay, .calendarDays(.max), .workingDays(.max),
    .hours(.max),
  ])
  func noAppointmentBeyondTheCalendar(limit: TimeLimit) {
    #expect(throws: DeadlineError.self) { try appointment(limit, "2031-12-31T16:00") }
  }

  @Test(arguments: [TimeLimit.workingDays(-1), .calendarDays(-1), .hours(-1)])
  func aLimitBelowZeroIsNoLimit(limit: TimeLimit) {
    #expect(throws: DeadlineError.limitUnknown) { try appointment(limit, "2026-11-24T08:00") }
  }

  @Test func everyReasonIsWordedInBothLanguages() throws {
    let found = try appointment(.workingDays(3), "2026-02-12T18:00").reasons
    for reason in found { #expect(reason.wording(.vi) != reason.wording(.en)) }
    #expect(found.map { $0.wording(.vi) }.contains { $0.contains("BLDS 2015 Đ.147") })
  }
}
