import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// A chain of another desk, or of the province itself, whose entries have lost their places in a restore of the
/// province. This desk hands them in as a witness for their author.
///
/// A desk's chain is sent only as far as its machine has signed it. Without the signature anybody could extend another
/// desk's chain. Later entries wait here for their author.
public struct WitnessedEpoch: Hashable, Sendable {
  public var epoch: DeviceEpoch
  /// The last entry that has lost its place and is sent; 0 if only entries sealed by the province are sent.
  public var lastSequence: Int64
  public var lastHash: [UInt8]
  /// The signature of the author's machine on that entry; nil for a chain of the province.
  public var head: MachineHead?
  /// The first entry that has lost its place.
  var first: Int64
  /// Whether entries without a place have the province's seal.
  var hasSealed: Bool

  /// The limit of chains in one request.
  private static let most = 16

  // MARK: The note of lost places

  /// Notes that entries have lost their places. A search for them reads the whole journal, so it is done only while
  /// this note exists.
  static func begin(_ db: Database) throws {
    try db.execute(sql: "INSERT OR IGNORE INTO setting VALUES ('lost places', '')")
  }

  static func mayBe(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'lost places')") ?? false
  }

  /// Removes the note, because all entries of others have places again.
  static func end(_ db: Database) throws { try db.execute(sql: "DELETE FROM setting WHERE name = 'lost places'") }

  // MARK: The chains

  static func all(_ db: Database) throws -> [WitnessedEpoch] {
    guard try mayBe(db) else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.id, d.epoch, min(e.sequence) AS first, EXISTS (SELECT 1 FROM entry s JOIN seal USING (hash)
        WHERE s.epoch_id = d.id AND s.office_sequence IS NULL) AS is_sealed
        FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
        WHERE d.is_own = 0 AND e.office_sequence IS NULL GROUP BY d.id ORDER BY d.id
        """)
    // Entries of the province are sent with its seals and need no head.
    let machines = try KeyRows.heads(db).filter { $0.device != MachineHead.province }
    let heads = Dictionary(machines.map { ($0.epoch, $0) }) { $1 }
    var all: [WitnessedEpoch] = []
    for row in rows where all.count < most {
      guard let epoch = DeviceEpoch(bytes: row[EpochColumn.epoch] as Data) else { continue }
      var chain = WitnessedEpoch(
        epoch: epoch, lastSequence: 0, lastHash: [], first: row["first"], hasSealed: row["is_sealed"])
      if let head = heads[epoch], try chain.reaches(head, db, id: row[EpochColumn.id]) {
        (chain.lastSequence, chain.lastHash, chain.head) = (head.sequence, head.hash, head)
      }
      if chain.head != nil || chain.hasSealed { all.append(chain) }
    }
    return all
  }

  /// Whether all entries from the first one without a place up to the signed one are here.
  private func reaches(_ head: MachineHead, _ db: Database, id: Int64) throws -> Bool {
    guard head.sequence >= first else { return false }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) AS count, (SELECT hash FROM entry WHERE epoch_id = ?1 AND sequence = ?3) AS hash
        FROM entry WHERE epoch_id = ?1 AND sequence >= ?2 AND sequence <= ?3
        """, arguments: [id, first, head.sequence])
    return row?["count"] == head.sequence - first + 1 && row?[EntryColumn.hash] as Data? == Data(head.hash)
  }
}
