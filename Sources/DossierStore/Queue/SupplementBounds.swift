import DossierDomain
import Foundation
import GRDB

/// The days that dossiers have for papers that were asked for, by the version that each dossier names. A dossier is folded only
/// if its row names no version that is known here, or if the case decides, which no row has.
struct SupplementBounds {
  private var versions = RowVersions()

  /// - Parameter hash: of the row's version.
  /// - Returns: nil if nobody knows the procedure or the dossier.
  mutating func bounds(_ db: Database, of id: Data, _ code: String, _ hash: Data?) throws -> ProcedureBounds? {
    if let version = try versions.version(db, of: code, hash), !version.waitingDaysDependOnCase {
      return version.boundsOfEveryCase
    }
    guard let id = DossierID(bytes: id), let dossier = try JournalReader.dossier(db, id) else { return nil }
    return try version(db, of: dossier)?.bounds(under: dossier.answers)
  }

  /// As `OfficeSnapshot.version(of:)`.
  private mutating func version(_ db: Database, of dossier: Dossier) throws -> ProcedureVersion? {
    let (code, hash) = (dossier.procedure.code, dossier.procedure.hashBytes)
    if let named = try versions.version(db, of: code, hash) { return named }
    guard let day = (dossier.receivedAt ?? dossier.submittedAt)?.civilDate else { return nil }
    return Catalogue.version(of: code, decided: try ProcedureProjection.versions(db, of: code), on: day)
  }
}
