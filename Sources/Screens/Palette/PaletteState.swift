import DossierDomain
import Terminal

/// Commands by name: `:` and the beginning of a word of the title or the id, then the command's argument.
struct PaletteState: Screen {
  var field = TextField(maximumLength: 200)
  var window = ListWindow()
}

extension PaletteState {
  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    var palette = self
    let matches = matches(app)
    switch key {
    case .escape:
      app.top.overlay = nil
      return []
    case .enter:
      app.top.overlay = nil
      return app.run(field.text, chosen: window.chosen, now)
    case .tab:
      if matches.indices.contains(window.chosen) { palette.field.replace(with: matches[window.chosen].id + " ") }
      palette.window = ListWindow()
    case .up: palette.window.move(by: -1, count: matches.count)
    case .down: palette.window.move(by: 1, count: matches.count)
    default:
      guard palette.field.press(key) else { return [] }
      if palette.field.text != field.text { palette.window = ListWindow() }
    }
    app.top.overlay = palette
    return []
  }

  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? {
    var palette = self
    palette.field.insert(text)
    app.top.overlay = palette
    return []
  }
}

extension PaletteState {
  private func matches(_ app: App) -> [Command] {
    CommandRegistry.standard.matches(line: field.text, in: app.context, app.session.language)
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let matches = matches(app)
    let columns = surface.size.columns
    let shown = min(matches.count, 8)
    let height = shown + 2
    let row = surface.size.rows - height
    surface.fill(row: row, column: 0, width: columns, height: height, style: Style(.text, on: .dialog))
    surface.horizontalRule(row: row, style: Style(.border, on: .dialog))
    surface.put(
      language.pick(
        " Gõ tên lệnh · Tab điền · Enter làm · Esc đóng ", " Type a command · Tab fills · Enter does · Esc closes "),
      row: row, column: 2, style: Style(.hint, on: .dialog))
    // Availability is checked for the screen below. Typing in the palette does not count as typing in that screen.
    var below = app
    below.top.overlay = nil
    for (offset, index) in window.visible(count: matches.count, height: shown).enumerated() {
      let (y, command) = (row + 1 + offset, matches[index])
      let ground = surface.beginListRow(
        y, column: 1, isChosen: index == window.chosen, ground: .dialog, setsCursor: window.wasMoved)
      surface.put(command.id, row: y, column: 3, width: 20, style: Style(.key, on: ground))
      let reason = command.reasonAgainst(below)
      surface.put(
        command.title(language) + (reason.map { " – \($0)" } ?? ""), row: y, column: 24, width: columns - 25,
        style: Style(reason == nil ? .text : .muted, on: ground))
    }
    let y = surface.size.rows - 1
    surface.fill(row: y, column: 0, width: columns, height: 1, style: Style(.input, on: .field))
    surface.put(":", row: y, column: 0, style: Style(.input, on: .field))
    field.draw(on: &surface, row: y, column: 1, width: columns - 2, isActive: !window.wasMoved)
  }
}
