import DossierDomain
import Terminal

extension SyncState {
  static let labelWidth = 18
  static let valueColumn = 2 + labelWidth + 1

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(
      language.pick("Đồng bộ với tỉnh", "Exchange with the province"), right: clockWording(now, language))
    guard status != nil else {
      surface.put(language.pick("Đang mở…", "Opening…"), row: 2, column: 2, style: Style(.muted))
      return
    }
    let column = Self.valueColumn
    let broken = shownLines(session, now)
    let height = rows - 2
    for (offset, index) in window.visible(count: broken.count, height: height).enumerated() {
      let line = broken[index]
      if index == window.chosen {
        if session.isPlain { surface.beginListRow(2 + offset, isChosen: true) }
        surface.cursor = Position(row: 2 + offset, column: 0)
      }
      surface.put(line.label, row: 2 + offset, column: 2, width: Self.labelWidth, style: Style(.heading))
      surface.put(line.text, row: 2 + offset, column: column, width: width - column - 1, style: Style(line.role))
    }
    if broken.count > height { surface.put("▼", row: rows - 1, column: width - 1, style: Style(.muted)) }
  }

  /// The lines, each wrapped to the width of the screen.
  func shownLines(_ session: Session, _ now: Instant) -> [(label: String, text: String, role: Role)] {
    lines(session, now).flatMap { line in
      wrapped(line.value, width: session.size.columns - Self.valueColumn - 1).enumerated().map { offset, text in
        (label: offset == 0 ? line.label(session.language) : "", text: text, role: line.role)
      }
    }
  }
}
