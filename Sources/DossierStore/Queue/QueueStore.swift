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
        case bucket, assignee, decision, handed, dueDay, count
      }
      var counts = QueueCounts()
      let rows = try Row.fetchCursor(
        db, sql: "SELECT bucket, assignee, decision, handed, due_day, n FROM tally WHERE n > 0")
      while let row = try rows.next() {
        let n: Int = row[Position.count]
        guard let bucket = Bucket(rawValue: row[Position.bucket]) else { continue }
        let clerk = ClerkID(bytes: row[Position.assignee] as Data)
        let isHers = clerk == viewer.clerk
        let day: Int = row[Position.dueDay]
        let isDecision: Bool = row[Position.decision]
        counts.office.add(n, bucket, dueOn: day, isDecision, today: today)
        guard bucket != .ended else { continue }
        if isHers { counts.mine.add(n, bucket, dueOn: day, isDecision, today: today) }
        if bucket == .newOnline, clerk == nil { counts.mine.newOnline += n }
        if isHers, row[Position.handed] as Bool { counts.handedOver += n }
        if let clerk {
          counts.byClerk[clerk, default: ViewCounts()].add(n, bucket, dueOn: day, isDecision, today: today)
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

extension ViewCounts {
  /// - Parameter day: the day of the appointment.
  fileprivate mutating func add(_ n: Int, _ bucket: Bucket, dueOn day: Int, _ isDecision: Bool, today: Int) {
    all += n
    switch bucket {
    case .newOnline: newOnline += n
    case .inProgress:
      inProgress += n
      if day <= today { dueToday += n }
      if day < today { overdue += n }
    case .waitingForCitizen: waitingForCitizen += n
    case .toHandBack: toHandBack += n
    case .ended: return
    }
    if isDecision { needsDecision += n }
  }
}
