import DossierDomain
import Terminal

/// What stands in the fields of a form, where the cursor is, and what is suggested there. A value: a copy is a draft. The fields
/// themselves may change with what is typed, so whoever has the form hands them in.
struct Form: Equatable, Sendable {
  /// What a key led to.
  enum Change: Equatable {
    /// The key is none of the form's.
    case unused
    /// The cursor or a list moved.
    case moved
    case edited(Field.ID)
    case chosen(Field.ID, Suggestion)
  }

  struct Offer: Equatable, Sendable {
    var suggestions: [Suggestion]
    var window = ListWindow()

    var chosen: Suggestion? { suggestions.indices.contains(window.chosen) ? suggestions[window.chosen] : nil }
  }

  private var texts: [Field.ID: TextField] = [:]
  private var offers: [Field.ID: Offer] = [:]
  private(set) var focus: Field.ID

  init(focus: Field.ID) {
    self.focus = focus
  }

  // MARK: What stands in it

  func entry(_ field: Field) -> TextField {
    if let entry = texts[field.id] { return entry }
    switch field.kind {
    case .text(let kind): return TextField(field.proposal, kind: kind, maximumLength: field.maximumLength)
    case .choice: return TextField()
    }
  }

  /// The text, or the value of the option that is chosen: the first one until another one is.
  func text(_ field: Field) -> String {
    guard let options = field.options else { return entry(field).text }
    // An option may have the empty value, so nothing chosen is not the same as nothing in the field.
    let chosen = texts[field.id]?.text
    return options.first { $0.value == chosen }?.value ?? options.first?.value ?? ""
  }

  /// Which option of a choice is chosen.
  func chosenIndex(_ field: Field) -> Int {
    let text = text(field)
    return field.options?.firstIndex { $0.value == text } ?? 0
  }

  mutating func set(_ field: Field, _ text: String) {
    var entry = entry(field)
    entry.replace(with: text)
    texts[field.id] = entry
  }

  /// Takes away what stands in all rows of one kind.
  mutating func clear(_ name: String) {
    texts = texts.filter { $0.key.name != name }
  }

  /// Without the blanks that whoever goes on typing leaves at its end.
  func trimmed(_ field: Field) -> String {
    var text = text(field)
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Nothing else stands in it than before anything was typed.
  func isUntouched(_ field: Field) -> Bool { trimmed(field) == Form(focus: field.id).trimmed(field) }

  func contents(of fields: [Field]) -> Contents {
    Contents(entries: fields.map { Contents.Entry(id: $0.id, text: text($0)) })
  }

  /// What a draft says of other fields is left out.
  mutating func apply(_ contents: Contents, for fields: [Field]) {
    for field in fields { if let text = contents[field.id] { set(field, text) } }
  }

  /// What was typed where the cursor is.
  var typed: Contents {
    guard let text = texts[focus]?.text, !text.isEmpty else { return Contents() }
    return Contents().appending(focus, text)
  }

  // MARK: Keys that mean the same everywhere

  /// Types, deletes or moves within a text; false when the field has no use for the key.
  mutating func edit(_ key: Key, _ field: Field) -> Bool {
    var entry = entry(field)
    guard entry.press(key) else { return false }
    texts[field.id] = entry
    return true
  }

  mutating func insert(_ text: String, _ field: Field) {
    guard field.options == nil else { return }
    var entry = entry(field)
    entry.insert(text)
    texts[field.id] = entry
  }

  /// Chooses an option by its place; one that is not there changes nothing.
  mutating func choose(_ index: Int, _ field: Field) {
    guard let options = field.options, options.indices.contains(index) else { return }
    set(field, options[index].value)
  }

  // MARK: Where the cursor is

  mutating func go(to id: Field.ID) { focus = id }

  func focused(_ fields: [Field]) -> Field? { fields.first { $0.id == focus } }

  /// To another field; the first and the last one are the ends.
  mutating func move(_ steps: Int, _ fields: [Field]) {
    let index = fields.firstIndex { $0.id == focus } ?? 0
    guard !fields.isEmpty else { return }
    focus = fields[min(max(0, index + steps), fields.count - 1)].id
  }

  // MARK: Suggestions

  /// Below the field where the cursor is; nil where there are none.
  var offer: Offer? { offers[focus].flatMap { $0.suggestions.isEmpty ? nil : $0 } }

  mutating func suggest(for field: Field, _ session: Session, _ now: Instant) {
    guard let suggestions = field.suggestions else { return }
    offers[field.id] = Offer(suggestions: suggestions.find(trimmed(field), session, now))
  }

  /// What stands in the field is what was chosen before.
  mutating func dropOffer(_ id: Field.ID) { offers[id] = nil }

  mutating func moveOffer(_ steps: Int) {
    guard let offer else { return }
    offers[focus]?.window.move(by: steps, count: offer.suggestions.count)
  }

  /// What is chosen stands in the field, and nothing is suggested any more.
  mutating func accept(_ suggestion: Suggestion, _ field: Field) {
    set(field, suggestion.text)
    offers[field.id] = nil
  }
}
