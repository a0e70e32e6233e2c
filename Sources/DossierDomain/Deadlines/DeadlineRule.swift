/// How long a procedure may take.
public enum TimeLimit: Hashable, Sendable {
  /// Done on the same day; if it was received after 15:00 and is not finished, on the next working day (Luật Hộ tịch
  /// 2014, Đ.5.3; NĐ 23/2015, Đ.7).
  case sameDay
  case workingDays(Int)
  case calendarDays(Int)
  /// Ends on the same day of a later month, or on its last day if it is shorter (Civil Code 2015, Đ.148).
  case months(Int)
  /// Working hours.
  case hours(Int)
  case unknown
}

/// The law by which a procedure of one field is answered in the day, or after 15:00 on the next working day.
public enum SameDayLaw: Hashable, Sendable {
  /// Luật Hộ tịch 2014, Đ.5.3.
  case civilStatus
  /// NĐ 23/2015, Đ.7.
  case certification

  /// - Parameter field: the procedure's field, as the national catalogue names it.
  public init?(field: String) {
    switch field {
    case "Hộ tịch": self = .civilStatus
    case "Chứng thực": self = .certification
    default: return nil
    }
  }
}

/// One step of the reasoning behind an appointment, with its values.
public enum DeadlineReason: Hashable, Sendable {
  case receivedAfterClosing(startsOn: CivilDate)
  case receivedOnDayOff(startsOn: CivilDate)
  /// Nil if no law is known that says so for this field of procedures.
  case sameDayByThree(SameDayLaw?)
  case afterThreeNextWorkingDay(CivilDate, SameDayLaw?)
  case firstDayNotCounted(CivilDate)
  case workingDaysCounted(Int, until: CivilDate)
  case calendarDaysCounted(Int, until: CivilDate)
  case monthsCounted(Int, until: CivilDate)
  case movedToWorkingDay(from: CivilDate, to: CivilDate)
  case hoursCounted(Int)
  case dayOff(CivilDate, name: String)
  case endsAtClosing(minute: Int)
  /// The reception point is closed on the day on which the limit ends.
  case pointClosed(on: CivilDate, opensOn: CivilDate)
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
  /// - Parameters:
  ///   - later: the further stages of the limit; each begins when the one before has ended.
  ///   - opening: the hours of the reception point. A reception while it is open is an ordinary one, also on a day off of
  ///     the calendar; limits run by the calendar all the same. The appointment names an hour at which it is open.
  ///   - law: the law to name if the limit is "in the day".
  public static func appointment(
    limit: TimeLimit, then later: [TimeLimit] = [], receivedAt: Instant, calendar: WorkingCalendar,
    hours: WorkingHours, opening: OpeningHours? = nil, law: SameDayLaw? = nil
  ) throws(DeadlineError) -> Appointment {
    var reasons: [DeadlineReason] = []
    var due: Instant?
    do {
      let isOpen = opening?.isOpen(at: receivedAt, calendar) == true
      let start = isOpen ? receivedAt : try start(of: limit, receivedAt, calendar, hours, &reasons)
      let isLate = start == receivedAt && isAfterThree(start)
      due = try end(of: limit, from: start, isLate: isLate, law, calendar, hours, &reasons)
      for stage in later {
        guard let end = due else { break }
        due = try self.end(of: stage, from: end, isLate: false, law, calendar, hours, &reasons)
      }
    } catch {
      throw DeadlineError(error)
    }
    guard let due else { throw .limitUnknown }
    let last = later.last ?? limit
    return Appointment(dueAt: offered(due, last, receivedAt, opening, calendar, &reasons), reasons: reasons)
  }

  /// The moment at which the citizen is told to come: not later in the day than the reception point closes, and not on
  /// a day on which it is closed, and never before the reception itself: a point that is open in the morning only also
  /// receives in the afternoon if the citizen insists.
  private static func offered(
    _ due: Instant, _ limit: TimeLimit, _ receivedAt: Instant, _ opening: OpeningHours?, _ calendar: WorkingCalendar,
    _ reasons: inout [DeadlineReason]
  ) -> Instant {
    if case .hours = limit { return due }
    guard let closing = opening?.closing(onOrAfter: due.civilDate, after: receivedAt, calendar), closing != due else {
      return due
    }
    reasons.removeAll { if case .endsAtClosing = $0 { true } else { false } }
    if closing.civilDate != due.civilDate {
      reasons.append(.pointClosed(on: due.civilDate, opensOn: closing.civilDate))
    }
    reasons.append(.endsAtClosing(minute: closing.minuteOfDay))
    return closing
  }

  /// Compares by the minute that the receipt prints: 15:00 is not after 15:00.
  private static func isAfterThree(_ moment: Instant) -> Bool { moment.minuteOfDay > threeOClock }

  /// Nil if the limit is unknown.
  private static func end(
    of limit: TimeLimit, from start: Instant, isLate: Bool, _ law: SameDayLaw?, _ calendar: WorkingCalendar,
    _ hours: WorkingHours, _ reasons: inout [DeadlineReason]
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
      reasons.append(isLate ? .afterThreeNextWorkingDay(due, law) : .sameDayByThree(law))
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
    case .months(let count) where count >= 0:
      reasons.append(.firstDayNotCounted(startDay))
      let end = startDay.adding(months: min(count, longestLimit / 30))
      reasons.append(.monthsCounted(count, until: end))
      due = try calendar.nextWorkingDay(onOrAfter: end)
      if due != end { reasons.append(.movedToWorkingDay(from: end, to: due)) }
    case .hours, .workingDays, .calendarDays, .months, .unknown:
      return nil
    }
    reasons.append(.endsAtClosing(minute: hours.closingMinute))
    return due.instant(atMinute: hours.closingMinute)
  }

  /// A dossier received after closing time or on a day off counts as received on the next working morning. A limit in
  /// calendar days or months runs from the day of reception, whatever day it is: only its first day is not counted (Civil Code
  /// 2015, Đ.147), and only its end moves to a working day (Đ.148).
  private static func start(
    of limit: TimeLimit, _ receivedAt: Instant, _ calendar: WorkingCalendar, _ hours: WorkingHours,
    _ reasons: inout [DeadlineReason]
  ) throws(WorkingCalendar.CalendarError) -> Instant {
    switch limit {
    case .calendarDays, .months: return receivedAt
    case .sameDay, .workingDays, .hours, .unknown: break
    }
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

  /// The appointment after a pause (supplement, payment). A limit in hours is prolonged by the working time that passed
  /// meanwhile. A limit in days is prolonged by whole days and ends at closing time; a pause within one day moves
  /// nothing (domain facts 6).
  /// - Parameters:
  ///   - limit: the limit of the procedure; an unknown one counts as one in working days.
  ///   - opening: the hours of the reception point; a new appointment names an hour at which it is open.
  public static func resumed(
    dueAt: Instant, pausedAt: Instant, resumedAt: Instant, limit: TimeLimit, calendar: WorkingCalendar,
    hours: WorkingHours, opening: OpeningHours? = nil
  ) throws(DeadlineError) -> Instant {
    let due = try resumed(dueAt, pausedAt, resumedAt, limit, calendar, hours)
    return due == dueAt ? due : offered(due, limit, after: resumedAt, opening, calendar)
  }

  /// The appointment after a verification, for which the law adds a limit of its own: from the old appointment on, in the
  /// unit of that limit. A limit in days ends at closing time.
  static func verified(
    dueAt: Instant, adding limit: TimeLimit, verifiedAt: Instant, calendar: WorkingCalendar, hours: WorkingHours,
    opening: OpeningHours? = nil
  ) throws(DeadlineError) -> Instant {
    var reasons: [DeadlineReason] = []
    let due: Instant?
    do {
      due = try end(of: limit, from: dueAt, isLate: false, nil, calendar, hours, &reasons)
    } catch {
      throw DeadlineError(error)
    }
    guard let due else { throw .limitUnknown }
    return offered(due, limit, after: verifiedAt, opening, calendar)
  }

  /// The moment of a later appointment at which the reception point is open.
  static func offered(
    _ due: Instant, _ limit: TimeLimit, after moment: Instant, _ opening: OpeningHours?, _ calendar: WorkingCalendar
  ) -> Instant {
    var reasons: [DeadlineReason] = []
    return offered(due, limit, moment, opening, calendar, &reasons)
  }

  private static func resumed(
    _ dueAt: Instant, _ pausedAt: Instant, _ resumedAt: Instant, _ limit: TimeLimit, _ calendar: WorkingCalendar,
    _ hours: WorkingHours
  ) throws(DeadlineError) -> Instant {
    let (first, last, due) = (pausedAt.civilDate, resumedAt.civilDate, dueAt.civilDate)
    do {
      switch limit {
      case .hours:
        let paused = calendar.workingMinutes(from: pausedAt, to: resumedAt, hours: hours)
        return paused == 0 ? dueAt : try calendar.adding(workingMinutes: paused, to: dueAt, hours: hours)
      case .calendarDays, .months:
        let days = last.dayNumber - first.dayNumber
        guard days > 0 else { return dueAt }
        return try calendar.nextWorkingDay(onOrAfter: due.adding(days: days)).instant(atMinute: hours.closingMinute)
      case .sameDay, .workingDays, .unknown:
        let days = calendar.workingDays(after: first, through: last)
        guard days > 0 else { return dueAt }
        return try calendar.adding(workingDays: days, to: due).instant(atMinute: hours.closingMinute)
      }
    } catch {
      throw DeadlineError(error)
    }
  }
}
