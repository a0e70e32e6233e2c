import DossierDomain
import VietnameseText

/// A date as a cell contains it, before it is known in which order the column writes day and month.
///
/// Understood are `dd/mm/yyyy` and `mm/dd/yyyy` with `/`, `-` or `.`, ISO 8601 with time and zone, the numbers by which
/// spreadsheets count days, dates in Vietnamese words ("ngày 05 tháng 02 năm 2026") and with English names of months,
/// each with a time before or after it.
struct WrittenDate: Hashable {
  enum Day: Hashable {
    /// The order is certain.
    case certain(CivilDate)
    /// Two numbers of at most two digits before the year.
    case ordered(first: Int, second: Int, year: Int)
    /// Days since the beginning of a spreadsheet's calendar.
    case serial(Int)
  }

  /// The two calendars of spreadsheets: day 1 is 31 December 1899 as they count today, or 2 January 1904.
  enum SerialBase: Hashable, Sendable {
    case year1900
    case year1904

    /// The day of the number 0.
    var start: CivilDate {
      switch self {
      case .year1900: CivilDate(dayNumber: -25_569)
      case .year1904: CivilDate(dayNumber: -24_107)
      }
    }
  }

  var day: Day
  /// Minutes since midnight in the office's time; nil if the cell has no time. A date at 00:00 is how software writes a
  /// date without one. With a zone it may be negative or above a day.
  var minutes: Int?

  /// Nil if the text is not exactly one date.
  init?(_ text: String) {
    // Each form has a digit.
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    if let common = CommonDate(text)?.date {
      self = common
      return
    }
    if let serial = Self.serial(text) {
      self = serial
      return
    }
    var scanner = DateScanner(text)
    guard let date = scanner.date() else { return nil }
    self = date
  }

  init(day: Day, minutes: Int?) {
    self.day = day
    self.minutes = minutes == 0 ? nil : minutes
  }

  func civilDate(_ order: DateOrder, _ base: SerialBase) -> CivilDate? {
    switch day {
    case .certain(let date): date
    case .ordered(let first, let second, let year):
      switch order {
      case .dayFirst: CivilDate(year: year, month: second, day: first)
      case .monthFirst: CivilDate(year: year, month: first, day: second)
      }
    case .serial(let days): base.start.adding(days: days)
    }
  }

  /// - Parameter defaultTime: minutes since midnight for a date without a time: the opening of the office for a
  ///   reception, its closing for an appointment or a result.
  func instant(_ order: DateOrder, _ base: SerialBase, defaultTime: Int) -> Instant? {
    civilDate(order, base).map { $0.instant(atMinute: minutes ?? defaultTime) }
  }

  /// Whether the two orders read it as different days.
  var hasTwoReadings: Bool {
    guard case .ordered(let first, let second, _) = day else { return false }
    return first != second && first <= 12 && second <= 12
  }

  /// With day and month of a real date exchanged, where that gives a day.
  var exchanged: WrittenDate {
    guard case .certain = day, let swapped else { return self }
    return WrittenDate(day: swapped, minutes: minutes)
  }

  /// The other day that the same numbers could be; nil if there is none.
  var swapped: Day? {
    switch day {
    case .certain(let date):
      let (year, month, day) = date.components
      return month == day || day > 12 ? nil : CivilDate(year: year, month: day, day: month).map { .certain($0) }
    case .ordered(let first, let second, let year):
      return first == second ? nil : .ordered(first: second, second: first, year: year)
    case .serial: return nil
    }
  }

  /// Why a text is no date.
  static func fault(of text: String) -> RegisterProblem.Reason {
    let shown = String(text.prefix(80))
    if case .digitsLost = SpreadsheetNumber(text) { return .dateDigitsLost(shown) }
    let numbers = text.split { "/-.\\".contains($0) }
    let hasForm = numbers.count == 3 && numbers.allSatisfy { isDigits($0) && [1, 2, 4].contains($0.count) }
    return hasForm ? .dateImpossible(shown) : .dateUnreadable(shown)
  }

  /// Numbers of days from 1995 to 2100, with a time as their fraction.
  private static func serial(_ text: String) -> WrittenDate? {
    let start = text.utf8.prefix(6)
    guard start.count >= 5, start.prefix(5).allSatisfy({ (0x30...0x39).contains($0) }),
      start.count == 5 || start.last == UInt8(ascii: ".") || start.last == UInt8(ascii: ",")
    else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count <= 2, parts[0].utf8.count == 5, parts.allSatisfy({ !$0.isEmpty && isDigits($0) }),
      let days = Int(parts[0]),
      (34_700...73_415).contains(days)
    else { return nil }
    guard parts.count == 2, let fraction = Double("0." + parts[1].prefix(15)) else {
      return WrittenDate(day: .serial(days), minutes: nil)
    }
    // The last moment of a day is written for its end, not for the next one.
    return WrittenDate(day: .serial(days), minutes: min(1439, Int((fraction * 1440).rounded())))
  }
}
