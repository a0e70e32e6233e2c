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

/// The public holidays of 2024–2031 as data. Lunar dates are computed at UTC+7 (domain facts 6). The days that the
/// Prime Minister decides each year are defaults here, and the rows of his decision replace them.
enum Holidays {
  static let years = 2024...2031

  /// First day of the lunar year and 10th of the 3rd lunar month: (month, day) by year from 2024.
  private static let newYear = [(2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13), (2, 2), (1, 23)]
  private static let hungKings = [(4, 18), (4, 7), (4, 26), (4, 16), (4, 4), (4, 23), (4, 12), (4, 1)]

  static func rows(restsOn24November: Bool) -> [CalendarRow] {
    var rows: [CalendarRow] = []
    for year in years {
      let index = year - years.lowerBound
      func add(_ month: Int, _ day: Int, shift: Int = 0, _ name: String, _ source: String) {
        guard let date = CivilDate(year: year, month: month, day: day) else { return }
        rows.append(CalendarRow(date: date.adding(days: shift), kind: .holiday, name: name, source: source))
      }
      let law = "BLLĐ Đ.112"
      add(1, 1, "Tết Dương lịch", law)
      for shift in -1...3 {
        add(
          newYear[index].0, newYear[index].1, shift: shift, "Tết Âm lịch",
          "\(law); mặc định: ngày cuối năm cũ đến mùng 4")
      }
      add(hungKings[index].0, hungKings[index].1, "Giỗ Tổ Hùng Vương", law)
      add(4, 30, "Ngày Chiến thắng", law)
      add(5, 1, "Quốc tế Lao động", law)
      add(9, 2, "Quốc khánh", law)
      add(9, 2, shift: -1, "Quốc khánh", "\(law); mặc định: ngày liền trước")
      if restsOn24November {
        add(11, 24, "Ngày Văn hóa Việt Nam", "NQ 80 Bộ Chính trị (2026); cài đặt của đơn vị")
      }
    }
    return rows + compensations(for: rows)
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
