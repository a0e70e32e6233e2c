import DossierDomain
import Testing

@Suite struct WorkingCalendarTests {
  private let calendar = WorkingCalendar.ordinary

  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }
  private func moment(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

  @Test(arguments: [
    ("24/11/2026", "24/11/2026"), ("28/11/2026", "30/11/2026"), ("14/02/2026", "23/02/2026"),
    ("30/04/2026", "04/05/2026"),
  ])
  func nextWorkingDaySkipsWeekendsAndHolidays(from: String, to: String) throws {
    #expect(try calendar.nextWorkingDay(onOrAfter: date(from)) == date(to))
  }

  @Test(arguments: [
    ("23/11/2026", 3, "26/11/2026"), ("26/11/2026", 3, "01/12/2026"), ("13/02/2026", 1, "23/02/2026"),
    ("24/04/2026", 2, "29/04/2026"), ("24/11/2026", 0, "24/11/2026"),
  ])
  func workingDaysAreCountedFromTheNextDay(from: String, count: Int, to: String) throws {
    #expect(try calendar.adding(workingDays: count, to: date(from)) == date(to))
  }

  @Test func outsideItsYearsTheCalendarGivesNoAnswer() throws {
    let (before, after) = (try date("31/12/2023"), try date("01/01/2032"))
    for day in [before, after] {
      #expect(!calendar.covers(day))
      #expect(throws: WorkingCalendar.CalendarError.outOfRange(day)) { try calendar.isWorkingDay(day) }
    }
    #expect(throws: WorkingCalendar.CalendarError.outOfRange(after)) {
      try calendar.adding(workingDays: 3, to: date("30/12/2031"))
    }
    #expect(throws: WorkingCalendar.CalendarError.outOfRange(after)) {
      try calendar.adding(workingMinutes: 9_000_000, to: moment("2026-11-24T08:00"), hours: .standard)
    }
  }

  /// 07:00–11:30 and 13:30–17:00: lunch, nights, weekends and holidays are no working time.
  @Test(arguments: [
    ("2026-11-24T08:00", "2026-11-24T10:30", 150), ("2026-11-24T11:00", "2026-11-24T14:00", 60),
    ("2026-11-24T11:30", "2026-11-24T13:30", 0), ("2026-11-24T16:00", "2026-11-25T08:00", 120),
    ("2026-11-27T16:00", "2026-11-30T08:00", 120), ("2026-02-13T16:30", "2026-02-23T07:30", 60),
    ("2026-11-24T00:00", "2026-11-26T23:59", 1440), ("2026-11-28T08:00", "2026-11-29T16:00", 0),
    ("2026-11-25T08:00", "2026-11-24T08:00", 0),
  ])
  func workingMinutesLeaveOutWhatTheOfficeIsClosed(from: String, to: String, minutes: Int) throws {
    #expect(calendar.workingMinutes(from: try moment(from), to: try moment(to), hours: .standard) == minutes)
  }

  /// Adding what has passed between two moments gives the second one, whenever that is working time.
  @Test func addingWorkingMinutesUndoesMeasuringThem() throws {
    let start = try moment("2026-02-12T07:00")
    for count in stride(from: 1, through: 5000, by: 37) {
      let end = try calendar.adding(workingMinutes: count, to: start, hours: .standard)
      #expect(calendar.workingMinutes(from: start, to: end, hours: .standard) == count)
      #expect(calendar.workingMinutes(from: start, to: end.adding(minutes: -1), hours: .standard) == count - 1)
    }
  }

  @Test(arguments: [
    ("24/11/2026", "24/11/2026", 0), ("24/11/2026", "25/11/2026", 1), ("27/11/2026", "30/11/2026", 1),
    ("30/11/2026", "24/11/2026", -4), ("31/12/2031", "05/01/2032", 3), ("25/12/2023", "02/01/2024", 5),
  ])
  func daysOutsideTheCalendarCountAsWeekdays(after: String, through: String, days: Int) throws {
    #expect(calendar.workingDays(after: try date(after), through: try date(through)) == days)
  }

  /// The text names the rules of an appointment, so an equal calendar has an equal text, whatever the order of its rows.
  @Test func theCanonicalTextDoesNotDependOnTheOrderOfDecisions() throws {
    let rows = try ["03/09/2026", "10/01/2026"].map {
      CalendarRow(date: try date($0), kind: .swappedWorking, name: "", source: "")
    }
    #expect(WorkingCalendar(decisions: rows).canonicalText == WorkingCalendar(decisions: rows.reversed()).canonicalText)
    #expect(WorkingCalendar.standard.canonicalText.contains("2026-02-17 NGHI_LE"))
  }
}
