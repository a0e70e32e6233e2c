import DossierDomain
import GRDB
import OfficeWork

extension ReportStore {
  /// The work that is still open at the end of the day.
  public func dayEnd(viewer: Viewer, now: Instant) throws(StoreError) -> DayEndReport {
    let dayStart = now.civilDate.instant(atMinute: 0).milliseconds
    let dayEnd = now.civilDate.instant(atMinute: 1440).milliseconds
    return try read { db in
      func count(_ condition: String, _ arguments: StatementArguments) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM dossier WHERE \(condition)", arguments: arguments) ?? 0
      }
      let today: StatementArguments = [dayStart, dayEnd]
      let unpaid = try OpenWork.unpaid(db, at: now)
      var open: [OpenWork: Int] = [.unpaid: unpaid.count]
      for work in OpenWork.allCases where work != .unpaid {
        let (condition, arguments) = try work.condition(db, at: now)
        open[work] = try count(condition, arguments)
      }
      return DayEndReport(
        receivedToday: try count("received_key >= ? AND received_key < ? AND void = 0 AND status <> 3", today),
        finishedToday: try count("bucket = 4 AND resolved_at >= ? AND resolved_at < ?", today)
          + count(
            "all_key > ? AND all_key <= ? AND status = 10 AND void = 0", [(1 << 53) - dayEnd, (1 << 53) - dayStart]),
        // Counts dossiers whose last entry is the hand-back. Only results of the last two months are examined, because
        // an index finds them.
        handedBackToday: try count(
          "all_key > ? AND all_key <= ? AND status = 10 AND void = 0 AND changed_at >= ? AND changed_at < ?",
          [(1 << 53) - dayEnd, (1 << 53) - dayStart + 60 * 86_400_000, dayStart, dayEnd]),
        open: open, unpaidAmount: unpaid.reduce(0) { $0 + $1.amount },
        toPrint: try PrintTable.count(db), sync: try ExchangeStore.status(db, now: now))
    }
  }
}
