import DossierDomain
import Foundation
import GRDB

/// The numbers of issued papers at this desk: a count for each life of these data and each year, in a series of its own.
///
/// A number is taken in the transaction of its entry, so that none is given twice after a kill. A copy and a restore are another
/// life and begin another series; so does a program whose last end was not an ordinary one (`OrdinaryEnd`), because an image of the
/// disk from earlier may know fewer papers than were printed.
enum PaperSeries {
  private enum Columns: String, ColumnExpression {
    case series, highest
  }

  static let schema = """
    CREATE TABLE IF NOT EXISTS paper_series (
      epoch BLOB NOT NULL, year INTEGER NOT NULL, series TEXT NOT NULL, highest INTEGER NOT NULL,
      PRIMARY KEY (epoch, year)) STRICT, WITHOUT ROWID;
    """

  /// The number that the next paper gets.
  /// - Parameter random: for the name of a series that begins.
  /// - Returns: nil if the series is used up or the clock is beyond the years of a number.
  static func next(_ db: Database, in year: Int, random: UInt64) throws -> PaperNumber? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT series, highest FROM paper_series
          WHERE year = ? AND epoch = (SELECT epoch FROM device_epoch WHERE is_current = 1)
          """), arguments: [year])
    let series = row.flatMap { PaperNumber.Series($0[Columns.series]) } ?? PaperNumber.Series(random: random)
    return PaperNumber(count: (row?[Columns.highest] ?? 0) + 1, year: year, series: series)
  }

  /// Uses a number up.
  /// - Returns: false if it is not the next one any more: another life has begun since.
  static func take(_ db: Database, _ number: PaperNumber) throws -> Bool {
    guard let next = try next(db, in: number.year, random: 0), next.count == number.count,
      next.count == 1 || next.series == number.series
    else { return false }
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO paper_series
        SELECT epoch, ?, ?, ? FROM device_epoch WHERE is_current = 1
        """
    ).execute(arguments: [number.year, number.series.text, number.count])
    return db.changesCount == 1
  }

  /// Begins new series, because papers may carry numbers that are not in these data.
  static func end(_ db: Database) throws { try db.execute(sql: "DELETE FROM paper_series") }
}
