import DossierDomain
import Terminal

/// Commands by name: `:` and the beginning of a word of the title or the id, then what the command takes.
struct PaletteState: Equatable, Sendable {
  var text = ""
  var chosen = 0
}

extension App {
  mutating func press(_ key: Key, in palette: PaletteState, _ now: Instant) -> [Effect] {
    var palette = palette
    let matches = palette.matches(self)
    switch key {
    case .escape:
      top.overlay = nil
      return []
    case .enter:
      top.overlay = nil
      return run(palette, now)
    case .tab:
      if matches.indices.contains(palette.chosen) { palette.text = matches[palette.chosen].id + " " }
      palette.chosen = 0
    case .up: palette.chosen = max(0, palette.chosen - 1)
    case .down: palette.chosen = min(max(0, matches.count - 1), palette.chosen + 1)
    case .backspace:
      palette.text = String(palette.text.dropLast())
      palette.chosen = 0
    case .character(let character):
      palette.text.append(character)
      palette.chosen = 0
    default: return []
    }
    top.overlay = .palette(palette)
    return []
  }

  private mutating func run(_ palette: PaletteState, _ now: Instant) -> [Effect] {
    let (name, argument) = palette.parts
    if let command = CommandRegistry.standard.command(name, in: context) {
      return run(command, argument: argument, now)
    }
    let matches = palette.matches(self)
    if matches.indices.contains(palette.chosen) { return run(matches[palette.chosen], now) }
    session.complain(
      session.language.pick("Không có lệnh \"\(palette.text)\".", "There is no command \"\(palette.text)\"."))
    return []
  }
}

extension PaletteState {
  /// The first word, and the rest when there is one.
  var parts: (name: String, argument: String?) {
    let words = text.split(separator: " ", maxSplits: 1)
    return (words.first.map { String($0) } ?? "", words.count > 1 ? String(words[1]) : nil)
  }

  func matches(_ app: App) -> [Command] {
    let registry = CommandRegistry.standard
    let (name, argument) = parts
    if let exact = registry.command(name, in: app.context), argument != nil { return [exact] }
    return registry.matches(text, in: app.context, app.session.language)
  }

  func draw(on surface: inout Surface, app: App) {
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
    // What can be done is a matter of the screen below: typing here is no typing there.
    var below = app
    below.top.overlay = nil
    let first = max(0, min(chosen - shown / 2, matches.count - shown))
    for (offset, command) in matches.dropFirst(first).prefix(shown).enumerated() {
      let isChosen = first + offset == chosen
      let ground: Ground = isChosen ? .focused : .dialog
      let y = row + 1 + offset
      surface.fill(row: y, column: 0, width: columns, height: 1, style: Style(.text, on: ground))
      surface.put(isChosen ? "▶" : " ", row: y, column: 1, style: Style(.text, on: ground))
      surface.put(command.id, row: y, column: 3, width: 20, style: Style(.key, on: ground))
      let reason = command.reasonAgainst(below)
      surface.put(
        command.title(language) + (reason.map { " – \($0)" } ?? ""), row: y, column: 24, width: columns - 25,
        style: Style(reason == nil ? .text : .muted, on: ground))
    }
    let y = surface.size.rows - 1
    surface.fill(row: y, column: 0, width: columns, height: 1, style: Style(.input, on: .field))
    let used = surface.put(
      ":" + tail(of: text, width: columns - 3), row: y, column: 0, style: Style(.input, on: .field))
    surface.cursor = Position(row: y, column: used)
  }
}
