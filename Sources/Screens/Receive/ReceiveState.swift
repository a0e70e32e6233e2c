import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let receive = Context("receive")
}

/// The reception form: procedure, owner, applicant, papers. The contents survive F3, F12, resizing and a restart.
struct ReceiveState: PlacedScreen {
  static let context = Context.receive
  static var commands: [Command] { ReceiveCommands.list }
  static let isForm = true

  var form = Form(focus: "search")
  var procedure: ProcedureVersion?
  /// The deciding unit; nil if this office decides. Citizens may hand in at any desk (NĐ 118/2025).
  var decidingUnit: AdministrativeUnit?
  /// The request that was sent to the journal; while it is set, a second press issues nothing.
  var pending: RequestNumber?
  /// Whom the typed name or number may mean.
  var known = KnownPersons()
  /// Who brings the papers of a newborn, as far as the desk knows.
  var knownApplicant = KnownApplicant()
  /// The papers that were missing when the rest was asked for; what is kept of that question has their numbers.
  var askedPapers: [String] = []
  /// The cards that were scanned for this reception.
  var cards = ReadCards()
  /// What was filled in for the applicant whom the form named at that time.
  var filledApplicant = FilledApplicant()
  /// The number of the favourite that was asked for before the list was there.
  var wantedFavourite: Int?
  /// Another system is in use, whose codes the citizens get.
  var isBesideAnotherSystem = false
  /// The clerk wants to copy a blank receipt.
  var wantsBlank = false
  var paper = PaperOfBlank()
  /// The field that she left for it.
  var leftForBlank: Field.ID?
  /// Of this desk; nil until the form is shown.
  var office: Office?
  var isHeadOfDesk = false
  /// The procedures of a received group that are still offered for the same person, by their codes.
  var parts: [String] = []
  /// The paper to which the next digit adds one more.
  var addsTo: Field.ID?
  /// What is being asked before the code is issued.
  var question: ReceptionQuestion?
  /// The papers of which the clerk has said that they are missing.
  var accepted: [String] = []
  /// The name that has just got its capitals.
  var writtenName: String?
  /// The contradictions between answers and birth that the clerk has been told.
  var toldContradictions: [String] = []
  /// The request for the procedures that are received most.
  var favourites: Request<[String]>?
  /// The draft that holds the contents; nil if none does.
  var draftName: String?
  /// What became of the fee; nil until the clerk has been asked.
  var money: Money?
  /// The row of the issued dossier; the form is done.
  var issued: QueueRow?
  /// The way out that was taken.
  var wayOut: Issuing?
  /// The first dossier of the visit, if this person has handed in one before.
  var visit: DossierID?
  /// The dossier in whose place this one is received.
  var replaced: ReplacedDossier?
  /// What people are sent back for.
  var sentBack = SentBackLine()
  /// Nil before the form is shown.
  var today: CivilDate?
  /// The times in which the desk was not at work.
  var silences: [ClosedRange<Instant>] = []
  /// The day of the paper whose version of the procedure was taken; nil for today's.
  var versionDay: CivilDate?
  let memory = CaseMemory()

  init(procedure: ProcedureVersion? = nil) {
    if let procedure { take(procedure) }
  }

  /// While it is asked about papers, digits are answers: a scanner's burst is recognised as one and answers nothing.
  var isTyping: Bool { if case .papers = question { false } else { issued == nil } }
  var isAsking: Bool { question != nil }
  var usedUpBy: RequestNumber? { pending }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    // An answer that came while the clerk was away did not reach this form.
    look(at: session, now)
    paper = PaperOfBlank()
    (known.pending, known.asked, known.issue) = (nil, nil, nil)
    sentBack = SentBackLine()
    (knownApplicant.pending, knownApplicant.asked) = (nil, nil)
    office = session.office.office
    isHeadOfDesk = session.clerk?.has(.headOfDesk) == true
    isBesideAnotherSystem = session.office.office.isBesideAnotherSystem(on: now.civilDate)
    let request: Request<[String]> = session.request()
    favourites = request
    return [
      .ask(.procedures(session.office.catalogue)),
      .ask(.favourites(request, since: now.civilDate.adding(days: -Session.favouriteDays).instant(atMinute: 0))),
    ] + askSentBack(&session, now) + askBlank(&session)
  }

  /// The day and the times without work are those of now, however long the form has been open.
  mutating func look(at session: Session, _ now: Instant) {
    today = now.civilDate
    silences = session.office.silences
  }

  /// Other persons of the typed name are known, and no number says who this is.
  var isNameShared: Bool {
    known.persons.count > 1
      || known.persons.contains { isAnother(text("number"), card(of: .owner), than: $0.person) }
  }

  func text(_ id: Field.ID) -> String { ReceptionField.named(id).map { form.trimmed($0.field) } ?? "" }

  var isOfNewborn: Bool { procedure?.isOfNewborn == true }

  /// The fields in the order of Tab.
  var fields: [Field] {
    let above = (isOfNewborn ? ReceptionField.abovePapersOfNewborn : ReceptionField.abovePapers)
      .filter { $0.isAsked(self) }.map(\.field)
    let whoComes = above.firstIndex { $0.id == "owner" } ?? 0
    return above[..<whoComes] + questions + counted + withRelation(Array(above[whoComes...])) + papers
      + [reductionField].compactMap { $0 } + below.filter { !isOfNewborn || !isOfWhoCame($0) }
  }

  private var below: [Field] { ReceptionField.belowPapers.filter { $0.isAsked(self) }.map { $0.field(in: self) } }

  private var counted: [Field] { ReceptionField.quantities.filter { $0.isAsked(self) }.map(\.field) }

  /// Whoever brings a newborn's papers says who she is before anything else is said of the child. A parent whose card was read stands there
  /// too, where she is seen.
  private func withRelation(_ rows: [Field]) -> [Field] {
    guard isOfNewborn, let address = rows.firstIndex(where: { $0.id == "address" }) else { return rows }
    return rows[...address] + below.filter(isOfWhoCame) + rows[(address + 1)...]
  }

  private func isOfWhoCame(_ field: Field) -> Bool {
    switch field.id {
    case "relation", "relation-text": true
    case "father": card(of: .father) != nil
    case "mother": card(of: .mother) != nil
    default: false
    }
  }

  /// Sets the procedure. Its name stands in the field already.
  mutating func choose(_ version: ProcedureVersion) {
    procedure = version
    versionDay = nil
    passCardToApplicant()
    forgetWayOut()
    form.clear("form")
    form.clear(PaperCounts.fieldName)
    form.clear("question")
    form.clear("reduction")
    carryPapers()
    form.move(1, fields)
    // Questions with a usual answer stand above, to be seen and changed; only open ones are asked.
    if !questions.isEmpty || !counted.isEmpty { form.go(to: openQuestions(.vi).first?.field ?? firstAsked) }
  }

  var firstAsked: Field.ID { asksReasonHere ? "reason-here" : asksDays ? "days" : "owner" }

  /// Chooses the procedure as if its name had been typed.
  mutating func take(_ version: ProcedureVersion) {
    fill("search", version.name)
    form.dropOffer("search")
    form.go(to: "search")
    choose(version)
  }

  mutating func choose(_ unit: AdministrativeUnit) {
    decidingUnit = unit
    form.move(1, fields)
  }

  // MARK: What it will become

  var days: Int? { Int(text("days")) }

  var components: [Component] {
    zip(papers, outcome?.papers ?? []).enumerated().map { index, paper in
      component(index + 1, paper.0, paper.1)
    }
  }

  /// The fields of the papers that count as missing.
  var unmarkedPapers: [Field] {
    let missing = components.missing.map(\.number)
    return papers.enumerated().filter { missing.contains($0.offset + 1) }.map(\.element)
  }

  var reception: ReceptionForm {
    var reception = ReceptionForm(
      procedureCode: procedure?.code ?? "", owner: Person(name: ""), components: components,
      decidingOffice: decidingUnit.flatMap { OfficeID.ofUnit($0.code) })
    reception.answers = answersOfClerk
    reception.quantities = quantities
    reception.reduction = reductionID
    for row in ReceptionField.all { row.write(&reception, form.trimmed(row.field(in: self))) }
    if !asksReasonHere { reception.reasonHere = "" }
    reception.complete { card(of: $0) }
    reception.visit = visit
    reception.blank = blank
    return reception
  }

  /// The appointment that would be given now; nil while it cannot be computed.
  func appointment(_ session: Session, now: Instant) -> Appointment? {
    guard let procedure, let first = stages.first, let receivedAt = receptionMoment(now) else { return nil }
    return try? DeadlineRule.appointment(
      limit: first, then: Array(stages.dropFirst()), receivedAt: receivedAt, calendar: session.office.calendar,
      hours: session.office.office.workingHours,
      opening: session.office.decidedHours, law: SameDayLaw(field: procedure.field))
  }

  /// The stages of the limit, with the entered days if it is not known; empty while it cannot be said.
  private var stages: [TimeLimit] {
    let stages = outcome?.limit?.stages.map(\.limit) ?? []
    return stages.contains(.unknown) ? days.map { [.workingDays($0)] } ?? [] : stages
  }

  /// The limit is not known in this case, so the clerk enters the days.
  var asksDays: Bool { outcome?.limit?.stages.contains { $0.limit == .unknown } == true }

  var isSameDay: Bool { outcome?.limit?.stages.map(\.limit) == [.sameDay] }

  /// Nil while no procedure is chosen.
  var quote: FeeQuote? { outcome?.quote(quantities, reducedBy: reductionID) }

  /// The fee that the procedure is known to have, in đồng; nil if there is none or it is not known.
  var fee: Int? { quote?.total.flatMap { $0 > 0 ? $0 : nil } }

  /// The problems that prevent issuing, by field, in the order of the form.
  func problems(_ language: Language, now: Instant) -> [(field: Field.ID, sentence: String)] {
    openQuestions(language)
      + ReceptionField.all.compactMap { row in
        let text = form.trimmed(row.field)
        var sentence =
          blankDenial(of: row.field.id, language, now) ?? row.problem(self, language)
          ?? row.field.check(text, language)
        if sentence == nil, row.field.id == "birth", let birth = BirthDate.normalised(text),
          BirthDate.isInFuture(birth, today: receptionDay ?? now.civilDate)
        {
          sentence = Denial.birthInFuture.wording(language)
        }
        return sentence.map { (row.field.id, $0) }
      }
  }

  var mismatches: [CitizenNumber.Mismatch] {
    (try? CitizenNumber(text("number")))?.mismatches(
      sex: UInt8(text("sex")).flatMap(Sex.init(rawValue:)), birth: text("birth")) ?? []
  }

  /// Values that do not fit together but may be correct; if all fit, the place where the number was issued.
  func warnings(_ language: Language) -> String? {
    guard let number = try? CitizenNumber(text("number")) else { return nil }
    let found = mismatches
    guard !found.isEmpty else { return number.provinceName.map { language.pick("nơi cấp: \($0)", "issued: \($0)") } }
    return language.pick("xem lại: ", "check: ") + found.map { $0.wording(language) }.joined(separator: ", ")
  }

  /// A new form with the same person, of the same visit.
  var forTheSamePerson: ReceiveState {
    var next = ReceiveState()
    let ids: [Field.ID] = [
      "owner", "number", "birth", "sex", "phone", "address", "relative", "applicant", "owner-kind", "email", "relation",
      "relation-text", "applicant-number", "applicant-phone", "applicant-address",
    ]
    for id in ids where !text(id).isEmpty { next.fill(id, text(id)) }
    (next.parts, next.cards, next.visit) = (parts, cards, visit ?? issued?.id)
    next.filledApplicant = filledApplicant
    return next
  }

  mutating func fill(_ id: Field.ID, _ text: String) {
    ReceptionField.named(id).map { form.set($0.field, text) }
  }

  /// A village has one address, and what was received in one power cut one reason.
  static let offeredAgain: [Field.ID] = ["address", "blank-reason"]

  /// What was typed the last time into the field with the cursor, which is empty; nil if there is nothing to offer.
  func typedBefore(_ session: Session) -> String? {
    guard Self.offeredAgain.contains(form.focus), text(form.focus).isEmpty else { return nil }
    return session.lastTyped[form.focus]
  }
}
