/// A date of birth as civil-status papers have it: whole, only month and year, or only the year (domain facts 9).
public enum BirthDate {
  /// The text as it is stored and printed: `dd/mm/yyyy`, `mm/yyyy`, `yyyy` or empty.
  ///
  /// Understood are "25/11/1998", "25.11.98", "25111998", "251198", "11/1998", "1998" and "00/00/1998". A year of two
  /// digits from 30 on is one of the last century.
  /// - Returns: nil if there is no such day.
  public static func normalised(_ text: String) -> String? {
    let parts = text.split { "/-. ".contains($0) }
    guard parts.count <= 3, parts.allSatisfy({ isDigits($0) }) else { return nil }
    switch parts.count {
    case 0: return ""
    case 1: return withoutSeparators(parts[0])
    case 2: return joined(day: 0, month: Int(parts[0]), year: year(parts[1], digits: [4]))
    default:
      guard parts[0].count <= 2, parts[1].count <= 2 else { return nil }
      return joined(day: Int(parts[0]), month: Int(parts[1]), year: year(parts[2], digits: [2, 4]))
    }
  }

  /// Whether the text is a date of birth that no further digit continues. "251119" may become "25111998", and "2011" may
  /// be the 20th of November.
  public static func isWhole(_ text: String) -> Bool {
    isPlausible(text) && !(0...99).contains { isPlausible(text + ($0 < 10 ? "0\($0)" : "\($0)")) }
  }

  private static func isPlausible(_ text: String) -> Bool {
    guard let birth = normalised(text), let year = Int(birth.suffix(4)) else { return false }
    return (1900...2099).contains(year)
  }

  /// - Parameter birth: as `normalised` returns it.
  public static func isInFuture(_ birth: String, today: CivilDate) -> Bool {
    let numbers = birth.split(separator: "/").compactMap { Int($0) }
    let (year, month, day) = today.components
    switch numbers.count {
    case 1: return numbers[0] > year
    case 2: return (numbers[1], numbers[0]) > (year, month)
    case 3: return (numbers[2], numbers[1], numbers[0]) > (year, month, day)
    default: return false
    }
  }

  /// The days that it may be; nil without a date, or for one outside the calendar.
  /// - Parameter birth: as `normalised` returns it.
  public static func days(_ birth: String) -> ClosedRange<CivilDate>? {
    guard let first = firstDay(birth), let last = lastDay(birth), first <= last else { return nil }
    return first...last
  }

  /// The first day that it may be; nil without a date, or for one outside the calendar.
  /// - Parameter birth: as `normalised` returns it.
  static func firstDay(_ birth: String) -> CivilDate? {
    let numbers = birth.split(separator: "/").reversed().compactMap { Int($0) }
    guard let year = numbers.first else { return nil }
    return CivilDate(year: year, month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1)
  }

  /// The last day that it may be; nil without a date, or for one outside the calendar.
  /// - Parameter birth: as `normalised` returns it.
  static func lastDay(_ birth: String) -> CivilDate? {
    let numbers = birth.split(separator: "/").compactMap { Int($0) }
    switch numbers.count {
    case 1: return CivilDate(year: numbers[0], month: 12, day: 31)
    case 2: return CivilDate(year: numbers[1], month: numbers[0], day: 1)?.adding(months: 1).adding(days: -1)
    case 3: return CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
    default: return nil
    }
  }

  /// `yyyy`, `ddmmyyyy`, `ddmmyy` or `mmyyyy`. The last two differ, because no month is 19 or 20.
  private static func withoutSeparators(_ digits: Substring) -> String? {
    let second = digits.dropFirst(2)
    switch digits.count {
    case 4: return joined(day: 0, month: 0, year: year(digits, digits: [4]))
    case 6:
      return joined(day: Int(digits.prefix(2)), month: Int(second.prefix(2)), year: year(digits.suffix(2), digits: [2]))
        ?? joined(day: 0, month: Int(digits.prefix(2)), year: year(second, digits: [4]))
    case 8:
      return joined(day: Int(digits.prefix(2)), month: Int(second.prefix(2)), year: year(digits.suffix(4), digits: [4]))
    default: return nil
    }
  }

  private static func year(_ text: Substring, digits: Set<Int>) -> Int? {
    guard digits.contains(text.count), let number = Int(text) else { return nil }
    return text.count == 4 ? number : number + (number < 30 ? 2000 : 1900)
  }

  /// A day or month of 0 is one that nobody knows.
  private static func joined(day: Int?, month: Int?, year: Int?) -> String? {
    guard let day, let month, let year, (1800...9999).contains(year) else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if month == 0 { return day == 0 ? "\(year)" : nil }
    guard (1...12).contains(month) else { return nil }
    if day == 0 { return "\(two(month))/\(year)" }
    // Leap years repeat after 400 years, and the calendar begins in 1900.
    guard CivilDate(year: year < 1900 ? year + 400 : year, month: month, day: day) != nil else { return nil }
    return "\(two(day))/\(two(month))/\(year)"
  }
}
