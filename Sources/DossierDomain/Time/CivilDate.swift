/// A day of the calendar, without a time zone. Stored as days since 1 January 1970.
public struct CivilDate: Hashable, Comparable, Sendable {
  public let dayNumber: Int

  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// Nil if there is no such day. Years 1900 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    // Days from civil (Howard Hinnant's algorithm): years begin in March, so that the leap day is the last day.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  public var year: Int { components.year }

  /// 1 Monday … 7 Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }
  public var isWeekend: Bool { weekday >= 6 }

  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day of a later month, or its last day if it is shorter.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let later = year * 12 + month - 1 + months
    let (laterYear, laterMonth) = (later / 12, later % 12 + 1)
    let last = Self.days(in: laterMonth, of: laterYear)
    return CivilDate(year: laterYear, month: laterMonth, day: min(day, last)) ?? self
  }

  public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate {
  /// `dd/mm/yyyy`
  public var slashed: String {
    let (year, month, day) = components
    return "\(twoDigits(day))/\(twoDigits(month))/\(year)"
  }

  /// `dd/mm`
  public var dayAndMonth: String { String(slashed.prefix(5)) }

  /// `yyyy-mm-dd`
  public var iso8601: String {
    let (year, month, day) = components
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// `yyMMdd`, as in dossier codes.
  public var compact: String {
    let (year, month, day) = components
    return "\(twoDigits(year % 100))\(twoDigits(month))\(twoDigits(day))"
  }

  /// The day of this century whose `compact` is the text; nil if there is none.
  public init?(compact text: some StringProtocol) {
    guard text.utf8.count == 6, isDigits(text), let number = Int(text) else { return nil }
    self.init(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}

public func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
