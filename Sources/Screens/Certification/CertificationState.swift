import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let certification = Context("certification")
}

/// The counter of certified copies: who asks, and a line for each kind of paper (`bang 2 30`). One key receives the batch and takes
/// the money.
struct CertificationState: PlacedScreen {
  static let context = Context.certification
  static var commands: [Command] { CertificationCommands.list }
  static let isForm = true
  static let hintOrder: [Command.Group] = [.act, .go, .view, .move, .program]

  /// Certified copies of papers, which the commune certifies itself.
  static let procedure = "2.000815"

  var form = Form(focus: "owner")
  /// Who she is by her card or by earlier dossiers, as long as the form still names her.
  private(set) var person: Person?
  private(set) var known: [KnownPerson] = []
  private var asked: KnownQuery?
  private var pendingKnown: Request<[KnownPerson]>?
  /// What is being asked before the batch is received.
  var question: CertificationQuestion?
  /// The clerk has said that she has compared the originals.
  var isCompared = false
  /// Nil until the clerk has been asked.
  var money: Money?
  /// The request that was sent to the journal.
  private(set) var pending: RequestNumber?
  /// The row of the received batch; the form is done.
  private(set) var issued: QueueRow?

  /// - Parameter kept: what was typed before.
  init(kept: Contents = Contents()) {
    form.apply(kept, for: Self.fields(lines: CertifiedLine.most))
  }

  /// The next batch of a person.
  init(of person: Person) {
    take(person)
  }

  var isTyping: Bool { issued == nil }
  var isAsking: Bool { question != nil }
  var usedUpBy: RequestNumber? { pending }

  // MARK: What is asked

  var fields: [Field] { Self.fields(lines: shownLines) }

  /// One more than were typed.
  private var shownLines: Int {
    let typed = (0..<CertifiedLine.most).last { !form.trimmed(Self.line($0)).isEmpty }
    return min(CertifiedLine.most, (typed ?? -1) + 2)
  }

  private static func fields(lines: Int) -> [Field] {
    var owner = ReceptionField.named("owner")?.field
    owner?.label = Words("Người yêu cầu", "Requester")
    return [owner, ReceptionField.named("number")?.field].compactMap(\.self) + (0..<lines).map { line($0) }
  }

  private static func line(_ place: Int) -> Field {
    var field = Field(
      id: Field.ID("line", place), label: Words("Giấy \(place + 1)", "Paper \(place + 1)"), kind: .text(.text),
      maximumLength: CertifiedLine.longestPaper + CertifiedLine.longestPerson)
    if place == 0 {
      field.placeholder = Words("bang 2 30 = bằng, 2 trang, 30 bản", "bang 2 30 = diploma, 2 pages, 30 copies")
    }
    field.check = { text, language in
      guard !text.isEmpty else { return nil }
      do throws(CertifiedLine.Fault) {
        _ = try CertifiedLine(typed: text)
        return nil
      } catch {
        return error.wording(language)
      }
    }
    return field
  }

  func text(_ id: Field.ID) -> String { fields.first { $0.id == id }.map { form.trimmed($0) } ?? "" }

  /// What was typed as lines, in their order; nil for what is none yet.
  var typedLines: [(field: Field.ID, line: CertifiedLine?)] {
    fields.dropFirst(2).filter { !form.trimmed($0).isEmpty }.map { field in
      (field.id, try? CertifiedLine(typed: form.trimmed(field)))
    }
  }

  var lines: [CertifiedLine] { typedLines.compactMap(\.line) }

  /// Nil if the procedure is not in force.
  func outcome(_ session: Session, _ now: Instant) -> CaseOutcome? {
    session.office.catalogue.version(of: Self.procedure, on: now.civilDate)?.outcome(CaseAnswers())
  }

  /// The first thing that prevents receiving.
  func problem(_ language: Language) -> (field: Field.ID, sentence: String)? {
    for field in fields {
      let text = form.trimmed(field)
      let number = field.id == "number" ? ReceptionField.numberProblem(text, language) : nil
      if let sentence = number ?? field.check(text, language) { return (field.id, sentence) }
    }
    return lines.isEmpty ? ("line", CertifiedLine.Fault.paperMissing.wording(language)) : nil
  }

  // MARK: Who it is

  private var named: Person? {
    person.flatMap { $0.name.exactFolded == text("owner").exactFolded ? $0 : nil }
  }

  /// With what card and dossiers say of her; what was typed counts.
  var owner: Person {
    var owner = named ?? Person(name: text("owner"))
    let number = text("number").filter { !" .-".contains($0) }
    if IdentityKind.normalised(number) != IdentityKind.normalised(owner.identityNumber) {
      owner = Person(name: text("owner"), identityNumber: number, identityKind: IdentityKind(number: number))
    }
    return owner
  }

  mutating func take(_ person: Person) {
    self.person = person
    for (id, text) in [("owner", person.name), ("number", person.identityNumber)] as [(Field.ID, String)]
    where !text.isEmpty {
      fields.first { $0.id == id }.map { form.set($0, text) }
    }
    form.go(to: person.name.isEmpty ? "owner" : Field.ID("line", max(0, shownLines - 1)))
  }

  /// What was typed and is not what the card says.
  func differences(from card: CitizenCard, _ language: Language) -> [CardQuestion.Difference] {
    let read: [(Field.ID, String, Bool)] = [
      ("owner", card.name, text("owner").exactFolded == card.name.exactFolded),
      ("number", card.number.digits, IdentityKind.normalised(text("number")) == card.number.digits),
    ]
    return read.compactMap { id, read, isSame in
      guard !read.isEmpty, !text(id).isEmpty, !isSame, let field = fields.first(where: { $0.id == id }) else {
        return nil
      }
      let masks = id == "number"
      return CardQuestion.Difference(
        label: field.label(language), typed: masks ? maskedNumber(text(id)) : text(id),
        read: masks ? maskedNumber(read) : read)
    }
  }

  private mutating func askWhoItIs(_ session: inout Session) -> [Effect] {
    let query = KnownQuery(name: text("owner"), number: text("number"), viewer: session.viewer)
    guard query != asked else { return [] }
    (asked, known) = (query, [])
    guard !query.isEmpty else { return [] }
    let request: Request<[KnownPerson]> = session.request()
    pendingKnown = request
    return [.ask(.known(request, query))]
  }

  // MARK: Keys

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    (pendingKnown, asked) = (nil, nil)
    return [.ask(.procedures(session.office.catalogue))]
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    guard issued == nil else { return nil }
    if let question { return press(key, in: question, &session, now) }
    if key == .escape || key == .function(10) {
      keepDraft(&session)
      return nil
    }
    // A sent batch must not change.
    if pending != nil, key != .function(12) { return [] }
    let left = form.focus
    switch form.pressOnPage(key, fields, session, now) {
    case .unused: return nil
    case .moved, .chosen: break
    case .edited(let id): if id.name == "line" { (isCompared, money) = (false, nil) }
    }
    return left != form.focus && ["owner", "number"].contains(left) ? askWhoItIs(&session) : []
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard issued == nil, question == nil, pending == nil else { return nil }
    _ = form.pasteOnPage(text, fields, session, now)
    (isCompared, money) = (false, nil)
    return []
  }

  private mutating func press(
    _ key: Key, in asked: CertificationQuestion, _ session: inout Session, _ now: Instant
  ) -> [Effect]? {
    var asked = asked
    let change = asked.press(key, session.language, now: now)
    question = asked
    switch change {
    case .unused: return nil
    case .changed: return []
    case .back:
      question = nil
      session.say(Words("Chưa nhận. Mẫu còn nguyên.", "Nothing was received. The form is as it was."))
      return []
    case .compared: isCompared = true
    case .paid(let money): self.money = money
    }
    question = nil
    return receiveBatch(&session, now)
  }

  private func keepDraft(_ session: inout Session) {
    guard !contents.isEmpty else { return }
    session.promptDrafts[Self.context.name] = contents
    session.say(Words("Đã giữ nháp. Bấm , để làm tiếp.", "Draft kept. The key , goes on with it."))
  }

  // MARK: Receiving

  /// Asks what has to be asked first: once whether the originals were compared, and for the money.
  mutating func receiveBatch(_ session: inout Session, _ now: Instant) -> [Effect] {
    guard issued == nil, pending == nil, question == nil, let clerk = session.clerk else { return [] }
    if let problem = problem(session.language) {
      form.go(to: problem.field)
      session.complain(problem.sentence)
      return []
    }
    if !isCompared {
      question = .compare(waitsUntil: now.afterAPause)
      return []
    }
    let outcome = outcome(session, now)
    if money == nil, let fee = outcome?.quote(lines).total, fee > 0 {
      question = .fee(FeeQuestion(.code, due: fee, isPerUnit: false, now: now))
      return []
    }
    let number = session.nextRequest()
    pending = number
    session.promptDrafts[Self.context.name] = nil
    session.running[number] = RunningAct(
      title: Issuing.code.title, clerk: clerk.id,
      draft: RunningAct.Draft(name: Self.context.name, contents: contents))
    var commands: [DossierCommand] = [.receive(reception(outcome))]
    if case .paid(let amount, let method) = money { commands.append(.recordPayment(amount: amount, method: method)) }
    return [.act(.receive(number, commands, by: clerk.id))]
  }

  private func reception(_ outcome: CaseOutcome?) -> ReceptionForm {
    // The clerk has said that she had the originals in her hands.
    let papers = outcome?.papers.enumerated().map { index, rule in
      Component(
        number: index + 1, name: rule.name, form: .original, quantity: max(1, lines.count), need: rule.needInDossier)
    }
    var reception = ReceptionForm(procedureCode: Self.procedure, owner: owner, components: papers ?? [])
    reception.certified = lines
    return reception
  }

  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    guard act == pending else { return }
    pending = nil
    guard case .performed(let outcomes) = end, case .done(let row, _) = outcomes.first else {
      money = nil
      return
    }
    issued = row
    session.say(Words("Đã nhận \(row.code.short). U hoàn tác.", "Received \(row.code.short). U undoes it."))
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let answer = reply.resolve(&pendingKnown) { known = answer.response ?? [] }
    return []
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    // What was undone is shown again as it was filled in.
    if case .undone(.undone(let act)) = news, let issued, act.rows.contains(where: { $0.isVoid && $0.id == issued.id })
    {
      self.issued = nil
      money = nil
    }
    return []
  }

  // MARK: What is kept

  var contents: Contents { form.contents(of: fields.filter { form.isAnswered($0) && !form.trimmed($0).isEmpty }) }

  var place: Place? { Place(name: Self.context.name, fields: issued == nil ? contents.fields : []) }

  init?(place: Place, _ office: OfficeSnapshot, now: Instant) { self.init(kept: Contents(place.fields)) }
}
