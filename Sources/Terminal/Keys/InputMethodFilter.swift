/// Finds the pressed key if an external input method (UniKey, IBus) recomposes the letters of commands.
///
/// Such a method removes letters with backspaces and sends them again: u, then backspace and ú, mean U and then S.
/// Letters that are only repeated are dropped; the letter that changed shows the key. The type is pure: times are
/// arguments, in milliseconds. It is used in command mode only; text fields receive the letters unchanged.
public struct InputMethodFilter: Sendable {
  /// The external input method; a setting.
  public enum Method: Hashable, Sendable { case telex, vni, none }

  /// Letters that arrive within this time after a backspace belong to it, even in another read.
  public static let window: Int64 = 50
  private static let maximumHistory = 8

  public var method: Method
  private var history: [Character] = []
  /// The letters that the backspaces removed, in the order of writing; nil for a letter that was typed too long ago.
  private var takenBack: [Character?] = []
  private var takenBackAt: Int64 = 0

  public init(method: Method) {
    self.method = method
  }

  /// The pressed key; nil for a backspace and for letters that are only repeated.
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
