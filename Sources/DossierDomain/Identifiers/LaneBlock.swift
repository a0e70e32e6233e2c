/// A range of the numbers 0001–9999 of every day, including both ends, that one epoch may give out.
public struct LaneBlock: Hashable, Sendable, Comparable {
  public let first: Int
  public let last: Int

  /// Nil unless 1 ≤ first ≤ last ≤ 9999.
  public init?(first: Int, last: Int) {
    guard first >= 1, first <= last, last <= 9999 else { return nil }
    self.first = first
    self.last = last
  }

  public var count: Int { last - first + 1 }
  public var range: ClosedRange<Int> { first...last }

  public static func < (left: Self, right: Self) -> Bool { (left.first, left.last) < (right.first, right.last) }

  public func overlaps(_ other: LaneBlock) -> Bool { first <= other.last && other.first <= last }
}
