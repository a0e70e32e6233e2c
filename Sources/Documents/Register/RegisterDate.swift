import DossierDomain

/// Parses the dates of a register: `dd/mm/yyyy` with an optional time before or after it, `-` or `.` instead of `/`,
/// and `yyyy-mm-dd` as spreadsheets write it.
enum RegisterDate {
  /// - Parameter defaultTime: minutes since midnight for a date without a time: the opening of the office for a
  ///   reception, its closing for an appointment or a result.
  /// - Returns: nil if the text is not exactly one date.
  static func parse(_ text: String, defaultTime: Int) -> Instant? {
    var date: CivilDate?
    var minutes: Int?
    for part in text.split(whereSeparator: { $0 == " " || $0 == "T" || $0 == "," }) {
      if part.contains(":") {
        guard minutes == nil, let time = time(part) else { return nil }
        minutes = time
      } else {
        guard date == nil, let day = day(part) else { return nil }
        date = day
      }
    }
    guard let date else { return nil }
    return date.instant(atMinute: minutes ?? defaultTime)
  }

  private static func day(_ text: Substring) -> CivilDate? {
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let month = parts[1], let last = parts[2] else { return nil }
    return first > 31
      ? CivilDate(year: first, month: month, day: last) : CivilDate(year: last, month: month, day: first)
  }

  /// Minutes since midnight of `HH:mm` or `HH:mm:ss`.
  private static func time(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1] else { return nil }
    if parts.count == 3 {
      guard let second = parts[2], (0..<60).contains(second) else { return nil }
    }
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    return hour * 60 + minute
  }
}
