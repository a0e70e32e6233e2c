import DossierDomain
import Foundation
import GRDB

/// The opening hours of the office's reception points. They are a projection of decisions about the office.
enum OpeningTable {
  private enum Columns: String, ColumnExpression {
    case point, days, date, hours, reason, counts
  }

  /// Times are minutes, `420-690+810-1020`; the days of a week are separated by commas.
  static let schema = """
    CREATE TABLE opening_week (point TEXT PRIMARY KEY, days TEXT NOT NULL) STRICT;
    CREATE TABLE opening_day (
      point TEXT NOT NULL, date INTEGER NOT NULL, hours TEXT NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (point, date)) STRICT;
    """

  static let tables = ["opening_week", "opening_day"]

  static func apply(_ db: Database, _ week: OpeningWeek) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO opening_week VALUES (?, ?)",
      arguments: [week.point, week.days.map { text($0) }.joined(separator: ",")])
  }

  static func apply(_ db: Database, _ day: OpeningDay) throws {
    guard let hours = day.day else {
      try db.execute(
        sql: "DELETE FROM opening_day WHERE point = ? AND date = ?", arguments: [day.point, day.date.dayNumber])
      return
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO opening_day VALUES (?, ?, ?, ?, ?)",
      arguments: [day.point, day.date.dayNumber, text(hours), day.reason, day.countsForLimits])
  }

  /// The days whose opening hours count for time limits, as rows of the calendar. The main point's decide for the whole
  /// office; limits do not differ between its villages.
  static func countingDays(_ db: Database) throws -> [CalendarRow] {
    try Row.fetchAll(
      db, sql: "SELECT date, hours, reason FROM opening_day WHERE counts = 1 AND point = ? ORDER BY date",
      arguments: [OpeningHours.mainPoint]
    ).map { row in
      CalendarRow(
        date: CivilDate(dayNumber: row[Columns.date]),
        kind: (row[Columns.hours] as String).isEmpty ? .swappedOff : .swappedWorking, name: row[Columns.reason],
        source: "office")
    }
  }

  /// Nil if nothing was decided about the point, so that the office's working hours apply.
  static func hours(_ db: Database, of point: String, _ office: Office) throws -> OpeningHours? {
    let days = try String.fetchOne(db, sql: "SELECT days FROM opening_week WHERE point = ?", arguments: [point])
    let rows = try Row.fetchAll(
      db, sql: "SELECT date, hours, reason, counts FROM opening_day WHERE point = ?", arguments: [point])
    guard days != nil || !rows.isEmpty else { return nil }
    var hours = OpeningHours(office.workingHours)
    if let days {
      let week = days.split(separator: ",", omittingEmptySubsequences: false).compactMap { day(String($0)) }
      guard let decided = OpeningHours(week: week) else { throw StoreError.damaged("opening_week") }
      hours = decided
    }
    for row in rows {
      guard let day = day(row[Columns.hours]) else { throw StoreError.damaged("opening_day") }
      hours.special[CivilDate(dayNumber: row[Columns.date])] = OpeningHours.SpecialDay(
        day, reason: row[Columns.reason], countsForLimits: row[Columns.counts] && point == OpeningHours.mainPoint)
    }
    return hours
  }

  /// The points about which something was decided.
  static func points(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT point FROM opening_week UNION SELECT point FROM opening_day ORDER BY point")
  }

  private static func text(_ day: OpeningHours.Day) -> String {
    day.periods.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: "+")
  }

  private static func day(_ text: String) -> OpeningHours.Day? {
    var periods: [Range<Int>] = []
    for part in text.split(separator: "+") {
      let bounds = part.split(separator: "-").compactMap { Int($0) }
      guard bounds.count == 2, bounds[0] < bounds[1] else { return nil }
      periods.append(bounds[0]..<bounds[1])
    }
    return OpeningHours.Day(periods)
  }
}
