import DossierDomain
import OfficeWork

extension Dossier {
  /// The last day for the supplement that is awaited, by the procedure's days for it; nil if nothing is awaited or the
  /// days are not known.
  func supplementUntil(_ session: Session) -> CivilDate? {
    guard status == .supplementRequested, let request = supplementRequests.last(where: { $0.receivedAt == nil }),
      let version = session.office.catalogue.version(of: procedure.code, on: request.requestedAt.civilDate),
      let days = version.bounds.waitingDays.value
    else { return nil }
    // A period in days that ends on a day off ends with the next working day (Civil Code 2015, Đ.148).
    return try? session.office.calendar.nextWorkingDay(onOrAfter: request.requestedAt.civilDate.adding(days: days))
  }
}
