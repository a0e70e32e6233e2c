import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Walks the epochs' chains: gapless, each entry with the hash of the one before, every byte as it was hashed.
struct ChainCheck {
  private static let slice = 1000

  private(set) var entries = 0
  private(set) var faults: [StoreFault] = []
  private var epoch: (id: Int64, name: DeviceEpoch, lastSequence: Int64, lastHash: [UInt8], isOwn: Bool)?
  private var sequence: Int64 = 0
  private var hash: [UInt8] = []

  /// Checks the next slice, in the caller's snapshot. False when there is none left.
  mutating func next(_ db: Database) throws -> Bool {
    if epoch == nil, try !begin(db, after: 0) { return false }
    guard let current = epoch else { return false }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT sequence, dossier, bytes, hash FROM entry WHERE epoch_id = ? AND sequence > ?
          ORDER BY sequence LIMIT ?
          """), arguments: [current.id, sequence, Self.slice])
    for row in rows {
      check(row, of: current.name, isOwn: current.isOwn)
    }
    if rows.count == Self.slice { return true }
    if current.isOwn, sequence != current.lastSequence || hash != current.lastHash {
      faults.append(.sequenceBroken(EntryReference(epoch: current.name, sequence: sequence + 1)))
    }
    return try begin(db, after: current.id)
  }

  private mutating func begin(_ db: Database, after id: Int64) throws -> Bool {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, epoch, last_sequence, last_hash, is_own FROM device_epoch WHERE id > ? ORDER BY id LIMIT 1",
      arguments: [id])
    guard let row, let name = DeviceEpoch(bytes: row[1] as Data) else { return false }
    epoch = (row[0], name, row[2], Array(row[3] as Data), row[4])
    sequence = 0
    hash = []
    return true
  }

  /// Of other desks' chains not every entry has to be here: some are of other offices, some may not be held. Where the
  /// next one is here, it has to fit.
  private mutating func check(_ row: Row, of epoch: DeviceEpoch, isOwn: Bool) {
    let reference = EntryReference(epoch: epoch, sequence: row[0])
    let bytes = Array(row[2] as Data)
    let kept = Array(row[3] as Data)
    entries += 1
    let follows = reference.sequence == sequence + 1
    if isOwn, !follows { faults.append(.sequenceBroken(reference)) }
    if Array(SHA256.hash(data: bytes)) != kept { faults.append(.bytesChanged(reference)) }
    if let entry = try? EntryFormat.decodePlaced(bytes), entry.reference == reference,
      entry.dossier.map({ Data($0.bytes) }) == row[1] as Data?
    {
      if isOwn || follows, entry.previousHash != hash { faults.append(.chainBroken(reference)) }
    } else {
      faults.append(.notCanonical(reference))
    }
    sequence = reference.sequence
    hash = kept
  }
}
