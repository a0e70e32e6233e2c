/// The weekly hours of a reception point, as the head of desk decides them.
public struct OpeningWeek: Hashable, Sendable {
  /// `OpeningHours.mainPoint` for the office itself.
  public let point: String
  /// Seven, Monday first.
  public let days: [OpeningHours.Day]

  /// Nil if there are not seven days, or the name is too long.
  public init?(point: String, days: [OpeningHours.Day]) {
    guard days.count == 7, point.count <= OpeningHours.longestText else { return nil }
    self.point = point
    self.days = days
  }
}

/// The hours of one date at a reception point: a Saturday on duty, an afternoon closed by a flood.
public struct OpeningDay: Hashable, Sendable {
  public let point: String
  public let date: CivilDate
  /// Nil for the hours of the weekday again.
  public let day: OpeningHours.Day?
  public let reason: String
  /// Time limits run as the hours say: a Saturday on duty is a working day for them, a day closed by a flood is not. By
  /// default they run by the working calendar, because no law says otherwise of a decision about opening hours
  /// (unverified).
  public let countsForLimits: Bool

  /// Texts are cut after `OpeningHours.longestText` characters.
  public init(
    point: String, date: CivilDate, day: OpeningHours.Day?, reason: String, countsForLimits: Bool = false
  ) {
    self.point = String(point.prefix(OpeningHours.longestText))
    self.date = date
    self.day = day
    self.reason = String(reason.prefix(OpeningHours.longestText))
    self.countsForLimits = countsForLimits && day != nil
  }
}
