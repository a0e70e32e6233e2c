import DossierDomain
import OfficeWork
import Terminal

/// The first column of the list: what makes a dossier urgent.
extension QueueState {
  /// The time left if the office owes an answer; otherwise how long the dossier has been waiting, and for what.
  func due(_ row: QueueRow, _ session: Session, _ now: Instant) -> (text: String, role: Role) {
    let language = session.language
    if row.isVoid { return (language.pick("đã hủy", "void"), .muted) }
    let waited = row.waitingSince.map { daysWording(since: $0, now: now, language) }
    switch row.status {
    case .supplementRequested where row.isSupplementLate(session, now):
      return (language.pick("quá hạn bổ sung", "papers overdue"), .critical)
    case .supplementRequested, .paymentRequested:
      return (language.pick("chờ ", "waits ") + (waited ?? ""), .info)
    case .completed: return (language.pick("chờ trả ", "ready ") + (waited ?? ""), .good)
    case .registered:
      guard let left = row.acceptanceTime(session, now) else { return (language.pick("mới nộp", "new"), .info) }
      return (
        language.pick("nhận: ", "accept: ") + left.wording(language),
        left.isOver ? .critical : left.isShort ? .warning : .info
      )
    case .refused, .withdrawn, .stopped, .handedBack: return (language.pick("đã kết thúc", "ended"), .muted)
    case .received, .inProgress:
      let left = RemainingTime(dueAt: row.dueAt, now: now, calendar: session.office.calendar)
      return (left.wording(language), left.isOverdue ? .critical : left.isToday ? .warning : .text)
    }
  }
}

extension QueueRow {
  /// Nil if it is no online submission that waits to be accepted.
  func acceptanceTime(_ session: Session, _ now: Instant) -> AcceptanceTime? {
    guard status == .registered, let waitingSince else { return nil }
    return AcceptanceTime(
      submittedAt: waitingSince, now: now, calendar: session.office.calendar,
      hours: session.office.office.workingHours)
  }
}

extension AcceptanceTime {
  fileprivate var isShort: Bool { minutesLeft < 120 }
}

extension QueueColumn {
  /// The title of the first column says what it shows in this view.
  func title(in view: QueueFilter) -> Words {
    guard case .due = self else { return title }
    return switch view {
    case .newOnline: Words("Hạn tiếp nhận", "Accept within")
    case .waitingForCitizen: Words("Đã chờ", "Waiting for")
    case .toHandBack: Words("Có kết quả", "Result ready")
    case .dueToday, .inProgress, .needsDecision, .all, .unassigned, .assigned, .ofAbsentClerks, .inConflict,
      .handedOver, .open:
      title
    }
  }
}
