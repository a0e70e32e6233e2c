/// A moment: milliseconds since 1 January 1970 UTC.
public struct Instant: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Vietnam's offset in milliseconds. It is fixed, because civil dates must not depend on the machine's time zone.
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
  /// The moment on this day at +07:00. `minute` may be 1440, the end of the day.
  public func instant(atMinute minute: Int) -> Instant {
    Instant(milliseconds: Int64(dayNumber) * Instant.day - Instant.offset + Int64(minute) * 60_000)
  }
}

func clockText(_ minute: Int) -> String { "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))" }

extension Int64 {
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
