import DossierDomain
import Foundation
import GRDB

/// Finds the dossier that bears a code now. The codes of undone acts stay in the table, so that what stands on a paper is
/// found, but nobody bears them.
enum CodeBearer {
  /// - Returns: the dossier; a void one only if no other bears the code and it was issued by this office.
  static func find(_ db: Database, _ code: String) throws -> DossierID? {
    var struck: DossierID?
    for id in try named(db, code) {
      guard let dossier = try JournalReader.dossier(db, id),
        let borne = dossier.codes.first(where: { $0.text == code })
      else { continue }
      if !dossier.isVoid { return id }
      if !borne.origin.isOfAnotherSystem { struck = id }
    }
    return struck
  }

  /// Whether a dossier that is not void bears the code, other than this one.
  static func isBorne(_ db: Database, _ code: String, besides id: DossierID) throws -> Bool {
    try named(db, code).contains { other in
      guard other != id, let dossier = try JournalReader.dossier(db, other) else { return false }
      return !dossier.isVoid && dossier.codes.contains { $0.text == code }
    }
  }

  /// The dossiers to which an entry has given the code, whatever became of it.
  private static func named(_ db: Database, _ code: String) throws -> [DossierID] {
    try Data.fetchAll(
      db.cachedStatement(sql: "SELECT d.id FROM dossier_code c JOIN dossier d ON d.rid = c.rid WHERE c.code = ?"),
      arguments: [code]
    ).compactMap { DossierID(bytes: $0) }
  }
}
