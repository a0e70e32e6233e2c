/// What a clerk copies from a filled-in blank receipt.
public struct BlankEntry: Hashable, Sendable {
  public var code: String
  /// The time on the paper, to the minute.
  public var receivedAt: Instant
  /// Why the reception was not recorded at once.
  public var reason: String

  public init(code: String, receivedAt: Instant, reason: String) {
    self.code = code
    self.receivedAt = receivedAt
    self.reason = reason
  }
}

extension BlankEntry {
  /// A typed time on a paper: `9:45`, `9h45`, `9:45 24/11` or `9:45 24/11/2026`. Without a day it is of today, without a year of the
  /// latest such day.
  /// - Returns: nil for any other text.
  public static func moment(_ typed: String, today: CivilDate) -> Instant? {
    let parts = typed.split(whereSeparator: \.isWhitespace)
    guard let time = parts.first, parts.count <= 2 else { return nil }
    let clock = numbers(time, separatedBy: [":", "h", "H", "."])
    guard clock.count == 2, (0...23).contains(clock[0]), (0...59).contains(clock[1]) else { return nil }
    guard let day = parts.count == 1 ? today : date(parts[1], today: today) else { return nil }
    return day.instant(atMinute: clock[0] * 60 + clock[1])
  }

  private static func date(_ text: Substring, today: CivilDate) -> CivilDate? {
    let numbers = numbers(text, separatedBy: ["/", "-", "."])
    guard (2...3).contains(numbers.count) else { return nil }
    if numbers.count == 3 { return CivilDate(year: numbers[2], month: numbers[1], day: numbers[0]) }
    let days = [today.year, today.year - 1].compactMap { CivilDate(year: $0, month: numbers[1], day: numbers[0]) }
    return days.first { $0 <= today }
  }

  /// Empty unless all parts are numbers of at most four digits.
  private static func numbers(_ text: Substring, separatedBy separators: Set<Character>) -> [Int] {
    let parts = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
    let numbers = parts.compactMap { part in
      (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    return numbers.count == parts.count ? numbers : []
  }
}
