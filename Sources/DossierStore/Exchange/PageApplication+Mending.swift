import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Entries that were damaged in the journal here and come back with their bytes.
extension PageApplication {
  /// Whether this machine wrote an entry, although the journal here has lost or changed it. The hashes of its chain show
  /// that: what follows the entry, here or in the same page, leads to the chain's end here. Entries that a copy of this
  /// database wrote under the same names do not.
  mutating func wasWritten(_ reference: EntryReference, _ hash: [UInt8], _ epoch: Int64) throws -> Bool {
    if let known = proven[reference] { return known == hash }
    let end = try Row.fetchOne(
      db, sql: "SELECT last_sequence, last_hash FROM device_epoch WHERE id = ? AND is_own = 1", arguments: [epoch])
    guard let end else { return false }
    let last: Int64 = end[EpochColumn.lastSequence]
    var chain = [(reference, hash)]
    var (sequence, hash) = (reference.sequence, hash)
    while sequence < last, try !isFollowed(hash, at: sequence + 1, epoch) {
      sequence += 1
      let next = EntryReference(epoch: reference.epoch, sequence: sequence)
      guard let bytes = bytes(of: next), EntryFormat.name(of: bytes)?.previousHash == hash else { return false }
      hash = entryHash(bytes)
      chain.append((next, hash))
    }
    guard sequence < last || (sequence == last && Data(hash) == end[EpochColumn.lastHash] as Data) else { return false }
    for (reference, hash) in chain { proven[reference] = hash }
    return true
  }

  /// Whether the next entry is here, undamaged, and names this hash as that of the one before.
  func isFollowed(_ hash: [UInt8], at sequence: Int64, _ epoch: Int64) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT bytes, hash FROM entry WHERE epoch_id = ? AND sequence = ?"),
      arguments: [epoch, sequence])
    guard let row else { return false }
    let bytes = Array(row[EntryColumn.bytes] as Data)
    return entryHash(bytes) == Array(row[EntryColumn.hash] as Data)
      && EntryFormat.name(of: bytes)?.previousHash == hash
  }

  private mutating func bytes(of reference: EntryReference) -> [UInt8]? {
    if let told { return told[reference] }
    var all: [EntryReference: [UInt8]] = [:]
    for place in response.places {
      if case .bytes(let bytes) = place.content, let name = EntryFormat.name(of: bytes) { all[name.0] = bytes }
    }
    told = all
    return all[reference]
  }

  /// Replaces what an entry became here by what was written. The damaged bytes are kept beside the journal.
  mutating func mend(_ row: Row, _ damaged: Data, _ entry: Entry, _ bytes: [UInt8], _ hash: [UInt8]) throws {
    let position: Int64 = row[EntryColumn.position]
    noteChange(of: row)
    // Only the hash may be damaged.
    if damaged != Data(bytes) {
      try ForkedEntries.keep(
        db, Data(entry.reference.epoch.bytes), entry.reference.sequence, damaged, nil)
    }
    try db.execute(
      sql: "UPDATE entry SET bytes = ?, hash = ?, dossier = ? WHERE position = ?",
      arguments: [Data(bytes), Data(hash), entry.dossier.map { Data($0.bytes) }, position])
    try db.execute(sql: "DELETE FROM unread_entry WHERE position = ?", arguments: [position])
    if case .unknown(let kind, _) = entry.content { try UnreadEntries.note(db, kind, entry.revision, at: position) }
    applied.mended += 1
  }
}
