import DossierDomain
import Terminal

/// Lists all keys and commands of the present screen. The list can be searched, and Enter runs the chosen command.
struct HelpState: Screen {
  var field = TextField(maximumLength: 200)
  var window = ListWindow()
}

extension HelpState {
  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    var help = self
    let matches = matches(app)
    switch key {
    case .escape, .function(1):
      app.top.overlay = nil
      return []
    case .enter:
      app.top.overlay = nil
      return matches.indices.contains(window.chosen) ? app.run(matches[window.chosen], now) : []
    case .up: help.window.move(by: -1, count: matches.count)
    case .down: help.window.move(by: 1, count: matches.count)
    case .pageUp: help.window.move(by: -10, count: matches.count)
    case .pageDown: help.window.move(by: 10, count: matches.count)
    default:
      guard help.field.press(key, typing: app.session.typing.rules(for: .names)) else { return [] }
      if help.field.text != field.text { help.window = ListWindow() }
    }
    app.top.overlay = help
    return []
  }

  func paste(_ text: String, in app: inout App, _ now: Instant) -> [Effect]? {
    var help = self
    help.field.insert(text)
    app.top.overlay = help
    return []
  }
}

extension HelpState {
  /// The matching commands in the order of their groups.
  func matches(_ app: App) -> [Command] {
    let found = CommandRegistry.standard.matches(field.text, in: app.context, app.session.language)
    return Command.Group.allCases.flatMap { group in found.filter { $0.group == group } }
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let (columns, rows) = (surface.size.columns, surface.size.rows)
    let width = min(columns, 84)
    let column = (columns - width) / 2
    surface.box(row: 0, column: column, width: width, height: rows, style: Style(.border, on: .dialog))
    surface.put(
      language.pick(" Phím và lệnh của màn hình này ", " Keys and commands of this screen "), row: 0,
      column: column + 2,
      style: Style(.title, on: .dialog))
    let prompt = language.pick("Tìm: ", "Find: ")
    let used = surface.put(prompt, row: 1, column: column + 2, style: Style(.heading, on: .dialog))
    field.draw(
      on: &surface, row: 1, column: column + 2 + used, width: width - 13, isActive: true, ground: .dialog)
    // Availability is checked for the screen below. Typing in the help does not count as typing in that screen.
    var below = app
    below.top.overlay = nil
    drawList(on: &surface, app: below, column: column, width: width, room: rows - 5)
    surface.put(
      language.pick("Gõ để tìm   ↑↓ Chọn   Enter Làm   Esc Đóng", "Type to find   ↑↓ Choose   Enter Do it   Esc Close"),
      row: rows - 2, column: column + 2, width: width - 4, style: Style(.hint, on: .dialog))
  }

  private func drawList(on surface: inout Surface, app: App, column: Int, width: Int, room: Int) {
    let language = app.session.language
    let matches = matches(app)
    guard !matches.isEmpty else {
      surface.put(
        language.pick("Không có lệnh nào như vậy.", "There is no such command."), row: 3, column: column + 2,
        style: Style(.muted, on: .dialog))
      return
    }
    var lines: [(command: Command?, title: String)] = []
    var chosenLine = 0
    for (index, command) in matches.enumerated() {
      if index == 0 || matches[index - 1].group != command.group { lines.append((nil, command.group.title(language))) }
      if index == window.chosen { chosenLine = lines.count }
      lines.append((command, command.title(language)))
    }
    // The chosen one continues below its row, because why it is not available may be longer than that.
    let chosen = lines[chosenLine].command.map { wrapped(text(of: $0, app), width: width - 23) } ?? []
    let rest = chosen.dropFirst().prefix(Self.mostFurtherLines)
    var shown = ListWindow()
    shown.choose(chosenLine, count: lines.count)
    var row = 2
    for index in shown.visible(count: lines.count, height: room - rest.count) {
      guard let command = lines[index].command else {
        surface.put(lines[index].title, row: row, column: column + 2, style: Style(.heading, on: .dialog))
        row += 1
        continue
      }
      let isChosen = index == chosenLine
      let ground = surface.beginListRow(
        row, column: column + 2, width: width - 4, isChosen: isChosen, ground: .dialog, setsCursor: window.wasMoved)
      let keys = command.keyLabels.joined(separator: " ")
      surface.put(
        keys.isEmpty ? ":" + command.id : keys, row: row, column: column + 4, width: 16, style: Style(.key, on: ground))
      let style = Style(command.reasonAgainst(app) == nil ? .text : .muted, on: ground)
      let shown = isChosen ? chosen.prefix(1) + rest : [text(of: command, app)]
      for text in shown {
        surface.put(text, row: row, column: column + 21, width: width - 23, style: style)
        row += 1
      }
    }
  }

  private static let mostFurtherLines = 3

  /// What it does, and why it is not available here.
  private func text(of command: Command, _ app: App) -> String {
    command.title(app.session.language) + (command.reasonAgainst(app).map { " – \($0)" } ?? "")
  }
}
