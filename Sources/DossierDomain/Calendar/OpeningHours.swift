/// When a reception point of the office is open: by weekday, and on days of its own such as a Saturday on duty or an
/// afternoon closed by a flood.
public struct OpeningHours: Hashable, Sendable {
  /// The periods of one day in minutes since midnight, ascending and apart. Empty if the point is closed.
  public struct Day: Hashable, Sendable {
    public static let mostPeriods = 4
    public static let closed = Day(checked: [])

    public let periods: [Range<Int>]

    private init(checked periods: [Range<Int>]) { self.periods = periods }

    /// Nil if the periods overlap, are not in order or empty, or do not lie within one day.
    public init?(_ periods: [Range<Int>]) {
      let bounds = periods.flatMap { [$0.lowerBound, $0.upperBound] }
      guard periods.count <= Self.mostPeriods, periods.allSatisfy({ !$0.isEmpty }), bounds == bounds.sorted(),
        (bounds.first ?? 0) >= 0, (bounds.last ?? 0) < 1440
      else { return nil }
      self.init(checked: periods)
    }

    public var isClosed: Bool { periods.isEmpty }
    /// Nil if the point is closed.
    public var closingMinute: Int? { periods.last?.upperBound }

    func isOpen(at minute: Int) -> Bool { periods.contains { $0.contains(minute) } }
  }

  /// A day that differs from its weekday.
  public struct SpecialDay: Hashable, Sendable {
    public var day: Day
    public var reason: String
    /// The day is one of the working calendar too, so that limits run by it.
    public var countsForLimits: Bool

    public init(_ day: Day, reason: String, countsForLimits: Bool = false) {
      self.day = day
      self.reason = reason
      self.countsForLimits = countsForLimits
    }
  }

  /// The main reception point has no name.
  public static let mainPoint = ""
  public static let longestText = 200

  /// Seven days, Monday first.
  public let week: [Day]
  public var special: [CivilDate: SpecialDay]

  /// Nil if there are not seven days.
  public init?(week: [Day], special: [CivilDate: SpecialDay] = [:]) {
    guard week.count == 7 else { return nil }
    self.week = week
    self.special = special
  }

  /// The hours of the office from Monday to Friday.
  public init(_ hours: WorkingHours) {
    let day = Day([hours.morning, hours.afternoon].filter { !$0.isEmpty }) ?? .closed
    week = Array(repeating: day, count: 5) + [.closed, .closed]
    special = [:]
  }

  /// The hours of a date. A decision about that date comes first; on other days off of the calendar the point is open
  /// only if its week says so, and never on a holiday. A Saturday that is worked in exchange is like a Friday.
  public func day(_ date: CivilDate, _ calendar: WorkingCalendar) -> Day {
    if let special = special[date] { return special.day }
    let ordinary = week[date.weekday - 1]
    guard let row = calendar.decidedRows.first(where: { $0.date == date }) else { return ordinary }
    return row.isDayOff ? .closed : ordinary.isClosed ? week[4] : ordinary
  }

  public func isOpen(at moment: Instant, _ calendar: WorkingCalendar) -> Bool {
    day(moment.civilDate, calendar).isOpen(at: moment.minuteOfDay)
  }

  /// Whether somebody who was told to come at a moment finds the point open, at closing time at the latest.
  public func welcomes(_ moment: Instant, _ calendar: WorkingCalendar) -> Bool {
    day(moment.civilDate, calendar).periods.contains {
      $0.contains(moment.minuteOfDay) || $0.upperBound == moment.minuteOfDay
    }
  }

  /// The end of the last period on a date, or of the next date on which the point is open; nil if it never opens within
  /// a month.
  func closing(onOrAfter date: CivilDate, after moment: Instant, _ calendar: WorkingCalendar) -> Instant? {
    (0...31).lazy.compactMap { days -> Instant? in
      let date = date.adding(days: days)
      return day(date, calendar).closingMinute.map { date.instant(atMinute: $0) }
    }.first { $0 > moment }
  }

  /// The hash of this text is part of the settings that decided an appointment. A day that counts for limits is part of
  /// the calendar's, because it moves appointments as a day off does.
  public var canonicalText: String {
    func text(_ day: Day) -> String { day.periods.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: "+") }
    return week.map { text($0) }.joined(separator: ",")
      + special.filter { !$0.value.countsForLimits }.sorted { $0.key < $1.key }.map {
        " \($0.key.iso8601):\(text($0.value.day))"
      }.joined()
  }
}

extension OpeningHours.Day {
  /// `7:00-11:30, 13:30-17:00`, or "nghỉ".
  public func wording(_ language: Language) -> String {
    isClosed
      ? language.pick("nghỉ", "closed")
      : periods.map { "\(clockText($0.lowerBound))-\(clockText($0.upperBound))" }.joined(separator: ", ")
  }

  /// Reads what people write: `7:00-11:30, 13:30-17:00`, `7h-11h30`, `7-11`; an empty text, `nghỉ` or `closed` is a
  /// closed day. Nil if it cannot be read.
  public init?(text: String) {
    let words = text.lowercased().filter { $0 != " " }
    if ["", "nghỉ", "closed", "-"].contains(words) {
      self = .closed
      return
    }
    var periods: [Range<Int>] = []
    for part in words.split(whereSeparator: { ",;+".contains($0) }) {
      let ends = part.split(whereSeparator: { "-–".contains($0) }).map { Self.minute(String($0)) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
      periods.append(start..<end)
    }
    self.init(periods)
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.split(whereSeparator: { ":hg.".contains($0) })
    guard (1...2).contains(parts.count), let hour = Int(parts[0]), (0...23).contains(hour) else { return nil }
    guard parts.count == 2 else { return hour * 60 }
    guard let minute = Int(parts[1]), (0...59).contains(minute) else { return nil }
    return hour * 60 + minute
  }
}
