import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Entries that are kept beside the journal, because another one has their name there. They are evidence of what a machine
/// or a copy of it has written.
enum ForkedEntries {
  /// So many of one name are kept. An honest machine writes one for each time that it was copied or restored.
  static let most = 8

  /// `hash` is that of `bytes`. Those of an entry that is not whole are perhaps what a disk has made of it.
  static let schema = """
    CREATE TABLE forked_entry (
      epoch BLOB NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL, is_whole INTEGER NOT NULL,
      bytes BLOB NOT NULL, PRIMARY KEY (epoch, sequence, hash)) STRICT;
    """

  private enum Column {
    static let hash = "hash"
    static let isWhole = "is_whole"
  }

  /// Keeps every whole entry of a name up to `most`, then the last ones and what the province has sealed. Bytes that do not
  /// agree with the hash of their entry are kept while there is nothing else of its name.
  /// - Parameter hash: that the journal has of the entry; nil if the bytes are known to be damaged.
  static func keep(_ db: Database, _ epoch: Data, _ sequence: Int64, _ bytes: Data, _ hash: Data?) throws {
    let own = Data(entryHash(Array(bytes)))
    let isWhole = own == hash
    let kept = try Row.fetchAll(
      db, sql: "SELECT hash, is_whole FROM forked_entry WHERE epoch = ? AND sequence = ? ORDER BY rowid",
      arguments: [epoch, sequence])
    guard isWhole || kept.isEmpty else { return }
    var left: [Data] = []
    for row in kept {
      let other: Data = row[Column.hash]
      if try row[Column.isWhole] || other == own || isSealed(db, Array(other)) {
        left.append(other)
      } else {
        try drop(db, epoch, sequence, other)
      }
    }
    if !left.contains(own), left.count >= most {
      guard let oldest = try left.first(where: { try !isSealed(db, Array($0)) }) else { return }
      try drop(db, epoch, sequence, oldest)
    }
    try insert(db, epoch, sequence, bytes, isWhole: isWhole)
  }

  private static func insert(
    _ db: Database, _ epoch: Data, _ sequence: Int64, _ bytes: Data, isWhole: Bool
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO forked_entry (epoch, sequence, hash, is_whole, bytes) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET is_whole = max(is_whole, excluded.is_whole)
        """, arguments: [epoch, sequence, Data(entryHash(Array(bytes))), isWhole, bytes])
  }

  static func drop(_ db: Database, _ epoch: Data, _ sequence: Int64, _ hash: Data) throws {
    try db.execute(
      sql: "DELETE FROM forked_entry WHERE epoch = ? AND sequence = ? AND hash = ?",
      arguments: [epoch, sequence, hash])
  }

  /// Earlier versions kept one entry of each name.
  static func migrate(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE forked_entry RENAME TO earlier_forked_entry; \(schema)")
    let rows = try Row.fetchCursor(db, sql: "SELECT epoch, sequence, bytes FROM earlier_forked_entry")
    while let row = try rows.next() {
      let bytes: Data = row[EntryColumn.bytes]
      let isWhole = (try? EntryFormat.decodePlaced(Array(bytes))) != nil
      try insert(db, row[EpochColumn.epoch], row[EntryColumn.sequence], bytes, isWhole: isWhole)
    }
    try db.execute(sql: "DROP TABLE earlier_forked_entry")
  }

  /// The number of whole ones. Damaged bytes are no entries.
  static func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM forked_entry WHERE is_whole = 1") ?? 0
  }

  /// Whether the province has sealed an entry with this hash.
  static func isSealed(_ db: Database, _ hash: [UInt8]) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM seal WHERE hash = ?)", arguments: [Data(hash)]) == true
  }
}
