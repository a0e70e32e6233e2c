import DossierDomain
import GRDB
import OfficeWork

extension QueueStore {
  private static let most = 200

  /// The open dossiers whose appointment is at a moment at which the reception point of this desk is closed. Closing
  /// time itself is not too late.
  /// - Parameter date: the first day to look at; a month is looked at from there on.
  public func strandedAppointments(from date: CivilDate, viewer: Viewer) throws(StoreError) -> [QueueRow] {
    try read { db in
      try Self.stranded(db, from: date, days: 31, at: OfficeStore.point(db), viewer)
    }
  }

  /// The same for one day and any reception point.
  public func strandedAppointments(
    on date: CivilDate, at point: String, viewer: Viewer
  ) throws(StoreError) -> [QueueRow] {
    try read { db in try Self.stranded(db, from: date, days: 1, at: point, viewer) }
  }

  private static func stranded(
    _ db: Database, from date: CivilDate, days: Int, at point: String, _ viewer: Viewer
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
        date.adding(days: days).instant(atMinute: 0).milliseconds,
      ]
    ).compactMap { QueueRows.make($0, viewer) }
    return Array(rows.lazy.filter { row in row.dueAt.map { !hours.welcomes($0, calendar) } ?? false }.prefix(most))
  }
}
