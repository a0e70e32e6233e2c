import DossierDomain
import Terminal

/// A form as a prompt: it asks one question at a time, drawn over the screen that asked.
struct FormPrompt: Equatable, Sendable {
  enum Change: Equatable {
    case unused
    case changed
    /// The input is valid; this is its value.
    case answered(String)
  }

  private(set) var form: Form
  private let isText: Bool
  /// Nothing was typed yet, so the first typed letter replaces the proposed text.
  private(set) var isProposal: Bool
  /// What is wrong with the input.
  private(set) var problem: String?
  /// The chosen line of the things that have numbers; nil while the cursor is in the text.
  private var line: Int?

  /// - Parameter draft: the text typed when the clerk left this prompt the last time.
  init(_ field: Field, draft: String? = nil) {
    form = Form(focus: field.id)
    isText = field.options == nil
    if let draft { form.set(field, draft) }
    isProposal = draft == nil && !field.proposal.isEmpty
  }

  /// The part of the prompt that a draft stores. A choice that was not made yet is not stored.
  var typed: Contents {
    isText && !isProposal ? form.typed : Contents()
  }

  mutating func press(_ key: Key, _ field: Field, _ language: Language, typing: OwnTyping = OwnTyping()) -> Change {
    switch field.kind {
    case .text: type(key, field, language, typing)
    case .choice(let options): choose(key, field, options)
    }
  }

  mutating func insert(_ text: String, _ field: Field) {
    if isProposal { form.set(field, "") }
    isProposal = false
    line = nil
    form.insert(text, field)
  }

  private mutating func type(_ key: Key, _ field: Field, _ language: Language, _ typing: OwnTyping) -> Change {
    switch key {
    case .enter, .tab:
      form.finish(field)
      // What is only proposed is seen before it is taken by the same key.
      if field.isTidiedOnce, rewrites(field) { return .changed }
      let text = form.text(field)
      problem = field.check(text, language)
      return problem == nil ? .answered(field.isTidiedOnce ? text : field.tidy(text)) : .changed
    case _ where tick(key, field): return .changed
    // A typed letter replaces the proposal; any other key of the field keeps it.
    case .character where isProposal: form.set(field, "")
    default: break
    }
    guard form.edit(key, field, typing) else { return .unused }
    isProposal = false
    return .changed
  }

  private mutating func rewrites(_ field: Field) -> Bool {
    let typed = form.text(field)
    form.tidy(field)
    return form.text(field) != typed
  }

  /// Ticks a thing that has a number: by its digit where an item begins, or by Space on its line. The arrows go from the
  /// text through the lines and back; any other key is text.
  private mutating func tick(_ key: Key, _ field: Field) -> Bool {
    let count = field.numbered.count
    guard count > 0 else { return false }
    let entry = form.entry(field)
    var items = ItemText(entry.text, names: field.numbered)
    let isAtStart = items.isAtStart && entry.cursor == entry.text.count
    switch key {
    case .up: line = line.map { $0 == 0 ? nil : $0 - 1 } ?? count - 1
    case .down: line = line.map { $0 == count - 1 ? nil : $0 + 1 } ?? 0
    case .character(" "):
      // Between two items a blank says nothing.
      guard let line else { return isAtStart && !entry.isEmpty }
      items.toggle(line)
      form.set(field, items.text)
    case .character(";"): return isAtStart
    case .character(let digit):
      guard line != nil || isAtStart, let number = digit.wholeNumberValue, (1...min(9, count)).contains(number) else {
        line = nil
        return false
      }
      items.toggle(number - 1)
      form.set(field, items.text)
    default:
      line = nil
      return false
    }
    return true
  }

  private mutating func choose(_ key: Key, _ field: Field, _ options: [Field.Option]) -> Change {
    switch key {
    case .up: form.choose(form.chosenIndex(field) - 1, field)
    case .down: form.choose(form.chosenIndex(field) + 1, field)
    case .enter, .tab: return answer(form.chosenIndex(field), options)
    case .character(let letter):
      guard let index = ChoiceList.longKeys.firstIndex(of: letter) else { return .changed }
      return answer(index, options)
    default: return .unused
    }
    return .changed
  }

  private func answer(_ index: Int, _ options: [Field.Option]) -> Change {
    options.indices.contains(index) ? .answered(options[index].value) : .changed
  }

  // MARK: How it looks

  /// How many of the `available` rows the field uses.
  static func height(_ field: Field, available: Int, width: Int, isPlain: Bool) -> Int {
    field.options.map { min($0.count, available) }
      ?? min(1 + lines(field, width - indent(isPlain: isPlain)).count, available)
  }

  /// The lines of the things that have numbers, in full if a thing fits into two lines.
  private static func lines(_ field: Field, _ width: Int) -> [(index: Int, isFirst: Bool, text: String)] {
    field.numbered.enumerated().flatMap { index, name in
      let texts = wrapped(name, width: width)
      let shown = texts.count > 2 ? [texts[0], texts.dropFirst().joined(separator: " ")] : texts
      return shown.enumerated().map { (index: index, isFirst: $0.offset == 0, text: $0.element) }
    }
  }

  /// The room for the arrow, the number and the mark before a name; in plain mode the mark is a word.
  private static func indent(isPlain: Bool) -> Int { isPlain ? 12 : 6 }

  /// Draws the text or the options, and places the cursor there.
  func draw(
    _ field: Field, in dialog: Dialog, line top: Int, height: Int, on surface: inout Surface, _ session: Session
  ) {
    let language = session.language
    if let options = field.options {
      var list = ChoiceList(options.map { $0.label(language) }, chosen: form.chosenIndex(field))
      list.keys = ChoiceList.longKeys
      dialog.draw(list, line: top, height: height, on: &surface)
      return
    }
    drawNumbered(field, in: dialog, line: top, height: height - 1, on: &surface, session)
    form.entry(field).draw(
      on: &surface, row: dialog.row + top + height, column: dialog.column + 2, width: dialog.inner,
      isActive: line == nil)
  }

  private func drawNumbered(
    _ field: Field, in dialog: Dialog, line top: Int, height: Int, on surface: inout Surface, _ session: Session
  ) {
    let indent = Self.indent(isPlain: session.isPlain)
    let lines = Self.lines(field, dialog.inner - indent)
    guard !lines.isEmpty, height > 0 else { return }
    let items = ItemText(form.entry(field).text, names: field.numbered)
    var window = ListWindow()
    window.choose(line.flatMap { own in lines.firstIndex { $0.index == own } } ?? 0, count: lines.count)
    for (offset, index) in window.visible(count: lines.count, height: height).enumerated() {
      let (row, line) = (dialog.row + 1 + top + offset, lines[index])
      let isChosen = line.index == self.line
      let ground = surface.beginListRow(
        row, column: dialog.column + 2, width: dialog.inner, isChosen: isChosen && line.isFirst, ground: .dialog,
        setsCursor: isChosen)
      if line.isFirst {
        let isTicked = items.isTicked(line.index)
        let mark =
          session.isPlain ? isTicked ? session.language.pick("đã chọn", "marked") : "" : isTicked ? "☒" : "☐"
        if line.index < 9 {
          surface.put("\(line.index + 1)", row: row, column: dialog.column + 4, style: Style(.key, on: ground))
        }
        surface.put(mark, row: row, column: dialog.column + 6, style: Style(isTicked ? .warning : .text, on: ground))
      }
      surface.put(
        line.text, row: row, column: dialog.column + 2 + indent, width: dialog.inner - indent,
        style: Style(.text, on: ground))
    }
  }
}
