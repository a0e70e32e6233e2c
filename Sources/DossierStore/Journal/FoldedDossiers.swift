import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// The base records of the journal: dossiers that came folded in a snapshot of the office, without their entries. When
/// a dossier's entries arrive, they replace the base record.
enum FoldedDossiers {
  enum Columns: String, ColumnExpression {
    case dossier, bytes, hash
  }

  static let schema = """
    CREATE TABLE folded (
      dossier BLOB PRIMARY KEY, place INTEGER NOT NULL, revision INTEGER NOT NULL, bytes BLOB NOT NULL,
      hash BLOB NOT NULL) STRICT;
    CREATE TABLE history_wanted (dossier BLOB PRIMARY KEY) STRICT;
    """

  static func find(_ db: Database, _ dossier: DossierID) throws -> FoldedDossier? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT bytes FROM folded WHERE dossier = ?"), arguments: [Data(dossier.bytes)]
    ).map { try FoldedFormat.decodeTrusted(Array($0)) }
  }

  static func exist(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM folded)") ?? false
  }

  static func all(_ db: Database) throws -> [DossierID] {
    try Data.fetchAll(db, sql: "SELECT dossier FROM folded").compactMap { DossierID(bytes: $0) }
  }

  /// - Parameter place: the place of the order at which the dossier had this state.
  static func keep(
    _ db: Database, _ bytes: [UInt8], revision: UInt32, place: Int64
  ) throws -> FoldedDossier {
    let folded = try FoldedFormat.decode(bytes)
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO folded VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [Data(folded.dossier.id.bytes), place, revision, Data(bytes), Data(SHA256.hash(data: bytes))])
    return folded
  }

  /// Removes the base record, because the dossier's own entries have come, or come again.
  /// - Parameter place: the place of one of the entries; nil for the entry that begins the dossier.
  static func dissolve(_ db: Database, _ dossier: DossierID, by place: Int64?) throws {
    try db.cachedStatement(sql: "DELETE FROM folded WHERE dossier = ? AND place >= ?")
      .execute(arguments: [Data(dossier.bytes), place ?? .min])
    if db.changesCount > 0 { try want(db, dossier, false) }
  }

  /// Removes the base record without its history being complete yet; the caller takes it in afterwards.
  static func remove(_ db: Database, _ dossier: DossierID) throws {
    try db.execute(sql: "DELETE FROM folded WHERE dossier = ?", arguments: [Data(dossier.bytes)])
  }

  static func want(_ db: Database, _ dossier: DossierID, _ isWanted: Bool) throws {
    let sql =
      isWanted
      ? "INSERT OR IGNORE INTO history_wanted (dossier) VALUES (?)" : "DELETE FROM history_wanted WHERE dossier = ?"
    try db.cachedStatement(sql: sql).execute(arguments: [Data(dossier.bytes)])
    if !isWanted { try HistoryParts.remove(db, of: dossier) }
  }

  static func isWanted(_ db: Database, _ dossier: DossierID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM history_wanted WHERE dossier = ?)"),
      arguments: [Data(dossier.bytes)]) ?? false
  }

  static func wanted(_ db: Database, limit: Int) throws -> [DossierID] {
    try Data.fetchAll(db, sql: "SELECT dossier FROM history_wanted ORDER BY dossier DESC LIMIT ?", arguments: [limit])
      .compactMap { DossierID(bytes: $0) }
  }
}
