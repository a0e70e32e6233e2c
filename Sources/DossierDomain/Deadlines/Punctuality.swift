/// Early, on time or late: compares the civil dates of decision and appointment (domain facts 6). Once an appointment was
/// missed, the dossier is late for ever, whatever appointments followed.
public enum Punctuality: UInt8, CaseIterable, Sendable {
  case early
  case onTime
  case late

  public init(resolvedAt: Instant, dueAt: Instant, missedDueAt: Instant? = nil) {
    let (resolved, due) = (resolvedAt.civilDate, dueAt.civilDate)
    self = missedDueAt != nil ? .late : resolved < due ? .early : resolved == due ? .onTime : .late
  }
}

extension Dossier {
  /// Nil if it is not resolved or has no appointment.
  public var punctuality: Punctuality? {
    guard let resolvedAt, let dueAt else { return nil }
    return Punctuality(resolvedAt: resolvedAt, dueAt: dueAt, missedDueAt: missedDueAt)
  }
}

/// The time left, in the unit that is most useful for choosing the next work.
public enum RemainingTime: Hashable, Sendable {
  case overdueDays(Int)
  /// The appointment of today has passed.
  case overdueToday(at: Instant)
  case today(at: Instant)
  case workingDays(Int)
  case none

  public init(dueAt: Instant?, now: Instant, calendar: WorkingCalendar) {
    guard let dueAt else {
      self = .none
      return
    }
    let (due, today) = (dueAt.civilDate, now.civilDate)
    if due == today {
      self = now > dueAt ? .overdueToday(at: dueAt) : .today(at: dueAt)
    } else if due < today {
      self = .overdueDays(max(1, calendar.workingDays(after: due, through: today)))
    } else {
      self = .workingDays(max(1, calendar.workingDays(after: today, through: due)))
    }
  }

  public var isOverdue: Bool {
    switch self {
    case .overdueDays, .overdueToday: true
    case .today, .workingDays, .none: false
    }
  }
}
