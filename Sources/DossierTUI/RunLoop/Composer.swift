import DossierDomain
import Screens
import Terminal

/// The steps between keys and effects that are the same on a terminal and in a script: scanners, bursts, echoes of input
/// methods, held effects, answers.
struct Composer {
  private(set) var app: App
  private var gate = BurstGate()
  private var scanner = ScannerGate()
  private var filter: InputMethodFilter
  /// The terminal says what is a paste, so that other text came from a keyboard or a scanner.
  private let bracketsPastes: Bool
  private var beforeBurst: App?
  /// From before the first key of what may be a scanned code; nil if an act was sent since.
  private var beforeScan: App?
  /// What the state from before the code has asked for meanwhile.
  private var askedBeforeScan: [Effect] = []
  /// Scanners send CR and LF, or Tab, after a code; until then they mean nothing.
  private var ignoresEndUntil: Int64?
  /// The effects that the keys of a possible burst would cause; they are released once it is clear that a hand pressed
  /// the keys.
  private var held: [Effect] = []
  /// So many of them were there before the burst, and before what may be a code.
  private var heldBefore = (burst: 0, scan: 0)
  /// Until this time a letter belongs to the backspaces of another input method.
  private var composesUntil: Int64?

  init(app: App, inputMethod: Settings.InputMethodSetting, bracketsPastes: Bool = false) {
    (self.app, self.bracketsPastes) = (app, bracketsPastes)
    let method: InputMethodFilter.Method =
      switch inputMethod {
      case .none: .none
      case .telex: .telex
      case .vni: .vni
      }
    filter = InputMethodFilter(method: method)
  }

  /// The time after which `settle` has something to do, on the clock of the `at` of `receive`; nil if it has nothing.
  var deadline: Int64? { scanner.deadline ?? gate.deadline }

  /// - Parameters:
  ///   - at: milliseconds of a monotonic clock.
  ///   - now: the wall clock.
  /// - Returns: the effects to run now.
  mutating func receive(_ input: KeyDecoder.Input, at: Int64, now: Instant) -> [Effect] {
    let due = settle(at: at, now: now)
    switch input {
    case .ground: return due
    case .paste(let text):
      forgetScan()
      return due + release() + app.update(.text(text), now: now)
    case .key(let key):
      if ignoresEnd(key, at) { return due }
      switch scanner.receive(key, at: at) {
      case .begins:
        forgetScan(keepsKeys: true)
        (beforeScan, heldBefore.scan) = (app, held.count)
      case .ends(let text):
        if let effects = scan(text, at, now) { return due + effects }
        forgetScan()
        // What was read is no code: its Enter answers no question.
        if !app.isTyping { return due + release() }
      case .continues: break
      case .other: forgetScan()
      }
      let effects = press(key, at, now)
      // What was sent cannot be taken back with the state.
      if effects.contains(where: \.waitsForAHand) { forgetScan(keepsKeys: true) }
      return due + effects
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

  private mutating func press(_ key: Key, _ at: Int64, _ now: Instant) -> [Effect] {
    let isCommandMode = !app.isTyping
    let isComposed = !isCommandMode && isComposed(key, at)
    // Where the program composes letters itself, what a machine sends must stay as it was sent.
    let mayBeBurst = isCommandMode || gate.deadline != nil || app.session.typing.isOn
    guard case .character(let character) = key, mayBeBurst, !isComposed else {
      guard isCommandMode else { return type(isComposed ? .composed(key) : .key(key), now) }
      let effects = filter.receive(key, at: at).map { app.update(.key($0), now: now) } ?? []
      return scanner.isFast ? hold(effects) : release() + effects
    }
    return receivePrintable(character, isCommandMode, at, now)
  }

  /// A key for a field. A scanner's digits must not be taken for a PIN.
  private mutating func type(_ event: Event, _ now: Instant) -> [Effect] {
    guard scanner.isFast else { return release() + app.update(event, now: now) }
    return hold(app.update(event, now: now))
  }

  private mutating func receivePrintable(_ character: Character, _ isCommandMode: Bool, _ at: Int64, _ now: Instant)
    -> [Effect]
  {
    switch gate.receive(character, at: at) {
    case .first: (beforeBurst, heldBefore.burst) = (app, held.count)
    case .more: break
    case .burst(let text) where areKeys(text):
      gate.settle()
      beforeBurst = nil
    case .burst(let text):
      if let beforeBurst { app = beforeBurst.keepingNumbers(of: app) }
      held = Array(held.prefix(heldBefore.burst))
      return app.update(.text(text), now: now)
    case .continuation: return app.update(.text(String(character)), now: now)
    }
    let meant = isCommandMode ? filter.receive(.character(character), at: at) : .character(character)
    let effects = meant.map { hold(app.update(.key($0), now: now)) } ?? []
    // Nothing else would release them.
    return deadline == nil ? release() + effects : effects
  }

  /// Whether keys that came at once were pressed by a hand, before a slow line. A PIN is in no search, and the keys before it led to its
  /// question. In a field they are composed like any others; in command mode a machine could have sent them, which runs no commands.
  private func areKeys(_ text: String) -> Bool {
    if app.asksSecret { return true }
    guard bracketsPastes, app.isTyping, beforeBurst?.isTyping == true else { return false }
    return text.allSatisfy { $0.isASCII && $0 != "|" } && !text.split(separator: " ").contains(where: Self.isCode)
  }

  /// Digits among capitals: the code of a parcel, not a word.
  private static func isCode(_ word: Substring) -> Bool {
    word.contains(where: \.isNumber) && word.contains(where: \.isUppercase) && !word.contains(where: \.isLowercase)
  }

  private mutating func hold(_ effects: [Effect]) -> [Effect] {
    held += effects.filter(\.waitsForAHand)
    return effects.filter { !$0.waitsForAHand }
  }

  /// Ends what has waited long enough: a scanned code without Enter, and effects after which no burst followed.
  mutating func settle(at: Int64, now: Instant) -> [Effect] {
    if let scanned = scanner.deadline, at > scanned {
      if let effects = scanner.end(at: at).flatMap({ scan($0, at, now) }) { return effects }
      forgetScan()
      return release()
    }
    guard scanner.deadline == nil, let deadline = gate.deadline, at > deadline else { return [] }
    return release()
  }

  /// No burst followed, so the held effects are released.
  private mutating func release() -> [Effect] {
    gate.settle()
    beforeBurst = nil
    defer { (held, heldBefore) = ([], (0, 0)) }
    return held
  }

  // MARK: Scanned codes

  /// The keys of a code never were keys: the state before them receives the code.
  /// - Returns: nil if the text has not the form of a code.
  private mutating func scan(_ text: String, _ at: Int64, _ now: Instant) -> [Effect]? {
    guard let before = beforeScan, let code = ScannedCode(text) else { return nil }
    app = before.keepingNumbers(of: app)
    held = Array(held.prefix(heldBefore.scan))
    let asked = askedBeforeScan
    forgetScan()
    ignoresEndUntil = at + BurstGate.window
    return release() + asked + app.update(.scan(code), now: now)
  }

  /// - Parameter keepsKeys: whether the keys so far may still turn out to be a code.
  private mutating func forgetScan(keepsKeys: Bool = false) {
    (beforeScan, askedBeforeScan) = (nil, [])
    if !keepsKeys { scanner.clear() }
  }

  private mutating func ignoresEnd(_ key: Key, _ at: Int64) -> Bool {
    guard let until = ignoresEndUntil else { return false }
    ignoresEndUntil = nil
    return at <= until && [.enter, .tab].contains(key)
  }

  // MARK: Events

  mutating func receive(_ answer: Answer, now: Instant) -> [Effect] { update(.answered(answer), now: now) }

  mutating func start() -> [Effect] { app.start() }

  /// The copies of the state from before a burst must know of everything that is no key.
  mutating func update(_ event: Event, now: Instant) -> [Effect] {
    _ = beforeBurst?.update(event, now: now)
    let effects = app.update(event, now: now)
    if var before = beforeScan?.keepingNumbers(of: app) {
      // Its requests have other numbers than those of the state that may be given up, so that their answers find it.
      askedBeforeScan += before.update(event, now: now).filter { !$0.waitsForAHand }
      app = app.keepingNumbers(of: before)
      beforeScan = before
    }
    return effects
  }

  mutating func run(line: String, now: Instant) -> [Effect] { app.run(line: line, now: now) }
}
