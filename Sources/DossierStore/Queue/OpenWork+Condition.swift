import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// The dossiers of each kind of open work. The report counts by these conditions and the queue lists by them, so that
/// both agree.
extension OpenWork {
  func condition(_ db: Database, at now: Instant) throws -> (sql: String, arguments: StatementArguments) {
    let (start, end) = Self.day(of: now)
    // `bucket < 5` is redundant, but SQLite needs it to use the index of the open dossiers.
    switch self {
    case .overdue: return ("bucket = 2 AND bucket < 5 AND due_key < ?", [now.milliseconds])
    case .dueToday:
      return ("bucket = 2 AND bucket < 5 AND due_key >= ? AND due_key < ?", [now.milliseconds, end])
    case .notHandedOver:
      return ("bucket = 2 AND bucket < 5 AND status = 2 AND received_key >= ? AND received_key < ?", [start, end])
    case .withoutScan:
      return (
        "bucket IN (2, 3) AND bucket < 5 AND countable > digitised AND received_key >= ? AND received_key < ?",
        [start, end]
      )
    case .unpaid:
      let rids = try Self.unpaid(db, at: now).map { String($0.rid) }
      return ("rid IN (SELECT value FROM json_each(?))", ["[\(rids.joined(separator: ","))]"])
    case .provisional:
      // Beside another system, whose codes count, a code of this desk is provisional for good.
      return try OfficeProjection.office(db).isBesideAnotherSystem(on: now.civilDate)
        ? ("0", []) : ("origin = \(DossierCode.Origin.provisional.rawValue) AND void = 0", [])
    case .inConflict: return ("conflicts + held > 0 AND conflicts > 0", [])
    case .supplementLate:
      let rids = try Self.supplementLate(db, on: now.civilDate).map(String.init)
      return ("rid IN (SELECT value FROM json_each(?))", ["[\(rids.joined(separator: ","))]"])
    }
  }

  /// The dossiers whose supplement has not come within the days that their versions or the office have given for it. No row has that day,
  /// because a corrected calendar moves it; few dossiers wait for papers.
  private static func supplementLate(_ db: Database, on today: CivilDate) throws -> [Int64] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT rid, procedure_code, since, id, version FROM dossier
        WHERE bucket = 3 AND bucket < 5 AND status = ? AND since IS NOT NULL
        """, arguments: [DossierStatus.supplementRequested.rawValue])
    guard !rows.isEmpty else { return [] }
    let calendar = try OfficeProjection.calendar(db)
    var known = SupplementBounds()
    return try rows.compactMap { row in
      let day = Instant(milliseconds: row[2]).civilDate
      guard let until = try known.until(db, of: row[3], row[1], row[4], requestedOn: day, calendar), until < today
      else {
        return nil
      }
      return row[0]
    }
  }

  /// The dossiers received on this day whose fee is not paid. No row has the fee, so the dossiers of this one day are
  /// folded.
  static func unpaid(_ db: Database, at now: Instant) throws -> [(rid: Int64, amount: Int)] {
    let (start, end) = day(of: now)
    return try Row.fetchAll(
      db, sql: "SELECT rid, id FROM dossier WHERE received_key >= ? AND received_key < ? AND void = 0",
      arguments: [start, end]
    ).compactMap { row in
      guard let id = DossierID(bytes: row[1] as Data), let dossier = try JournalReader.dossier(db, id),
        dossier.unpaid > 0
      else { return nil }
      return (rid: row[0], amount: dossier.unpaid)
    }
  }

  private static func day(of now: Instant) -> (start: Int64, end: Int64) {
    (now.civilDate.instant(atMinute: 0).milliseconds, now.civilDate.instant(atMinute: 1440).milliseconds)
  }
}
