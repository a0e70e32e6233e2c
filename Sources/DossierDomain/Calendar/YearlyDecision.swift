/// The days of one year that the yearly decision (Prime Minister, Ministry of Home Affairs) lists: holidays, rest days that
/// make up for them, and working days exchanged for Saturdays. Where it speaks of a day, the default gives way; a weekday
/// that a default takes off is worked again by a row "worked" (LAM_BU).
public struct YearlyDecision: Hashable, Sendable {
  public enum Fault: Error, Hashable, Sendable {
    /// No year, or, where people enter it, one that the calendar does not cover.
    case yearUnknown(Int)
    case ofAnotherYear(CivilDate)
    case twice(CivilDate)
    case tooManyRows(maximum: Int)
    /// A name or a source, in characters.
    case textTooLong(CivilDate, maximum: Int)
  }

  public static let mostRows = 100
  /// In characters; and in bytes three times as many, which Vietnamese letters take at most.
  public static let longestText = 200

  public let year: Int
  /// By date. None takes an earlier decision back: the defaults hold again.
  public let rows: [CalendarRow]

  /// Also of years that only a newer version's calendar covers: an entry stays readable.
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

  /// As people enter it.
  public static func entered(year: Int, rows: [CalendarRow]) throws(Fault) -> YearlyDecision {
    guard WorkingCalendar.years.contains(year) else { throw .yearUnknown(year) }
    return try YearlyDecision(year: year, rows: rows)
  }

  private static func isShort(_ text: String) -> Bool {
    text.utf8.count <= longestText * 3 && text.count <= longestText
  }
}
