import DossierDomain
import Terminal

/// A form as a prompt: one question at a time, over the screen that asked it.
struct FormPrompt: Equatable, Sendable {
  enum Change: Equatable {
    case unused
    case changed
    /// What is typed or chosen will do.
    case answered(String)
  }

  private(set) var form: Form
  private let isText: Bool
  /// Nothing was typed yet: what stands there gives way to what is.
  private(set) var isProposal: Bool
  /// What is wrong with what was typed.
  private(set) var problem: String?

  /// - Parameter draft: what was typed here when it was left earlier.
  init(_ field: Field, draft: String? = nil) {
    form = Form(focus: field.id)
    isText = field.options == nil
    if let draft { form.set(field, draft) }
    isProposal = draft == nil && !field.proposal.isEmpty
  }

  /// What a draft keeps of it. A choice that is not made yet is none.
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
      return problem == nil ? .answered(form.text(field)) : .changed
    // What is proposed gives way to what is typed; any other key of the field keeps it.
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

  /// How many rows it takes, of `available` ones.
  static func height(_ field: Field, available: Int) -> Int {
    field.options.map { min($0.count, available) } ?? 1
  }

  /// Draws what is typed or chosen, and sets the cursor there.
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
