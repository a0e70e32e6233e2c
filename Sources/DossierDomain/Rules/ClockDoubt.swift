/// Why the machine's date is not believed before a code or an appointment is printed: the clerk is asked once, and her
/// answer is an entry.
public enum ClockDoubt: Hashable, Sendable {
  /// The clock stands before the last entry.
  case earlier(thanEntryAt: Instant)
  /// So many working days have passed without an entry.
  case later(thanEntryAt: Instant, workingDays: Int)

  /// A clock that is set right by a few seconds is not in doubt.
  static let tolerableMilliseconds: Int64 = 120_000
  /// An office that was closed for one working day happens; two without any entry hardly do.
  static let skippedWorkingDays = 2

  /// - Parameter lastEntryAt: the latest moment that this device wrote down, or that its clerk confirmed; nil when it
  ///   wrote nothing yet.
  public init?(now: Instant, lastEntryAt: Instant?, calendar: WorkingCalendar) {
    guard let lastEntryAt else { return nil }
    if now.milliseconds < lastEntryAt.milliseconds - Self.tolerableMilliseconds {
      self = .earlier(thanEntryAt: lastEntryAt)
      return
    }
    let skipped = Self.workingDays(after: lastEntryAt.civilDate, before: now.civilDate, calendar)
    guard skipped >= Self.skippedWorkingDays else { return nil }
    self = .later(thanEntryAt: lastEntryAt, workingDays: skipped)
  }

  public var lastEntryAt: Instant {
    switch self {
    case .earlier(let instant), .later(let instant, _): instant
    }
  }

  /// Whole working days between two dates; beyond the calendar's years weekends alone are left out.
  private static func workingDays(after first: CivilDate, before last: CivilDate, _ calendar: WorkingCalendar) -> Int {
    var count = 0
    var day = first.adding(days: 1)
    while day < last, count < 1000 {
      if (try? calendar.isWorkingDay(day)) ?? !day.isWeekend { count += 1 }
      day = day.adding(days: 1)
    }
    return count
  }
}
