import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// What was typed and not recorded: one row a draft. No backup has it.
enum DraftTable {
  private enum Columns: String, ColumnExpression {
    case form, dossier, content
  }

  /// A dossier of no bytes stands for none. What earlier versions kept of a desk is one draft of it.
  static let schema = """
    CREATE TABLE draft (
      clerk BLOB NOT NULL, form TEXT NOT NULL, dossier BLOB NOT NULL, changed_at INTEGER NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY (clerk, form, dossier)) STRICT;
    INSERT INTO draft SELECT clerk, 'desk', x'', CAST(strftime('%s', 'now') AS INTEGER) * 1000, state FROM desk_state;
    DROP TABLE desk_state;
    """

  /// - Returns: those that were changed in the last days.
  static func kept(_ db: Database, of clerk: ClerkID, at now: Instant) throws -> [Draft] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT form, dossier, content FROM draft WHERE clerk = ? AND changed_at >= ? ORDER BY form, dossier"),
      arguments: [Data(clerk.bytes), oldest(db, now)]
    ).map { row in
      Draft(
        form: row[Columns.form], dossier: DossierID(bytes: row[Columns.dossier] as Data),
        content: Array(row[Columns.content] as Data))
    }
  }

  /// Makes these all that is kept of a clerk. What did not change keeps its day.
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

  static func hasOld(_ db: Database, at now: Instant) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE changed_at < ?)", arguments: [oldest(db, now)]) ?? false
  }

  static func eraseOld(_ db: Database, at now: Instant) throws {
    try db.cachedStatement(sql: "DELETE FROM draft WHERE changed_at < ?").execute(arguments: [oldest(db, now)])
    // From a time in which the clock was ahead: they are as old as they can be.
    let latest = max(now.milliseconds, try lastEntryAt(db) ?? 0)
    try db.cachedStatement(sql: "UPDATE draft SET changed_at = ?1 WHERE changed_at > ?1").execute(arguments: [latest])
  }

  /// Leaves none in a copy of the database that others may come to have.
  static func empty(_ copy: Database) throws {
    try copy.execute(sql: "PRAGMA secure_delete = ON; DELETE FROM draft")
  }

  /// Counted from the last entry where the clock is ahead of it: a clock that stands in 2030 one morning erases nothing, and
  /// an office that records nothing for a month keeps what was typed until it does.
  private static func oldest(_ db: Database, _ now: Instant) throws -> Int64 {
    min(now.milliseconds, try lastEntryAt(db) ?? .max) - Int64(Draft.keptDays) * 86_400_000
  }

  /// By this machine's own journal.
  private static func lastEntryAt(_ db: Database) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT last_at FROM device_epoch WHERE is_current = 1"))
  }
}
