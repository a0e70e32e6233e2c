import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension DecisionStore {
  private static let seen = "appointments-seen"

  /// The open dossiers whose appointment was computed with another calendar and would be another one by the present
  /// one. Nothing is changed.
  /// - Parameter unlessSeen: does not look for them if the head of desk was told already.
  /// - Throws: `.denied` if the clerk is not known.
  public func movedAppointments(
    by clerk: ClerkID, at now: Instant, unlessSeen: Bool = false
  ) throws(StoreError) -> MovedAppointments {
    try read { db in
      let context = try DecisionTransaction.context(db, clerk: clerk, now: now)
      var moved = MovedAppointments(
        calendarHash: context.calendarHash,
        isSeen: try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [Self.seen])
          == context.calendarHash)
      if unlessSeen, moved.isSeen { return moved }
      let ids = try Data.fetchAll(
        db, sql: "SELECT id FROM dossier WHERE bucket IN (?, ?) ORDER BY due_key, rid",
        arguments: [Bucket.inProgress.rawValue, Bucket.waitingForCitizen.rawValue])
      for id in ids.compactMap({ DossierID(bytes: $0) }) {
        let record = try JournalReader.record(db, of: id)
        guard let dossier = record.dossier, let due = dossier.movedDue(context),
          let row = try QueueRows.row(db, id, viewer: Viewer(context.clerk))
        else { continue }
        moved.list.append(MovedAppointment(row: row, newDueAt: due))
      }
      let rows = try QueueRows.toldApart(moved.list.map(\.row), db)
      for (index, row) in rows.enumerated() { moved.list[index].row = row }
      return moved
    }
  }

  /// Records that the head of desk was told about the appointments that this calendar moves.
  public func noteAppointmentsSeen(_ calendarHash: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [Self.seen, calendarHash])
    }
  }
}
