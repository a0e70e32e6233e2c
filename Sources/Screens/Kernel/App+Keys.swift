import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension App {
  /// Offers a key to the front screen first, then to the commands.
  mutating func press(_ key: Key, _ now: Instant) -> [Effect] {
    let ignoresEnter = ignoresEnterUntil.map { now < $0 } ?? false
    ignoresEnterUntil = nil
    if ignoresEnter, key == .enter { return [] }
    if ignoresTyping(key, now) { return [] }
    session.message = nil
    let front = top.front
    if let effects = front.press(key, in: &self, now) ?? key.byOne.flatMap({ front.press($0, in: &self, now) }) {
      return effects
    }
    if front.isTyping, case .character = key { return [] }
    guard let command = CommandRegistry.standard.command(for: key, in: context) else { return [] }
    let effects = run(command, argument: command.argument(of: key), now)
    // Nobody begins a sentence with a function key, and the next command may follow at once.
    if case .function = key { ignoresTypingUntil = nil }
    return effects
  }

  /// Takes a letter without composing it once more.
  mutating func pressAsItStands(_ key: Key, _ now: Instant) -> [Effect] {
    let isOn = session.typing.isOn
    session.typing.isOn = false
    defer { session.typing.isOn = isOn }
    return press(key, now)
  }

  /// Longer than between two keys of a sentence, shorter than it takes to read why a command was refused.
  private static let typingPause: Int64 = 700

  /// Whether the key belongs to what is typed into a refusal.
  private mutating func ignoresTyping(_ key: Key, _ now: Instant) -> Bool {
    defer { if ignoresTypingUntil.map({ now >= $0 }) ?? false { ignoresTypingUntil = nil } }
    guard let until = ignoresTypingUntil, now < until else { return false }
    switch key {
    case .character, .enter, .backspace, .tab:
      ignoresTypingUntil = Instant(milliseconds: now.milliseconds + Self.typingPause)
      return true
    case .control, .alt, .function, .backTab, .escape, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
      .shiftUp, .shiftDown, .wordLeft, .wordRight, .wordDelete, .wordBackspace, .controlEnter:
      ignoresTypingUntil = nil
      return false
    }
  }

  /// Runs a command, or shows why it is not available.
  mutating func run(_ command: Command, argument: String? = nil, _ now: Instant) -> [Effect] {
    if let reason = command.reasonAgainst(self) {
      session.complain(reason)
      // Where keys are text they cannot act, and none of them may be lost.
      if !top.front.isTyping { ignoresTypingUntil = Instant(milliseconds: now.milliseconds + Self.typingPause) }
      return []
    }
    if let argument, let runWithArgument = command.runWithArgument { return runWithArgument(&self, argument, now) }
    return command.run(&self, now) + saveSeat()
  }

  mutating func paste(_ outside: String, _ now: Instant) -> [Effect] {
    session.message = nil
    let text = outside.cleaned(maxLength: 4096)
    if let effects = top.front.paste(text, in: &self, now) { return effects }
    // A scanner in command mode never runs commands: its text starts a search.
    guard session.clerk != nil else {
      session.complain(session.language.pick("Hãy đăng nhập trước.", "Sign in first."))
      return []
    }
    guard let find = CommandRegistry.standard.command("find", in: context) else { return [] }
    return run(find, argument: text, now)
  }

  /// Stores the clerk's seat; the run loop writes only the newest state. A read-only session stores no draft.
  func saveSeat() -> [Effect] {
    guard let clerk = session.clerk, !awaitsSeat, !session.office.isReadOnly else { return [] }
    return [.keep(.seat(clerk.id, seatState))]
  }
}
