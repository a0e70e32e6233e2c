import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// The record of a dossier in this journal: its entries, and the base record with the fold of earlier entries that are
/// not stored here.
struct DossierRecord {
  var id: DossierID
  /// Nil if all entries are stored here.
  var folded: FoldedDossier?
  var history: [RecordedAction]

  var isEmpty: Bool { folded == nil && history.isEmpty }

  /// Nil if no entry begins the dossier.
  var dossier: Dossier? { Dossier.fold(id: id, onto: folded, entries: history) }

  /// Every code that an entry gave it, even if the entry was undone.
  var namedCodes: [DossierCode] { history.compactMap(\.action.namedCode) + (folded?.namedCodes ?? []) }

  /// Whether the dossier can only be computed from all its entries.
  var needsHistory: Bool { folded?.isReopened(by: history) ?? false }
}

/// Reads entries from the journal.
enum JournalReader {
  /// The columns in the order of the statement.
  private enum Position: Int, RowPosition {
    case bytes, verdict
  }

  /// The entries of a dossier in the office's order; own entries without a place follow, in the order in which they
  /// were written. The fold leaves out entries of unknown kind until an upgrade.
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

  /// The stored verdict of an entry; NULL means accepted.
  static func verdict(_ data: Data?) throws -> Verdict {
    guard let data else { return .accepted }
    guard let verdict = Verdict(bytes: data) else { throw StoreError.damaged("entry.verdict") }
    return verdict
  }

  static func dossier(_ db: Database, _ id: DossierID) throws -> Dossier? { try record(db, of: id).dossier }
}
