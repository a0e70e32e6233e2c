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

/// The times in which the desk's screen recorded nothing and after which it was opened anew (`DeskOpening`). Only openings while blank
/// receipts lie in the drawer are noted.
extension BlankTable {
  /// The latest ones are enough: a blank receipt is entered when the current is back.
  private static let mostSilences = 50
  /// In place of the sequence number behind which the screen was opened: it was not opened yet.
  private static let notOpened: Int64 = -1

  private static func isUnusedThere(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM blank_receipt b JOIN device_epoch d ON d.epoch = b.epoch AND d.is_current = 1
          WHERE b.struck IS NULL AND NOT \(isUsed))
        """) ?? false
  }

  /// A command is about to record something: the silence began before it, and lasts until the screen is opened and used.
  static func holdSilence(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE OR REPLACE silence SET sequence = \(notOpened)
        WHERE (epoch, sequence) IN (SELECT epoch, last_sequence FROM device_epoch WHERE is_current = 1)
        """)
    guard try isUnusedThere(db) else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO silence SELECT epoch, \(notOpened), last_at FROM device_epoch
        WHERE is_current = 1 AND last_at IS NOT NULL
        """)
  }

  /// Notes that the screen was opened after the last entry.
  static func noteOpening(_ db: Database) throws {
    guard try isUnusedThere(db) else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO silence SELECT d.epoch, d.last_sequence, coalesce(s.last_at, d.last_at)
          FROM device_epoch d LEFT JOIN silence s ON s.epoch = d.epoch AND s.sequence = \(notOpened)
          WHERE d.is_current = 1 AND coalesce(s.last_at, d.last_at) IS NOT NULL;
        DELETE FROM silence WHERE sequence = \(notOpened);
        DELETE FROM silence WHERE (epoch, sequence) NOT IN (
          SELECT s.epoch, s.sequence FROM silence s JOIN device_epoch d ON d.epoch = s.epoch AND d.is_current = 1
          ORDER BY s.sequence DESC LIMIT \(mostSilences));
        """)
  }

  /// The latest one last.
  /// - Parameter isOpening: the screen was opened, which is not noted yet.
  static func silences(
    _ db: Database, until now: Instant, isOpening: Bool = false
  ) throws -> [ClosedRange<Instant>] {
    var silences = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT s.last_at, e.bytes FROM silence s JOIN device_epoch d ON d.epoch = s.epoch AND d.is_current = 1
          LEFT JOIN entry e ON e.epoch_id = d.id AND e.sequence = s.sequence + 1
          WHERE s.sequence <> \(notOpened) ORDER BY s.sequence
          """)
    ).compactMap { row in
      let last = Instant(milliseconds: row[Columns.lastAt])
      let next = try (row[Columns.bytes] as Data?).map { try EntryFormat.decodeTrusted(Array($0)).at } ?? now
      // A clock that was set back leaves nothing between them.
      return last <= next ? last...next : nil
    }
    guard isOpening, try isUnusedThere(db) else { return silences }
    let last = try Int64.fetchOne(
      db,
      sql: """
        SELECT coalesce(s.last_at, d.last_at) FROM device_epoch d
        LEFT JOIN silence s ON s.epoch = d.epoch AND s.sequence = \(notOpened)
        WHERE d.is_current = 1 AND NOT EXISTS (
          SELECT 1 FROM silence o WHERE o.epoch = d.epoch AND o.sequence = d.last_sequence)
        """)
    if let last = last.map({ Instant(milliseconds: $0) }), last <= now { silences.append(last...now) }
    return silences
  }
}

/// The last number on paper.
extension BlankTable {
  /// The highest number of that day on a receipt. The numbers of blank receipts are used as well, but whoever is asked for the last
  /// receipt looks at the last one that was handed over, and the numbering goes on behind both.
  static func lastReceipt(_ db: Database, of agency: String, on date: CivilDate, before last: Int) throws -> Int {
    func code(_ number: Int) -> String { DossierCode.office(agency: agency, date: date, number: number).text }
    let isBlank = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM blank_receipt WHERE code = ?)", arguments: [code(last)])
    guard last > 0, isBlank == true else { return last }
    let highest = try String.fetchOne(
      db,
      sql: """
        SELECT max(c.code) FROM dossier_code c JOIN lane_block l ON CAST(substr(c.code, -4) AS INTEGER) BETWEEN l.first AND l.last
        WHERE c.code BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM blank_receipt b WHERE b.code = c.code)
        """, arguments: [code(1), code(last)])
    return highest.flatMap { Int($0.suffix(4)) } ?? 0
  }
}
