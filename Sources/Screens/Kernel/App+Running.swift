import DossierDomain
import Terminal

/// The functions that the run loop needs besides `update` and `view`.
extension App {
  /// Whether letters are text at present, because an overlay or a field is open.
  public var isTyping: Bool { top.front.isTyping }
  /// Whether a PIN is being typed, which belongs in no search.
  public var asksSecret: Bool { top.front.asksSecret }

  /// This state from before some keys, which must not ask again under the numbers of what was asked since.
  public func keepingNumbers(of later: App) -> App {
    var earlier = self
    earlier.session.keepNumbers(of: later.session)
    return earlier
  }

  /// Runs a line like the palette: the name of a command, and its argument.
  public mutating func run(line: String, now: Instant) -> [Effect] {
    session.message = nil
    return run(line, chosen: 0, now)
  }

  /// - Parameter chosen: index among the matching commands, if none has exactly this name.
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

  /// The effects that store the seat when the program is ended from outside, such as by SIGTERM.
  public func parting() -> [Effect] { saveSeat() }
}
