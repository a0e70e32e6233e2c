import DossierDomain
import OfficeWork
import Terminal

extension DayEndState {
  /// A row of the list as it is drawn. A value that does not fit beside its words continues below them.
  private struct DrawnRow {
    var line: Int
    var value: String
    var column: Int
    var isFirst = true
  }

  private static let valueColumn = 46

  func draw(on surface: inout Surface, rows: Int, session: Session, now: Instant) {
    let language = session.language
    let width = surface.size.columns
    surface.drawTitleBar(language.pick("Cuối ngày", "End of day"), right: clockWording(now, language))
    guard let report else { return }
    surface.put(
      language.pick(
        "Hôm nay: nhận \(report.receivedToday) · xong \(report.finishedToday) · trả \(report.handedBackToday)",
        "Today: received \(report.receivedToday) · finished \(report.finishedToday) · handed back \(report.handedBackToday)"
      ),
      row: 2, column: 2, width: width - 4, style: Style(.strong))
    let lines = lines(session, now)
    let drawn = lines.indices.flatMap { drawnRows($0, lines[$0], session, width: width) }
    let exchange = wrapped(exchangeWords(report.sync, language), width: width - 4)
    let conclusion = wrapped(conclusion(open: lines.count { $0.isOpen }, language), width: width - 4)
    let foot = exchange.count + conclusion.count
    // On a low screen blank rows give way first; then the list scrolls.
    let top = drawn.count + foot > rows - 4 ? 3 : 4
    let height = min(drawn.count, max(3, rows - top - foot))
    var visible = ListWindow()
    visible.choose(drawn.firstIndex { $0.line == window.chosen } ?? 0, count: drawn.count)
    for (offset, index) in visible.visible(count: drawn.count, height: height).enumerated() {
      draw(drawn[index], lines[drawn[index].line], on: &surface, row: top + offset, session)
    }
    let free = rows - top - height - foot
    var row = top + height + min(1, max(0, free))
    func put(_ text: String, _ role: Role) {
      if row < rows { surface.put(text, row: row, column: 2, width: width - 4, style: Style(role)) }
      row += 1
    }
    for line in exchange { put(line, .muted) }
    row += free > 1 ? 1 : 0
    for line in conclusion { put(line, lines.contains { $0.isOpen } ? .strong : .good) }
  }

  private func drawnRows(_ index: Int, _ line: Line, _ session: Session, width: Int) -> [DrawnRow] {
    let needed = Surface.width(of: line.value)
    let column = min(Self.valueColumn, width - 1 - needed)
    let wordsColumn = wordsColumn(session)
    if column > wordsColumn + Surface.width(of: line.words(session.language)) + 1 {
      return [DrawnRow(line: index, value: line.value, column: column)]
    }
    let below = wordsColumn + 2
    return [DrawnRow(line: index, value: "", column: below)]
      + wrapped(line.value, width: width - below - 1).map {
        DrawnRow(line: index, value: $0, column: below, isFirst: false)
      }
  }

  /// In plain mode the mark is a word.
  private func wordsColumn(_ session: Session) -> Int { session.isPlain ? 7 : 5 }

  private func draw(_ drawn: DrawnRow, _ line: Line, on surface: inout Surface, row: Int, _ session: Session) {
    let isChosen = drawn.line == window.chosen
    let ground = surface.beginListRow(
      row, isChosen: isChosen && drawn.isFirst, ground: isChosen ? .focused : .plain)
    if drawn.isFirst {
      surface.put(mark(line, session), row: row, column: 2, style: Style(line.isOpen ? .warning : .good, on: ground))
      surface.put(line.words(session.language), row: row, column: wordsColumn(session), style: Style(.text, on: ground))
    }
    surface.put(
      drawn.value, row: row, column: drawn.column, style: Style(line.isOpen ? .strong : .muted, on: ground))
  }

  private func conclusion(open: Int, _ language: Language) -> String {
    open == 0
      ? language.pick("Xong hết. Có thể về.", "All done. You can go.")
      : language.pick(
        "Còn \(open) việc. Mọi thứ đã lưu; việc nào chưa gấp có thể để mai.",
        "\(open) things are open. All is saved; what can wait may wait.")
  }
}
