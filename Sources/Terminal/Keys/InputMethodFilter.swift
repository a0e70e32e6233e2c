/// Finds the key that was pressed where an input method outside (UniKey, IBus) recomposes letters of a command.
///
/// Such a method takes back what it typed with backspaces and sends the letters anew: u, then backspace and ú, is U and
/// then S. Letters that are only sent again are dropped; the one that changed tells the key. Pure: times are handed in,
/// in milliseconds. For command mode only; text fields take the letters as they are.
public struct InputMethodFilter: Sendable {
  /// The method outside, a setting.
  public enum Method: Hashable, Sendable { case telex, vni, none }

  /// Letters this soon after a backspace belong to it, whatever the read boundary.
  public static let window: Int64 = 50
  private static let maximumHistory = 8

  public var method: Method
  private var history: [Character] = []
  /// What the backspaces took back, in writing order; nil where it was typed too long ago to know.
  private var takenBack: [Character?] = []
  private var takenBackAt: Int64 = 0

  public init(method: Method) {
    self.method = method
  }

  /// The key as pressed, or nil for a backspace and for letters that are only sent again.
  public mutating func receive(_ key: Key, at now: Int64) -> Key? {
    switch key {
    case .backspace:
      if now - takenBackAt > Self.window { takenBack = [] }
      takenBack.insert(history.popLast(), at: 0)
      takenBack = Array(takenBack.suffix(Self.maximumHistory))
      takenBackAt = now
      return nil
    case .character(let letter):
      return receive(letter, at: now).map { .character($0) }
    default:
      history = []
      takenBack = []
      return key
    }
  }

  private mutating func receive(_ letter: Character, at now: Int64) -> Character? {
    history = (history + [letter]).suffix(Self.maximumHistory)
    let parts = VietnameseLetter(letter)
    if now - takenBackAt > Self.window { takenBack = [] }
    guard method != .none, !takenBack.isEmpty else { return parts?.base ?? letter }
    let former = takenBack.removeFirst()
    guard former != letter, let parts else { return nil }
    let before = former.flatMap(VietnameseLetter.init)
    if let tone = parts.tone, tone != before?.tone { return tone.key(method) }
    if let shape = parts.shape, shape != before?.shape { return shape.key(method, base: parts.base) }
    return nil
  }
}
