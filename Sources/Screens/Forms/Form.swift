import DossierDomain
import Terminal

/// The texts of a form's fields, the cursor and the suggestions. It is a value, so a copy is a draft. The list of
/// fields may change with the typed text, so the owner of the form passes it to each function.
struct Form: Equatable, Sendable {
  /// The effect of a key.
  enum Change: Equatable {
    /// The form does not use the key.
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
  /// What stood in a field before it was tidied, where that is only proposed.
  private var untidied: [Field.ID: String] = [:]
  /// The field that was edited since the cursor came to it. In a grid the first typed letter replaces what stands there.
  private var edited: Field.ID?
  /// How the cursor came to the field, if it went on by itself.
  private var advance: Advance?
  private var typing = Typing()
  /// A letter was typed where a choice is made. What is typed after it belongs to a word that is meant for another field.
  var isWordAtChoice = false

  /// The cursor went on by itself, because the field before was complete.
  private struct Advance: Equatable, Sendable {
    var from: Field.ID
    /// No key was pressed since.
    var isFresh: Bool
  }

  /// How fast was typed into the field with the cursor: a scanner types faster than a hand.
  private struct Typing: Equatable, Sendable {
    var keys = 0
    var since = Instant(milliseconds: 0)

    static let fastestHand: Int64 = 25

    mutating func count(_ now: Instant) {
      if keys == 0 { since = now }
      keys += 1
    }

    func isByHand(_ now: Instant) -> Bool {
      now.milliseconds - since.milliseconds >= Int64(keys - 1) * Self.fastestHand
    }
  }

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

  /// The text of the field, or the value of the chosen option; the proposed or the first option is chosen at the start.
  func text(_ field: Field) -> String {
    guard let options = field.options else { return entry(field).text }
    // An option may have the empty value, so "nothing chosen" differs from an empty text.
    let chosen = texts[field.id]?.text
    let proposed = field.proposal.isEmpty ? nil : field.proposal
    return options.first { $0.value == chosen ?? proposed }?.value ?? options.first?.value ?? ""
  }

  /// Index of the chosen option.
  func chosenIndex(_ field: Field) -> Int {
    let text = text(field)
    return field.options?.firstIndex { $0.value == text } ?? 0
  }

  mutating func set(_ field: Field, _ text: String) {
    var entry = entry(field)
    entry.replace(with: text)
    texts[field.id] = entry
  }

  /// The field has again what it proposes.
  mutating func forget(_ field: Field) { texts[field.id] = nil }

  /// Removes the texts of all rows of one kind.
  mutating func clear(_ name: String) {
    texts = texts.filter { $0.key.name != name }
  }

  /// The text without the blanks that a clerk leaves at its end while she types on.
  func trimmed(_ field: Field) -> String {
    var text = text(field)
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Whether the field still has the text from before anything was typed.
  func isUntouched(_ field: Field) -> Bool { trimmed(field) == Form(focus: field.id).trimmed(field) }

  /// Whether something was typed or chosen here; what is only proposed does not count.
  func isAnswered(_ field: Field) -> Bool { texts[field.id] != nil }

  /// Whether anything was typed or chosen in a row of this kind.
  func hasAnswers(_ name: String) -> Bool { texts.keys.contains { $0.name == name } }

  func contents(of fields: [Field]) -> Contents {
    Contents(entries: fields.map { Contents.Entry(id: $0.id, text: text($0)) })
  }

  /// Fills these fields from a draft. Texts of other fields in the draft are ignored.
  mutating func apply(_ contents: Contents, for fields: [Field]) {
    for field in fields { if let text = contents[field.id] { set(field, text) } }
  }

  /// The text typed in the field with the cursor.
  var typed: Contents {
    guard let text = texts[focus]?.text, !text.isEmpty else { return Contents() }
    return Contents().appending(focus, text)
  }

  // MARK: Keys that mean the same everywhere

  /// Inserts, deletes or moves within a text; returns false if the field does not use the key.
  mutating func edit(_ key: Key, _ field: Field, _ typing: OwnTyping) -> Bool {
    var entry = entry(field)
    guard entry.press(key, typing: typing.rules(for: field.use)) else { return false }
    texts[field.id] = entry
    edited = field.id
    return true
  }

  /// A number that stands there by itself: the first digit after the cursor has come replaces it, as in a prompt. Any other key of
  /// the field edits it, and digits after that are added.
  mutating func replaceDefault(before key: Key, _ field: Field) {
    guard case .character(let digit) = key, digit.isASCII, digit.isNumber, isAtDefault(field) else { return }
    giveWay(field)
  }

  private func isAtDefault(_ field: Field) -> Bool {
    guard edited != field.id, !field.proposal.isEmpty, trimmed(field) == field.proposal else { return false }
    return switch field.kind {
    case .text(.digits), .text(.number): true
    case .text(.text), .text(.secret), .choice: false
    }
  }

  private mutating func giveWay(_ field: Field) {
    var entry = entry(field)
    entry.giveWay()
    texts[field.id] = entry
  }

  mutating func insert(_ text: String, _ field: Field) {
    guard field.options == nil else { return }
    if isAtDefault(field) { giveWay(field) }
    var entry = entry(field)
    entry.insert(text)
    texts[field.id] = entry
  }

  /// Chooses an option by its index; an index out of range changes nothing.
  mutating func choose(_ index: Int, _ field: Field) {
    guard let options = field.options, options.indices.contains(index) else { return }
    set(field, options[index].value)
  }

  // MARK: Where the cursor is

  mutating func go(to id: Field.ID) {
    (focus, edited, advance) = (id, nil, nil)
    typing = Typing()
    isWordAtChoice = false
  }

  func isEdited(_ field: Field) -> Bool { edited == field.id }

  func focused(_ fields: [Field]) -> Field? { fields.first { $0.id == focus } }

  /// Moves the cursor by fields; it stops at the first and the last one.
  mutating func move(_ steps: Int, _ fields: [Field]) {
    let index = fields.firstIndex { $0.id == focus } ?? 0
    guard !fields.isEmpty else { return }
    tidy(fields[index])
    go(to: fields[min(max(0, index + steps), fields.count - 1)].id)
  }

  /// The last word of the field is finished, because the cursor leaves it.
  mutating func finish(_ field: Field) { texts[field.id]?.finish() }

  /// As it is stored, when the cursor leaves the field.
  mutating func tidy(_ field: Field) {
    finish(field)
    guard field.options == nil, !isUntouched(field) else { return }
    let text = trimmed(field)
    let tidied = field.tidy(text)
    // Who has undone it wants it as she has typed it.
    guard tidied != text, untidied[field.id] != text else { return }
    if field.isTidiedOnce { untidied[field.id] = text }
    texts[field.id]?.rewrite(as: tidied)
  }

  // MARK: Going on without a key

  /// Whether the key only answers that the cursor has gone on: Tab and Enter are pressed out of habit and do nothing, and
  /// Backspace goes back.
  func answersAdvance(_ key: Key) -> Bool {
    advance?.isFresh == true && [.tab, .enter, .backspace].contains(key)
  }

  /// Tab and Enter directly after the cursor has gone on are swallowed. Backspace goes back to the field before and takes
  /// its last digit, and at the beginning of a field it only goes back. Returns false if the key means something else.
  mutating func pressAfterAdvance(_ key: Key, _ fields: [Field], _ typing: OwnTyping) -> Bool {
    guard let advance else { return false }
    let isFresh = advance.isFresh
    self.advance?.isFresh = false
    switch key {
    case .tab where isFresh, .enter where isFresh: return true
    case .backspace:
      guard let field = fields.first(where: { $0.id == advance.from }),
        isFresh || focused(fields).map({ $0.options != nil || entry($0).cursor == 0 }) == true
      else { return false }
      go(to: field.id)
      if isFresh, field.options == nil { _ = edit(key, field, typing) }
      return true
    default: return false
    }
  }

  /// Goes on from a field that is complete. Not to a field of letters: an outside method would take the digits before
  /// them for the same word and leave its marks out. Not for a scanner either, which sends the key that goes on itself.
  mutating func goOnIfComplete(_ field: Field, _ fields: [Field], _ now: Instant) {
    let entry = entry(field)
    guard field.isComplete(trimmed(field)), field.options != nil || entry.cursor == entry.text.count,
      typing.isByHand(now), let next = next(after: field, fields), !next.takesLetters
    else { return }
    move(1, fields)
    advance = Advance(from: field.id, isFresh: true)
  }

  /// A digit behind a name goes to the next field, if that one takes digits and is empty.
  /// - Returns: the field that the key belongs to.
  mutating func goOnToDigits(_ key: Key, _ field: Field, _ fields: [Field]) -> Field {
    let entry = entry(field)
    guard field.endsAtDigit, case .character(let digit) = key, digit.isASCII, digit.isNumber,
      entry.cursor == entry.text.count, entry.text.contains(where: \.isLetter), !entry.text.contains(where: \.isNumber),
      let next = next(after: field, fields), case .text(.digits) = next.kind, self.entry(next).isEmpty
    else { return field }
    move(1, fields)
    advance = Advance(from: field.id, isFresh: false)
    return next
  }

  mutating func countTyped(_ now: Instant) { typing.count(now) }

  private func next(after field: Field, _ fields: [Field]) -> Field? {
    fields.firstIndex { $0.id == field.id }.flatMap { fields.indices.contains($0 + 1) ? fields[$0 + 1] : nil }
  }

  // MARK: Suggestions

  /// The suggestions below the field with the cursor; nil if there are none.
  var offer: Offer? { offers[focus].flatMap { $0.suggestions.isEmpty ? nil : $0 } }

  /// Nothing fits what was typed in the field with the cursor.
  var findsNothing: Bool { offers[focus]?.suggestions.isEmpty == true && texts[focus]?.isEmpty == false }

  mutating func suggest(for field: Field, _ session: Session, _ now: Instant) {
    guard let suggestions = field.suggestions else { return }
    offers[field.id] = Offer(suggestions: suggestions.find(trimmed(field), session, now))
  }

  /// Removes the suggestions, because the text of the field was chosen from them.
  mutating func dropOffer(_ id: Field.ID) { offers[id] = nil }

  mutating func moveOffer(_ steps: Int) {
    guard let offer else { return }
    offers[focus]?.window.move(by: steps, count: offer.suggestions.count)
  }

  /// Puts the chosen suggestion into the field and removes all suggestions.
  mutating func accept(_ suggestion: Suggestion, _ field: Field) {
    set(field, suggestion.text)
    offers[field.id] = nil
  }
}
