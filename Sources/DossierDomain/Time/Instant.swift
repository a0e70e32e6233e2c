/// A moment: milliseconds since 1 January 1970 UTC.
public struct Instant: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Vietnam's offset, fixed: civil dates never follow the machine's zone.
  static let offset: Int64 = 7 * 3_600_000
  static let day: Int64 = 86_400_000

  public var civilDate: CivilDate {
    CivilDate(dayNumber: Int((milliseconds + Self.offset).flooredQuotient(by: Self.day)))
  }

  /// Minutes since local midnight, 0…1439.
  public var minuteOfDay: Int {
    Int((milliseconds + Self.offset - Int64(civilDate.dayNumber) * Self.day) / 60_000)
  }

  /// `HH:mm`
  public var civilTime: String { clockText(minuteOfDay) }

  /// `HH:mm dd/mm/yyyy`
  public var clockAndDate: String { "\(civilTime) \(civilDate.slashed)" }

  /// `yyyy-mm-ddTHH:mm:ss+07:00`
  public var iso8601: String {
    let second = Int((milliseconds + Self.offset).flooredQuotient(by: 1000) % 60)
    return "\(civilDate.iso8601)T\(civilTime):\(twoDigits((second + 60) % 60))+07:00"
  }

  public func adding(minutes: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(minutes) * 60_000) }

  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

extension CivilDate {
  /// The moment on this day at +07:00. `minute` may be 1440: the end of the day.
  public func instant(atMinute minute: Int) -> Instant {
    Instant(milliseconds: Int64(dayNumber) * Instant.day - Instant.offset + Int64(minute) * 60_000)
  }
}

extension Instant {
  /// Reads `yyyy-mm-dd`, with `THH:mm[:ss[.fff]]` and `Z` or an offset if given; +07:00 when none is.
  public init?(iso8601 text: String) {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "T" || $0 == " " })
    guard let first = parts.first, parts.count <= 2, first.count == 10, let date = CivilDate(text: first) else { return nil }
    guard parts.count == 2 else {
      self = date.instant(atMinute: 0)
      return
    }
    var clock = parts[1]
    var shift = 0
    if clock.hasSuffix("Z") {
      clock.removeLast()
      shift = 420
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let minutes = minutesOfClock(clock[clock.index(after: sign)...]) else { return nil }
      shift = 420 - (clock[sign] == "+" ? minutes : -minutes)
      clock = clock[..<sign]
    }
    let pieces = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard pieces.count == 2 || pieces.count == 3, let minute = minutesOfClock(pieces.prefix(2).joined(separator: ":")[...])
    else { return nil }
    var seconds = 0
    if pieces.count == 3 {
      guard let value = Double(pieces[2]), (0..<60).contains(value) else { return nil }
      seconds = Int(value * 1000)
    }
    self.init(milliseconds: date.instant(atMinute: minute + shift).milliseconds + Int64(seconds))
  }
}

func clockText(_ minute: Int) -> String { "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))" }

/// Minutes since midnight of `HH:mm`.
func minutesOfClock(_ text: Substring) -> Int? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
  guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour), (0..<60).contains(minute)
  else { return nil }
  return hour * 60 + minute
}

extension Int64 {
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
