/// Tells a scanner or a paste from a hand: 8 or more printable keys within 50 ms are a burst.
///
/// A printable key changes the screen at once; what it would write is held until `settled`. Pure: times are handed in,
/// in milliseconds.
public struct BurstGate: Sendable {
  public enum Verdict: Hashable, Sendable {
    /// The first key of what may become a burst: keep the state from before it.
    case first
    /// One more; not yet a burst.
    case more
    /// It is a burst: go back to the state before the first key; these are all keys so far.
    case burst(String)
    /// The burst goes on.
    case continuation
  }

  public static let window: Int64 = 50
  public static let minimum = 8

  private var keys = ""
  private var startedAt: Int64 = 0
  private var lastAt: Int64 = 0
  private var isBurst = false

  public init() {}

  /// Something is held, until this time.
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

  /// The window passed, or another key ended it: what was held may be written.
  public mutating func settle() {
    keys = ""
    isBurst = false
  }
}
