import DossierDomain
import GRDB
import OfficeWork

extension QueueStore {
  /// The open dossiers whose appointment, from a day on, is at a moment at which a reception point is closed. Closing
  /// time itself is not too late.
  /// - Parameter point: nil for the point of this desk.
  public func strandedAppointments(
    from date: CivilDate, at point: String? = nil, viewer: Viewer
  ) throws(StoreError) -> [QueueRow] {
    try read { db in try Self.stranded(db, from: date, at: point ?? OfficeStore.point(db), viewer) }
  }

  /// The same for one day.
  public func strandedAppointments(
    on date: CivilDate, at point: String, viewer: Viewer
  ) throws(StoreError) -> [QueueRow] {
    try read { db in try Self.stranded(db, from: date, until: date.adding(days: 1), at: point, viewer) }
  }

  /// At most `CallQuery.most`, the earliest first.
  /// - Parameter end: the day before which appointments are looked at; nil for all to come, because a weekly closing
  ///   concerns them all.
  static func stranded(
    _ db: Database, from date: CivilDate, until end: CivilDate? = nil, at point: String, _ viewer: Viewer
  ) throws -> [QueueRow] {
    let office = try OfficeProjection.office(db)
    guard let hours = try OpeningTable.hours(db, of: point, office) else { return [] }
    let calendar = try OfficeProjection.calendar(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(QueueRows.columns) FROM dossier WHERE bucket IN (?, ?) AND due_key >= ? AND due_key < ?
        ORDER BY due_key, rid
        """,
      arguments: [
        Bucket.inProgress.rawValue, Bucket.toHandBack.rawValue, date.instant(atMinute: 0).milliseconds,
        end.map { $0.instant(atMinute: 0).milliseconds } ?? .max,
      ]
    ).compactMap { QueueRows.make($0, viewer) }
    return Array(
      rows.lazy.filter { row in row.dueAt.map { !hours.welcomes($0, calendar) } ?? false }.prefix(CallQuery.most))
  }
}
