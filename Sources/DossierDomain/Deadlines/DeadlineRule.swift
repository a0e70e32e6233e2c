/// How long a procedure may take.
public enum TimeLimit: Hashable, Sendable {
  /// Done on the same day; if it was received after 15:00 and is not finished, on the next working day (Luật Hộ tịch
  /// 2014, Đ.5.3; NĐ 23/2015, Đ.7).
  case sameDay
  case workingDays(Int)
  case calendarDays(Int)
  /// Working hours.
  case hours(Int)
  case unknown
}

/// One step of the reasoning behind an appointment, with its values.
public enum DeadlineReason: Hashable, Sendable {
  case receivedAfterClosing(startsOn: CivilDate)
  case receivedOnDayOff(startsOn: CivilDate)
  case sameDayByThree
  case afterThreeNextWorkingDay(CivilDate)
  case firstDayNotCounted(CivilDate)
  case workingDaysCounted(Int, until: CivilDate)
  case calendarDaysCounted(Int, until: CivilDate)
  case movedToWorkingDay(from: CivilDate, to: CivilDate)
  case hoursCounted(Int)
  case dayOff(CivilDate, name: String)
  case endsAtClosing(minute: Int)
}

public struct Appointment: Hashable, Sendable {
  public var dueAt: Instant
  public var reasons: [DeadlineReason]
}

public enum DeadlineError: Error, Hashable, Sendable {
  case limitUnknown
  case calendarOutOfRange(CivilDate)

  init(_ error: WorkingCalendar.CalendarError) {
    switch error {
    case .outOfRange(let date): self = .calendarOutOfRange(date)
    }
  }
}

/// Computes appointments. The functions are pure: calendar and hours are arguments.
public enum DeadlineRule {
  /// Minutes since midnight after which a same-day procedure may answer on the next working day.
  public static let threeOClock = 15 * 60

  /// In days. It is longer than the whole calendar, so a higher limit could give no appointment either.
  private static let longestLimit = 3660

  /// The appointment of a dossier received at a moment. A limit below zero counts as unknown.
  public static func appointment(
    limit: TimeLimit, receivedAt: Instant, calendar: WorkingCalendar, hours: WorkingHours
  ) throws(DeadlineError) -> Appointment {
    var reasons: [DeadlineReason] = []
    let due: Instant?
    do {
      let start = try start(of: receivedAt, calendar, hours, &reasons)
      due = try end(
        of: limit, from: start, isLate: start == receivedAt && isAfterThree(start), calendar, hours, &reasons)
    } catch {
      throw DeadlineError(error)
    }
    guard let due else { throw .limitUnknown }
    return Appointment(dueAt: due, reasons: reasons)
  }

  /// Compares by the minute that the receipt prints: 15:00 is not after 15:00.
  private static func isAfterThree(_ moment: Instant) -> Bool { moment.minuteOfDay > threeOClock }

  /// Nil if the limit is unknown.
  private static func end(
    of limit: TimeLimit, from start: Instant, isLate: Bool, _ calendar: WorkingCalendar, _ hours: WorkingHours,
    _ reasons: inout [DeadlineReason]
  ) throws(WorkingCalendar.CalendarError) -> Instant? {
    let startDay = start.civilDate
    let due: CivilDate
    switch limit {
    case .hours(let count) where count >= 0:
      reasons.append(.hoursCounted(count))
      let minutes = min(count, longestLimit * 24) * 60
      return try calendar.adding(workingMinutes: minutes, to: start, hours: hours)
    case .sameDay:
      due = isLate ? try calendar.nextWorkingDay(onOrAfter: startDay.adding(days: 1)) : startDay
      reasons.append(isLate ? .afterThreeNextWorkingDay(due) : .sameDayByThree)
    case .workingDays(let count) where count >= 0:
      reasons.append(.firstDayNotCounted(startDay))
      due = try calendar.adding(workingDays: count, to: startDay)
      reasons += daysOff(after: startDay, through: due, calendar)
      reasons.append(.workingDaysCounted(count, until: due))
    case .calendarDays(let count) where count >= 0:
      reasons.append(.firstDayNotCounted(startDay))
      let end = startDay.adding(days: min(count, longestLimit))
      reasons.append(.calendarDaysCounted(count, until: end))
      due = try calendar.nextWorkingDay(onOrAfter: end)
      if due != end { reasons.append(.movedToWorkingDay(from: end, to: due)) }
    case .hours, .workingDays, .calendarDays, .unknown:
      return nil
    }
    reasons.append(.endsAtClosing(minute: hours.closingMinute))
    return due.instant(atMinute: hours.closingMinute)
  }

  /// A dossier received after closing time or on a day off counts as received on the next working morning.
  private static func start(
    of receivedAt: Instant, _ calendar: WorkingCalendar, _ hours: WorkingHours, _ reasons: inout [DeadlineReason]
  ) throws(WorkingCalendar.CalendarError) -> Instant {
    let date = receivedAt.civilDate
    guard try calendar.isWorkingDay(date) else {
      let next = try calendar.nextWorkingDay(onOrAfter: date)
      reasons.append(.receivedOnDayOff(startsOn: next))
      return next.instant(atMinute: hours.openingMinute)
    }
    guard receivedAt.minuteOfDay >= hours.closingMinute else { return receivedAt }
    let next = try calendar.nextWorkingDay(onOrAfter: date.adding(days: 1))
    reasons.append(.receivedAfterClosing(startsOn: next))
    return next.instant(atMinute: hours.openingMinute)
  }

  private static func daysOff(
    after start: CivilDate, through end: CivilDate, _ calendar: WorkingCalendar
  ) -> [DeadlineReason] {
    calendar.rows.filter { start < $0.date && $0.date <= end && $0.isDayOff && !$0.date.isWeekend }
      .map { .dayOff($0.date, name: $0.name) }
  }

  /// The appointment after a pause (supplement, payment): the old one plus the working time that passed meanwhile.
  public static func resumed(
    dueAt: Instant, pausedAt: Instant, resumedAt: Instant, calendar: WorkingCalendar, hours: WorkingHours
  ) throws(DeadlineError) -> Instant {
    let paused = calendar.workingMinutes(from: pausedAt, to: resumedAt, hours: hours)
    do {
      return paused == 0 ? dueAt : try calendar.adding(workingMinutes: paused, to: dueAt, hours: hours)
    } catch {
      throw DeadlineError(error)
    }
  }
}
