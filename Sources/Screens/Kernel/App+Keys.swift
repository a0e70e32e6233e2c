import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension App {
  /// Overlay first, then the screen's own fields, then the commands.
  mutating func press(_ key: Key, _ now: Instant) -> [Effect] {
    let ignoresEnter = ignoresEnterUntil.map { now < $0 } ?? false
    ignoresEnterUntil = nil
    if ignoresEnter, key == .enter { return [] }
    session.message = nil
    if let overlay = top.overlay {
      switch overlay {
      case .help(let help): return press(key, in: help, now)
      case .palette(let palette): return press(key, in: palette, now)
      case .prompt(let prompt): return press(key, in: prompt, now)
      case .clock(let question): return press(key, in: question, now)
      case .lastNumber(let question): return press(key, in: question, now)
      case .confirm(let question): return press(key, in: question, now)
      }
    }
    if let effects = withTop({ screen, session in screen.press(key, &session, now: now) }) {
      return effects + saveDesk()
    }
    if top.screen.body.isTyping, case .character = key { return [] }
    guard let command = CommandRegistry.standard.command(for: key, in: context) else { return [] }
    return run(command, now)
  }

  /// Runs a command, or says why it cannot be done.
  mutating func run(_ command: Command, argument: String? = nil, _ now: Instant) -> [Effect] {
    if let reason = command.reasonAgainst(self) {
      session.complain(reason)
      return []
    }
    if let argument, let runWithArgument = command.runWithArgument { return runWithArgument(&self, argument, now) }
    return command.run(&self, now) + saveDesk()
  }

  mutating func paste(_ outside: String, _ now: Instant) -> [Effect] {
    session.message = nil
    let text = outside.cleaned(maxLength: 4096)
    switch top.overlay {
    case .prompt(var prompt):
      prompt.insert(text)
      top.overlay = .prompt(prompt)
      return []
    case .palette(var palette):
      palette.text += text
      top.overlay = .palette(palette)
      return []
    case .help(var help):
      help.text += text
      top.overlay = .help(help)
      return []
    // A question before a code is answered by keys alone.
    case .clock, .lastNumber: return []
    case .confirm(let question): return paste(text, in: question)
    case nil: break
    }
    if let effects = withTop({ screen, session in screen.paste(text, &session, now: now) }) {
      return effects + saveDesk()
    }
    // A scanner in command mode never runs commands: what it sent is searched for.
    guard session.clerk != nil, let find = CommandRegistry.standard.command("find", in: context) else { return [] }
    return run(find, argument: text, now)
  }

  /// Keeps the clerk's place; the run loop writes the newest of them only. Who only looks on writes nothing.
  func saveDesk() -> [Effect] {
    guard let clerk = session.clerk, !awaitsDesk, !session.office.isReadOnly else { return [] }
    return [.keep(.desk(clerk.id, deskState))]
  }
}
