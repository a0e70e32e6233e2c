import DossierDomain
import Foundation
import GRDB
import OfficeWork
import VietnameseText

/// Updates the row of a dossier, its codes, the tally and the search index from the folded dossier.
enum DossierProjection {
  /// The columns of a row; `values` are in this order.
  static let columns = """
    id, code, origin, owner, owner_key, procedure_code, procedure_name, status, step, channel, due_at, received_at,
    received_key, resolved_at, assignee, digitised, countable, reused, missing, has_result_file, confidential, void,
    bucket, decision, due_key, all_key, changed_at, conflicts, held, missed_due_at, looked_up, handed, since,
    owner_mark, step_name, step_due_at, version
    """

  /// The least advanced entry counts. A refused entry counts as arrived, although it has no effect. A dossier without
  /// entries here came folded from the province.
  static let delivery = "(SELECT coalesce(min(min(delivery, 2)), 2) FROM entry WHERE dossier = ?)"

  private static let placeholders = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")

  static func values(_ dossier: Dossier) -> [(any DatabaseValueConvertible)?] {
    let digitised = dossier.digitisedShare
    let share = dossier.componentShare
    return [
      Data(dossier.id.bytes), dossier.code.text, Int(dossier.code.origin.rawValue), dossier.owner.name,
      Data(personNameKey(dossier.owner.name)), dossier.procedure.code, dossier.procedure.name, dossier.status.rawValue,
      Int(dossier.step.rawValue), Int(dossier.channel.rawValue), dossier.dueAt?.milliseconds,
      dossier.receivedAt?.milliseconds, dossier.receivedAt?.milliseconds ?? 0, dossier.resolvedAt?.milliseconds,
      assignee(dossier), digitised.digitised, digitised.countable,
      dossier.components.count(where: \.isReused), share.needed - share.present,
      dossier.result?.blobHash.isEmpty == false, dossier.isConfidential, dossier.isVoid, Bucket(dossier).rawValue,
      dossier.needsDecision, dossier.dueKey, dossier.allKey, dossier.lastChangedAt.milliseconds,
      dossier.conflicts.count, dossier.held.count, dossier.missedDueAt?.milliseconds,
      dossier.components.count { $0.form == .replacedByLookup },
      dossier.isHandedOver, dossier.waitingSince?.milliseconds, PersonMark(dossier.owner).text,
      dossier.stepFact?.name, dossier.runningStepDueAt?.milliseconds, dossier.procedure.hashBytes,
    ]
  }

  /// Empty if nobody holds the dossier, so that the column can be sorted and compared.
  private static func assignee(_ dossier: Dossier) -> Data { dossier.assignee.map { Data($0.bytes) } ?? Data() }

  /// - Parameter isNew: the dossier has no row yet, so that it need not be looked up.
  /// - Returns: the number of the row, which never changes.
  @discardableResult
  static func replace(
    _ db: Database, _ dossier: Dossier, isNew: Bool = false, searchLimit: Int = SearchIndex.freshLimit
  ) throws -> Int64 {
    let id = Data(dossier.id.bytes)
    let old =
      isNew
      ? nil
      : try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT rid, bucket, assignee, decision, handed, due_key, code FROM dossier WHERE id = ?"),
        arguments: [id])
    if let old { try Tally.remove(db, old) }
    let rid: Int64? = old?[DossierColumn.rid]
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO dossier (rid, delivery, \(columns))
        VALUES (?, \(delivery), \(placeholders))
        """
    ).execute(arguments: StatementArguments([rid, id] + values(dossier)))
    let row = rid ?? db.lastInsertedRowID
    try Tally.add(
      db, 1, bucket: Bucket(dossier).rawValue, assignee: assignee(dossier),
      decision: dossier.needsDecision, handed: dossier.isHandedOver, dueKey: dossier.dueKey)
    for code in dossier.codes { try keep(code, of: row, db) }
    try NumberTable.replace(db, dossier, isNew: old == nil)
    try SearchIndex.replace(db, rid: row, dossier: dossier, isNew: rid == nil, freshLimit: searchLimit)
    return row
  }

  /// Removes the row of a dossier whose beginning is kept beside the journal now. Does nothing if there is no row.
  static func remove(_ db: Database, _ id: DossierID) throws {
    let old = try Row.fetchOne(
      db, sql: "SELECT rid, bucket, assignee, decision, handed, due_key FROM dossier WHERE id = ?",
      arguments: [Data(id.bytes)])
    guard let old else { return }
    try Tally.remove(db, old)
    let rid: Int64 = old[DossierColumn.rid]
    try SearchIndex.remove(db, rid: rid)
    try db.execute(sql: "DELETE FROM dossier_code WHERE rid = ?", arguments: [rid])
    try NumberTable.remove(db, id)
    try db.execute(sql: "DELETE FROM dossier WHERE rid = ?", arguments: [rid])
  }

  /// Codes are only added, so that a dossier can still be found by a printed code after its act was undone.
  static func keep(_ code: DossierCode, of rid: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO dossier_code VALUES (?, ?, ?)")
      .execute(arguments: [code.text, rid, String(code.text.suffix(4))])
  }
}

/// The number of dossiers of each kind, so that counting never scans the rows.
enum Tally {
  /// Takes the row of a dossier out of the counts.
  static func remove(_ db: Database, _ row: Row) throws {
    try add(
      db, -1, bucket: row[DossierColumn.bucket], assignee: row[DossierColumn.assignee],
      decision: row[DossierColumn.decision], handed: row[DossierColumn.handed], dueKey: row[DossierColumn.dueKey])
  }

  static func add(
    _ db: Database, _ change: Int, bucket: Int, assignee: Data, decision: Bool, handed: Bool, dueKey: Int64
  ) throws {
    let isEnded = bucket == Bucket.ended.rawValue
    // Ended dossiers are counted without their day.
    let day = isEnded ? 0 : dueKey == Int64.max ? Int(Int32.max) : Instant(milliseconds: dueKey).civilDate.dayNumber
    try db.cachedStatement(
      sql: """
        INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (bucket, assignee, decision, handed, due_day) DO UPDATE SET n = n + excluded.n
        """
    ).execute(arguments: [bucket, isEnded ? Data() : assignee, decision, handed, day, change])
  }

  /// Whether the counts equal those of the rows.
  static func agrees(_ db: Database) throws -> Bool {
    let counted = """
      SELECT bucket, CASE bucket WHEN \(Bucket.ended.rawValue) THEN x'' ELSE assignee END AS clerk, decision, handed,
      CASE WHEN bucket = \(Bucket.ended.rawValue) THEN 0 WHEN due_key = \(Int64.max) THEN \(Int32.max)
      ELSE (due_key + 25200000) / 86400000 END AS day, count(*) AS n FROM dossier GROUP BY 1, 2, 3, 4, 5
      """
    let kept = "SELECT bucket, assignee, decision, handed, due_day, n FROM tally WHERE n <> 0"
    let differs = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (\(counted) EXCEPT \(kept)) OR EXISTS (\(kept) EXCEPT \(counted))")
    return differs == false
  }
}
