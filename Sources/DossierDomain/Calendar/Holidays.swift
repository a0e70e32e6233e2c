/// One row of the working calendar that is not an ordinary weekday or weekend.
public struct CalendarRow: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Public holiday (NGHI_LE; Labour Code, Đ.112).
    case holiday = "NGHI_LE"
    /// Compensatory rest for a holiday on a weekly rest day (NGHI_BU; Đ.111.3).
    case compensatory = "NGHI_BU"
    /// A working day exchanged for a Saturday (NGHI_HOAN_DOI).
    case swappedOff = "NGHI_HOAN_DOI"
    /// The Saturday that is worked in exchange (LAM_BU).
    case swappedWorking = "LAM_BU"
  }

  public var date: CivilDate
  public var kind: Kind
  public var name: String
  /// The decision or article that is the source; the yearly decision overrides rows with the source "default".
  public var source: String

  public init(date: CivilDate, kind: Kind, name: String, source: String) {
    self.date = date
    self.kind = kind
    self.name = name
    self.source = source
  }

  public var isDayOff: Bool { kind != .swappedWorking }
}

/// The public holidays of 2024–2031 as data. Lunar dates are computed at UTC+7 (domain facts 6). Where the Prime
/// Minister's decision of a year is known, its days are the defaults; an office's own yearly decisions replace them.
enum Holidays {
  static let years = 2024...2031

  /// First day of the lunar year and 10th of the 3rd lunar month: (month, day) by year from 2024.
  private static let newYear = [(2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13), (2, 2), (1, 23)]
  private static let hungKings = [(4, 18), (4, 7), (4, 26), (4, 16), (4, 4), (4, 23), (4, 12), (4, 1)]

  /// - Parameter decisions: the office's yearly decisions. Each takes the place of the defaults of its dates, and of
  ///   all defaults of a holiday whose days it names.
  static func rows(decisions: [CalendarRow]) -> [CalendarRow] {
    var defaults: [CalendarRow] = []
    for year in years {
      let decided = (known[year] ?? []) + decisions.filter { $0.date.year == year }
      let holidays = holidays(of: year).filter { !isReplaced($0, by: decided) }
      defaults += holidays + compensations(for: holidays).filter { !isReplaced($0, by: decided) } + (known[year] ?? [])
    }
    return defaults.filter { !isReplaced($0, by: decisions) } + decisions
  }

  private static func holidays(of year: Int) -> [CalendarRow] {
    var rows: [CalendarRow] = []
    let index = year - years.lowerBound
    func add(_ month: Int, _ day: Int, shift: Int = 0, _ name: String, _ source: String) {
      guard let date = CivilDate(year: year, month: month, day: day) else { return }
      rows.append(CalendarRow(date: date.adding(days: shift), kind: .holiday, name: name, source: source))
    }
    let law = "BLLĐ Đ.112"
    add(1, 1, "Tết Dương lịch", law)
    for shift in -1...3 {
      add(newYear[index].0, newYear[index].1, shift: shift, tet, "\(law); mặc định: ngày cuối năm cũ đến mùng 4")
    }
    add(hungKings[index].0, hungKings[index].1, "Giỗ Tổ Hùng Vương", law)
    add(4, 30, "Ngày Chiến thắng", law)
    add(5, 1, "Quốc tế Lao động", law)
    add(9, 2, "Quốc khánh", law)
    add(9, 2, shift: -1, "Quốc khánh", "\(law); mặc định: ngày liền trước")
    // In force from 1 July 2026.
    if year >= 2026 { add(11, 24, "Ngày Văn hóa Việt Nam", "NQ 28/2026/QH16") }
    return rows
  }

  private static let tet = "Tết Âm lịch"

  /// Whether a decision speaks about the day of a default. A decision about Tết names all its days, so it takes the
  /// place of every default day of that Tết. One that names the day before or behind 2 September has chosen between
  /// them.
  private static func isReplaced(_ row: CalendarRow, by decided: [CalendarRow]) -> Bool {
    if decided.contains(where: { $0.date == row.date }) { return true }
    let off = decided.filter(\.isDayOff).map(\.date)
    if let days = daysAroundTet(row.date), off.count(where: { days.contains($0.dayNumber) }) >= 3 { return true }
    let beside = [1, 3].compactMap { CivilDate(year: row.date.year, month: 9, day: $0) }
    return beside.contains(row.date) && off.contains(where: beside.contains)
  }

  /// The days to which a Tết can extend, if the date is one of them.
  private static func daysAroundTet(_ date: CivilDate) -> ClosedRange<Int>? {
    guard years.contains(date.year) else { return nil }
    let (month, day) = newYear[date.year - years.lowerBound]
    guard let first = CivilDate(year: date.year, month: month, day: day)?.dayNumber else { return nil }
    let days = first - 10...first + 12
    return days.contains(date.dayNumber) ? days : nil
  }

  static var publishedYears: Set<Int> { Set(known.keys) }

  /// The decisions of 2024 to 2026 as they were published (domain facts 6).
  private static let known: [Int: [CalendarRow]] = [
    2024: rows(
      2024, "thông báo năm 2024", tet: [(2, 8), (2, 9), (2, 10), (2, 11), (2, 12), (2, 13), (2, 14)],
      swapped: [((4, 29), (5, 4))]),
    2025: rows(
      2025, "thông báo năm 2025", tet: [(1, 27), (1, 28), (1, 29), (1, 30), (1, 31)], swapped: [((5, 2), (4, 26))]),
    2026: rows(2026, "12729/VPCP-KGVX", tet: [], swapped: [((1, 2), (1, 10))])
      + rows(2026, "9441/TB-BNV", tet: [], swapped: [((8, 31), (8, 22))]),
  ]

  /// - Parameter swapped: a working day that is off, and the Saturday that is worked for it.
  private static func rows(
    _ year: Int, _ source: String, tet days: [(Int, Int)], swapped: [(off: (Int, Int), worked: (Int, Int))]
  ) -> [CalendarRow] {
    func row(_ day: (Int, Int), _ kind: CalendarRow.Kind, _ name: String) -> CalendarRow? {
      CivilDate(year: year, month: day.0, day: day.1).map {
        CalendarRow(date: $0, kind: kind, name: name, source: source)
      }
    }
    let swaps = swapped.flatMap { swap in
      [
        row(swap.off, .swappedOff, "Đổi sang \(twoDigits(swap.worked.1))/\(twoDigits(swap.worked.0))"),
        row(swap.worked, .swappedWorking, "Làm thay \(twoDigits(swap.off.1))/\(twoDigits(swap.off.0))"),
      ]
    }
    return (days.map { row($0, .holiday, tet) } + swaps).compactMap(\.self)
  }

  /// A holiday on a weekly rest day makes the next working day a day off (Labour Code, Đ.111.3).
  private static func compensations(for holidays: [CalendarRow]) -> [CalendarRow] {
    var taken = holidays.map(\.date)
    return holidays.sorted { $0.date < $1.date }.filter(\.date.isWeekend).map { holiday in
      var date = holiday.date
      while date.isWeekend || taken.contains(date) { date = date.adding(days: 1) }
      taken.append(date)
      return CalendarRow(date: date, kind: .compensatory, name: "Nghỉ bù \(holiday.name)", source: "BLLĐ Đ.111.3")
    }
  }
}
