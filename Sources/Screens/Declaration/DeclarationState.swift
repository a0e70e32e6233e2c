import Documents
import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let declaration = Context("declaration")
}

/// The questions of one declaration (tờ khai). What the program knows stands in them; what nobody answers is a dotted line on the
/// paper. Nothing is recorded here: the answers go to the screen of papers, which shows the paper before it is issued.
struct DeclarationState: PlacedScreen {
  static let context = Context.declaration
  static var commands: [Command] { DeclarationCommands.list }
  static let hintOrder: [Command.Group] = [.act, .go, .view, .move, .program]

  let dossier: DossierID
  let paper: NewPaper
  /// Nil until it has come.
  private(set) var template: DeclarationTemplate?
  var form = Form(focus: "")
  private var known = DeclarationFacts()
  /// What the dossier says, whatever was answered.
  private var reception = DeclarationFacts()
  /// What was typed before, until the questions are here; then what another declaration of the dossier asks for.
  private var kept: Contents
  private var pending: Request<DeclarationToFill?>?

  /// - Parameter kept: what was typed into it before.
  init(_ dossier: DossierID, _ paper: NewPaper, kept: Contents) {
    (self.dossier, self.paper, self.kept) = (dossier, paper, kept)
  }

  var isTyping: Bool { true }

  // MARK: What is asked and answered

  /// What is known and typed so far. What cannot be read yet is left out.
  var facts: DeclarationFacts {
    var facts = known
    for field in asked where form.isAnswered(field.typed) {
      do throws(DeclarationFieldFault) { try facts.enter(form.trimmed(field.typed), in: field) } catch { continue }
    }
    return facts
  }

  /// Every question that the declaration may ask.
  var asked: [DeclarationField] {
    template.map { DeclarationQuestions([$0], known).questions.map(\.field) } ?? []
  }

  /// What somebody has answered, here or before; empty for what is only proposed.
  func standing(_ field: DeclarationField) -> String {
    form.isAnswered(field.typed) ? form.trimmed(field.typed) : known[field.id]
  }

  /// What the dossier says where an answer says something else; nil where both agree, or the dossier says nothing.
  func differingReception(_ field: DeclarationField) -> String? {
    let text = reception[field.id]
    return text.isEmpty || isSame(field, standing(field), text) ? nil : text
  }

  /// In the order of the paper. Left out are lines that the circular leaves blank, and dates in words, which the page works out.
  var questions: [DeclarationQuestions.Question] {
    guard let template else { return [] }
    return DeclarationQuestions([template], facts).questions.filter { $0.need != .leftBlank && $0.field.kind != .words }
  }

  /// Beside the number of a person, which of her lines the form leaves blank because of it; nil if none.
  func leftBlankWording(beside field: DeclarationField, _ language: Language) -> String? {
    guard let template, field.id == DeclarationField.PaperIDs(of: field.group).number else { return nil }
    return DeclarationQuestions([template], facts).leftBlankWording(of: field.group, language)
  }

  var fields: [Field] { questions.map { field($0) } }

  private func field(_ question: DeclarationQuestions.Question) -> Field {
    var field = question.field.typed
    let before = known[question.id]
    field.proposal = before.isEmpty ? question.proposed : before
    if isShortProposal(question) { field.width = .short }
    return field
  }

  /// Nobody has said it.
  func isProposed(_ question: DeclarationQuestions.Question) -> Bool {
    !question.proposed.isEmpty && !form.isAnswered(question.field.typed)
  }

  /// There is room beside it to say that it is one.
  func isShortProposal(_ question: DeclarationQuestions.Question) -> Bool {
    isProposed(question) && Surface.width(of: question.proposed) <= 15
  }

  /// The answers as they go onto the paper, with what is proposed and what the dossier says beside them. What was emptied is empty.
  var answers: [String: String] {
    let facts = facts
    guard let template else { return [:] }
    return facts.accepting(DeclarationQuestions([template], facts)).noting(reception).values
  }

  /// The first text that is no value of its field. A field that an answer has made vanish says nothing on the paper.
  var fault: (Field.ID, DeclarationFieldFault)? {
    for field in questions.map(\.field) where form.isAnswered(field.typed) {
      do throws(DeclarationFieldFault) { _ = try field.normalised(form.trimmed(field.typed)) } catch {
        return (field.typed.id, error)
      }
    }
    return coupleFault
  }

  mutating func go(to id: Field.ID) { form.go(to: id) }

  // MARK: Places that come again

  /// The births of a day are often in one place and one home region.
  private func isPlace(_ field: DeclarationField) -> Bool {
    field.kind == .address && !field.id.hasSuffix(".residence")
  }

  /// What was declared last where the cursor is, while nothing stands there; nil if nothing was.
  func lastPlace(_ session: Session) -> String? {
    guard let field = questions.first(where: { $0.field.typed.id == form.focus }).map({ self.field($0) }),
      form.trimmed(field).isEmpty
    else { return nil }
    return session.lastTyped[field.id]
  }

  mutating func takeLastPlace(_ session: Session) {
    guard let text = lastPlace(session), let field = form.focused(fields) else { return }
    form.set(field, text)
  }

  func noteLastPlaces(_ session: inout Session) {
    let facts = facts
    for field in asked where isPlace(field) && !facts[field.id].isEmpty {
      session.lastTyped[field.typed.id] = facts[field.id]
    }
  }

  // MARK: Where the cursor goes

  /// An answer can make the field with the cursor vanish. Then the next one on the paper has it.
  private mutating func keepCursorVisible() {
    let visible = questions.map(\.field.typed.id)
    let all = asked.map(\.typed.id)
    guard !visible.contains(form.focus), let place = all.firstIndex(of: form.focus),
      let next = all[place...].first(where: visible.contains) ?? visible.last
    else { return }
    form.go(to: next)
  }

  /// The next question without an answer or a proposal; behind the last one it begins anew.
  private func open(after id: Field.ID) -> Field.ID? {
    let questions = questions
    let place = questions.firstIndex { $0.field.typed.id == id } ?? 0
    return (questions.dropFirst(place + 1) + questions.prefix(place)).first(where: \.isOpen)?.field.typed.id
  }

  /// Leaves a question that a card or a key has answered.
  mutating func goOnIfAnswered() {
    keepCursorVisible()
    guard questions.first(where: { $0.field.typed.id == form.focus })?.isOpen != true,
      let next = open(after: form.focus)
    else { return }
    form.go(to: next)
  }

  // MARK: What is kept

  var contents: Contents {
    guard template != nil else { return kept }
    let typed = form.contents(of: asked.map(\.typed).filter { form.isAnswered($0) })
    return Contents(entries: typed.entries + kept.entries)
  }

  var place: Place? {
    var fields = [Place.Field("dossier", dossier.hexadecimal), Place.Field("form", paper.form.text)]
    if let replaced = paper.replaces { fields.append(Place.Field("replaces", replaced.text)) }
    return Place(name: Self.context.name, fields: fields + contents.fields)
  }

  init?(place: Place, _ office: OfficeSnapshot, now: Instant) {
    guard let dossier = place["dossier"].flatMap(DossierID.init(hexadecimal:)),
      let form = place["form"].flatMap(PaperFormID.init)
    else { return nil }
    self.init(
      dossier, NewPaper(form, replaces: place["replaces"].flatMap(PaperNumber.init)),
      kept: Contents(place.fields.filter { $0.key.contains(".") }))
  }

  // MARK: Events

  mutating func start(_ session: inout Session) -> [Effect] { read(&session) }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] { template == nil ? read(&session) : [] }

  private mutating func read(_ session: inout Session) -> [Effect] {
    let request: Request<DeclarationToFill?> = session.request()
    pending = request
    return [.device(.declaration(request, dossier, paper.form, viewer: session.viewer))]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    guard let answer = reply.resolve(&pending) else { return [] }
    guard let filling = answer.response ?? nil else {
      session.complain(
        session.language.pick("Hồ sơ này không có tờ khai ấy.", "This dossier has no such declaration."))
      return []
    }
    (template, known, reception) = (filling.template, filling.known, filling.reception)
    let fields = asked.map(\.typed)
    form.apply(kept, for: fields)
    kept.entries.removeAll { entry in fields.contains { $0.id == entry.id } }
    let questions = questions
    form.go(to: (questions.first(where: \.isOpen) ?? questions.first)?.field.typed.id ?? "")
    return []
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    guard template != nil else { return nil }
    if key == .escape {
      session.keep(self)
      if !contents.isEmpty { session.say(Words("Đã giữ những gì đã gõ.", "What was typed is kept.")) }
    }
    if key == .pageDown || key == .pageUp {
      let step = session.bodyRows - 4
      form.move(key == .pageDown ? step : -step, fields)
      return []
    }
    let from = form.focus
    let change = form.pressOnPage(key, fields, session, now)
    keepCursorVisible()
    if case .chosen = change { form.move(1, fields) }
    // Tab goes through all fields, Enter through the open ones.
    if key == .enter, let next = open(after: from) { form.go(to: next) }
    return change == .unused ? nil : []
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard template != nil else { return nil }
    _ = form.pasteOnPage(text, fields, session, now)
    keepCursorVisible()
    return []
  }
}

extension DeclarationField {
  /// As it is asked on a page. What stands in it comes from the declaration.
  var typed: Field {
    var field = Field(id: Field.ID(id), label: Words(label, label), kind: .text(.text))
    field.maximumLength = DeclarationFacts.longestValue
    let choices = choices
    switch kind {
    case .choice, .boxes:
      let options = choices.enumerated().map { index, choice in
        Field.Option(value: choice, label: Words(choice, choice), digit: index < 9 ? Character(String(index + 1)) : nil)
      }
      field.kind = .choice([Field.Option(value: "", label: Words("…", "…"))] + options)
      return field
    case .name, .address, .ethnicity: field.use = .names
    case .number, .date, .partialDate: (field.kind, field.use) = (.text(.digits), .codes)
    case .text, .words, .suggestion, .paper: break
    }
    if !choices.isEmpty {
      field.suggestions = Field.Suggesting(rows: min(4, choices.count)) { text, _, _ in
        // “Mông” is complete, although a longer choice has it too.
        choices.contains(text) ? [] : choices.filter { fits($0, text) }.map { Suggestion(value: "", text: $0) }
      }
    }
    let declared = self
    field.tidy = { text in (try? declared.normalised(text)) ?? text }
    return field
  }
}

/// Marks that were typed are meant, so that “Bà” does not find “Bản thân”; a text without any finds both.
private func fits(_ choice: String, _ text: String) -> Bool {
  if text.isEmpty { return true }
  return text.exactFolded == text.folded
    ? choice.folded.contains(text.folded) : choice.exactFolded.contains(text.exactFolded)
}
