import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// A chain of another desk, or of the province itself, of which entries have lost their places in a restore of the
/// province: this desk hands them in for whoever wrote them.
///
/// A desk's chain goes up only as far as its machine has signed it: without that word anybody could go on with a chain of
/// somebody else. What came after the last signature waits here for its author.
public struct WitnessedEpoch: Hashable, Sendable {
  public var epoch: DeviceEpoch
  /// The last one that has lost its place and goes up; 0 when only what the province has sealed does.
  public var lastSequence: Int64
  public var lastHash: [UInt8]
  /// By the author's machine, on that entry; nil for a chain of the province.
  public var head: MachineHead?
  /// The first one that has lost its place.
  var first: Int64
  /// Entries without a place have the province's seal.
  var hasSealed: Bool

  /// Chains in one request.
  private static let most = 16

  // MARK: Whether there may be any

  /// Entries have lost their places. Looking for them reads the whole journal, so that it is only done while there are some.
  static func begin(_ db: Database) throws {
    try db.execute(sql: "INSERT OR IGNORE INTO setting VALUES ('lost places', '')")
  }

  static func mayBe(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'lost places')") ?? false
  }

  /// All of others' entries have places.
  static func end(_ db: Database) throws { try db.execute(sql: "DELETE FROM setting WHERE name = 'lost places'") }

  // MARK: Which

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
    // What the province wrote goes up with its seals.
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

  /// Everything from the first one without a place up to the signed one is here.
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
