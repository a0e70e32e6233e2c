import DossierDomain
import OfficeWork

extension Dossier {
  /// The last day for the supplement that is awaited, by the days that its case has for it, otherwise as the office gave it; nil if
  /// nothing is awaited or nobody has said any day.
  func supplementUntil(_ session: Session) -> CivilDate? {
    guard status == .supplementRequested, !isVoid else { return nil }
    let bounds = session.office.version(of: self)?.bounds(under: answers)
    return ProcedureBounds.supplementUntil(of: self, bounds, session.office.calendar)
  }

  func waysOnFromLateSupplement(_ session: Session, _ now: Instant) -> String? {
    waysOn(from: supplementUntil(session), session, now)
  }
}

extension QueueRow {
  /// The same, of what all cases have in common, because a row has neither the case nor a day that the office gave.
  func supplementUntil(_ session: Session) -> CivilDate? {
    // No list looks a version up for the other rows.
    guard status == .supplementRequested, !isVoid, let day = waitingSince?.civilDate else { return nil }
    return session.office.version(of: self)?.boundsOfEveryCase
      .supplementUntil(requestedOn: day, session.office.calendar)
  }

  /// The days for the supplement have passed.
  func isSupplementLate(_ session: Session, _ now: Instant) -> Bool {
    supplementUntil(session).map { $0 < now.civilDate } ?? false
  }

  /// What a clerk can do about a supplement that has not come in time; nil if it is in time.
  func waysOnFromLateSupplement(_ session: Session, _ now: Instant) -> String? {
    waysOn(from: supplementUntil(session), session, now)
  }
}

private func waysOn(from until: CivilDate?, _ session: Session, _ now: Instant) -> String? {
  guard let until, until < now.civilDate else { return nil }
  let isHead = session.clerk?.has(.headOfDesk) == true
  return session.language.pick(
    "Hết hạn bổ sung \(until.slashed): ; gọi nhắc, D dừng\(isHead ? "" : " (phụ trách bộ phận quyết định)").",
    "Papers were due by \(until.slashed): ; calls, D stops it\(isHead ? "" : " (the head decides)").")
}
