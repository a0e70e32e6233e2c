import VietnameseText

/// Turns a filled-in reception into facts: checked, with code, appointment and fee.
///
/// What was received on a blank receipt counts from the time on the paper.
func reception(of form: ReceptionForm, _ context: DecisionContext) throws(Denial) -> Reception {
  guard let entry = form.blank else { return try reception(of: form, context, code: context.nextCode) }
  try believed(context)
  let blank = try context.usable(entry)
  var reception = try reception(of: form, context.at(blank.receivedAt), code: blank.code)
  reception.blankReason = blank.reason
  return reception
}

private func reception(
  of form: ReceptionForm, _ context: DecisionContext, code: DossierCode?
) throws(Denial) -> Reception {
  if let denial = ActionRule.of(.receive).denial(by: context.clerk) { throw denial }
  let (version, hash) =
    form.isRefused ? try known(form.procedureCode, context) : try receivable(form.procedureCode, context)
  var owner = form.owner.tidied
  guard owner.name.contains(where: \.isLetter) else { throw .ownerNameMissing }
  let applicant = form.applicant?.tidied
  guard ![owner, applicant].contains(where: { $0?.isNumberMistyped == true }) else { throw .identityNumberInvalid }
  owner.birth = try birth(owner.birth, context)
  if form.blank == nil { try believed(context) }
  guard let code else { throw .codeUnavailable }
  let answers = answers(
    form.answers, through: form.isAssisted ? .online : form.channel, about: owner, context, of: version)
  let applying = form.isRefused ? version.outcome(answers) : try decidedOutcome(of: version, answers)
  if !form.isRefused { try receivedHere(applying, because: form.reasonHere, context) }
  let certified = form.isRefused ? [] : try certifiedLines(of: form)
  let quote =
    certified.isEmpty
    ? applying.quote(form.quantities, reducedBy: form.reduction) : applying.quote(certified, reducedBy: form.reduction)
  guard quote.lines.count <= ProcedureRules.mostFees else { throw .book(.tooManyLines) }
  var reception = Reception(
    code: code,
    procedure: ProcedureReference(code: version.code, name: version.name, versionHash: hash),
    owner: owner,
    applicant: applicant,
    channel: form.isAssisted ? .online : form.channel,
    components: context.recordsCases ? form.components : form.components.withoutNeeds,
    summary: form.summary.cleaned(maxLength: 1000),
    copies: max(1, form.copies),
    receivedAt: context.now,
    appointment: form.isRefused ? nil : try appointment(of: version, applying.limit, days: form.days, context),
    delivery: form.delivery,
    fee: form.isRefused ? nil : quote.total,
    // A confidential dossier needs an assignee who may see it; otherwise nobody at the counter could hand it over.
    assignee: form.assignee ?? (version.isConfidential ? context.clerk.id : nil),
    isConfidential: version.isConfidential,
    receivingOffice: context.office.id,
    decidingOffice: decidingOffice(
      form.decidingOffice ?? applying.decidingUnit.flatMap { OfficeID.ofUnit($0) }, context.office))
  if context.recordsVisits { reception.visit = visit(of: reception, after: form.visit, context) }
  if form.isRefused {
    // Nothing is received, so that what was laid on the desk goes home with the citizen.
    for index in reception.components.indices { reception.components[index].giveBack() }
  } else {
    if context.recordsCases { reception.caseRecord = context.caseRecord(of: version, answers, applying, quote) }
    reception.step = applying.steps.first.flatMap(context.begin)
  }
  reception.related = Array(form.related.map(\.tidied).filter { !$0.name.isEmpty }.prefix(Reception.mostRelated))
  reception.isAssisted = form.isAssisted
  if context.recordsCertified { reception.certified = certified }
  reception.deliveryPlace = form.deliveryPlace.cleaned(within: Reception.longestPlace)
  return context.recordsPeople ? reception : reception.withoutLaterFacts
}

/// The visit to which a reception belongs: the same person has handed in another dossier on the same day. The clerk and the
/// machine are the same, because only the form that received that one names it.
private func visit(of reception: Reception, after first: DossierID?, _ context: DecisionContext) -> DossierID? {
  guard let first, let dossier = context.dossier(first), dossier.visit == nil,
    dossier.receivedAt?.civilDate == reception.receivedAt.civilDate,
    (reception.applicant ?? reception.owner).isSurelySame(as: dossier.applicant ?? dossier.owner)
  else { return nil }
  return first
}

extension Person {
  /// By the numbers if both are known, otherwise by name and year of birth as far as they are.
  public func isSurelySame(as other: Person) -> Bool {
    if !identityNumber.isEmpty, !other.identityNumber.isEmpty { return identityNumber == other.identityNumber }
    let isBornThen = birthYear.isEmpty || other.birthYear.isEmpty || birthYear == other.birthYear
    return name.nameKey == other.name.nameKey && isBornThen
  }
}

/// What the clerk answered; where nothing was, what the owner's birth says, and the usual answers.
func answers(
  _ given: CaseAnswers, through channel: Channel, about owner: Person, _ context: DecisionContext,
  of version: ProcedureVersion
) -> CaseAnswers {
  var answers = given
  answers[CaseQuestion.channel] = Int(channel.rawValue)
  return answers.derived(from: owner, on: context.now.civilDate, of: version).withUsual(of: version)
}

/// What applies under these answers; all questions that decide something must be answered.
func decidedOutcome(of version: ProcedureVersion, _ answers: CaseAnswers) throws(Denial) -> CaseOutcome {
  let outcome = version.outcome(answers)
  if let open = outcome.open.first { throw .questionOpen(open.text) }
  return outcome
}

/// What the rules give to other offices is received by the head of desk only, who says why.
func receivedHere(_ applying: CaseOutcome, because reason: String, _ context: DecisionContext) throws(Denial) {
  guard case .receivedElsewhere(let offices)? = applying.denial(at: context.office) else { return }
  guard context.clerk.has(.headOfDesk), reason.contains(where: \.isLetter) else {
    throw .headDecides(.elsewhere(offices))
  }
}

extension DecisionContext {
  func caseRecord(
    of version: ProcedureVersion, _ answers: CaseAnswers, _ outcome: CaseOutcome, _ quote: FeeQuote
  ) -> CaseRecord {
    let record = CaseRecord(of: version, answers, outcome, quote)
    return recordsFeeCounts ? record : record.withoutCounts
  }
}

extension CaseRecord {
  /// Only what the version's rules have decided is recorded. A row has decided nothing.
  fileprivate init(of version: ProcedureVersion, _ answers: CaseAnswers, _ outcome: CaseOutcome, _ quote: FeeQuote) {
    guard version.rules != .none else {
      self.init()
      return
    }
    let decides = Set(version.questions(under: answers).map(\.id))
    self.init(
      id: outcome.chosen?.id ?? "", name: outcome.chosen?.name ?? "",
      answers: answers.recorded.filter { decides.contains($0.question) }
        .map { Answer(question: $0.question, number: $0.answer) },
      limit: version.rules.limits.isEmpty ? [] : outcome.limit?.stages.map(\.limit) ?? [],
      fee: version.rules.fees.isEmpty ? [] : quote.lines, reduction: quote.reduction?.reason ?? "")
  }
}

/// Returns the id of the office itself if it was named by its commune.
private func decidingOffice(_ named: OfficeID?, _ office: Office) -> OfficeID {
  guard let named, named != OfficeID.ofUnit(office.unitCode) else { return office.id }
  return named
}

/// A date of birth in the form in which it is stored.
func birth(_ text: String, _ context: DecisionContext) throws(Denial) -> String {
  guard let birth = BirthDate.normalised(text) else { throw .birthImpossible }
  guard !BirthDate.isInFuture(birth, today: context.now.civilDate) else { throw .birthInFuture }
  return birth
}

/// The date must be certain before a code and an appointment are printed.
func believed(_ context: DecisionContext) throws(Denial) {
  if let doubt = ClockDoubt(now: context.now, lastEntryAt: context.lastEntryAt, calendar: context.calendar) {
    throw .clockDoubtful(doubt)
  }
}

/// The version in force.
private func known(
  _ code: String, _ context: DecisionContext
) throws(Denial) -> (version: ProcedureVersion, hash: String) {
  guard let found = context.procedure(code) else { throw .procedureUnknown(code: code) }
  return found
}

/// The version in force, if dossiers of it are received here.
func receivable(_ code: String, _ context: DecisionContext) throws(Denial) -> (version: ProcedureVersion, hash: String)
{
  let found = try known(code, context)
  if let denial = found.version.denial { throw denial }
  return found
}

extension ProcedureVersion {
  /// Why dossiers of the procedure are not received; nil if they are.
  public var denial: Denial? {
    switch standing {
    case .inForce: nil
    case .guidanceOnly: .procedureGuidanceOnly(code: code)
    case .ended(let replacement): .procedureEnded(code: code, replacedBy: replacement)
    case .notYet(let date): .procedureNotYet(code: code, from: date)
    }
  }
}

/// The first appointment. `days` (working days) replaces an unknown time limit. Where no case was recorded, as of a row of a
/// register, the usual one counts.
func appointment(
  of version: ProcedureVersion, _ rule: LimitRule?, days: Int?, _ context: DecisionContext
) throws(Denial) -> AppointmentFact {
  var stages = (rule ?? version.usualOutcome(.direct).limit)?.stages.map(\.limit) ?? [version.timeLimit]
  var entered: Int?
  if stages.contains(.unknown) {
    guard let days, (1...365).contains(days) else { throw .timeLimitUnknown(code: version.code) }
    (stages, entered) = ([.workingDays(days)], days)
  }
  guard let first = stages.first else { throw .timeLimitUnknown(code: version.code) }
  do {
    let computed = try DeadlineRule.appointment(
      limit: first, then: Array(stages.dropFirst()), receivedAt: context.now, calendar: context.calendar,
      hours: context.office.workingHours,
      opening: context.opening, law: SameDayLaw(field: version.field))
    return AppointmentFact(
      dueAt: computed.dueAt, calendarHash: context.calendarHash, settingsHash: context.settingsHash,
      enteredDays: context.recordsEnteredDays ? entered : nil)
  } catch {
    throw .calendarOutOfRange
  }
}
