import VietnameseText

/// Turns a filled-in reception into facts: checked, with code, appointment and fee.
func reception(of form: ReceptionForm, _ context: DecisionContext) throws(Denial) -> Reception {
  if let denial = ActionRule.of(.receive).denial(by: context.clerk) { throw denial }
  let (version, hash) = try receivable(form.procedureCode, context)
  var owner = form.owner.tidied
  guard owner.name.contains(where: \.isLetter) else { throw .ownerNameMissing }
  guard !IdentityKind.isMistyped(owner.identityNumber) else { throw .identityNumberInvalid }
  owner.birth = try birth(owner.birth, context)
  try believed(context)
  guard let code = context.nextCode else { throw .codeUnavailable }
  return Reception(
    code: code,
    procedure: ProcedureReference(code: version.code, name: version.name, versionHash: hash),
    owner: owner,
    applicant: form.applicant?.tidied,
    channel: form.channel,
    components: form.components,
    summary: form.summary.cleaned(maxLength: 1000),
    copies: max(1, form.copies),
    receivedAt: context.now,
    appointment: try appointment(of: version, days: form.days, context),
    delivery: form.delivery,
    fee: version.fee.value,
    // A confidential dossier needs an assignee who may see it; otherwise nobody at the counter could hand it over.
    assignee: form.assignee ?? (version.isConfidential ? context.clerk.id : nil),
    isConfidential: version.isConfidential,
    receivingOffice: context.office.id,
    decidingOffice: decidingOffice(form.decidingOffice, context.office))
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

/// The version in force, if dossiers of it are received here.
func receivable(_ code: String, _ context: DecisionContext) throws(Denial) -> (version: ProcedureVersion, hash: String)
{
  guard let found = context.procedure(code) else { throw .procedureUnknown(code: code) }
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

/// The first appointment. `days` (working days) replaces an unknown time limit.
func appointment(
  of version: ProcedureVersion, days: Int?, _ context: DecisionContext
) throws(Denial) -> AppointmentFact {
  var limit = version.timeLimit
  var entered: Int?
  if limit == .unknown {
    guard let days, (1...365).contains(days) else { throw .timeLimitUnknown(code: version.code) }
    (limit, entered) = (.workingDays(days), days)
  }
  do {
    let computed = try DeadlineRule.appointment(
      limit: limit, receivedAt: context.now, calendar: context.calendar, hours: context.office.workingHours,
      opening: context.opening, law: SameDayLaw(field: version.field))
    return AppointmentFact(
      dueAt: computed.dueAt, calendarHash: context.calendarHash, settingsHash: context.settingsHash,
      enteredDays: context.recordsEnteredDays ? entered : nil)
  } catch {
    throw .calendarOutOfRange
  }
}
