/// The working days of 2024–2031. For other years it throws instead of giving a wrong answer.
public struct WorkingCalendar: Hashable, Sendable {
  public enum CalendarError: Error, Hashable, Sendable {
    /// The calendar has no data for this day.
    case outOfRange(CivilDate)
  }

  public static let years = Holidays.years
  /// The years whose decision is published and among the defaults.
  public static var publishedYears: Set<Int> { Holidays.publishedYears }

  /// Every day that differs from its weekday, as limits count it.
  public let rows: [CalendarRow]
  /// The rows of the law and of the yearly decisions, without the days of the main reception point that count for limits:
  /// they say nothing about when another point is open.
  public let decidedRows: [CalendarRow]
  private let firstDay: Int
  /// For each day from `firstDay`, the number of working days before it. The last element is the total.
  private let workedBefore: [Int32]

  /// - Parameters:
  ///   - decisions: rows of the yearly decisions. A row replaces the default of its date, and rows about Tết those of
  ///     that Tết; a row outside the calendar's years is ignored.
  ///   - opening: days of their own that count for limits. They say nothing about any other day.
  public init(decisions: [CalendarRow] = [], opening: [CalendarRow] = []) {
    let first = CivilDate(year: Holidays.years.lowerBound, month: 1, day: 1)?.dayNumber ?? 0
    let last = CivilDate(year: Holidays.years.upperBound, month: 12, day: 31)?.dayNumber ?? first
    let decided = Holidays.rows(decisions: decisions)
    let all = decided + opening
    // The index of the row for each day; -1 if there is none, so that the weekday decides.
    var speaking = [Int](repeating: -1, count: last - first + 1)
    var official = speaking
    for (place, row) in all.enumerated() where (first...last).contains(row.date.dayNumber) {
      speaking[row.date.dayNumber - first] = place
      if place < decided.count { official[row.date.dayNumber - first] = place }
    }
    var counts: [Int32] = [0]
    counts.reserveCapacity(speaking.count + 1)
    for (day, place) in speaking.enumerated() {
      let isWorked = place >= 0 ? !all[place].isDayOff : !CivilDate(dayNumber: first + day).isWeekend
      counts.append(counts[day] + (isWorked ? 1 : 0))
    }
    rows = speaking.lazy.filter { $0 >= 0 }.map { all[$0] }
    decidedRows = official.lazy.filter { $0 >= 0 }.map { all[$0] }
    firstDay = first
    workedBefore = counts
  }

  public static let standard = WorkingCalendar()

  /// One row per line. The hash of this text identifies the calendar in an appointment.
  public var canonicalText: String {
    rows.map { "\($0.date.iso8601) \($0.kind.rawValue)" }.joined(separator: "\n")
  }

  public func covers(_ date: CivilDate) -> Bool {
    (0..<workedBefore.count - 1).contains(date.dayNumber - firstDay)
  }

  public func isWorkingDay(_ date: CivilDate) throws(CalendarError) -> Bool {
    let index = try index(of: date)
    return workedBefore[index + 1] > workedBefore[index]
  }

  public func nextWorkingDay(onOrAfter date: CivilDate) throws(CalendarError) -> CivilDate {
    var day = date
    while try !isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// The `count`th working day after `date`; the first day is not counted (Civil Code 2015, Đ.147).
  public func adding(workingDays count: Int, to date: CivilDate) throws(CalendarError) -> CivilDate {
    var day = date
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if try isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The number of working days after `start`, up to and including `end`; negative if `end` is earlier. Days outside
  /// the calendar count by weekday, so that a list can show a dossier of another decade; no appointment is computed
  /// with them.
  public func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
    worked(through: end) - worked(through: start)
  }

  /// The number of working days from the first day of the calendar up to and including a date; negative before it.
  private func worked(through date: CivilDate) -> Int {
    let last = workedBefore.count - 2
    let index = date.dayNumber - firstDay
    if index < 0 { return weekdays(through: date) - weekdays(through: CivilDate(dayNumber: firstDay - 1)) }
    guard index > last else { return Int(workedBefore[index + 1]) }
    let outside = weekdays(through: date) - weekdays(through: CivilDate(dayNumber: firstDay + last))
    return Int(workedBefore[last + 1]) + outside
  }

  /// The number of days from Monday to Friday since a fixed Monday.
  private func weekdays(through date: CivilDate) -> Int {
    (date.dayNumber - date.weekday + 4) / 7 * 5 + min(date.weekday, 5)
  }

  /// Working minutes between two moments; 0 if `end` is not later than `start`.
  public func workingMinutes(from start: Instant, to end: Instant, hours: WorkingHours) -> Int {
    guard start < end else { return 0 }
    let (first, last) = (start.civilDate, end.civilDate)
    func minutes(_ date: CivilDate, _ from: Int, _ to: Int) -> Int {
      ((try? isWorkingDay(date)) ?? !date.isWeekend) ? hours.workingMinutes(from: from, to: to) : 0
    }
    if first == last { return minutes(first, start.minuteOfDay, end.minuteOfDay) }
    let between = max(0, workingDays(after: first, through: last.adding(days: -1)))
    return minutes(first, start.minuteOfDay, 1440) + between * hours.minutesPerDay + minutes(last, 0, end.minuteOfDay)
  }

  /// The moment at which this many working minutes have passed since `start`.
  public func adding(workingMinutes count: Int, to start: Instant, hours: WorkingHours) throws(CalendarError) -> Instant
  {
    var date = start.civilDate
    var from = start.minuteOfDay
    var left = count
    while true {
      if try isWorkingDay(date) {
        for period in [hours.morning, hours.afternoon] {
          let begin = max(from, period.lowerBound)
          let available = max(0, period.upperBound - begin)
          if left <= available, available > 0 { return date.instant(atMinute: begin + left) }
          left -= available
        }
      }
      date = date.adding(days: 1)
      from = 0
    }
  }

  private func index(of date: CivilDate) throws(CalendarError) -> Int {
    guard covers(date) else { throw .outOfRange(date) }
    return date.dayNumber - firstDay
  }
}
