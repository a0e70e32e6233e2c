/// The days of one year that the yearly decision (Prime Minister, Ministry of Home Affairs) lists: holidays,
/// compensatory rest days, and working days exchanged for Saturdays. Its rows override the defaults; a row "worked"
/// (LAM_BU) makes a weekday that a default takes off a working day again.
public struct YearlyDecision: Hashable, Sendable {
  public enum Fault: Error, Hashable, Sendable {
    /// The year is not valid or, in entered data, outside the calendar.
    case yearUnknown(Int)
    case ofAnotherYear(CivilDate)
    case twice(CivilDate)
    case tooManyRows(maximum: Int)
    /// A name or a source is too long, in characters.
    case textTooLong(CivilDate, maximum: Int)
  }

  public static let mostRows = 100
  /// In characters. The limit in bytes is three times as high, because a Vietnamese letter takes at most three bytes.
  public static let longestText = 200

  public let year: Int
  /// Sorted by date. If empty, it revokes an earlier decision and the defaults apply again.
  public let rows: [CalendarRow]

  /// Accepts years that only the calendar of a newer version covers, so that its entries stay readable.
  public init(year: Int, rows: [CalendarRow]) throws(Fault) {
    guard (1900...9999).contains(year) else { throw .yearUnknown(year) }
    guard rows.count <= Self.mostRows else { throw .tooManyRows(maximum: Self.mostRows) }
    let sorted = rows.sorted { $0.date < $1.date }
    for (place, row) in sorted.enumerated() {
      guard row.date.year == year else { throw .ofAnotherYear(row.date) }
      guard place == 0 || sorted[place - 1].date < row.date else { throw .twice(row.date) }
      guard Self.isShort(row.name), Self.isShort(row.source) else {
        throw .textTooLong(row.date, maximum: Self.longestText)
      }
    }
    self.year = year
    self.rows = sorted
  }

  /// Checks a decision that people enter.
  public static func entered(year: Int, rows: [CalendarRow]) throws(Fault) -> YearlyDecision {
    guard WorkingCalendar.years.contains(year) else { throw .yearUnknown(year) }
    return try YearlyDecision(year: year, rows: rows)
  }

  private static func isShort(_ text: String) -> Bool {
    text.utf8.count <= longestText * 3 && text.count <= longestText
  }
}
