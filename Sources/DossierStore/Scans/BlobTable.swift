import Crypto
import DossierDomain
import Foundation
import GRDB

/// The state of the attachments at this desk, and their keys. The table is not computed from the journal, because an
/// entry only names a blob.
///
/// The keys are in a separate table, so that they can be removed from a copy of the database at once.
enum BlobTable {
  /// The state of a blob. The numbers are stored in the database.
  enum State: Int {
    /// It is here completely; the province has `received` bytes of it.
    case waiting = 0
    /// It is here and at the province.
    case sent = 1
    /// Another desk's entry names it; `received` bytes of it are here.
    case announced = 2
    /// Its key was destroyed; the province does not know it yet.
    case erased = 3
    /// Its key was destroyed, and the province knows it.
    case erasedEverywhere = 4
    /// Another desk made it, and it is here completely.
    case fetched = 5
  }

  enum Columns: String, ColumnExpression {
    case hash, file, size, state, received, dossier, key
    case sealedSize = "sealed_size"
  }

  struct Row {
    var hash: BlobHash
    /// The name of the sealed file. It differs from `hash` only if a plain attachment was sealed after its entry was
    /// written.
    var file: BlobHash
    var size: Int
    var sealedSize: Int
    var state: State
    var received: Int
    var dossier: DossierID?

    init?(_ row: GRDB.Row) {
      guard let hash = BlobHash(bytes: row[Columns.hash] as Data),
        let file = BlobHash(bytes: row[Columns.file] as Data),
        let state = State(rawValue: row[Columns.state])
      else { return nil }
      self.hash = hash
      self.file = file
      size = row[Columns.size]
      sealedSize = row[Columns.sealedSize]
      self.state = state
      received = row[Columns.received]
      dossier = (row[Columns.dossier] as Data?).flatMap { DossierID(bytes: $0) }
    }

    /// The complete file is in the attachments folder.
    var isHere: Bool { [.waiting, .sent, .fetched].contains(state) }
  }

  static let schema = """
    CREATE TABLE blob (
      hash BLOB PRIMARY KEY, file BLOB NOT NULL, size INTEGER NOT NULL, sealed_size INTEGER NOT NULL,
      state INTEGER NOT NULL, received INTEGER NOT NULL, dossier BLOB, added_at INTEGER NOT NULL) STRICT;
    CREATE INDEX blob_to_move ON blob (state) WHERE state IN (0, 2, 3);
    CREATE INDEX blob_of_dossier ON blob (dossier);
    """

  static let keySchema = "CREATE TABLE blob_key (hash BLOB PRIMARY KEY, key BLOB NOT NULL) STRICT"

  static func insert(_ db: Database, _ row: Row, key: SymmetricKey?, at now: Instant) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO blob VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        Data(row.hash.bytes), Data(row.file.bytes), row.size, row.sealedSize, row.state.rawValue, row.received,
        row.dossier.map { Data($0.bytes) }, now.milliseconds,
      ])
    if let key { try keep(db, key.withUnsafeBytes { Data($0) }, of: row.hash) }
  }

  static func keep(_ db: Database, _ key: Data, of hash: BlobHash) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO blob_key VALUES (?, ?)")
      .execute(arguments: [Data(hash.bytes), key])
  }

  static func row(_ db: Database, _ hash: BlobHash) throws -> Row? {
    try GRDB.Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM blob WHERE hash = ?"), arguments: [Data(hash.bytes)]
    ).flatMap { Row($0) }
  }

  static func key(_ db: Database, _ hash: BlobHash) throws -> SymmetricKey? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT key FROM blob_key WHERE hash = ?"), arguments: [Data(hash.bytes)]
    ).map { SymmetricKey(data: $0) }
  }

  /// Rows in the order of their names, after `last`.
  static func rows(_ db: Database, after last: BlobHash?, limit: Int) throws -> [Row] {
    try GRDB.Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM blob WHERE hash > ? ORDER BY hash LIMIT ?"),
      arguments: [last.map { Data($0.bytes) } ?? Data(), limit]
    ).compactMap { Row($0) }
  }

  static func set(_ db: Database, _ hash: BlobHash, _ state: State, received: Int) throws {
    try db.cachedStatement(sql: "UPDATE blob SET state = ?, received = ? WHERE hash = ?")
      .execute(arguments: [state.rawValue, received, Data(hash.bytes)])
  }

  /// Deletes the key permanently: SQLite overwrites deleted data.
  static func destroyKey(_ db: Database, of hash: BlobHash) throws {
    try db.execute(sql: "PRAGMA secure_delete = ON")
    try db.execute(sql: "DELETE FROM blob_key WHERE hash = ?", arguments: [Data(hash.bytes)])
  }
}

extension BlobTable.Row {
  init(
    hash: BlobHash, file: BlobHash? = nil, size: Int, sealedSize: Int, state: BlobTable.State, received: Int = 0,
    dossier: DossierID?
  ) {
    self.hash = hash
    self.file = file ?? hash
    self.size = size
    self.sealedSize = sealedSize
    self.state = state
    self.received = received
    self.dossier = dossier
  }
}
