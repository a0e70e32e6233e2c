import DossierDomain
import Foundation
import GRDB

/// The days that dossiers have for papers that were asked for, by the version that each dossier names. No row has version or
/// case, so that a dossier is folded where they decide; each version is read once.
struct SupplementBounds {
  /// By code: what every version and case of the procedure says; nil if they differ.
  private var agreed: [String: ProcedureBounds?] = [:]
  /// By hash.
  private var versions: [String: ProcedureVersion?] = [:]

  /// Nil if nobody knows the procedure or the dossier.
  mutating func bounds(of id: Data, _ code: String, _ db: Database) throws -> ProcedureBounds? {
    if let bounds = try agreed(code, db) { return bounds }
    guard let id = DossierID(bytes: id), let dossier = try JournalReader.dossier(db, id) else { return nil }
    return try version(of: dossier, db)?.bounds(under: dossier.answers)
  }

  private mutating func agreed(_ code: String, _ db: Database) throws -> ProcedureBounds? {
    if let known = agreed[code] { return known }
    let days = Set(try ProcedureProjection.known(db, of: code).flatMap(\.waitingDaysOfEveryCase))
    var bounds: ProcedureBounds?
    if days.count <= 1 {
      bounds = ProcedureBounds()
      bounds?.waitingDays = days.first ?? .unknown
    }
    agreed.updateValue(bounds, forKey: code)
    return bounds
  }

  /// As `OfficeSnapshot.version(of:)`.
  private mutating func version(of dossier: Dossier, _ db: Database) throws -> ProcedureVersion? {
    let (code, hash) = (dossier.procedure.code, dossier.procedure.versionHash)
    if !hash.isEmpty {
      let named = try versions[hash] ?? ProcedureProjection.version(db, of: dossier.procedure)
      versions.updateValue(named, forKey: hash)
      if let named { return named }
    }
    guard let day = (dossier.receivedAt ?? dossier.submittedAt)?.civilDate else { return nil }
    return Catalogue.version(of: code, decided: try ProcedureProjection.versions(db, of: code), on: day)
  }
}

extension ProcedureVersion {
  fileprivate var waitingDaysOfEveryCase: [Known<Int>] {
    [bounds.waitingDays] + rules.limits.map { $0.bounds.otherwise(bounds).waitingDays }
  }
}
