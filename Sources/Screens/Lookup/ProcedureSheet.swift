import DossierDomain
import Terminal

/// All that is known of a procedure, over the look-up, where the list takes most of the room.
struct ProcedureSheet: Screen {
  let version: ProcedureVersion
  /// The first line that is shown.
  var top = 0

  var isTyping: Bool { false }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    var sheet = self
    let page = max(1, app.session.size.rows - 4)
    switch key {
    case .up: sheet.top -= 1
    case .down: sheet.top += 1
    case .pageUp: sheet.top -= page
    case .pageDown: sheet.top += page
    case .home: sheet.top = 0
    case .end: sheet.top = .max
    case .escape, .enter:
      app.top.overlay = nil
      return []
    case .function(12): return nil
    default: return []
    }
    let count = lines(app.session, now).count
    sheet.top = max(0, min(sheet.top, count - page))
    app.top.overlay = sheet
    return []
  }

  private func lines(_ session: Session, _ now: Instant) -> [(String, Role)] {
    ProcedureAnswer(version: version, session: session, day: now.civilDate)
      .lines(width: min(session.size.columns - 4, Self.width) - 4)
  }

  private static let width = 100

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let lines = lines(app.session, now)
    let height = max(1, surface.size.rows - 4)
    let dialog = Dialog(
      on: &surface, title: version.code,
      foot: lines.count > height
        ? app.session.language.pick("↑↓ PgUp PgDn Xem tiếp   Esc Đóng", "↑↓ PgUp PgDn More   Esc Close")
        : app.session.language.pick("Esc Đóng", "Esc Close"),
      lineCount: min(height, lines.count), most: Self.width)
    for (offset, line) in lines.dropFirst(top).prefix(height).enumerated() {
      dialog.put(line.0, line: offset, line.1, on: &surface)
    }
  }
}
