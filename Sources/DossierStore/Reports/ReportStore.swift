import DossierDomain
import Foundation
import GRDB

/// Counts over days and periods, and the dossiers of a period. It never writes.
public struct ReportStore: Sendable {
  let read: ReadingConnection

  /// The dossiers received in a period, in order of reception. They are read in slices of 500, so that no long reading
  /// keeps the log from being emptied. Confidential ones are among them; whoever writes them to a file hides their names.
  /// - Parameters:
  ///   - first: nil for all since the first one.
  ///   - isOwnCodeFirst: only those whose first code was issued by this program; the others are not read at all.
  ///   - codes: only those of these procedures; nil for all.
  public func forEachDossier(
    receivedFrom first: CivilDate?, through last: CivilDate, isOwnCodeFirst: Bool = false, of codes: [String]? = nil,
    _ body: (Dossier) -> Void
  ) throws(StoreError) {
    let own = DossierCode.Origin.allCases.filter { !$0.isOfAnotherSystem }.map { "\($0.rawValue)" }
    let condition =
      (isOwnCodeFirst ? "AND origin IN (\(own.joined(separator: ", ")))" : "")
      + (codes.map { " AND procedure_code IN (\($0.map { _ in "?" }.joined(separator: ", ")))" } ?? "")
    var key = (first?.instant(atMinute: 0).milliseconds ?? .min, Int64(0))
    let end = last.instant(atMinute: 1440).milliseconds
    while true {
      let slice: [(Int64, Int64, Dossier?)] = try read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT received_key, rid, id FROM dossier
            WHERE (received_key, rid) > (?, ?) AND received_key < ? \(condition)
            ORDER BY received_key, rid LIMIT 500
            """, arguments: [key.0, key.1, end] + StatementArguments(codes ?? [])
        ).map { row in
          let id = DossierID(bytes: row[DossierColumn.id] as Data)
          return (
            row[DossierColumn.receivedKey], row[DossierColumn.rid], try id.flatMap { try JournalReader.dossier(db, $0) }
          )
        }
      }
      for (_, _, dossier) in slice { if let dossier { body(dossier) } }
      guard let last = slice.last else { return }
      key = (last.0, last.1)
    }
  }

  /// The codes of the procedures that were received most since a moment.
  public func mostReceived(since start: Instant, limit: Int) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT procedure_code FROM dossier WHERE received_key >= ? AND void = 0
          GROUP BY procedure_code ORDER BY count(*) DESC, procedure_code LIMIT ?
          """, arguments: [start.milliseconds, limit])
    }
  }

  /// Counts and rates of a period.
  public func report(from: CivilDate, through: CivilDate, now: Instant) throws(StoreError) -> Report {
    try read { db in
      var report = Report(from: from, through: through, now: now)
      var results = PaperResults(Catalogue(changes: try ProcedureProjection.versions(db)))
      let start = from.instant(atMinute: 0).milliseconds
      let end = through.instant(atMinute: 1440).milliseconds
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT status, channel, received_at, due_at, missed_due_at, resolved_at, digitised, reused, looked_up,
          has_result_file, procedure_code, version, id FROM dossier
          WHERE received_at < ? AND (resolved_at IS NULL OR resolved_at >= ? OR received_at >= ?) AND void = 0
          """, arguments: [end, start, start])
      while let row = try rows.next() {
        guard let status = DossierStatus(rawValue: row[DossierColumn.status]),
          let channel = Channel(rawValue: row[DossierColumn.channel])
        else { continue }
        report.add(
          Report.Row(
            status: status, channel: channel, receivedAt: instant(row[DossierColumn.receivedAt]),
            dueAt: instant(row[DossierColumn.dueAt]), missedDueAt: instant(row[DossierColumn.missedDueAt]),
            resolvedAt: instant(row[DossierColumn.resolvedAt]), digitisedComponents: row[DossierColumn.digitised],
            reusedComponents: row[DossierColumn.reused], lookedUpComponents: row[DossierColumn.lookedUp],
            hasDigitisedResult: row[DossierColumn.hasResultFile],
            hasPaperResult: try !results.givesNoPaper(db, row)))
      }
      return report
    }
  }

  private func instant(_ milliseconds: Int64?) -> Instant? { milliseconds.map { Instant(milliseconds: $0) } }
}

/// Whether something is handed over on paper at the end of a dossier, by the version that its row names, otherwise by that of the
/// day of its reception.
private struct PaperResults {
  private let catalogue: Catalogue
  /// The procedures of which some version in force says it. The starter catalogue says it of some, too.
  private let withoutPaper: Set<String>
  private var versions = RowVersions()

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    withoutPaper = Set(catalogue.versions.filter { $0.givesNoPaper || $0.givesPaperByCase }.map(\.code))
  }

  /// No row has the case, so that a resolved dossier is folded if its case decides it.
  mutating func givesNoPaper(_ db: Database, _ row: Row) throws -> Bool {
    guard let version = try version(db, row) else { return false }
    if version.givesNoPaper { return true }
    guard version.givesPaperByCase, row[DossierColumn.resolvedAt] as Int64? != nil,
      let id = DossierID(bytes: row[DossierColumn.id] as Data), let dossier = try JournalReader.dossier(db, id)
    else { return false }
    return version.givesNoPaper(under: dossier.answers)
  }

  private mutating func version(_ db: Database, _ row: Row) throws -> ProcedureVersion? {
    let code: String = row[DossierColumn.procedureCode]
    if let named = try versions.version(db, of: code, row[DossierColumn.version]) { return named }
    guard withoutPaper.contains(code), let received: Int64 = row[DossierColumn.receivedAt] else { return nil }
    return catalogue.version(of: code, on: Instant(milliseconds: received).civilDate)
  }
}
