import DossierDomain
import Terminal

/// A form as a grid: one line for each thing, one column for each fact about it, with the cursor in one cell.
extension Form {
  /// Enter is left to the owner, which records the whole grid.
  /// - Parameter lines: the fields of each line. A line may have fewer fields than there are columns.
  mutating func pressOnGrid(_ key: Key, _ lines: [[Field]], _ session: Session, _ now: Instant) -> Change {
    guard let place = place(lines) else { return .unused }
    let field = lines[place.line][place.column]
    switch key {
    case .up: moveLine(-1, from: place, lines)
    case .down: moveLine(1, from: place, lines)
    case .tab: move(1, lines.flatMap(\.self))
    case .backTab: move(-1, lines.flatMap(\.self))
    // In a text the arrows move within it.
    case .left where field.options != nil: moveColumn(-1, from: place, lines)
    case .right where field.options != nil: moveColumn(1, from: place, lines)
    case .enter: return .unused
    case .character where field.options == nil && !isEdited(field):
      set(field, "")
      return pressOnPage(key, [field], session, now)
    default: return pressOnPage(key, [field], session, now)
    }
    return .moved
  }

  private func place(_ lines: [[Field]]) -> (line: Int, column: Int)? {
    for (line, fields) in lines.enumerated() {
      if let column = fields.firstIndex(where: { $0.id == focus }) { return (line, column) }
    }
    return nil
  }

  /// Stays in the column if the other line has one.
  private mutating func moveLine(_ step: Int, from place: (line: Int, column: Int), _ lines: [[Field]]) {
    let filled = lines.indices.filter { !lines[$0].isEmpty }
    guard let index = filled.firstIndex(of: place.line) else { return }
    let line = lines[filled[min(max(0, index + step), filled.count - 1)]]
    leave(for: line[min(place.column, line.count - 1)], from: lines[place.line][place.column])
  }

  private mutating func moveColumn(_ step: Int, from place: (line: Int, column: Int), _ lines: [[Field]]) {
    let line = lines[place.line]
    leave(for: line[min(max(0, place.column + step), line.count - 1)], from: line[place.column])
  }

  private mutating func leave(for next: Field, from field: Field) { move(1, [field, next]) }
}

/// Draws a form as a grid: a row of headings, and below it the label and the cells of each line.
struct FormGrid {
  struct Line {
    var label: String
    var fields: [Field]
  }

  struct Column {
    var heading: String
    /// In columns of the terminal.
    var width: Int
  }

  let form: Form
  /// The heading above the labels.
  let heading: String
  let columns: [Column]
  let lines: [Line]
  let language: Language
  var ground = Ground.plain

  private static let gap = 2

  private var cellsWidth: Int { columns.reduce(0) { $0 + $1.width + Self.gap } }

  private func labelWidth(_ width: Int) -> Int { max(8, width - cellsWidth - 2) }

  /// A row as it is drawn: a long label takes several.
  private struct DrawnRow {
    var line: Int
    var label: String
    var isFirst: Bool
  }

  private func drawnRows(_ width: Int) -> [DrawnRow] {
    lines.indices.flatMap { index in
      wrapped(lines[index].label, width: labelWidth(width)).enumerated().map {
        DrawnRow(line: index, label: $0.element, isFirst: $0.offset == 0)
      }
    }
  }

  /// How many rows the grid uses if it need not scroll.
  func rowCount(width: Int) -> Int { 1 + drawnRows(width).count }

  /// - Parameter height: at least 2; the lines scroll so that the one with the cursor is visible.
  func draw(on surface: inout Surface, row first: Int, column left: Int, width: Int, height: Int) {
    let labelWidth = labelWidth(width)
    surface.put(heading, row: first, column: left + 2, width: labelWidth, style: Style(.heading, on: ground))
    var column = left + 2 + labelWidth
    for own in columns {
      column += Self.gap
      surface.put(own.heading, row: first, column: column, width: own.width, style: Style(.heading, on: ground))
      column += own.width
    }
    let drawn = drawnRows(width)
    let focused = lines.firstIndex { $0.fields.contains { $0.id == form.focus } } ?? 0
    var window = ListWindow()
    window.choose(drawn.firstIndex { $0.line == focused } ?? 0, count: drawn.count)
    for (offset, index) in window.visible(count: drawn.count, height: height - 1).enumerated() {
      draw(
        drawn[index], isFocused: drawn[index].line == focused, on: &surface, row: first + 1 + offset, left, labelWidth)
    }
  }

  private func draw(
    _ drawn: DrawnRow, isFocused: Bool, on surface: inout Surface, row: Int, _ left: Int, _ labelWidth: Int
  ) {
    surface.put(
      drawn.label, row: row, column: left + 2, width: labelWidth,
      style: Style(isFocused ? .strong : .text, on: ground))
    guard drawn.isFirst else { return }
    surface.put(isFocused ? "▶" : " ", row: row, column: left, style: Style(.key, on: ground))
    var column = left + 2 + labelWidth
    for (own, field) in zip(columns, lines[drawn.line].fields) {
      column += Self.gap
      draw(field, on: &surface, row: row, column: column, width: own.width)
      column += own.width
    }
  }

  private func draw(_ field: Field, on surface: inout Surface, row: Int, column: Int, width: Int) {
    let isFocused = field.id == form.focus
    switch field.kind {
    case .text:
      form.entry(field).draw(
        on: &surface, row: row, column: column, width: width, isActive: isFocused,
        placeholder: field.placeholder?(language) ?? "", ground: isFocused ? .focused : .field)
    case .choice(let options):
      guard options.indices.contains(form.chosenIndex(field)) else { return }
      let option = options[form.chosenIndex(field)]
      surface.put(
        option.label(language), row: row, column: column, width: width,
        style: Style(option.role, on: isFocused ? .focused : ground))
      if isFocused { surface.cursor = Position(row: row, column: column) }
    }
  }
}
