import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Appends entries of this machine's present epoch within the caller's transaction, without gaps, each with the hash of
/// the one before.
struct JournalWriter {
  private let db: Database
  private let epochID: Int64
  let epoch: DeviceEpoch
  private var sequence: Int64
  private var hash: [UInt8]
  /// The last place of the office's order stored here, which is what the author of an entry could have seen.
  private let base: Int64
  /// The latest time in this machine's entries, or the time that a clerk confirmed after the clock had jumped.
  private(set) var lastAt: Instant?
  private let machines: MachinesReading?

  init(_ db: Database) throws {
    self.db = db
    let row = try Row.fetchOne(
      db, sql: "SELECT id, epoch, last_sequence, last_hash, last_at FROM device_epoch WHERE is_current = 1")
    guard let row, let epoch = DeviceEpoch(bytes: row[EpochColumn.epoch] as Data) else { throw StoreError.noOffice }
    epochID = row[EpochColumn.id]
    self.epoch = epoch
    sequence = row[EpochColumn.lastSequence]
    hash = Array(row[EpochColumn.lastHash] as Data)
    lastAt = (row[EpochColumn.lastAt] as Int64?).map { Instant(milliseconds: $0) }
    base = try SnapshotRecord.seen(db)
    machines = try MachinesReading(db)
  }

  /// - Parameters:
  ///   - earlierBase: the base of an entry that is issued again, as its author had it.
  ///   - origin: the earlier name of an entry that is issued again.
  /// - Throws: `StoreError.denied` if another machine of the office cannot read it yet.
  @discardableResult
  mutating func append(
    _ content: EntryContent, dossier: DossierID?, clerk: ClerkID, at: Instant, group: GroupID?,
    base earlierBase: Int64? = nil, origin: EntryOrigin? = nil
  ) throws -> EntryReference {
    // An entry that is issued again could be read when it was first written.
    if origin == nil { try machines?.require(content) }
    let reference = EntryReference(epoch: epoch, sequence: sequence + 1)
    let bytes = try EntryFormat.write(
      Entry(
        reference: reference, previousHash: hash, clerk: clerk, at: at, dossier: dossier, base: earlierBase ?? base,
        group: group, revision: EntryFormat.revision(of: content), origin: origin, content: content))
    let newHash = entryHash(bytes)
    try db.cachedStatement(
      sql: "INSERT INTO entry (epoch_id, sequence, dossier, bytes, hash) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [epochID, reference.sequence, dossier.map { Data($0.bytes) }, Data(bytes), Data(newHash)])
    sequence = reference.sequence
    hash = newHash
    if case .office(.confirmClock) = content { lastAt = at } else { lastAt = max(lastAt ?? at, at) }
    return reference
  }

  /// Stores the head; called once, after the last `append` of the transaction.
  func finish() throws {
    try db.cachedStatement(sql: "UPDATE device_epoch SET last_sequence = ?, last_hash = ?, last_at = ? WHERE id = ?")
      .execute(arguments: [sequence, Data(hash), lastAt?.milliseconds, epochID])
  }
}

/// Begins an epoch of this database: of a new office, after a restore, or of a copy. Old sequence numbers are never
/// used again.
enum DeviceEpochs {
  static func begin(_ db: Database, _ epoch: DeviceEpoch) throws {
    try db.execute(sql: "UPDATE device_epoch SET is_current = 0")
    try db.execute(
      sql: """
        INSERT INTO device_epoch (epoch, last_sequence, last_hash, is_own, is_current, last_at)
        VALUES (?, 0, x'', 1, 1, (SELECT max(last_at) FROM device_epoch WHERE is_own = 1))
        """,
      arguments: [Data(epoch.bytes)])
    try PrintTable.doubt(db)
  }
}
