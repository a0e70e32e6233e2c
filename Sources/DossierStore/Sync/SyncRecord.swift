import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Where this desk stands in the office's order, and how the last exchange went.
enum SyncRecord {
  static func position(_ db: Database) throws -> LogPosition {
    guard let row = try Row.fetchOne(db, sql: "SELECT log_epoch, sequence, rolling FROM log_position"),
      let rolling = RollingHash(bytes: row[2] as Data)
    else { throw StoreError.damaged("log_position") }
    return LogPosition(logEpoch: Array(row[0] as Data), sequence: row[1], rolling: rolling)
  }

  static func keep(_ db: Database, _ position: LogPosition, head: Int64) throws {
    try db.execute(
      sql: "UPDATE log_position SET log_epoch = ?, sequence = ?, rolling = ?, head = ?",
      arguments: [Data(position.logEpoch), position.sequence, Data(position.rolling.bytes), head])
  }
}

extension LocalStore {
  /// Keeps the province's signed word on the office's order. Whoever calls has checked the signature.
  /// - Throws: `.order` when the order here has another hash at that place.
  public func keepCheckpoint(
    _ position: LogPosition, at: Instant, signature: [UInt8]
  ) throws(StoreError) {
    try write { db in
      let own = try SyncRecord.position(db)
      if own.logEpoch == position.logEpoch, own.sequence == position.sequence, own.rolling != position.rolling {
        throw OrderFault.hashDiffers(at: position.sequence)
      }
      try db.execute(
        sql: "INSERT OR IGNORE INTO checkpoint VALUES (?, ?, ?, ?, ?)",
        arguments: [
          position.sequence, Data(position.logEpoch), Data(position.rolling.bytes), at.milliseconds, Data(signature),
        ])
    }
  }

  /// Writes down how an exchange ended: nil for well.
  public func recordExchange(failure: SyncFailure?, at now: Instant) throws(StoreError) {
    try write { db in
      if let failure {
        try db.execute(sql: "UPDATE log_position SET failure = ?", arguments: [failure.kept])
      } else {
        try db.execute(
          sql: "UPDATE log_position SET failure = NULL, last_exchange = ?", arguments: [now.milliseconds])
      }
    }
  }
}
