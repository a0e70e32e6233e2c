import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Reads entries back.
enum JournalReader {
  /// A dossier's entries in journal order. Entries of unknown kind are left out of the fold until an upgrade.
  static func history(_ db: Database, of dossier: DossierID) throws -> [RecordedAction] {
    let statement = try db.cachedStatement(sql: "SELECT bytes FROM entry WHERE dossier = ? ORDER BY position")
    let rows = try Data.fetchAll(statement, arguments: [Data(dossier.bytes)])
    return try rows.compactMap { try EntryFormat.decodeTrusted(Array($0)).recorded }
  }

  static func dossier(_ db: Database, _ id: DossierID) throws -> (dossier: Dossier, history: [RecordedAction])? {
    let history = try history(db, of: id)
    return Dossier.fold(id: id, entries: history).map { ($0, history) }
  }
}
