import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension LocalStore {
  public func office() throws(StoreError) -> Office { try read { try OfficeProjection.office($0) } }
  public func clerks() throws(StoreError) -> [Clerk] { try read { try OfficeProjection.clerks($0) } }

  public func desk(of clerk: ClerkID) throws(StoreError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT state FROM desk_state WHERE clerk = ?", arguments: [Data(clerk.bytes)]).map {
        Array($0)
      }
    }
  }

  public func saveDesk(_ state: [UInt8], of clerk: ClerkID) throws(StoreError) {
    try write { try Self.saveDesk($0, state, of: clerk) }
  }

  static func saveDesk(_ db: Database, _ state: [UInt8], of clerk: ClerkID) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO desk_state VALUES (?, ?)", arguments: [Data(clerk.bytes), Data(state)])
  }

  public func setting(_ name: String) throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  public func set(_ name: String, to value: String) throws(StoreError) {
    try write { try $0.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [name, value]) }
  }

  /// The years about whose days something was decided, and about how many; in all others the defaults hold.
  public func decidedDays() throws(StoreError) -> [Int: Int] {
    try read { db in
      var days: [Int: Int] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT year, count(*) FROM decided_day GROUP BY year") {
        days[row[0]] = row[1]
      }
      return days
    }
  }

  public func isDemo() throws(StoreError) -> Bool { try setting("demo") == "yes" }

  /// What is still open at the end of the day.
  public func dayEnd(viewer: Viewer, now: Instant) throws(StoreError) -> DayEndReport {
    let dayStart = now.civilDate.instant(atMinute: 0).milliseconds
    let dayEnd = now.civilDate.instant(atMinute: 1440).milliseconds
    return try read { db in
      func count(_ condition: String, _ arguments: StatementArguments) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM dossier WHERE \(condition)", arguments: arguments) ?? 0
      }
      func ids(_ condition: String, _ arguments: StatementArguments) throws -> [DossierID] {
        try Data.fetchAll(
          db, sql: "SELECT id FROM dossier WHERE \(condition) ORDER BY due_key, rid LIMIT 200", arguments: arguments
        ).compactMap { DossierID(bytes: $0) }
      }
      let today: StatementArguments = [dayStart, dayEnd]
      return DayEndReport(
        receivedToday: try count("received_key >= ? AND received_key < ? AND void = 0", today),
        finishedToday: try count("bucket = 4 AND resolved_at >= ? AND resolved_at < ?", today)
          + count(
            "all_key > ? AND all_key <= ? AND status = 10 AND void = 0", [(1 << 53) - dayEnd, (1 << 53) - dayStart]),
        // The hand-back is what was done last; of results of the last two months, which the index finds.
        handedBackToday: try count(
          "all_key > ? AND all_key <= ? AND status = 10 AND void = 0 AND changed_at >= ? AND changed_at < ?",
          [(1 << 53) - dayEnd, (1 << 53) - dayStart + 60 * 86_400_000, dayStart, dayEnd]),
        overdue: try count("bucket = 2 AND due_key < ?", [now.milliseconds]),
        dueToday: try count("bucket = 2 AND due_key < ?", [dayEnd]),
        notHandedOver: try ids(
          "bucket = 2 AND status = 2 AND received_key >= ? AND received_key < ?", today),
        withoutScan: try ids(
          "bucket IN (2, 3) AND countable > digitised AND received_key >= ? AND received_key < ?",
          today),
        provisional: try ids("origin = \(DossierCode.Origin.provisional.rawValue) AND void = 0", []),
        sync: try Self.syncStatus(db, now: now))
    }
  }
}

extension LocalStore {
  /// How many dossiers are here, struck and confidential ones too.
  public func dossierCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dossier") ?? 0 }
  }

  /// How many entries the journal holds.
  public func entryCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") ?? 0 }
  }
}
