import DossierDomain
import Foundation
import GRDB
import VietnameseText

/// Keeps the row of a dossier, its codes, the tally and the search index as the folded dossier says.
enum DossierProjection {
  /// - Returns: the row's number, which a dossier keeps for life.
  @discardableResult
  static func replace(_ db: Database, _ dossier: Dossier, searchLimit: Int = SearchIndex.freshLimit) throws -> Int64 {
    let id = Data(dossier.id.bytes)
    let old = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT rid, bucket, assignee, decision, due_key, code FROM dossier WHERE id = ?"),
      arguments: [id])
    if let old { try Tally.add(db, -1, bucket: old[1], assignee: old[2], decision: old[3], dueKey: old[4]) }
    let bucket = Bucket(dossier)
    let assignee = dossier.assignee.map { Data($0.bytes) }
    let digitised = dossier.digitisedShare
    let share = dossier.componentShare
    let rid: Int64? = old?[0]
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO dossier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        (SELECT coalesce(min(delivery), 0) FROM entry WHERE dossier = ?2), ?21, ?22, ?23, ?24, ?25, ?26, ?27)
        """
    ).execute(arguments: [
      rid, id, dossier.code.text, Int(dossier.code.origin.rawValue), dossier.owner.name,
      Data(personNameKey(dossier.owner.name)), dossier.procedure.code, dossier.procedure.name, dossier.status.rawValue,
      Int(dossier.step.rawValue), Int(dossier.channel.rawValue), dossier.dueAt?.milliseconds,
      dossier.receivedAt?.milliseconds, dossier.resolvedAt?.milliseconds, assignee, digitised.digitised,
      digitised.countable, dossier.components.count { $0.form == .reused || $0.form == .replacedByLookup },
      share.needed - share.present, dossier.result?.blobHash.isEmpty == false, dossier.isConfidential, dossier.isVoid,
      bucket.rawValue, dossier.needsDecision, dossier.dueKey, dossier.allKey, dossier.lastChangedAt.milliseconds,
    ])
    let row = rid ?? db.lastInsertedRowID
    try Tally.add(
      db, 1, bucket: bucket.rawValue, assignee: assignee, decision: dossier.needsDecision, dueKey: dossier.dueKey)
    try replaceCodes(db, row, dossier)
    try SearchIndex.replace(db, rid: row, dossier: dossier, freshLimit: searchLimit)
    return row
  }

  private static func replaceCodes(_ db: Database, _ rid: Int64, _ dossier: Dossier) throws {
    for code in dossier.codes {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO dossier_code VALUES (?, ?, ?)")
        .execute(arguments: [code.text, rid, String(code.text.suffix(4))])
    }
  }
}

/// How many dossiers there are of each kind, so that no count ever scans.
enum Tally {
  static func add(
    _ db: Database, _ change: Int, bucket: Int, assignee: Data?, decision: Bool, dueKey: Int64
  ) throws {
    let isEnded = bucket == Bucket.ended.rawValue
    // What has ended is only counted as a whole.
    let day = isEnded ? 0 : dueKey == Int64.max ? Int(Int32.max) : Instant(milliseconds: dueKey).civilDate.dayNumber
    try db.cachedStatement(
      sql: """
        INSERT INTO tally VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (bucket, assignee, decision, due_day) DO UPDATE SET n = n + excluded.n
        """
    ).execute(arguments: [bucket, isEnded ? Data() : assignee ?? Data(), decision, day, change])
  }
}
