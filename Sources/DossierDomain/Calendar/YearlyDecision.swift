/// The days of one year that the yearly decision (Prime Minister, Ministry of Home Affairs) lists: holidays, rest days that
/// make up for them, and working days exchanged for Saturdays. Where it speaks of a day, the default gives way; a weekday
/// that a default takes off is worked again by a row "worked" (LAM_BU).
public struct YearlyDecision: Hashable, Sendable {
  public enum Fault: Error, Hashable, Sendable {
    /// The calendar does not cover the year.
    case yearUnknown(Int)
    case ofAnotherYear(CivilDate)
    case twice(CivilDate)
    case tooManyRows(maximum: Int)
    /// A name or a source, in characters.
    case textTooLong(CivilDate, maximum: Int)
  }

  public static let mostRows = 100
  public static let longestText = 200

  public let year: Int
  /// By date. None takes an earlier decision back: the defaults hold again.
  public let rows: [CalendarRow]

  public init(year: Int, rows: [CalendarRow]) throws(Fault) {
    guard Holidays.years.contains(year) else { throw .yearUnknown(year) }
    guard rows.count <= Self.mostRows else { throw .tooManyRows(maximum: Self.mostRows) }
    let sorted = rows.sorted { $0.date < $1.date }
    for (place, row) in sorted.enumerated() {
      guard row.date.year == year else { throw .ofAnotherYear(row.date) }
      guard place == 0 || sorted[place - 1].date < row.date else { throw .twice(row.date) }
      guard row.name.count <= Self.longestText, row.source.count <= Self.longestText else {
        throw .textTooLong(row.date, maximum: Self.longestText)
      }
    }
    self.year = year
    self.rows = sorted
  }
}
