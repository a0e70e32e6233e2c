import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// What the journal has of a dossier: its entries, and the fold of those before them that are not here.
struct DossierRecord {
  var id: DossierID
  /// Nil when all entries are here.
  var folded: FoldedDossier?
  var history: [RecordedAction]

  var isEmpty: Bool { folded == nil && history.isEmpty }

  /// Nil when nothing begins a dossier.
  var dossier: Dossier? { Dossier.fold(id: id, onto: folded, entries: history) }

  /// Only all its entries tell what the dossier is.
  var needsHistory: Bool { folded?.isReopened(by: history) ?? false }
}

/// Reads entries back.
enum JournalReader {
  /// In the order of the statement.
  private enum Position: Int, RowPosition {
    case bytes, verdict
  }

  /// A dossier's entries as the office orders them; own ones that have no place yet come on top, as they were written.
  /// Entries of unknown kind are left out of the fold until an upgrade.
  static func record(_ db: Database, of dossier: DossierID) throws -> DossierRecord {
    let statement = try db.cachedStatement(
      sql: """
        SELECT bytes, verdict FROM entry WHERE dossier = ?
        ORDER BY office_sequence IS NULL, office_sequence, position
        """)
    let history = try Row.fetchAll(statement, arguments: [Data(dossier.bytes)]).compactMap { row in
      try EntryFormat.decodeTrusted(Array(row[Position.bytes] as Data)).recorded(as: try verdict(row[Position.verdict]))
    }
    return DossierRecord(id: dossier, folded: try FoldedDossiers.find(db, dossier), history: history)
  }

  /// As kept beside an entry; nothing stands for "accepted".
  static func verdict(_ data: Data?) throws -> Verdict {
    guard let data else { return .accepted }
    guard let verdict = Verdict(bytes: data) else { throw StoreError.damaged("entry.verdict") }
    return verdict
  }

  static func dossier(_ db: Database, _ id: DossierID) throws -> Dossier? { try record(db, of: id).dossier }
}
