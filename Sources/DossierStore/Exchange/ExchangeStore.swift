import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

/// The store's side of an exchange: this desk's position, its entries and the office's order.
public struct ExchangeStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection
  let random: @Sendable () -> (UInt64, UInt64)
  let unlocked: UnlockedKeys
  let folder: ScanFolder

  /// The state of the exchange with the province. It is read from the store alone, so that it is correct after a
  /// restart too.
  public func status(now: Instant) throws(StoreError) -> SyncStatus {
    try read { try Self.status($0, now: now) }
  }

  static func status(_ db: Database, now: Instant) throws -> SyncStatus {
    let record = try Row.fetchOne(
      db, sql: "SELECT sequence, head, last_exchange, clock_skew, next_slot, failure FROM log_position")
    guard let record else { throw StoreError.damaged("log_position") }
    let own = try ownEntries(db)
    let blobs = try BlobTable.counts(db)
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    return SyncStatus(
      enrolment: try EnrolmentTable.row(db).map {
        SyncStatus.Enrolment(
          server: $0.server, officeName: $0.officeName, deviceName: $0.deviceName,
          certificateEndsAt: $0.certificateEndsAt)
      },
      lastExchangeAt: (record[SyncRecord.Columns.lastExchange] as Int64?).map { Instant(milliseconds: $0) },
      lastFailure: (record[SyncRecord.Columns.failure] as String?).flatMap { SyncFailure(kept: $0) },
      entriesAcknowledged: own.all - own.waiting, entriesOwn: own.all,
      completeUpTo: record[SyncRecord.Columns.sequence],
      head: max(record[SyncRecord.Columns.sequence] as Int64, record[SyncRecord.Columns.head] as Int64),
      blobsComplete: blobs.complete, blobsAll: blobs.all,
      numbersLeft: try Lanes.left(db, on: now.civilDate),
      lanes: try Lanes.held(db).map(\.range), clockSkew: record[SyncRecord.Columns.clockSkew],
      withheld: try count("SELECT count(*) FROM \(WithheldPlaces.withoutEntry)"),
      conflicts: try count("SELECT count(*) FROM dossier WHERE conflicts + held > 0 AND conflicts > 0"),
      refused: try count("SELECT coalesce(sum(held), 0) FROM dossier WHERE conflicts + held > 0")
        + heldOfficeEntries(db),
      nextSlot: (record[SyncRecord.Columns.nextSlot] as Int64?).map { Instant(milliseconds: $0) })
  }

  /// Computed from the heads of the epochs, so that it is cheap enough to do after every action.
  static func ownEntries(_ db: Database) throws -> (all: Int, waiting: Int) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(sum(last_sequence), 0) AS written, coalesce(sum(last_sequence - acknowledged), 0) AS waiting
          FROM device_epoch
          WHERE is_own = 1
          """))
    return (row?["written"] ?? 0, row?["waiting"] ?? 0)
  }

  /// The number of entries about the office itself that the province keeps back. There are only a few such entries.
  private static func heldOfficeEntries(_ db: Database) throws -> Int {
    try Data.fetchAll(db, sql: "SELECT verdict FROM entry WHERE dossier IS NULL AND verdict IS NOT NULL").count {
      if case .quarantined = try JournalReader.verdict($0) { true } else { false }
    }
  }

  /// Whether entries were recorded that the province does not have. They are sent before attachments.
  public func entriesWait() throws(StoreError) -> Bool {
    try read { db in
      try Bool.fetchOne(db, sql: "SELECT last_sequence > acknowledged FROM device_epoch WHERE is_current = 1") ?? false
    }
  }
}
