import DossierDomain
import Foundation
import GRDB

/// Columns that say which dossiers wait for their holder to take them over, and since when others wait. Earlier data get
/// them from the journal.
enum WaitingColumns {
  private static let schema = """
    ALTER TABLE dossier ADD COLUMN handed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE dossier ADD COLUMN since INTEGER;
    ALTER TABLE tally RENAME TO earlier_tally;
    CREATE TABLE tally (
      bucket INTEGER NOT NULL, assignee BLOB NOT NULL, decision INTEGER NOT NULL, handed INTEGER NOT NULL,
      due_day INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (bucket, assignee, decision, handed, due_day)) STRICT, WITHOUT ROWID;
    INSERT INTO tally SELECT bucket, assignee, decision, 0, due_day, n FROM earlier_tally;
    DROP TABLE earlier_tally;
    """

  static func add(_ db: Database) throws {
    try db.execute(sql: schema)
    let open = try Row.fetchAll(
      db,
      sql: """
        SELECT rid, id, bucket, assignee, decision, handed, due_key FROM dossier WHERE bucket < \(Bucket.ended.rawValue)
        """)
    for row in open {
      guard let id = DossierID(bytes: row[DossierColumn.id] as Data), let dossier = try JournalReader.dossier(db, id)
      else { continue }
      try db.cachedStatement(sql: "UPDATE dossier SET handed = ?, since = ? WHERE rid = ?").execute(
        arguments: [
          dossier.isHandedOver, dossier.waitingSince?.milliseconds, row[DossierColumn.rid] as Int64,
        ])
      guard dossier.isHandedOver else { continue }
      try Tally.remove(db, row)
      try Tally.add(
        db, 1, bucket: row[DossierColumn.bucket], assignee: row[DossierColumn.assignee],
        decision: row[DossierColumn.decision], handed: true, dueKey: row[DossierColumn.dueKey])
    }
  }
}
