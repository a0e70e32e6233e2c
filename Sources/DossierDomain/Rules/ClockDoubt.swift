/// Why the machine's date is doubtful before a code or an appointment is printed, or much is written at once. The clerk is
/// asked once, and her answer is an entry.
public enum ClockDoubt: Hashable, Sendable {
  /// The clock stands before the last entry.
  case earlier(thanEntryAt: Instant)
  /// This many working days have passed without an entry.
  case later(thanEntryAt: Instant, workingDays: Int)

  /// A correction of the clock below this is not doubtful.
  static let tolerableMilliseconds: Int64 = 120_000
  /// An office may well be closed for one working day, but two without any entry are unusual.
  static let skippedWorkingDays = 2

  /// - Parameter lastEntryAt: the latest time in this machine's entries, or the time that its clerk has confirmed; nil
  ///   if it has written nothing yet.
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

  /// Why the date is doubtful, as a sentence.
  public func wording(_ language: Language) -> String {
    switch self {
    case .earlier(let last):
      language.pick(
        "Lần ghi trước là \(last.clockAndDate), sau giờ máy đang chỉ.",
        "The last entry was made at \(last.clockAndDate), later than the machine's time.")
    case .later(let last, let days):
      language.pick(
        "Lần ghi trước là \(last.clockAndDate); \(days) ngày làm việc không ghi gì.",
        "The last entry was made at \(last.clockAndDate); \(counted(days, "working day")) without any.")
    }
  }

  /// `Hôm nay là thứ Tư, ngày 25/11/2026, 08:42?`
  public static func question(_ now: Instant, _ language: Language) -> String {
    let day = weekdayName(now.civilDate.weekday, language)
    return language.pick(
      "Hôm nay là \(day.prefix(1).lowercased() + day.dropFirst()), ngày \(now.civilDate.slashed), \(now.civilTime)?",
      "Is today \(day), \(now.civilDate.slashed), \(now.civilTime)?")
  }

  /// The whole working days between two dates; outside the calendar's years only weekends are excluded.
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
