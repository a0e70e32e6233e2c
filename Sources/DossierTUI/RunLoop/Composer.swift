import DossierDomain
import Screens
import Terminal

/// Everything between keys and effects that is the same in a terminal and in a script: bursts, input-method echoes, what
/// is held back, answers.
struct Composer {
  private(set) var app: App
  private var gate = BurstGate()
  private var filter: InputMethodFilter
  private var beforeBurst: App?
  /// What keys of a possible burst would write; let go when it was a hand's.
  private var held: [Effect] = []

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

  /// When something is held: until then, on the clock of `take`'s `at`.
  var deadline: Int64? { gate.deadline }

  /// - Parameters:
  ///   - at: milliseconds of a clock that never jumps.
  ///   - now: the wall clock.
  /// - Returns: what is to be run now.
  mutating func receive(_ input: KeyDecoder.Input, at: Int64, now: Instant) -> [Effect] {
    switch input {
    case .paste(let text): return settle() + app.update(.text(text), now: now)
    case .key(let key):
      let isCommandMode = !app.isTyping
      guard case .character(let character) = key, isCommandMode || gate.deadline != nil else {
        let released = settle()
        guard isCommandMode else { return released + app.update(.key(key), now: now) }
        return released + (filter.receive(key, at: at).map { app.update(.key($0), now: now) } ?? [])
      }
      return receivePrintable(character, isCommandMode, at, now)
    }
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
    held += effects.filter(\.writesJournal)
    return released + effects.filter { !$0.writesJournal }
  }

  /// No burst followed: what was held may be written.
  mutating func settle() -> [Effect] {
    gate.settle()
    beforeBurst = nil
    defer { held = [] }
    return held
  }

  mutating func receive(_ answer: Answer, now: Instant) -> [Effect] {
    // The state from before a burst must know of it too.
    _ = beforeBurst?.update(.answered(answer), now: now)
    return app.update(.answered(answer), now: now)
  }

  mutating func start() -> [Effect] { app.start() }
  mutating func update(_ event: Event, now: Instant) -> [Effect] { app.update(event, now: now) }
  mutating func run(line: String, now: Instant) -> [Effect] { app.run(line: line, now: now) }
}
