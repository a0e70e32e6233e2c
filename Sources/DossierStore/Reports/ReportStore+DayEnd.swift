import DossierDomain
import Foundation
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
      func ids(_ condition: String, _ arguments: StatementArguments) throws -> [DossierID] {
        try Data.fetchAll(
          db, sql: "SELECT id FROM dossier WHERE \(condition) ORDER BY due_key, rid LIMIT 200", arguments: arguments
        ).compactMap { DossierID(bytes: $0) }
      }
      let today: StatementArguments = [dayStart, dayEnd]
      let unpaid = try Self.unpaid(db, today)
      return DayEndReport(
        receivedToday: try count("received_key >= ? AND received_key < ? AND void = 0", today),
        finishedToday: try count("bucket = 4 AND resolved_at >= ? AND resolved_at < ?", today)
          + count(
            "all_key > ? AND all_key <= ? AND status = 10 AND void = 0", [(1 << 53) - dayEnd, (1 << 53) - dayStart]),
        // Counts dossiers whose last entry is the hand-back. Only results of the last two months are examined, because
        // an index finds them.
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
        unpaid: unpaid.map(\.id), unpaidAmount: unpaid.reduce(0) { $0 + $1.unpaid },
        provisional: try OfficeProjection.office(db).isBesideAnotherSystem(on: now.civilDate)
          ? [] : ids("origin = \(DossierCode.Origin.provisional.rawValue) AND void = 0", []),
        sync: try ExchangeStore.status(db, now: now))
    }
  }

  /// The dossiers of a day whose fee is not paid. No row has the fee, so the dossiers of this one day are folded.
  private static func unpaid(_ db: Database, _ day: StatementArguments) throws -> [Dossier] {
    try Data.fetchAll(
      db, sql: "SELECT id FROM dossier WHERE received_key >= ? AND received_key < ? AND void = 0 ORDER BY received_key",
      arguments: day
    ).compactMap { try DossierID(bytes: $0).flatMap { try JournalReader.dossier(db, $0) } }.filter { $0.unpaid > 0 }
  }
}
