import DossierDomain
import Testing

@Suite struct HolidaysTests {
  private let calendar = WorkingCalendar.standard

  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }
  private func row(_ text: String, in calendar: WorkingCalendar = .standard) throws -> CalendarRow? {
    let date = try date(text)
    return calendar.rows.first { $0.date == date }
  }

  /// The algorithm agrees with dates that are known from printed calendars, and with years that a calendar at UTC+8
  /// gets wrong (1985: Tết in Hà Nội on 21 January, a month before Beijing).
  @Test(arguments: [
    ("21/01/1985", 1, 1, 1985), ("05/02/2000", 1, 1, 2000), ("17/02/2007", 1, 1, 2007), ("22/01/2023", 1, 1, 2023),
    ("29/04/2023", 10, 3, 2023),
  ])
  func lunarDatesAreComputedAtUTC7(text: String, day: Int, month: Int, year: Int) throws {
    #expect(LunarCalendar.civilDate(lunarDay: day, lunarMonth: month, year: year) == (try date(text)))
  }

  @Test(arguments: 2024...2031)
  func tetAndHungKingsDayOfTheTableAgreeWithTheMoon(year: Int) throws {
    let newYear = LunarCalendar.civilDate(lunarDay: 1, lunarMonth: 1, year: year)
    let tet = calendar.rows.filter { $0.kind == .holiday && $0.name == "Tết Âm lịch" && $0.date.year == year }.map(
      \.date)
    // The decisions of 2024 and 2025 are known and named other days.
    if year >= 2026 {
      #expect(tet == (-1...3).map { newYear.adding(days: $0) })
    } else {
      #expect((0...2).allSatisfy { tet.contains(newYear.adding(days: $0)) })
    }
    let hungKings = calendar.rows.filter { $0.name == "Giỗ Tổ Hùng Vương" && $0.date.year == year }.map(\.date)
    #expect(hungKings == [LunarCalendar.civilDate(lunarDay: 10, lunarMonth: 3, year: year)])
  }

  /// Labour Code, Đ.112: eleven days a year, from 2026 on twelve with 24 November, and each that falls on a weekly rest
  /// day is made up for (Đ.111.3). A swapped day is worked on a Saturday.
  @Test(arguments: 2024...2031)
  func everyYearGivesItsDaysOffOnWeekdays(year: Int) {
    let off = calendar.rows.filter {
      $0.date.year == year && !$0.date.isWeekend && $0.isDayOff && $0.kind != .swappedOff
    }
    #expect(off.count == (year < 2026 ? 11 : 12))
    let swaps = calendar.rows.filter { $0.date.year == year }
    #expect(
      swaps.count { $0.kind == .swappedOff } == swaps.count { $0.kind == .swappedWorking && $0.date.weekday == 6 })
  }

  @Test(arguments: [
    ("15/02/2024", true), ("14/02/2024", false), ("29/04/2024", false), ("04/05/2024", true), ("27/01/2025", false),
    ("03/02/2025", true), ("02/05/2025", false), ("26/04/2025", true), ("02/01/2026", false), ("10/01/2026", true),
    ("31/08/2026", false), ("22/08/2026", true), ("01/09/2026", false), ("25/11/2024", true), ("24/11/2025", true),
    ("24/11/2026", false), ("24/11/2027", false), ("26/11/2029", false),
  ])
  func thePublishedDecisionsAreTheDefaults(_ text: String, _ isWorked: Bool) throws {
    #expect(try calendar.isWorkingDay(date(text)) == isWorked)
  }

  @Test func aDecisionAboutTetReplacesItsDays() throws {
    let days = try ["05/02/2027", "06/02/2027", "07/02/2027", "08/02/2027", "09/02/2027", "10/02/2027", "11/02/2027"]
      .map {
        CalendarRow(date: try date($0), kind: .holiday, name: "Tết", source: "decision")
      }
    let decided = WorkingCalendar(decisions: days)
    // By default Tết 2027 is off from 5 to 9 February, and 10 and 11 make up for the weekend.
    #expect(try decided.isWorkingDay(date("12/02/2027")))
    let shorter = WorkingCalendar(decisions: Array(days.prefix(5)))
    #expect(try shorter.isWorkingDay(date("10/02/2027")) && !shorter.isWorkingDay(date("09/02/2027")))
    // One day off that an office decided does not say what Tết is.
    let one = WorkingCalendar(decisions: [
      CalendarRow(date: try date("15/02/2027"), kind: .swappedOff, name: "Lũ", source: "office")
    ])
    #expect(try !one.isWorkingDay(date("09/02/2027")) && !one.isWorkingDay(date("15/02/2027")))
    #expect(try !one.isWorkingDay(date("01/09/2027")))
    let national = WorkingCalendar(decisions: [
      CalendarRow(date: try date("03/09/2027"), kind: .holiday, name: "Quốc khánh", source: "decision")
    ])
    #expect(try national.isWorkingDay(date("01/09/2027")) && !national.isWorkingDay(date("03/09/2027")))
  }

  /// 26 April 2026, Hùng Kings' day, is a Sunday: Monday is given instead (BLLĐ Đ.111.3).
  @Test func compensatoryRestIsTheNextWorkingDay() throws {
    #expect(try row("27/04/2026")?.kind == .compensatory)
    #expect(try calendar.isWorkingDay(date("27/04/2026")) == false)
    #expect(try calendar.isWorkingDay(date("28/04/2026")))
  }

  @Test func aDecisionCanMakeThe24thOfNovemberAWorkingDay() throws {
    let decided = WorkingCalendar(decisions: [
      CalendarRow(date: try date("24/11/2026"), kind: .swappedWorking, name: "", source: "decision")
    ])
    #expect(try decided.isWorkingDay(date("24/11/2026")))
    #expect(decided.canonicalText != calendar.canonicalText)
    // 24 November 2029 is a Saturday, so it brings a Monday.
    #expect(try row("26/11/2029")?.kind == .compensatory)
  }

  /// A yearly decision moves the second day of the National Day and swaps a Friday with a Saturday.
  @Test func rowsOfTheYearlyDecisionReplaceTheDefaults() throws {
    let decided = WorkingCalendar(decisions: [
      CalendarRow(date: try date("01/09/2026"), kind: .swappedWorking, name: "", source: "decision"),
      CalendarRow(date: try date("03/09/2026"), kind: .holiday, name: "Quốc khánh", source: "decision"),
      CalendarRow(date: try date("02/01/2026"), kind: .swappedOff, name: "Hoán đổi", source: "notice"),
      CalendarRow(date: try date("10/01/2026"), kind: .swappedWorking, name: "Làm bù", source: "notice"),
    ])
    for (text, worked) in [
      ("01/09/2026", true), ("02/09/2026", false), ("03/09/2026", false), ("02/01/2026", false), ("10/01/2026", true),
    ] {
      #expect(try decided.isWorkingDay(date(text)) == worked, "\(text)")
    }
  }

  @Test func theYearsWithAPublishedDecisionAreThoseWhoseDaysAreExchanged() {
    let exchanged = Set(calendar.rows.filter { $0.kind == .swappedOff }.map(\.date.year))
    #expect(WorkingCalendar.publishedYears == exchanged)
    #expect(WorkingCalendar.publishedYears == [2024, 2025, 2026])
  }
}
