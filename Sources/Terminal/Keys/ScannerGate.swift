/// Tells a scanner, which types like a keyboard, from a hand: its keys come faster than anybody types.
///
/// The gate knows nothing of codes: it says that a burst has ended, by Enter or Tab or by a pause, and the caller looks at
/// its text. So a pasted text and what an input method composes are bursts without the form of a code. The type is pure:
/// times are arguments, in milliseconds.
public struct ScannerGate: Sendable {
  public enum Verdict: Hashable, Sendable {
    /// The first key of a possible burst: the caller keeps the state from before it.
    case begins
    case continues
    /// The key ends a burst, and belongs to it if its text is a code.
    case ends(String)
    /// The key is no part of a burst.
    case other
  }

  /// Without Enter, a burst has ended when nothing came for so long.
  public static let pause: Int64 = 150
  /// Until it is one, a pause as long as this begins it anew: a key of the clerk shortly before is no part of it.
  private static let beginning: Int64 = 40
  /// The average time between two keys; a hand needs 60 and more.
  private static let pace: Int64 = 20
  /// So many keys at that pace are hardly a hand's.
  private static let fewest = 4
  /// The shortest code.
  public static let minimum = 11
  public static let maximum = 4096

  private var keys = String.UnicodeScalarView()
  private var count = 0
  private var startedAt: Int64 = 0
  private var lastAt: Int64 = 0

  public init() {}

  /// The keys so far came at a scanner's pace, so that what they caused may have to be taken back.
  public var isFast: Bool { count >= Self.fewest && lastAt - startedAt <= Int64(count - 1) * Self.pace }

  /// The time after which the burst has ended; nil while a hand types.
  public var deadline: Int64? { isFast ? lastAt + Self.pause : nil }

  /// What came at a scanner's pace; nil if it is too short. Alt with a digit is ESC with the digit, Backspace is U+0008.
  private var burst: String? {
    isFast && (Self.minimum...Self.maximum).contains(count) ? String(keys) : nil
  }

  public mutating func receive(_ key: Key, at now: Int64) -> Verdict {
    if count > 0, now - lastAt > (isFast ? Self.pause : Self.beginning) { clear() }
    switch key {
    case .character(let character): return add(character.unicodeScalars, now)
    // Alt codes and an input method between the scanner and the program only change a burst that has begun.
    case .alt(let digit) where digit.isASCII && digit.isNumber && isFast:
      return add(("\u{1B}" + String(digit)).unicodeScalars, now)
    case .backspace where isFast: return add("\u{8}".unicodeScalars, now)
    case .enter, .tab:
      let text = burst
      clear()
      return text.map { .ends($0) } ?? .other
    default:
      clear()
      return .other
    }
  }

  private mutating func add(_ scalars: some Sequence<Unicode.Scalar>, _ now: Int64) -> Verdict {
    count += 1
    lastAt = now
    // A longer text is no code, and its beginning is enough to know that.
    if count <= Self.maximum { keys.append(contentsOf: scalars) }
    guard count == 1 else { return .continues }
    startedAt = now
    return .begins
  }

  /// The text of a burst that has ended by a pause; nil if there is none, or not yet.
  public mutating func end(at now: Int64) -> String? {
    guard let deadline, now > deadline else { return nil }
    defer { clear() }
    return burst
  }

  public mutating func clear() {
    (keys, count) = (String.UnicodeScalarView(), 0)
  }
}
