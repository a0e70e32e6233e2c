/// The working time left to accept an online submission, in minutes; negative if it has passed.
public struct AcceptanceTime: Hashable, Sendable {
  public let minutesLeft: Int

  /// In working hours. Unverified: no text in force was found that sets it, so it is only shown and decides nothing.
  public static let limit = 8

  public init(submittedAt: Instant, now: Instant, calendar: WorkingCalendar, hours: WorkingHours) {
    minutesLeft = Self.limit * 60 - calendar.workingMinutes(from: submittedAt, to: now, hours: hours)
  }

  public var isOver: Bool { minutesLeft < 0 }

  public func wording(_ language: Language) -> String {
    let time = hoursWording(abs(minutesLeft), language)
    return isOver ? language.pick("quá \(time)", "\(time) late") : language.pick("còn \(time)", "\(time) left")
  }
}

/// Whole hours, or minutes if there is no whole one.
func hoursWording(_ minutes: Int, _ language: Language) -> String {
  let hours = minutes / 60
  return minutes < 60
    ? language.pick("\(minutes) phút", "\(minutes) min") : language.pick("\(hours) giờ", "\(hours) h")
}
