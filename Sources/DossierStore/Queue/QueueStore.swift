import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// Reads the rows of the queue and the cards of dossiers. It never writes.
public struct QueueStore: Sendable {
  let read: ReadingConnection

  /// One page of a view, found by a key and never by an offset.
  public func page(_ query: QueueQuery) throws(StoreError) -> QueuePage {
    try read { try QueuePager(db: $0, query: query).page() }
  }

  /// The number of dossiers in each view, from the tally.
  public func counts(
    viewer: Viewer, endOfToday: Instant, absentClerks: Set<ClerkID>
  ) throws(StoreError) -> QueueCounts {
    let today = endOfToday.adding(minutes: -1).civilDate.dayNumber
    return try read { db in
      // The columns in the order of the statement.
      enum Position: Int, RowPosition {
        case bucket, assignee, decision, dueDay, count
      }
      var counts = QueueCounts()
      let rows = try Row.fetchCursor(db, sql: "SELECT bucket, assignee, decision, due_day, n FROM tally WHERE n > 0")
      while let row = try rows.next() {
        let n: Int = row[Position.count]
        counts.all += n
        guard let bucket = Bucket(rawValue: row[Position.bucket]), bucket != .ended else { continue }
        let clerk = ClerkID(bytes: row[Position.assignee] as Data)
        let day: Int = row[Position.dueDay]
        switch bucket {
        case .newOnline: counts.newOnline += n
        case .inProgress:
          counts.inProgress += n
          if day <= today { counts.dueToday += n }
          if day < today { counts.overdue += n }
        case .waitingForCitizen: counts.waitingForCitizen += n
        case .toHandBack: counts.toHandBack += n
        case .ended: break
        }
        if row[Position.decision] as Bool { counts.needsDecision += n }
        if let clerk {
          counts.byClerk[clerk, default: 0] += n
          if absentClerks.contains(clerk) { counts.ofAbsentClerks += n }
        } else {
          counts.unassigned += n
        }
      }
      counts.inConflict =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM dossier WHERE conflicts + held > 0") ?? 0
      counts.waitingToSend = try EnrolmentTable.exists(db) ? try ExchangeStore.ownEntries(db).waiting : nil
      return counts
    }
  }
}
