import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Checks the chains of all epochs: no gaps, each entry with the hash of the one before, all bytes as they were hashed.
struct ChainCheck {
  private static let slice = 1000

  private(set) var entries = 0
  private(set) var faults: [StoreFault] = []
  private var epoch: Epoch?
  private var sequence: Int64 = 0
  private var hash: [UInt8] = []

  private struct Epoch {
    var id: Int64
    var name: DeviceEpoch
    /// The last entry of the chain that was written here, or is here without a gap; 0 for another desk's chain.
    var ownThrough: Int64
    var ownHash: [UInt8]
    var isCurrent: Bool
  }

  /// Checks the next slice in the caller's snapshot. Returns false if there is none left.
  mutating func next(_ db: Database) throws -> Bool {
    if epoch == nil, try !begin(db, after: 0) { return false }
    guard var current = epoch else { return false }
    if current.isCurrent,
      let row = try Row.fetchOne(
        db, sql: "SELECT last_sequence, last_hash FROM device_epoch WHERE id = ?", arguments: [current.id])
    {
      // Entries may be written during the check, because each slice has its own snapshot.
      (current.ownThrough, current.ownHash) = (row[EpochColumn.lastSequence], Array(row[EpochColumn.lastHash] as Data))
      epoch = current
    }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT sequence, dossier, bytes, hash FROM entry WHERE epoch_id = ? AND sequence > ?
          ORDER BY sequence LIMIT ?
          """), arguments: [current.id, sequence, Self.slice])
    for row in rows {
      check(row, of: current)
    }
    if rows.count == Self.slice { return true }
    if sequence < current.ownThrough || (current.isCurrent && sequence > current.ownThrough) {
      faults.append(.sequenceBroken(EntryReference(epoch: current.name, sequence: sequence + 1)))
    }
    return try begin(db, after: current.id)
  }

  private mutating func begin(_ db: Database, after id: Int64) throws -> Bool {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT id, epoch, last_sequence, last_hash, is_own, is_current FROM device_epoch WHERE id > ? ORDER BY id LIMIT 1
        """,
      arguments: [id])
    guard let row, let name = DeviceEpoch(bytes: row[EpochColumn.epoch] as Data) else { return false }
    let isOwn: Bool = row[EpochColumn.isOwn]
    epoch = Epoch(
      id: row[EpochColumn.id], name: name, ownThrough: isOwn ? row[EpochColumn.lastSequence] : 0,
      ownHash: Array(row[EpochColumn.lastHash] as Data), isCurrent: row[EpochColumn.isCurrent])
    sequence = 0
    hash = []
    return true
  }

  /// Checks a chain that need not be complete: another desk's, or an own one beyond what this database had. Some
  /// entries belong to other offices, may not be held here, or are folded. If the next entry is here, it has to fit.
  private mutating func check(_ row: Row, of epoch: Epoch) {
    let reference = EntryReference(epoch: epoch.name, sequence: row[EntryColumn.sequence])
    let isOwn = reference.sequence <= epoch.ownThrough
    let bytes = Array(row[EntryColumn.bytes] as Data)
    let kept = Array(row[EntryColumn.hash] as Data)
    entries += 1
    let follows = reference.sequence == sequence + 1
    if isOwn, !follows { faults.append(.sequenceBroken(reference)) }
    if Array(SHA256.hash(data: bytes)) != kept { faults.append(.bytesChanged(reference)) }
    if let entry = try? EntryFormat.decodePlaced(bytes), entry.reference == reference,
      entry.dossier.map({ Data($0.bytes) }) == row[EntryColumn.dossier] as Data?
    {
      if isOwn || follows, entry.previousHash != hash { faults.append(.chainBroken(reference)) }
    } else {
      faults.append(.notCanonical(reference))
    }
    if reference.sequence == epoch.ownThrough, kept != epoch.ownHash { faults.append(.sequenceBroken(reference)) }
    sequence = reference.sequence
    hash = kept
  }
}
