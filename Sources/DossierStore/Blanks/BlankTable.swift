import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// The blank receipts that this desk has printed, beside the entries that say so. They belong to one life of these data, like the
/// lanes: after a restore or in a copy nobody knows whether another machine has used them.
enum BlankTable {
  private enum Columns: String, ColumnExpression {
    case code, struck, used, bytes
    case isCurrent = "is_current"
    case printedAt = "printed_at"
    case lastAt = "last_at"
  }

  static let schema = """
    CREATE TABLE blank_receipt (
      code TEXT PRIMARY KEY, epoch BLOB NOT NULL, printed_at INTEGER NOT NULL, struck TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE silence (
      epoch BLOB NOT NULL, sequence INTEGER NOT NULL, last_at INTEGER NOT NULL,
      PRIMARY KEY (epoch, sequence)) STRICT, WITHOUT ROWID;
    """

  /// More are not listed.
  static let mostListed = 2000

  static func insert(_ db: Database, _ blanks: BlankReceipts, at now: Instant) throws {
    for code in blanks.codes {
      try db.cachedStatement(
        sql: "INSERT INTO blank_receipt SELECT ?, epoch, ?, NULL FROM device_epoch WHERE is_current = 1"
      ).execute(arguments: [code.text, now.milliseconds])
    }
  }

  /// Whether a dossier bears the code of a blank `b`. A void one has left it (`Dossier.leavesItsBlank`): the citizen still has the
  /// paper. One whose reception the province keeps back is void for the time being.
  private static let isUsed = """
    EXISTS (
      SELECT 1 FROM dossier_code c JOIN dossier d ON d.rid = c.rid
      WHERE c.code = b.code AND (d.void = 0 OR d.held > 0))
    """

  /// The latest ones first; with a code, that one.
  static func receipts(_ db: Database, code: String? = nil) throws -> [BlankReceipt] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT b.code, b.printed_at, b.struck, \(isUsed) AS used,
            EXISTS (SELECT 1 FROM device_epoch d WHERE d.epoch = b.epoch AND d.is_current = 1) AS is_current
          FROM blank_receipt b WHERE b.code = coalesce(?, b.code) ORDER BY b.printed_at DESC, b.code LIMIT ?
          """), arguments: [code, mostListed]
    ).map { row in
      let state: BlankReceipt.State =
        if row[Columns.used] {
          .used
        } else if let reason = row[Columns.struck] as String? {
          .struck(reason: reason)
        } else {
          row[Columns.isCurrent] ? .unused : .ofEarlierLife
        }
      return BlankReceipt(
        code: DossierCode(row[Columns.code], origin: .office),
        printedAt: Instant(milliseconds: row[Columns.printedAt]), state: state)
    }
  }

  static func strike(_ db: Database, _ blanks: BlankReceipts, reason: String) throws {
    for code in blanks.codes {
      try db.execute(sql: "UPDATE blank_receipt SET struck = ? WHERE code = ?", arguments: [reason, code.text])
    }
  }
}

/// The times in which a desk recorded nothing and after which its program was opened anew. Only openings while blank receipts lie
/// in the drawer are noted, so that no other start writes.
extension BlankTable {
  /// The latest ones are enough: a blank receipt is entered when the current is back.
  private static let mostSilences = 50

  /// Whether an opening has to be noted.
  static func owesSilence(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM blank_receipt b JOIN device_epoch d ON d.epoch = b.epoch AND d.is_current = 1
          WHERE b.struck IS NULL AND NOT \(isUsed)
            AND NOT EXISTS (SELECT 1 FROM silence s WHERE s.epoch = d.epoch AND s.sequence = d.last_sequence))
        """) ?? false
  }

  /// Notes that the program was opened after the last entry.
  static func noteOpening(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO silence SELECT epoch, last_sequence, last_at FROM device_epoch
        WHERE is_current = 1 AND last_at IS NOT NULL;
        DELETE FROM silence WHERE (epoch, sequence) NOT IN (
          SELECT s.epoch, s.sequence FROM silence s JOIN device_epoch d ON d.epoch = s.epoch AND d.is_current = 1
          ORDER BY s.sequence DESC LIMIT \(mostSilences));
        """)
  }

  /// The latest one last.
  static func silences(_ db: Database, until now: Instant) throws -> [ClosedRange<Instant>] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT s.last_at, e.bytes FROM silence s JOIN device_epoch d ON d.epoch = s.epoch AND d.is_current = 1
          LEFT JOIN entry e ON e.epoch_id = d.id AND e.sequence = s.sequence + 1 ORDER BY s.sequence
          """)
    ).compactMap { row in
      let last = Instant(milliseconds: row[Columns.lastAt])
      let next = try (row[Columns.bytes] as Data?).map { try EntryFormat.decodeTrusted(Array($0)).at } ?? now
      // A clock that was set back leaves nothing between them.
      return last <= next ? last...next : nil
    }
  }
}
