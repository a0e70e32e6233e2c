import DossierDomain

/// Computes the Vietnamese lunar calendar astronomically: new moons and solar terms at UTC+7 (Meeus's series, as in Hồ
/// Ngọc Đức's published algorithm). It is part of the tests only, where it checks the table of holidays independently.
enum LunarCalendar {
  /// The civil date of a lunar day of a month that is no leap month; `year` is the year in which the lunar year begins.
  static func civilDate(lunarDay: Int, lunarMonth: Int, year: Int) -> CivilDate {
    // The 11th month holds the winter solstice; the new year is the month after next, or one later after a leap month.
    let first = eleventhMonth(of: year - 1)
    let next = eleventhMonth(of: year)
    let index = Int((Double(first) - 2_415_021.076998695) / 29.530588853 + 0.5)
    var offset = (lunarMonth + 1) % 12
    if next - first > 365, offset >= leapMonth(after: index) { offset += 1 }
    return CivilDate(dayNumber: newMoon(index + offset) + lunarDay - 1 - 2_440_588)
  }

  private static let timeZone = 7.0

  /// Julian day number of the `k`th new moon since 1 January 1900, at UTC+7.
  private static func newMoon(_ k: Int) -> Int {
    let t = Double(k) / 1236.85
    let (t2, t3) = (t * t, t * t * t)
    let mean =
      2_415_020.75933 + 29.53058868 * Double(k) + 0.0001178 * t2 - 0.000000155 * t3
      + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
    let sun = 359.2242 + 29.10535608 * Double(k) - 0.0000333 * t2 - 0.00000347 * t3
    let moon = 306.0253 + 385.81691806 * Double(k) + 0.0107306 * t2 + 0.00001236 * t3
    let latitude = 21.2964 + 390.67050646 * Double(k) - 0.0016528 * t2 - 0.00000239 * t3
    var correction = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun)
    correction += -0.4068 * sine(moon) + 0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon)
    correction += 0.0104 * sine(2 * latitude) - 0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon)
    correction += 0.0004 * sine(2 * latitude + sun) - 0.0004 * sine(2 * latitude - sun)
    correction +=
      -0.0006 * sine(2 * latitude + moon) + 0.0010 * sine(2 * latitude - moon) + 0.0005 * sine(2 * moon + sun)
    let dynamicalTime = -0.000278 + 0.000265 * t + 0.000262 * t2
    return Int((mean + correction - dynamicalTime + 0.5 + timeZone / 24).rounded(.down))
  }

  /// Which twelfth of its way the sun is in at the start of a civil day: 0 from the March equinox.
  private static func sunSector(_ dayNumber: Int) -> Int {
    let t = (Double(dayNumber) - 2_451_545.5 - timeZone / 24) / 36_525
    let anomaly = 357.52910 + 35_999.05030 * t - 0.0001559 * t * t
    let centre =
      (1.914600 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000290 * sine(3 * anomaly)
    let longitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t + centre
    let turns = longitude / 360
    return Int((turns - turns.rounded(.down)) * 12)
  }

  private static func eleventhMonth(of year: Int) -> Int {
    let lastDay = (CivilDate(year: year, month: 12, day: 31)?.dayNumber ?? 0) + 2_440_588
    let k = Int(Double(lastDay - 2_415_021) / 29.530588853)
    let start = newMoon(k)
    return sunSector(start) >= 9 ? newMoon(k - 1) : start
  }

  /// The first month without a principal solar term, counted from the 11th month.
  private static func leapMonth(after index: Int) -> Int {
    var offset = 1
    var last = -1
    var sector = sunSector(newMoon(index + offset))
    repeat {
      last = sector
      offset += 1
      sector = sunSector(newMoon(index + offset))
    } while sector != last && offset < 14
    return offset - 1
  }

  /// The sine of an angle in degrees, by its series, because the tests use no Foundation either.
  private static func sine(_ degrees: Double) -> Double {
    let turns = degrees / 360
    let x = (turns - turns.rounded()) * 2 * Double.pi
    var term = x
    var sum = x
    for n in 1...20 {
      term *= -x * x / Double((2 * n) * (2 * n + 1))
      sum += term
    }
    return sum
  }
}
