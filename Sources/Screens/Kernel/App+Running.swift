import DossierDomain
import Terminal

/// What the run loop needs besides `update` and `view`.
extension App {
  /// Letters are text now: an overlay or a field is open.
  public var isTyping: Bool { top.front.isTyping }

  /// Runs a line as the palette does: a command's name, and what it takes.
  public mutating func run(line: String, now: Instant) -> [Effect] {
    session.message = nil
    return run(line, chosen: 0, now)
  }

  /// - Parameter chosen: which of the commands that match, where none has exactly this name.
  mutating func run(_ line: String, chosen: Int, _ now: Instant) -> [Effect] {
    let (name, argument) = CommandRegistry.parts(of: line)
    if let command = CommandRegistry.standard.command(name, in: context) {
      return run(command, argument: argument, now)
    }
    let matches = CommandRegistry.standard.matches(line: line, in: context, session.language)
    if matches.indices.contains(chosen) { return run(matches[chosen], now) }
    session.complain(session.language.pick("Không có lệnh \"\(line)\".", "There is no command \"\(line)\"."))
    return []
  }

  /// What is to be kept when the program ends without being asked, e.g. by SIGTERM.
  public func parting() -> [Effect] { saveSeat() }
}
