import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Parts of histories that are too long for one answer of the province. They are kept beside the journal until the last
/// part has arrived, so that the dossier is never shown in a state that it has left.
enum HistoryParts {
  static let schema = """
    ALTER TABLE history_wanted ADD COLUMN through INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE history_part (
      dossier BLOB NOT NULL, office_sequence INTEGER NOT NULL, bytes BLOB NOT NULL, verdict BLOB,
      PRIMARY KEY (dossier, office_sequence)) STRICT;
    """

  /// The place up to which the history has arrived, 0 if none of it has. Nil if it is not wanted.
  static func through(_ db: Database, _ dossier: DossierID) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT through FROM history_wanted WHERE dossier = ?", arguments: [Data(dossier.bytes)])
  }

  /// The begun ones among the dossiers.
  static func begun(_ db: Database, of dossiers: [DossierID]) throws -> [DossierID: Int64] {
    try dossiers.reduce(into: [:]) { begun, dossier in
      if let through = try through(db, dossier), through > 0 { begun[dossier] = through }
    }
  }

  static func keep(_ db: Database, _ bytes: [UInt8], of dossier: DossierID, at place: OrderedEntry) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO history_part VALUES (?, ?, ?, ?)").execute(
      arguments: [
        Data(dossier.bytes), place.officeSequence, Data(bytes),
        place.verdict.counts ? nil : Data(place.verdict.bytes),
      ])
  }

  static func note(_ db: Database, _ dossier: DossierID, through: Int64) throws {
    try db.execute(
      sql: "UPDATE history_wanted SET through = ? WHERE dossier = ?", arguments: [through, Data(dossier.bytes)])
  }

  /// The next entries that have arrived, at most `limit`.
  static func entries(
    _ db: Database, of dossier: DossierID, after place: Int64, limit: Int
  ) throws -> [OrderedEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT office_sequence, bytes, verdict FROM history_part WHERE dossier = ? AND office_sequence > ?
        ORDER BY office_sequence LIMIT ?
        """, arguments: [Data(dossier.bytes), place, limit]
    ).map { row in
      OrderedEntry(
        officeSequence: row[EntryColumn.officeSequence],
        verdict: try JournalReader.verdict(row[EntryColumn.verdict]),
        content: .bytes(Array(row[EntryColumn.bytes] as Data)))
    }
  }

  static func remove(_ db: Database, of dossier: DossierID) throws {
    try db.cachedStatement(sql: "DELETE FROM history_part WHERE dossier = ?").execute(arguments: [Data(dossier.bytes)])
  }

  /// The order is another one now, so that the parts would have other places. They are asked for again.
  static func forget(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM history_part; UPDATE history_wanted SET through = 0")
  }

  /// The whole order comes, with the entries of the dossiers that a snapshot left out.
  static func forgetLeftOut(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM history_wanted WHERE dossier NOT IN (SELECT dossier FROM folded)")
  }
}
