import DossierDomain
import GRDB

/// Days whose numbers a restored database cannot know completely. Codes of these days are provisional until the clerk
/// has entered the last printed number.
public enum DoubtfulDates {
  public static func createSchema(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS doubtful_date (
          day INTEGER PRIMARY KEY, last_printed INTEGER CHECK (last_printed BETWEEN 0 AND 9999)) STRICT
        """)
  }

  /// A day that was settled before becomes doubtful again, because the second restore does not contain what was entered
  /// after the first.
  static func mark(_ db: Database, _ dates: ClosedRange<CivilDate>) throws {
    try createSchema(db)
    for day in dates.lowerBound.dayNumber...dates.upperBound.dayNumber {
      try db.execute(sql: "INSERT OR REPLACE INTO doubtful_date VALUES (?, NULL)", arguments: [day])
    }
  }

  /// Called when the province has granted numbers that no earlier epoch had.
  static func clear(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM doubtful_date WHERE last_printed IS NULL")
  }

  /// Whether codes of that day must be provisional.
  public static func isDoubtful(_ db: Database, _ date: CivilDate) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT last_printed IS NULL FROM doubtful_date WHERE day = ?", arguments: [date.dayNumber]) ?? false
  }

  /// The days that still wait for their number, oldest first.
  public static func pending(_ db: Database) throws -> [CivilDate] {
    try Int.fetchAll(db, sql: "SELECT day FROM doubtful_date WHERE last_printed IS NULL ORDER BY day")
      .map { CivilDate(dayNumber: $0) }
  }

  /// The highest number of that day as the clerk read it from paper (0 for none); nil if none was entered.
  public static func lastPrinted(_ db: Database, _ date: CivilDate) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT last_printed FROM doubtful_date WHERE day = ?", arguments: [date.dayNumber])
  }

  /// - Parameter number: 0…9999; SQLite rejects others with a constraint.
  public static func setLastPrinted(_ db: Database, _ number: Int, on date: CivilDate) throws {
    try db.execute(
      sql: "UPDATE doubtful_date SET last_printed = ? WHERE day = ?", arguments: [number, date.dayNumber])
  }
}
