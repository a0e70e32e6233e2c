import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// What clerks typed and did not record: one row for each draft. Backups do not contain it.
enum DraftTable {
  private enum Columns: String, ColumnExpression {
    case clerk, form, dossier, content
  }

  /// An empty `dossier` means that the draft concerns no dossier. The seat that earlier versions stored as a whole is
  /// one draft.
  static let schema = """
    CREATE TABLE draft (
      clerk BLOB NOT NULL, form TEXT NOT NULL, dossier BLOB NOT NULL, changed_at INTEGER NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY (clerk, form, dossier)) STRICT;
    INSERT INTO draft SELECT clerk, 'desk', x'', CAST(strftime('%s', 'now') AS INTEGER) * 1000, state FROM desk_state;
    DROP TABLE desk_state;
    """

  /// - Returns: the drafts that were changed within the kept days.
  static func kept(_ db: Database, of clerk: ClerkID, at now: Instant) throws -> [Draft] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT form, dossier, content FROM draft WHERE clerk = ? AND changed_at >= ? ORDER BY form, dossier"),
      arguments: [Data(clerk.bytes), oldest(db, now)]
    ).map { draft($0) }
  }

  private static func draft(_ row: Row) -> Draft {
    Draft(
      form: row[Columns.form], dossier: DossierID(bytes: row[Columns.dossier] as Data),
      content: Array(row[Columns.content] as Data))
  }

  /// Replaces the drafts of a clerk. A draft that did not change keeps its day.
  static func replace(_ db: Database, _ drafts: [Draft], of clerk: ClerkID, at now: Instant) throws {
    let before = Set(try kept(db, of: clerk, at: now))
    let erased = before.subtracting(drafts).filter { old in
      !drafts.contains { $0.form == old.form && $0.dossier == old.dossier }
    }
    for draft in erased {
      try db.cachedStatement(sql: "DELETE FROM draft WHERE clerk = ? AND form = ? AND dossier = ?")
        .execute(arguments: [Data(clerk.bytes), draft.form, Data(draft.dossier?.bytes ?? [])])
    }
    for draft in drafts where !before.contains(draft) {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [
          Data(clerk.bytes), draft.form, Data(draft.dossier?.bytes ?? []), now.milliseconds, Data(draft.content),
        ])
    }
    try eraseOld(db, at: now)
  }

  /// Erases what anybody has typed for the declarations of a dossier. A seat with such a screen is erased as a whole: its clerk begins at
  /// the queue.
  static func eraseDeclarations(_ db: Database, of dossier: DossierID) throws {
    try db.execute(sql: "PRAGMA secure_delete = ON")
    for row in try Row.fetchAll(db, sql: "SELECT clerk, form, dossier, content FROM draft") {
      guard draft(row).isOfDeclaration(of: dossier) else { continue }
      try db.execute(
        sql: "DELETE FROM draft WHERE clerk = ? AND form = ? AND dossier = ?",
        arguments: [row[Columns.clerk] as Data, row[Columns.form] as String, row[Columns.dossier] as Data])
    }
  }

  static func hasOld(_ db: Database, at now: Instant) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE changed_at < ?)", arguments: [oldest(db, now)]) ?? false
  }

  static func eraseOld(_ db: Database, at now: Instant) throws {
    try db.cachedStatement(sql: "DELETE FROM draft WHERE changed_at < ?").execute(arguments: [oldest(db, now)])
    // A later time comes from a period in which the clock was wrong; such a draft gets the latest possible time.
    let latest = max(now.milliseconds, try lastEntryAt(db) ?? 0)
    try db.cachedStatement(sql: "UPDATE draft SET changed_at = ?1 WHERE changed_at > ?1").execute(arguments: [latest])
  }

  /// Removes all drafts from a copy of the database that others may receive.
  static func empty(_ copy: Database) throws {
    try copy.execute(sql: "PRAGMA secure_delete = ON; DELETE FROM draft")
  }

  /// The earliest time that is kept. It is counted from the last entry if the clock is ahead of it, so that a clock
  /// that shows 2030 one morning erases nothing. An office that records nothing for a month therefore keeps its drafts
  /// until its next entry.
  private static func oldest(_ db: Database, _ now: Instant) throws -> Int64 {
    min(now.milliseconds, try lastEntryAt(db) ?? .max) - Int64(Draft.keptDays) * 86_400_000
  }

  /// The time of the last entry in this machine's own journal.
  private static func lastEntryAt(_ db: Database) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT last_at FROM device_epoch WHERE is_current = 1"))
  }
}
