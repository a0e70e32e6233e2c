import DossierDomain
import Foundation
import GRDB

/// The numbers of issued papers at this desk: a count for each life of these data and each year, in series.
///
/// A number is taken in the transaction of its entry, so that none is given twice after a kill. A series ends where the same data may
/// go on elsewhere: a copy and a restore are another life; an image of the disk from earlier may know fewer papers than were printed, so
/// a program whose last end was not an ordinary one begins a series (`OrdinaryEnd`); and an image of a machine that was shut down starts on
/// two machines alike, so each start of the machine begins one. In the last case the count goes on.
enum PaperSeries {
  private enum Columns: String, ColumnExpression {
    case series, highest
  }

  static let schema = """
    CREATE TABLE IF NOT EXISTS paper_series (
      epoch BLOB NOT NULL, year INTEGER NOT NULL, series TEXT NOT NULL, highest INTEGER NOT NULL,
      PRIMARY KEY (epoch, year)) STRICT, WITHOUT ROWID;
    """

  /// The setting with the start of the machine in which the last number of a year was taken.
  private static func setting(_ year: Int) -> String { "paper-start \(year)" }

  /// The number that the next paper gets.
  /// - Parameters:
  ///   - start: names the present start of the machine.
  ///   - random: for the name of a series that begins.
  /// - Returns: nil if the series is used up or the clock is beyond the years of a number.
  static func next(_ db: Database, in year: Int, start: String, random: UInt64) throws -> PaperNumber? {
    let last = try last(db, in: year, start: start)
    return PaperNumber(count: last.count + 1, year: year, series: last.series ?? PaperNumber.Series(random: random))
  }

  /// Uses a number up.
  /// - Returns: false if it is not the next one any more: another life has begun since.
  static func take(_ db: Database, _ number: PaperNumber, start: String) throws -> Bool {
    let last = try last(db, in: number.year, start: start)
    guard number.count == last.count + 1, last.series == nil || last.series == number.series else { return false }
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO paper_series
        SELECT epoch, ?, ?, ? FROM device_epoch WHERE is_current = 1
        """
    ).execute(arguments: [number.year, number.series.text, number.count])
    guard db.changesCount == 1 else { return false }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)")
      .execute(arguments: [setting(number.year), start])
    return true
  }

  /// - Returns: no series if the next number begins one.
  private static func last(
    _ db: Database, in year: Int, start: String
  ) throws -> (count: Int, series: PaperNumber.Series?) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT series, highest FROM paper_series
          WHERE year = ? AND epoch = (SELECT epoch FROM device_epoch WHERE is_current = 1)
          """), arguments: [year])
    let before = try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"), arguments: [setting(year)])
    let series = row.flatMap { PaperNumber.Series($0[Columns.series]) }
    return (row?[Columns.highest] ?? 0, before == start ? series : nil)
  }

  /// Begins new series, because papers may carry numbers that are not in these data.
  static func end(_ db: Database) throws { try db.execute(sql: "DELETE FROM paper_series") }

  /// The kernel's name of the present start; empty where there is none, so that all starts are one.
  static func startOfMachine() -> String {
    let name = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()
    return String(decoding: name, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
