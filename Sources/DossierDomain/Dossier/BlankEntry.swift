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

/// A time as somebody has typed it from a paper.
public enum TypedTime: Hashable, Sendable {
  case at(Instant)
  /// It has no day, and may be of these days; if there are none, nothing is known that would tell the day.
  case dayMissing([CivilDate])
}

extension BlankEntry {
  /// A typed time on a paper: `9:45`, `9h45`, `9:45 24/11` or `9:45 24/11/2026`. Without a year it is of the latest such day. Without a
  /// day it is of the only day on which the desk was silent at that time; which of several it was is never guessed.
  /// - Parameters:
  ///   - silences: of this desk, as far as they are known.
  ///   - printedOn: the day in the paper's code; nil if it cannot be read.
  /// - Returns: nil for any other text.
  public static func time(
    _ typed: String, today: CivilDate, silences: [ClosedRange<Instant>], printedOn: CivilDate?
  ) -> TypedTime? {
    let parts = typed.split(whereSeparator: \.isWhitespace)
    guard let time = parts.first, parts.count <= 2 else { return nil }
    let clock = numbers(time, separatedBy: [":", "h", "H", "."])
    guard clock.count == 2, (0...23).contains(clock[0]), (0...59).contains(clock[1]) else { return nil }
    let minute = clock[0] * 60 + clock[1]
    if parts.count == 2 { return date(parts[1], today: today).map { .at($0.instant(atMinute: minute)) } }
    let first = printedOn ?? today.adding(days: -mostDaysBack)
    let days = Set(silences.flatMap { silentDays(of: $0, atMinute: minute, from: first, through: today) }).sorted()
    return days.count == 1 ? .at(days[0].instant(atMinute: minute)) : .dayMissing(days)
  }

  /// A paper that lay longer in the drawer is entered with its day.
  private static let mostDaysBack = 30

  private static func silentDays(
    of silence: ClosedRange<Instant>, atMinute minute: Int, from first: CivilDate, through last: CivilDate
  ) -> [CivilDate] {
    let begins = max(first, silence.lowerBound.civilDate, last.adding(days: -mostDaysBack))
    guard begins <= last else { return [] }
    return (begins.dayNumber...last.dayNumber).map(CivilDate.init(dayNumber:)).filter { day in
      let at = day.instant(atMinute: minute)
      return silence.lowerBound.startOfMinute <= at && at <= silence.upperBound
    }
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
