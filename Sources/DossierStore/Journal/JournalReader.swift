import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Reads entries back.
enum JournalReader {
  /// A dossier's entries as the office orders them; own ones that have no place yet come on top, as they were written.
  /// Entries of unknown kind are left out of the fold until an upgrade.
  static func history(_ db: Database, of dossier: DossierID) throws -> [RecordedAction] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT bytes, verdict FROM entry WHERE dossier = ?
        ORDER BY office_sequence IS NULL, office_sequence, position
        """)
    return try Row.fetchAll(statement, arguments: [Data(dossier.bytes)]).compactMap { row in
      try EntryFormat.decodeTrusted(Array(row[0] as Data)).recorded(as: try verdict(row[1]))
    }
  }

  /// As kept beside an entry; nothing stands for "accepted".
  static func verdict(_ data: Data?) throws -> Verdict {
    guard let data else { return .accepted }
    guard let verdict = Verdict(bytes: data) else { throw StoreError.damaged("entry.verdict") }
    return verdict
  }

  static func dossier(_ db: Database, _ id: DossierID) throws -> (dossier: Dossier, history: [RecordedAction])? {
    let history = try history(db, of: id)
    return Dossier.fold(id: id, entries: history).map { ($0, history) }
  }
}
