/// Distinguishes a scanner or a paste from a hand: 8 or more printable keys within 50 ms are a burst.
///
/// A printable key changes the screen at once, but its writes are held until the gate settles. The type is pure: times
/// are arguments, in milliseconds.
public struct BurstGate: Sendable {
  public enum Verdict: Hashable, Sendable {
    /// The first key of a possible burst: the caller keeps the state from before it.
    case first
    /// One more key; not yet a burst.
    case more
    /// It is a burst: the caller returns to the state before the first key, unless it knows the keys for a hand's that a slow line has
    /// brought together. The text holds all keys so far.
    case burst(String)
    /// A further key of the burst.
    case continuation
  }

  public static let window: Int64 = 50
  public static let minimum = 8

  private var keys = ""
  private var startedAt: Int64 = 0
  private var lastAt: Int64 = 0
  private var isBurst = false

  public init() {}

  /// Effects are held until this time; nil if none are.
  public var deadline: Int64? { keys.isEmpty ? nil : (isBurst ? lastAt : startedAt) + Self.window }

  public mutating func receive(_ key: Character, at now: Int64) -> Verdict {
    if let deadline, now > deadline { settle() }
    lastAt = now
    keys.append(key)
    if isBurst { return .continuation }
    if keys.count == 1 {
      startedAt = now
      return .first
    }
    guard keys.count >= Self.minimum else { return .more }
    isBurst = true
    return .burst(keys)
  }

  /// Ends the window, because its time has passed or another key came. The held effects may be released.
  public mutating func settle() {
    keys = ""
    isBurst = false
  }
}
