extension CivilDate {
  /// Reads `d/m/yyyy` or `dd/mm/yyyy` (also with `-` or `.`), or `yyyy-mm-dd`; nil for anything else.
  public init?(text: some StringProtocol) {
    guard let separator = text.first(where: { "/-.".contains($0) }) else { return nil }
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    if separator == "-", parts[0].utf8.count == 4 {
      guard let year = number(parts[0], digits: 4...4), let month = number(parts[1], digits: 2...2),
        let day = number(parts[2], digits: 2...2)
      else { return nil }
      self.init(year: year, month: month, day: day)
    } else {
      guard let day = number(parts[0], digits: 1...2), let month = number(parts[1], digits: 1...2),
        let year = number(parts[2], digits: 4...4)
      else { return nil }
      self.init(year: year, month: month, day: day)
    }
  }
}

extension Instant {
  /// Reads `yyyy-mm-dd`, with `THH:mm[:ss[.fff]]` and `Z` or an offset `±HH:mm` if given; the default offset is +07:00.
  public init?(iso8601 text: String) {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "T" || $0 == " " })
    guard let first = parts.first, parts.count <= 2, first.dropFirst(4).first == "-", let date = CivilDate(text: first)
    else { return nil }
    guard parts.count == 2 else {
      self = date.instant(atMinute: 0)
      return
    }
    guard let (clock, offset) = Self.withoutOffset(parts[1]), let milliseconds = Self.millisecondsOfClock(clock)
    else { return nil }
    let start = date.instant(atMinute: Self.vietnamOffsetMinutes - offset)
    self.init(milliseconds: start.milliseconds + milliseconds)
  }

  private static let vietnamOffsetMinutes = Int(offset / 60_000)

  /// The text of the clock, and the offset of its zone from UTC in minutes.
  private static func withoutOffset(_ text: Substring) -> (clock: Substring, minutes: Int)? {
    if text.hasSuffix("Z") { return (text.dropLast(), 0) }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, vietnamOffsetMinutes) }
    let parts = text[text.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let minutes = minutesOfDay(parts[0], parts[1]) else { return nil }
    return (text[..<sign], text[sign] == "+" ? minutes : -minutes)
  }

  /// Milliseconds since midnight of `HH:mm[:ss[.fff]]`.
  private static func millisecondsOfClock(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let minutes = minutesOfDay(parts[0], parts[1]) else { return nil }
    guard parts.count == 3 else { return Int64(minutes) * 60_000 }
    let seconds = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = number(seconds[0], digits: 2...2), whole < 60 else { return nil }
    var thousandths = 0
    if seconds.count == 2 {
      guard number(seconds[1], digits: 1...9) != nil else { return nil }
      thousandths = number((seconds[1] + "00").prefix(3), digits: 3...3) ?? 0
    }
    return Int64(minutes) * 60_000 + Int64(whole * 1000 + thousandths)
  }

  private static func minutesOfDay(_ hour: Substring, _ minute: Substring) -> Int? {
    guard let hour = number(hour, digits: 2...2), let minute = number(minute, digits: 2...2), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}

/// The value of a text of this many digits 0–9; nil if it contains a sign, a blank or digits of other scripts.
private func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
  guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(text)
}
