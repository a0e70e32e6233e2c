import DossierDomain
import Screens
import Terminal

/// The steps between keys and effects that are the same on a terminal and in a script: bursts, echoes of input methods,
/// held effects, answers.
struct Composer {
  private(set) var app: App
  private var gate = BurstGate()
  private var filter: InputMethodFilter
  private var beforeBurst: App?
  /// The effects that the keys of a possible burst would cause; they are released once it is clear that a hand pressed
  /// the keys.
  private var held: [Effect] = []
  /// Until this time a letter belongs to the backspaces of another input method.
  private var composesUntil: Int64?

  init(app: App, inputMethod: Settings.InputMethodSetting) {
    self.app = app
    let method: InputMethodFilter.Method =
      switch inputMethod {
      case .none: .none
      case .telex: .telex
      case .vni: .vni
      }
    filter = InputMethodFilter(method: method)
  }

  /// The time at which held effects are released, on the clock of the `at` of `receive`; nil if none are held.
  var deadline: Int64? { gate.deadline }

  /// - Parameters:
  ///   - at: milliseconds of a monotonic clock.
  ///   - now: the wall clock.
  /// - Returns: the effects to run now.
  mutating func receive(_ input: KeyDecoder.Input, at: Int64, now: Instant) -> [Effect] {
    switch input {
    case .ground: return []
    case .paste(let text): return settle() + app.update(.text(text), now: now)
    case .key(let key):
      let isCommandMode = !app.isTyping
      // Where the program composes letters itself, a scanner's burst must come as it was sent.
      let mayBeBurst = isCommandMode || gate.deadline != nil || app.session.typing.isOn
      let isComposed = !isCommandMode && isComposed(key, at)
      guard case .character(let character) = key, mayBeBurst, !isComposed else {
        let released = settle()
        guard isCommandMode else {
          return released + app.update(isComposed ? .composed(key) : .key(key), now: now)
        }
        return released + (filter.receive(key, at: at).map { app.update(.key($0), now: now) } ?? [])
      }
      return receivePrintable(character, isCommandMode, at, now)
    }
  }

  /// Whether another input method sends the letter: directly after it has removed some, which no hand does.
  private mutating func isComposed(_ key: Key, _ at: Int64) -> Bool {
    guard key != .backspace else {
      composesUntil = at + InputMethodFilter.window
      return false
    }
    guard case .character = key, let until = composesUntil, at <= until else {
      composesUntil = nil
      return false
    }
    composesUntil = at + InputMethodFilter.window
    return true
  }

  private mutating func receivePrintable(_ character: Character, _ isCommandMode: Bool, _ at: Int64, _ now: Instant)
    -> [Effect]
  {
    var released: [Effect] = []
    if let deadline = gate.deadline, at > deadline { released = settle() }
    switch gate.receive(character, at: at) {
    case .first:
      beforeBurst = app
      held = []
    case .more: break
    case .burst(let text):
      if let beforeBurst { app = beforeBurst }
      held = []
      return released + app.update(.text(text), now: now)
    case .continuation: return released + app.update(.text(String(character)), now: now)
    }
    let meant = isCommandMode ? filter.receive(.character(character), at: at) : .character(character)
    guard let meant else { return released }
    let effects = app.update(.key(meant), now: now)
    held += effects.filter(\.waitsForAHand)
    return released + effects.filter { !$0.waitsForAHand }
  }

  /// No burst followed, so the held effects are released.
  mutating func settle() -> [Effect] {
    gate.settle()
    beforeBurst = nil
    defer { held = [] }
    return held
  }

  mutating func receive(_ answer: Answer, now: Instant) -> [Effect] {
    // The copy of the state from before the burst must receive the answer too.
    _ = beforeBurst?.update(.answered(answer), now: now)
    return app.update(.answered(answer), now: now)
  }

  mutating func start() -> [Effect] { app.start() }
  mutating func update(_ event: Event, now: Instant) -> [Effect] { app.update(event, now: now) }
  mutating func run(line: String, now: Instant) -> [Effect] { app.run(line: line, now: now) }
}
