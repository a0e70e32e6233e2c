import Testing

@testable import DossierDomain

/// A point that is on duty on Saturday mornings and closes early on Friday.
@Suite struct OpeningHoursTests {
  private static let day = OpeningHours.Day(text: "7:00-11:30, 13:30-17:00") ?? .closed
  private static let morning = OpeningHours.Day(text: "7:00-11:30") ?? .closed

  private static func hours(_ special: [String: OpeningHours.Day] = [:]) throws -> OpeningHours {
    var days: [CivilDate: OpeningHours.SpecialDay] = [:]
    for (date, day) in special { days[moment(date).civilDate] = OpeningHours.SpecialDay(day, reason: "lũ") }
    return try #require(OpeningHours(week: [day, day, day, day, morning, morning, .closed], special: days))
  }

  @Test(arguments: [
    ("7:00-11:30, 13:30-17:00", [420..<690, 810..<1020]), ("7h-11h30", [420..<690]), ("7-11", [420..<660]),
    ("07:00–11:30;13h30-17h", [420..<690, 810..<1020]), ("", []), ("nghỉ", []), ("Nghỉ", []),
  ])
  func hoursAreReadAsPeopleWriteThem(text: String, periods: [Range<Int>]) {
    #expect(OpeningHours.Day(text: text)?.periods == periods)
  }

  @Test(arguments: [
    "7:00", "11:30-7:00", "7:00-25:00", "7:60-9:00", "13:30-17:00, 7:00-11:30", "sáng", "7-9,8-10", "7-9-11",
  ])
  func whatIsNoHoursIsNotRead(text: String) {
    #expect(OpeningHours.Day(text: text) == nil)
  }

  @Test func whatIsShownIsReadAgain() {
    for day in [Self.day, Self.morning, .closed] {
      #expect(Language.allCases.allSatisfy { OpeningHours.Day(text: day.wording($0)) == day })
    }
  }

  /// 28 November 2026 is a Saturday. Its reception is an ordinary one: the first day is not counted, Monday is.
  @Test(arguments: [
    (TimeLimit.workingDays(1), "2026-11-28T08:00", "17:00 30/11/2026"),
    // In the afternoon nobody is there: as on any day off.
    (.workingDays(1), "2026-11-28T14:00", "17:00 01/12/2026"),
    // Done in the day, at the hour at which the point closes.
    (.sameDay, "2026-11-28T08:00", "11:30 28/11/2026"),
    (.sameDay, "2026-11-27T08:00", "11:30 27/11/2026"),
    (.sameDay, "2026-11-29T08:00", "17:00 30/11/2026"),
    (.workingDays(3), "2026-11-24T08:00", "11:30 27/11/2026"),
    (.calendarDays(4), "2026-11-26T08:00", "17:00 30/11/2026"),
    (.hours(2), "2026-11-26T08:00", "10:00 26/11/2026"),
  ])
  func aReceptionOnDutyIsOrdinaryAndTheAppointmentIsAtAnOpenHour(limit: TimeLimit, received: String, due: String) throws
  {
    let found = try DeadlineRule.appointment(
      limit: limit, receivedAt: moment(received), calendar: .ordinary, hours: .standard, opening: Self.hours())
    #expect(found.dueAt.clockAndDate == due)
  }

  /// The point closes at 11:30; a citizen who was received at 14:00 cannot come back at 11:30 of the same day.
  @Test(arguments: [TimeLimit.sameDay, .workingDays(0), .calendarDays(0)])
  func noAppointmentLiesBeforeItsReception(limit: TimeLimit) throws {
    for received in ["2026-11-24T11:29", "2026-11-24T11:30", "2026-11-24T14:00", "2026-11-24T16:59"] {
      let at = moment(received)
      let found = try DeadlineRule.appointment(
        limit: limit, receivedAt: at, calendar: .ordinary, hours: .standard, opening: Self.hours())
      #expect(found.dueAt > at, "\(received)")
    }
  }

  @Test func aClosedDayMovesTheAppointmentToTheNextOpenOne() throws {
    let hours = try Self.hours(["2026-11-26": .closed])
    let found = try DeadlineRule.appointment(
      limit: .workingDays(2), receivedAt: moment("2026-11-24T08:00"), calendar: .ordinary, hours: .standard,
      opening: hours)
    #expect(found.dueAt.clockAndDate == "11:30 27/11/2026")
    let (closed, open) = (moment("2026-11-26").civilDate, moment("2026-11-27").civilDate)
    #expect(found.reasons.contains(.pointClosed(on: closed, opensOn: open)))
    #expect(found.reasons.last == .endsAtClosing(minute: 690))
  }

  /// A holiday closes the point whatever its week says; a Saturday worked in exchange is like a Friday.
  @Test func theCalendarComesBeforeTheWeek() throws {
    let (holiday, swapped) = (moment("2026-11-25").civilDate, moment("2026-11-29").civilDate)
    let calendar = WorkingCalendar(decisions: [
      CalendarRow(date: holiday, kind: .swappedOff, name: "nghỉ", source: "a"),
      CalendarRow(date: swapped, kind: .swappedWorking, name: "làm bù", source: "a"),
    ])
    let hours = try Self.hours()
    #expect(hours.day(holiday, calendar).isClosed)
    #expect(hours.day(swapped, calendar) == Self.morning)
    #expect(try Self.hours(["2026-11-25": Self.day]).day(holiday, calendar) == Self.day)
  }

  @Test func whoComesAtClosingTimeIsNotTooLate() throws {
    let hours = try Self.hours()
    #expect(hours.welcomes(moment("2026-11-27T11:30"), .ordinary))
    #expect(!hours.welcomes(moment("2026-11-27T17:00"), .ordinary))
  }
}
