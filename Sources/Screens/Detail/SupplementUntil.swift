import DossierDomain
import OfficeWork

extension Dossier {
  /// The last day for the supplement that is awaited, by the procedure's days for it; nil if nothing is awaited or the
  /// days are not known.
  func supplementUntil(_ session: Session) -> CivilDate? {
    QueueRow(self, delivery: .recorded).supplementUntil(session)
  }
}

extension QueueRow {
  /// The same. The dossier's version of the procedure is the one of the day of the request.
  func supplementUntil(_ session: Session) -> CivilDate? {
    guard status == .supplementRequested, !isVoid, let day = waitingSince?.civilDate,
      let version = session.office.catalogue.version(of: procedureCode, on: day)
    else { return nil }
    return version.bounds.supplementUntil(requestedOn: day, session.office.calendar)
  }

  /// The days for the supplement have passed.
  func isSupplementLate(_ session: Session, _ now: Instant) -> Bool {
    supplementUntil(session).map { $0 < now.civilDate } ?? false
  }

  /// What a clerk can do about a supplement that has not come in time; nil if it is in time.
  func waysOnFromLateSupplement(_ session: Session, _ now: Instant) -> String? {
    guard let until = supplementUntil(session), until < now.civilDate else { return nil }
    let isHead = session.clerk?.has(.headOfDesk) == true
    return session.language.pick(
      "Hết hạn bổ sung \(until.slashed): ; gọi nhắc, D dừng\(isHead ? "" : " (phụ trách bộ phận quyết định)").",
      "Papers were due by \(until.slashed): ; calls, D stops it\(isHead ? "" : " (the head decides)").")
  }
}
