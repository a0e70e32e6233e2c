import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Entries that are kept beside the journal, because another one has their name there.
enum ForkedEntries {
  /// Keeps one entry of each name. Bytes that agree with the hash of their entry take the place of others, which may be
  /// what a disk has made of them, unless the province has sealed those.
  /// - Parameter hash: that the journal has of the entry; nil if the bytes are known to be damaged.
  static func keep(_ db: Database, _ epoch: Data, _ sequence: Int64, _ bytes: Data, _ hash: Data?) throws {
    try db.execute(
      sql: """
        INSERT INTO forked_entry VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET bytes = excluded.bytes WHERE ?4
        """,
      arguments: [epoch, sequence, bytes, try replaces(db, epoch, sequence, bytes, hash)])
  }

  private static func replaces(
    _ db: Database, _ epoch: Data, _ sequence: Int64, _ bytes: Data, _ hash: Data?
  ) throws -> Bool {
    let kept = try Data.fetchOne(
      db, sql: "SELECT bytes FROM forked_entry WHERE epoch = ? AND sequence = ?", arguments: [epoch, sequence])
    guard let kept, kept != bytes, Data(entryHash(Array(bytes))) == hash else { return false }
    return try !isSealed(db, entryHash(Array(kept)))
  }

  /// Whether the province has sealed an entry with this hash.
  static func isSealed(_ db: Database, _ hash: [UInt8]) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM seal WHERE hash = ?)", arguments: [Data(hash)]) == true
  }
}
