import DossierDomain
import Terminal

/// What the run loop needs besides `update` and `view`.
extension App {
  /// Letters are text now: an overlay or a field is open.
  public var isTyping: Bool { top.overlay != nil || top.screen.body.isTyping }

  /// Runs a line as the palette does: a command's name, and what it takes.
  public mutating func run(line: String, now: Instant) -> [Effect] {
    top.overlay = .palette(PaletteState(text: line, chosen: 0))
    return press(.enter, now)
  }

  /// What is to be kept when the program ends without being asked, e.g. by SIGTERM.
  public func parting() -> [Effect] { saveDesk() }
}
