import DossierDomain
import Terminal

/// Draws a form as a page: label and field in each row, and the suggestions below the field with the cursor.
struct FormPage {
  /// A text that is shown beside a field.
  struct Aside {
    var text: String
    var role: Role
  }

  let form: Form
  let fields: [Field]
  var asides: [Field.ID: Aside] = [:]
  /// Each stands in a row of its own above its field.
  var headings: [Field.ID: String] = [:]
  /// Each stands in a row of its own below its field.
  var notes: [Field.ID: [String]] = [:]
  var labelWidth = 18
  let language: Language

  static let shortWidth = 16

  func draw(on surface: inout Surface, row first: Int, height: Int, width: Int) {
    let offered = form.focused(fields)?.suggestions?.rows ?? 0
    // The suggestions use the rows below the field. A field at the end of the page moves up to make room for them.
    let isOffering = form.offer != nil && form.focus != fields.first?.id
    let page = rows(of: fields)
    var window = ListWindow()
    window.choose(page.firstIndex { $0.field?.id == form.focus } ?? 0, count: page.count)
    // The field with the cursor is shown in full: the name of a paper and an answer may be longer than their row.
    let rest = form.focused(fields).map { labelLines($0, width: width).dropFirst() } ?? []
    let below = form.focused(fields).map { answerLines($0, width: width) } ?? []
    let room = height - rest.count - below.count
    let visible = window.visible(count: page.count, height: isOffering ? max(2, room - 4) : max(1, room))
    var row = first
    if visible.lowerBound > 0 { surface.put("▲", row: row, column: width - 1, style: Style(.muted)) }
    for index in visible {
      if index == visible.upperBound - 1, index < page.count - 1 {
        surface.put("▼", row: row, column: width - 1, style: Style(.muted))
      }
      guard let field = page[index].field else {
        draw(page[index], on: &surface, row: row, width: width)
        row += 1
        continue
      }
      draw(field, on: &surface, row: row, width: width)
      row += 1
      guard field.id == form.focus else { continue }
      for line in rest {
        let answer = answerWidth(field, width: width)
        surface.put(line, row: row, column: 5, width: width - answer - 9, style: Style(.strong))
        row += 1
      }
      for line in below {
        surface.put(line, row: row, column: 5, width: width - 7, style: Style(.input))
        row += 1
      }
      guard let offer = form.offer else { continue }
      return draw(offer, on: &surface, row: row, height: max(1, min(offered, first + height - row)), width: width)
    }
  }

  private struct Row {
    /// Nil for a heading and for a note.
    var field: Field?
    var text = ""
    var isNote = false
  }

  private func draw(_ row: Row, on surface: inout Surface, row line: Int, width: Int) {
    let column = row.isNote ? labelWidth + 3 : 0
    surface.put(
      row.text, row: line, column: column, width: width - column - 2, style: Style(row.isNote ? .warning : .strong))
  }

  private func rows(of fields: [Field]) -> [Row] {
    fields.flatMap { field in
      (headings[field.id].map { [Row(field: nil, text: $0)] } ?? []) + [Row(field: field)]
        + (notes[field.id] ?? []).map { Row(field: nil, text: $0, isNote: true) }
    }
  }

  private static let mostLabelLines = 4

  /// Only the label of an answer at the end of the row may be so long.
  private func labelLines(_ field: Field, width: Int) -> [String] {
    let label = field.label(language)
    let room = width - answerWidth(field, width: width) - 6
    guard field.width == .answerAtEnd, Surface.width(of: label) > room else { return [label] }
    let lines = wrapped(label, width: room - 3)
    return lines.prefix(Self.mostLabelLines - 1)
      + (lines.count < Self.mostLabelLines ? [] : [lines.dropFirst(Self.mostLabelLines - 1).joined(separator: " ")])
  }

  /// The chosen answer, if the row has no room for all of it.
  private func answerLines(_ field: Field, width: Int) -> [String] {
    guard field.width == .answerAtEnd, let options = field.options, options.indices.contains(form.chosenIndex(field))
    else { return [] }
    let answer = options[form.chosenIndex(field)].label(language)
    return Surface.width(of: answer) > answerWidth(field, width: width) ? wrapped(answer, width: width - 7) : []
  }

  /// The columns of an answer at the end of the row. Those of papers stand below each other; a long one takes half of the row.
  private func answerWidth(_ field: Field, width: Int) -> Int {
    guard let options = field.options, options.indices.contains(form.chosenIndex(field)) else { return 18 }
    return max(18, min(Surface.width(of: options[form.chosenIndex(field)].label(language)), width / 2))
  }

  private func draw(_ field: Field, on surface: inout Surface, row: Int, width: Int) {
    let isFocused = field.id == form.focus
    surface.put(isFocused ? "▶" : " ", row: row, column: 0, style: Style(.key))
    let isWhole = field.width == .answerAtEnd
    surface.put(
      isFocused ? labelLines(field, width: width)[0] : field.label(language), row: row, column: 2,
      width: isWhole ? width - answerWidth(field, width: width) - 6 : labelWidth,
      style: Style(isFocused ? .strong : isWhole ? .text : .heading))
    let column = labelWidth + 3
    let available = width - column - 2
    let entryWidth = field.width == .short ? min(Self.shortWidth, available) : available
    switch field.kind {
    case .text:
      form.entry(field).draw(
        on: &surface, row: row, column: column, width: entryWidth, isActive: isFocused,
        placeholder: field.placeholder?(language) ?? "")
    case .choice(let options):
      guard options.indices.contains(form.chosenIndex(field)) else { break }
      let option = options[form.chosenIndex(field)]
      isWhole
        ? drawAtEnd(
          option, on: &surface, row: row, end: width - 2, width: answerWidth(field, width: width), isFocused: isFocused)
        : draw(option, on: &surface, row: row, column: column, width: available, isFocused: isFocused)
    }
    if let aside = asides[field.id] {
      surface.put(
        aside.text, row: row, column: column + Self.shortWidth + 10, width: available - Self.shortWidth - 10,
        style: Style(aside.role))
    }
  }

  private func draw(
    _ option: Field.Option, on surface: inout Surface, row: Int, column: Int, width: Int, isFocused: Bool
  ) {
    surface.put(
      "◀ \(option.label(language)) ▶", row: row, column: column, width: width,
      style: Style(option.role, on: isFocused ? .focused : .plain))
    if isFocused { surface.cursor = Position(row: row, column: column + 2) }
  }

  private func drawAtEnd(
    _ option: Field.Option, on surface: inout Surface, row: Int, end: Int, width: Int, isFocused: Bool
  ) {
    surface.put(
      option.label(language), row: row, column: end - width, width: width,
      style: Style(option.role, on: isFocused ? .focused : .plain))
    if isFocused { surface.cursor = Position(row: row, column: end - width) }
  }

  private func draw(_ offer: Form.Offer, on surface: inout Surface, row first: Int, height: Int, width: Int) {
    let visible = offer.window.visible(count: offer.suggestions.count, height: height)
    for (offset, index) in visible.enumerated() {
      let (row, suggestion) = (first + offset, offer.suggestions[index])
      let ground = surface.beginListRow(
        row, column: 2, width: width - 3, isChosen: index == offer.window.chosen, setsCursor: offer.window.wasMoved)
      surface.put(suggestion.value, row: row, column: 4, style: Style(.muted, on: ground))
      surface.put(
        suggestion.text, row: row, column: 14, width: width - (suggestion.note == nil ? 16 : 31),
        style: Style(suggestion.isMuted ? .muted : .text, on: ground))
      if let note = suggestion.note {
        surface.put(note(language), row: row, column: width - 16, width: 15, style: Style(.muted, on: ground))
      }
    }
  }
}
