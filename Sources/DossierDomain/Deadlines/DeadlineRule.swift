/// How long a procedure may take.
public enum TimeLimit: Hashable, Sendable {
  /// Done in the day; received after 15:00 and not finished: the next working day (Luật Hộ tịch 2014, Đ.5.3; NĐ 23/2015, Đ.7).
  case sameDay
  case workingDays(Int)
  case calendarDays(Int)
  /// Working hours.
  case hours(Int)
  case unknown
}

/// Why an appointment is when it is: one step of the reasoning, with what it worked on.
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
}

/// Computes appointments. Pure: the calendar and the hours are handed in.
public enum DeadlineRule {
  /// Minutes since midnight after which a same-day procedure may answer on the next working day.
  static let threeOClock = 15 * 60

  /// The appointment of a dossier received at a moment.
  public static func appointment(
    limit: TimeLimit, receivedAt: Instant, calendar: WorkingCalendar, hours: WorkingHours
  ) throws(DeadlineError) -> Appointment {
    do {
      return try compute(limit, receivedAt, calendar, hours)
    } catch let error as WorkingCalendar.CalendarError {
      switch error {
      case .outOfRange(let date): throw .calendarOutOfRange(date)
      }
    } catch let error as DeadlineError {
      throw error
    } catch {
      throw .limitUnknown
    }
  }

  private static func compute(
    _ limit: TimeLimit, _ receivedAt: Instant, _ calendar: WorkingCalendar, _ hours: WorkingHours
  ) throws -> Appointment {
    var reasons: [DeadlineReason] = []
    let start = try start(of: receivedAt, calendar, hours, &reasons)
    let startDay = start.civilDate
    var due: CivilDate
    switch limit {
    case .unknown: throw DeadlineError.limitUnknown
    case .hours(let count):
      reasons.append(.hoursCounted(count))
      return Appointment(
        dueAt: try calendar.adding(workingMinutes: count * 60, to: start, hours: hours), reasons: reasons)
    case .sameDay:
      if start == receivedAt, start.minuteOfDay > threeOClock {
        due = try calendar.nextWorkingDay(onOrAfter: startDay.adding(days: 1))
        reasons.append(.afterThreeNextWorkingDay(due))
      } else {
        due = startDay
        reasons.append(.sameDayByThree)
      }
    case .workingDays(let count):
      reasons.append(.firstDayNotCounted(startDay))
      due = try calendar.adding(workingDays: count, to: startDay)
      reasons += daysOff(after: startDay, through: due, calendar)
      reasons.append(.workingDaysCounted(count, until: due))
    case .calendarDays(let count):
      reasons.append(.firstDayNotCounted(startDay))
      let end = startDay.adding(days: count)
      reasons.append(.calendarDaysCounted(count, until: end))
      due = try calendar.nextWorkingDay(onOrAfter: end)
      if due != end { reasons.append(.movedToWorkingDay(from: end, to: due)) }
    }
    reasons.append(.endsAtClosing(minute: hours.closingMinute))
    return Appointment(dueAt: due.instant(atMinute: hours.closingMinute), reasons: reasons)
  }

  /// What comes in after closing or on a day off counts as received on the next working morning.
  private static func start(
    of receivedAt: Instant, _ calendar: WorkingCalendar, _ hours: WorkingHours, _ reasons: inout [DeadlineReason]
  ) throws -> Instant {
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
      switch error {
      case .outOfRange(let date): throw .calendarOutOfRange(date)
      }
    }
  }
}
