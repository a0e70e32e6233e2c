import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// The table of the clerks' statements.
enum StatementRows {
  enum Delivery: Int {
    case new, underWay, told
    /// Not made here: it came from the province.
    case received
  }

  static func keep(_ db: Database, _ statement: ClerkStatement, delivery: Delivery) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        Data(statement.epoch.bytes), Data(statement.clerk.bytes), statement.first, statement.last,
        Data(statement.confirmedBytes), Data(statement.signature), delivery.rawValue,
      ])
  }

  static let columns = "epoch, clerk, first, last, confirmed, signature"

  private enum Columns: String, ColumnExpression {
    case epoch, clerk, first, last, confirmed, signature
  }

  static func statement(_ row: Row) -> ClerkStatement? {
    guard let epoch = DeviceEpoch(bytes: row[Columns.epoch] as Data),
      let clerk = ClerkID(bytes: row[Columns.clerk] as Data)
    else { return nil }
    return ClerkStatement(
      clerk: clerk, epoch: epoch, first: row[Columns.first], last: row[Columns.last],
      confirmed: ClerkStatement.confirmed(Array(row[Columns.confirmed] as Data)),
      signature: Array(row[Columns.signature] as Data))
  }

  static func all(_ db: Database, of epoch: DeviceEpoch) throws -> [ClerkStatement] {
    try Row.fetchAll(
      db, sql: "SELECT \(columns) FROM statement WHERE epoch = ? ORDER BY first", arguments: [Data(epoch.bytes)]
    ).compactMap(statement)
  }

  // MARK: Sending

  /// The limits for statements in one request and for the entries that they span together, because the province reads
  /// all these entries. The confirmed entries are limited too, because a message may name only so many.
  private static let mostTold = 64
  private static let mostSpanned: Int64 = 2 * ClerkStatement.longestSpan

  /// The statements to send: those whose entries the province has, or gets with the same request.
  /// - Parameter known: for each own epoch, the last entry that it then has.
  static func toTell(_ db: Database, known: [DeviceEpoch: Int64]) throws -> [ClerkStatement] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT \(columns) FROM statement WHERE delivery < 2 ORDER BY epoch, first LIMIT ?",
      arguments: [mostTold])
    var spanned: Int64 = 0
    var confirmed = 0
    return rows.compactMap(statement).filter { $0.last <= known[$0.epoch] ?? 0 }.prefix { statement in
      spanned += statement.last - statement.first + 1
      confirmed += statement.confirmed.count
      return spanned <= mostSpanned && confirmed <= ClerkStatement.mostConfirmed
    }
  }

  static func markUnderWay(_ db: Database, _ statements: [ClerkStatement]) throws {
    for statement in statements {
      try db.execute(
        sql: "UPDATE statement SET delivery = 1 WHERE epoch = ? AND first = ? AND clerk = ? AND delivery = 0",
        arguments: [Data(statement.epoch.bytes), statement.first, Data(statement.clerk.bytes)])
    }
  }

  /// Called after an answer: marks those sent statements as received whose entries the province has acknowledged.
  static func markTold(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE statement SET delivery = 2 WHERE delivery = 1
        AND last <= (SELECT acknowledged FROM device_epoch d WHERE d.epoch = statement.epoch AND is_own = 1)
        """)
  }

  /// Deletes statements about entries after the end of an earlier epoch. These entries have new references, so the old
  /// statements prove nothing; they are made again for the new references. That holds for those too that seemed to have
  /// arrived, because the province had as many entries, which the other copy wrote. The other copy's statements stay, as far
  /// as it is known that they are: earlier versions did not note it.
  static func dropBeyondEnds(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM statement WHERE delivery < 3
        AND last > (SELECT last_sequence FROM device_epoch d WHERE d.epoch = statement.epoch AND is_own = 1 AND is_current = 0)
        """)
  }

  /// Marks all statements as unsent, because the province was restored and may have lost them.
  static func forgetTold(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE statement SET delivery = 0 WHERE epoch IN (SELECT epoch FROM device_epoch WHERE is_own = 1)")
  }
}
