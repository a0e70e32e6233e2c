/// The opening hours of the office, in minutes since midnight. They are a setting of the office.
public struct WorkingHours: Hashable, Sendable {
  public var morning: Range<Int>
  public var afternoon: Range<Int>

  public init(morning: Range<Int>, afternoon: Range<Int>) {
    self.morning = morning
    self.afternoon = afternoon
  }

  /// 07:00–11:30 and 13:30–17:00.
  public static let standard = WorkingHours(morning: 420..<690, afternoon: 810..<1020)

  public var openingMinute: Int { morning.lowerBound }
  public var closingMinute: Int { afternoon.upperBound }
  public var minutesPerDay: Int { morning.count + afternoon.count }

  /// Working minutes between two minutes of one day.
  func workingMinutes(from start: Int, to end: Int) -> Int {
    [morning, afternoon].reduce(0) { $0 + max(0, min(end, $1.upperBound) - max(start, $1.lowerBound)) }
  }
}
