import DossierDomain
import Foundation
import GRDB
import JournalFormat

extension ExchangeStore {
  /// Begins a new life of this database, because it is a copy of one that is also in use elsewhere. Codes are
  /// provisional until the province has granted numbers to the new life. Entries that the province does not have are
  /// issued again by `reissue`.
  /// - Parameter fork: the first entry that the other copy has written differently, or that only the other copy has, if
  ///     the province has reported it. The entries here from this one on get new references at once. If it is in a life
  ///     that was already left, because the chains turn out to diverge earlier, they get them in the present life.
  public func beginNewLife(forkedAt fork: EntryReference? = nil, at now: Instant) throws(StoreError) {
    try write { db in
      if try fork.map({ try Self.isPresent(db, $0.epoch) }) ?? true {
        try DeviceEpochs.begin(db, .version7(at: now, random: random()))
        if try EnrolmentTable.exists(db) { try db.execute(sql: "DELETE FROM lane_block") }
        try DoubtfulDates.mark(db, now.civilDate...now.civilDate)
        try BookTable.close(db)
      }
      guard let fork, try Self.isHere(db, fork) else { return }
      try db.execute(
        sql: "UPDATE device_epoch SET acknowledged = min(acknowledged, ?) WHERE epoch = ? AND is_own = 1",
        arguments: [fork.sequence - 1, Data(fork.epoch.bytes)])
      try Self.reissue(db, onlyOf: fork.epoch)
    }
    write.end.settle()
  }

  private static func isPresent(_ db: Database, _ epoch: DeviceEpoch) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT is_current FROM device_epoch WHERE epoch = ? AND is_own = 1", arguments: [Data(epoch.bytes)])
      ?? false
  }

  /// Whether this database has the entry at which the chains diverge. If its chain only ends before it, nothing was
  /// written differently, and `reissue` waits for the province to report what it has.
  private static func isHere(_ db: Database, _ fork: EntryReference) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT last_sequence >= ? FROM device_epoch WHERE epoch = ? AND is_own = 1",
      arguments: [fork.sequence, Data(fork.epoch.bytes)]) ?? false
  }

  /// Issues again, in the present epoch and in order, the entries of earlier epochs that the province does not have.
  /// Call it only after the province has reported how much of them it has. Each new entry names the one that it
  /// repeats, so that every side drops the duplicate.
  /// - Returns: the number of entries issued again.
  @discardableResult
  public func reissue() throws(StoreError) -> Int {
    try write { try Self.reissue($0, onlyOf: nil) }
  }

  @discardableResult
  private static func reissue(_ db: Database, onlyOf epoch: DeviceEpoch?) throws -> Int {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.position, e.bytes, e.hash, d.epoch, e.sequence FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
        WHERE d.is_own = 1 AND d.is_current = 0 AND e.sequence > d.acknowledged AND e.office_sequence IS NULL
        AND (? IS NULL OR d.epoch = ?) ORDER BY e.epoch_id, e.sequence
        """, arguments: [epoch.map { Data($0.bytes) }, epoch.map { Data($0.bytes) }])
    guard !rows.isEmpty else { return 0 }
    var writer = try JournalWriter(db)
    let common = try Int64.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'common base'")
    var renamed: [EntryReference: EntryReference] = [:]
    for row in rows {
      let old = try EntryFormat.decodeTrusted(Array(row[EntryColumn.bytes] as Data))
      // The base stays, because the author has seen no more than she had then. A collision is therefore still detected.
      renamed[old.reference] = try writer.append(
        old.content.referring(through: renamed), dossier: old.dossier, clerk: old.clerk, at: old.at, group: old.group,
        base: min(old.base, common ?? old.base),
        origin: old.origin ?? EntryOrigin(reference: old.reference, hash: Array(row[EntryColumn.hash] as Data)))
      try ForkedEntries.keep(
        db, row[EpochColumn.epoch], row[EntryColumn.sequence], row[EntryColumn.bytes], row[EntryColumn.hash])
      try db.execute(sql: "DELETE FROM entry WHERE position = ?", arguments: [row[EntryColumn.position] as Int64])
    }
    try writer.finish()
    // The chain of the old epoch now ends where the province has it; the later entries have new references.
    try db.execute(
      sql: """
        UPDATE device_epoch SET last_sequence = acknowledged, last_hash = coalesce((SELECT hash FROM entry
        WHERE epoch_id = device_epoch.id AND sequence = device_epoch.acknowledged), x'')
        WHERE is_own = 1 AND is_current = 0 AND last_sequence > acknowledged AND (? IS NULL OR epoch = ?)
        """, arguments: [epoch.map { Data($0.bytes) }, epoch.map { Data($0.bytes) }])
    try StatementRows.dropBeyondEnds(db)
    return rows.count
  }
}

extension EntryContent {
  /// Replaces references to entries that got new ones.
  fileprivate func referring(through renamed: [EntryReference: EntryReference]) -> EntryContent {
    if case .dossier(.undo(let reference)) = self { return .dossier(.undo(renamed[reference] ?? reference)) }
    if case .dossier(.settleConflict(let reference)) = self {
      return .dossier(.settleConflict(renamed[reference] ?? reference))
    }
    return self
  }
}
