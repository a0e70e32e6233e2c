import DossierDomain
import Terminal

extension SyncState {
  static let labelWidth = 18

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    drawBar(language.pick("Đồng bộ với tỉnh", "Exchange with the province"), on: &surface, session, now)
    guard status != nil else {
      surface.put(language.pick("Đang mở…", "Opening…"), row: 2, column: 2, style: Style(.muted))
      return
    }
    let column = 2 + Self.labelWidth + 1
    let broken = lines(session, now).flatMap { line in
      wrapped(line.value, width: width - column - 1).enumerated().map { offset, text in
        (label: offset == 0 ? line.label(language) : "", text: text, role: line.role)
      }
    }
    let height = rows - 2
    for (offset, index) in window.visible(count: broken.count, height: height).enumerated() {
      let line = broken[index]
      surface.put(line.label, row: 2 + offset, column: 2, width: Self.labelWidth, style: Style(.heading))
      surface.put(line.text, row: 2 + offset, column: column, width: width - column - 1, style: Style(line.role))
    }
    if broken.count > height { surface.put("▼", row: rows - 1, column: width - 1, style: Style(.muted)) }
    if session.isPlain { surface.cursor = Position(row: 2, column: 2) }
  }
}

/// The bar at the head of a screen: its name at the left, the time at the right.
func drawBar(_ title: String, on surface: inout Surface, _ session: Session, _ now: Instant) {
  surface.fill(row: 0, column: 0, width: surface.size.columns, height: 1, style: Style(.title, on: .bar))
  let clock = clockWording(now, session.language) + " "
  let room = surface.size.columns - Surface.width(of: clock) - 1
  surface.put(" " + title, row: 0, column: 0, width: max(1, room), style: Style(.title, on: .bar))
  surface.put(clock, row: 0, column: 0, style: Style(.text, on: .bar), align: .trailing)
}
