import DossierDomain
import Foundation
import GRDB

/// The last days for papers that were asked for, by the version that each dossier names, otherwise as the office gave them. A dossier is
/// folded only if the version of its row says no days for every case: neither the case nor the office's own day is in a row.
struct SupplementBounds {
  private var versions = RowVersions()

  /// - Parameters:
  ///   - hash: of the row's version.
  ///   - day: of the request, as the row has it.
  /// - Returns: nil if nobody has said a day.
  mutating func until(
    _ db: Database, of id: Data, _ code: String, _ hash: Data?, requestedOn day: CivilDate, _ calendar: WorkingCalendar
  ) throws -> CivilDate? {
    if let version = try versions.version(db, of: code, hash), !version.waitingDaysDependOnCase,
      let until = version.boundsOfEveryCase.supplementUntil(requestedOn: day, calendar)
    {
      return until
    }
    guard let id = DossierID(bytes: id), let dossier = try JournalReader.dossier(db, id) else { return nil }
    return ProcedureBounds.supplementUntil(
      of: dossier, try version(db, of: dossier)?.bounds(under: dossier.answers), calendar)
  }

  /// As `OfficeSnapshot.version(of:)`.
  private mutating func version(_ db: Database, of dossier: Dossier) throws -> ProcedureVersion? {
    let (code, hash) = (dossier.procedure.code, dossier.procedure.hashBytes)
    if let named = try versions.version(db, of: code, hash) { return named }
    guard let day = (dossier.receivedAt ?? dossier.submittedAt)?.civilDate else { return nil }
    return Catalogue.version(of: code, decided: try ProcedureProjection.versions(db, of: code), on: day)
  }
}
