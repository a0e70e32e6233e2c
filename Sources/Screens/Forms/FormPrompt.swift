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

  mutating func press(_ key: Key, _ field: Field, _ language: Language) -> Change {
    switch field.kind {
    case .text: type(key, field, language)
    case .choice(let options): choose(key, field, options)
    }
  }

  mutating func insert(_ text: String, _ field: Field) {
    if isProposal { form.set(field, "") }
    isProposal = false
    form.insert(text, field)
  }

  private mutating func type(_ key: Key, _ field: Field, _ language: Language) -> Change {
    switch key {
    case .enter, .tab:
      problem = field.check(form.text(field), language)
      return problem == nil ? .answered(field.tidy(form.text(field))) : .changed
    // A typed letter replaces the proposal; any other key of the field keeps it.
    case .character where isProposal: form.set(field, "")
    default: break
    }
    guard form.edit(key, field) else { return .unused }
    isProposal = false
    return .changed
  }

  private mutating func choose(_ key: Key, _ field: Field, _ options: [Field.Option]) -> Change {
    switch key {
    case .up: form.choose(form.chosenIndex(field) - 1, field)
    case .down: form.choose(form.chosenIndex(field) + 1, field)
    case .enter, .tab: return answer(form.chosenIndex(field), options)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...9).contains(number) else { return .changed }
      return answer(number - 1, options)
    default: return .unused
    }
    return .changed
  }

  private func answer(_ index: Int, _ options: [Field.Option]) -> Change {
    options.indices.contains(index) ? .answered(options[index].value) : .changed
  }

  // MARK: How it looks

  /// How many of the `available` rows the field uses.
  static func height(_ field: Field, available: Int) -> Int {
    field.options.map { min($0.count, available) } ?? 1
  }

  /// Draws the text or the options, and places the cursor there.
  func draw(
    _ field: Field, in dialog: Dialog, line: Int, height: Int, on surface: inout Surface, _ language: Language
  ) {
    if let options = field.options {
      let list = ChoiceList(options.map { $0.label(language) }, chosen: form.chosenIndex(field))
      dialog.draw(list, line: line, height: height, on: &surface)
    } else {
      form.entry(field).draw(
        on: &surface, row: dialog.row + 1 + line, column: dialog.column + 2, width: dialog.inner, isActive: true)
    }
  }
}
