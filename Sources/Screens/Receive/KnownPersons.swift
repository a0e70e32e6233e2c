import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

/// The persons whom the typed name or number may mean, as the desk knows them from earlier dossiers.
struct KnownPersons: Equatable, Sendable {
  var persons: [KnownPerson] = []
  var pending: Request<[KnownPerson]>?
  /// The name and number that were asked about last.
  var asked: KnownQuery?
  /// The clerk wants the code; it is issued, unless there is something to say, when the answer comes.
  var issue: Issuing?
  /// The year of birth that the number says and nobody has confirmed.
  var proposedBirth: String?
  /// The dossiers of the same procedure that the clerk was told about when she wanted the code.
  var told: Set<DossierID> = []
  /// Until then a key that issues is taken for the same press that she was told at.
  var waitsUntil: Instant?
}

/// Who may be meant by the typed applicant, as the desk knows her.
struct KnownApplicant: Equatable, Sendable {
  var persons: [Person] = []
  var pending: Request<[KnownPerson]>?
  var asked: KnownQuery?

  /// What the desk knows about her, and which key uses it.
  func line(_ language: Language) -> String? {
    guard let first = persons.first else { return nil }
    if persons.count > 1 {
      return language.pick(
        "Có \(persons.count) người cùng tên. ^B chọn người nộp.",
        "\(persons.count) persons have this name. ^B chooses the applicant.")
    }
    let facts = [first.name, first.birth, maskedNumber(first.phone), first.address].filter { !$0.isEmpty }
    return language.pick("Người nộp đã biết (^B điền): ", "Known applicant (^B fills in): ")
      + facts.joined(separator: " · ")
  }
}

extension ReceiveState {
  private func query(_ session: Session) -> KnownQuery {
    KnownQuery(
      name: text("owner"), number: text("number"), oldNumber: card(of: .owner)?.oldNumber ?? "", viewer: session.viewer)
  }

  /// Asks who this is, unless that was asked already.
  mutating func askWhoItIs(_ session: inout Session) -> [Effect] {
    let query = query(session)
    guard query != known.asked else { return [] }
    known.asked = query
    known.persons = []
    guard !query.isEmpty else { return [] }
    let request: Request<[KnownPerson]> = session.request()
    known.pending = request
    return [.ask(.known(request, query))]
  }

  /// The cursor is where what is known of a newborn's applicant can be used.
  var isAtApplicant: Bool { isOfNewborn && ["applicant", "phone", "address"].contains(form.focus) }

  /// Asks who brings the papers, by number or name. Phone and address of a newborn are hers.
  mutating func askWhoComes(_ session: inout Session) -> [Effect] {
    guard isOfNewborn else { return [] }
    let typed = text("applicant")
    let isNumber = !typed.contains(where: \.isLetter)
    let query = KnownQuery(name: isNumber ? "" : typed, number: isNumber ? typed : "", viewer: session.viewer)
    guard query != knownApplicant.asked else { return [] }
    knownApplicant = KnownApplicant(asked: query)
    guard !query.isEmpty else { return [] }
    let request: Request<[KnownPerson]> = session.request()
    knownApplicant.pending = request
    return [.ask(.known(request, query))]
  }

  /// Her dossiers of this procedure that are open or of today, or those of whoever she may be of several persons with her
  /// name.
  func doubles(_ now: Instant) -> [QueueRow] {
    guard let procedure else { return [] }
    let possible = known.persons.count == 1 ? known.persons : known.persons.filter { mayBe($0.person) }
    // The one that this form replaces is no second one.
    return possible.flatMap { $0.doubles(of: procedure.code, on: now.civilDate) }.filter { $0.id != replaced?.id }
  }

  /// Whether nothing that was typed says that she is somebody else.
  private func mayBe(_ person: Person) -> Bool {
    let birth = BirthDate.normalised(text("birth")) ?? ""
    let isOther =
      isAnother(text("number"), card(of: .owner), than: person)
      || !birth.isEmpty && !person.birth.isEmpty && birth.suffix(4) != person.birth.suffix(4)
    return !isOther
  }

  /// `Đã có 1 hồ sơ cùng thủ tục (đang mở): 261124-0007.`
  func doubleWarning(_ language: Language, _ now: Instant) -> String? {
    let doubles = doubles(now)
    guard let first = doubles.first else { return nil }
    let when =
      first.status.isFinal ? language.pick("hôm nay", "today") : language.pick("đang mở", "open")
    guard known.persons.count == 1 else {
      return language.pick(
        "Người cùng tên đã có hồ sơ cùng thủ tục (\(when)): \(first.code.short). ^R xem, ^B chọn người.",
        "Somebody of this name has one of this procedure (\(when)): \(first.code.short). ^R shows it, ^B chooses who.")
    }
    return language.pick(
      "Đã có \(doubles.count) hồ sơ cùng thủ tục (\(when)): \(first.code.short). ^R xem.",
      "\(counted(doubles.count, "dossier")) of this procedure (\(when)): \(first.code.short). ^R shows it.")
  }

  /// What the desk knows about the person, and which keys use it; nil if it knows nothing more than was typed.
  func knownLine(_ language: Language) -> String? {
    guard let first = known.persons.first else { return nil }
    if known.persons.count > 1 {
      guard known.persons.allSatisfy({ $0.person.name.exactFolded == first.person.name.exactFolded }) else {
        return language.pick(
          "Có \(known.persons.count) người cùng số. ^B chọn để điền.",
          "\(known.persons.count) persons have this number. ^B chooses one.")
      }
      return language.pick(
        "Có \(known.persons.count) người cùng tên. ^B chọn để điền.",
        "\(known.persons.count) persons have this name. ^B chooses one.")
    }
    let facts = [first.person.birth, maskedNumber(first.person.identityNumber), maskedNumber(first.person.phone)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let number = first.counted
    let dossiers = number == 0 ? "" : language.pick("\(number) hồ sơ", counted(number, "dossier"))
    return language.pick("Đã biết: ", "Known: ")
      + [first.person.name, facts, dossiers].filter { !$0.isEmpty }
      .joined(separator: " · ") + language.pick(". ^B điền, ^R xem hồ sơ.", ". ^B fills in, ^R shows dossiers.")
  }

  /// Fills the fields that are still empty, and completes a year of birth to the whole date.
  mutating func fill(from person: Person) {
    let texts: [(Field.ID, String)] = [
      ("owner", person.name), ("number", person.identityNumber), ("birth", person.birth),
      ("sex", person.sex.map { String($0.rawValue) } ?? ""), ("phone", person.phone), ("address", person.address),
      ("relative", person.relative), ("email", person.email),
    ]
    // The number says the year only, and every date ends with its year.
    for (id, text) in texts
    where !text.isEmpty && (self.text(id).isEmpty || id == "birth" && text.hasSuffix("/" + self.text(id))) {
      fill(id, text)
    }
  }

  /// The number says sex and year of birth; what was typed stays. A whole date typed afterwards replaces the year.
  mutating func fillFromNumber() {
    guard let number = try? CitizenNumber(text("number")) else { return }
    for (id, text) in [("sex", String(number.sex.rawValue)), ("birth", String(number.birthYear))]
      as [(Field.ID, String)]
    where self.text(id).isEmpty || id == "birth" && self.text(id) == known.proposedBirth {
      ReceptionField.named(id).map { form.set($0.field, text) }
      if id == "birth" { known.proposedBirth = text }
    }
  }

  /// The first typed letter replaces the year that the number says.
  mutating func clearProposedBirth(before key: Key) {
    guard form.focus == "birth", let proposed = known.proposedBirth else { return }
    if case .character = key, text("birth") == proposed {
      ReceptionField.named("birth").map { form.set($0.field, "") }
    }
    known.proposedBirth = nil
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let codes = reply.resolve(&favourites)?.response {
      session.favourites = codes
      takeWantedFavourite(session, now)
    }
    sentBack.receive(reply)
    receiveBlank(reply, &session)
    if let asked = knownApplicant.pending, let content = reply.content(for: asked) {
      knownApplicant.pending = nil
      knownApplicant.persons = content.response?.map(\.person) ?? []
      return []
    }
    guard let asked = known.pending, let content = reply.content(for: asked) else { return [] }
    known.pending = nil
    let issue = known.issue
    known.issue = nil
    // A failure is shown and nothing is issued unseen; the next press issues the code without what the desk knows.
    guard let persons = content.response else { return [] }
    known.persons = persons
    guard let issue else { return [] }
    return self.issue(issue, &session, now)
  }
}

extension ReceiveState {
  /// Chooses the favourite that the form was opened for, unless something was typed meanwhile.
  mutating func takeWantedFavourite(_ session: Session, _ now: Instant) {
    guard let wanted = wantedFavourite else { return }
    wantedFavourite = nil
    guard isEmpty, let version = session.favourite(String(wanted), on: now.civilDate) else { return }
    take(version)
  }
}

/// A list over the form: persons of one name, or the dossiers of the person.
struct KnownChoice: Screen {
  enum Kind: Equatable, Sendable {
    case persons([KnownPerson])
    case applicants([Person])
    case dossiers([QueueRow])
  }

  let kind: Kind
  var window = ListWindow()

  private var count: Int {
    switch kind {
    case .persons(let persons): persons.count
    case .applicants(let persons): persons.count
    case .dossiers(let rows): rows.count
    }
  }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    var choice = self
    switch key {
    case .up: choice.window.move(by: -1, count: count)
    case .down: choice.window.move(by: 1, count: count)
    case .escape:
      app.top.overlay = nil
      return []
    case .enter: return choose(window.chosen, &app, now)
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...9).contains(number), number <= count else { return [] }
      return choose(number - 1, &app, now)
    case .function(12): return nil
    default: return []
    }
    app.top.overlay = choice
    return []
  }

  private func choose(_ index: Int, _ app: inout App, _ now: Instant) -> [Effect] {
    app.top.overlay = nil
    switch kind {
    case .persons(let persons) where app.top.screen is CertificationState:
      return app.takeRequester(persons[index].person)
    case .persons(let persons):
      return app.onTop(ReceiveState.self) { form, session in
        form.fill(from: persons[index].person)
        return form.askWhoItIs(&session)
      } + app.saveSeat()
    case .applicants(let persons):
      return app.onTop(ReceiveState.self) { form, _ in
        form.fillApplicant(from: persons[index])
        return []
      } + app.saveSeat()
    case .dossiers(let rows): return app.open(DetailState(id: rows[index].id), now: now)
    }
  }

  func draw(on surface: inout Surface, app: App, now: Instant) {
    let language = app.session.language
    let title: Words
    let texts: [String]
    switch kind {
    case .persons(let persons):
      title = Words("Người nào?", "Which person?")
      texts = persons.map { Self.line($0.person) }
    case .applicants(let persons):
      title = Words("Người nộp là ai?", "Which applicant?")
      texts = persons.map { Self.line($0) }
    case .dossiers(let rows):
      title = Words("Hồ sơ đã có", "Earlier dossiers")
      texts = rows.map { "\($0.code.short) · \($0.status.wording(language)) · \(app.session.office.shortName(of: $0))" }
    }
    let height = min(texts.count, max(1, surface.size.rows - 8))
    let dialog = Dialog(
      on: &surface, title: title(language), foot: language.pick("Enter Chọn   Esc Thôi", "Enter Choose   Esc Leave it"),
      lineCount: height + 1)
    dialog.draw(ChoiceList(texts, chosen: window.chosen), line: 0, height: height, on: &surface)
  }
  private static func line(_ person: Person) -> String {
    [person.name, person.birth, maskedNumber(person.identityNumber), person.address, person.relative]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
