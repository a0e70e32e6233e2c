import DossierDomain
import GRDB

extension DecisionStore {
  /// Why the machine's date is in doubt; nil if it is not, or if this machine has written nothing yet. Whatever writes
  /// much at once, or what nobody can undo, asks about it first, as a reception does.
  public func clockDoubt(at now: Instant) throws(StoreError) -> ClockDoubt? {
    try read { db in try Self.clockDoubt(db, at: now) }
  }

  static func clockDoubt(_ db: Database, at now: Instant) throws -> ClockDoubt? {
    let last = try Int64.fetchOne(db, sql: "SELECT last_at FROM device_epoch WHERE is_current = 1")
    return ClockDoubt(
      now: now, lastEntryAt: last.map { Instant(milliseconds: $0) }, calendar: try OfficeProjection.calendar(db))
  }
}
