import VietnameseText

/// The details of a command on a dossier whose status and clerk have been checked.
struct Decision {
  let dossier: Dossier
  let context: DecisionContext

  func action(for command: DossierCommand) throws(Denial) -> DossierAction {
    switch command {
    case .receive: throw .alreadyExists
    case .undo: throw .nothingToUndo
    case .settleConflict(let loser):
      guard dossier.conflicts.contains(where: { $0.loser == loser }) else { throw .conflictUnknown }
      return .settleConflict(loser)
    case .eraseScan(let hash, let reason):
      guard !hash.isEmpty else { throw .itemsMissing }
      return .eraseScan(blobHash: hash, reason: try required(reason, or: .reasonMissing))
    case .acceptOnline(let assignee, let days): return .acceptOnline(try acceptance(assignee, days))
    case .assign(let clerk):
      guard clerk != dossier.assignee else { throw .sameAssignee }
      return .assign(to: clerk)
    case .handOver(let step, let clerk): return .handOver(step: step, to: clerk)
    case .takeOver:
      guard let open = dossier.handOvers.last(where: { $0.takenAt == nil }) else { throw .notHandedOver }
      if let other = open.to, other != context.clerk.id, !context.standsIn(for: other), !context.clerk.has(.headOfDesk)
      {
        throw .handedToAnother(other)
      }
      return .takeOver
    case .addComponent(let name, let form, let quantity):
      let number = (dossier.components.map(\.number).max() ?? 0) + 1
      return .addComponent(
        Component(number: number, name: try required(name, or: .itemsMissing), form: form, quantity: max(1, quantity)))
    case .setComponentForm(let number, let form, let quantity):
      try known(number)
      return .setComponentForm(number: number, form: form, quantity: max(0, quantity))
    case .digitise(let number, let hash):
      try known(number)
      return .digitise(number: number, blobHash: hash)
    case .reuse(let number, let source, let kind):
      try known(number)
      return .reuse(number: number, source: try required(source, or: .reasonMissing), from: kind)
    case .replaceByLookup(let number, let method, let reference):
      try known(number)
      return .replaceByLookup(number: number, method: method, reference: reference.cleaned(maxLength: 200))
    case .requestSupplement(let items):
      let listed = items.map { $0.cleaned(maxLength: 500) }.filter { $0.contains { !$0.isWhitespace } }
      guard !listed.isEmpty else { throw .itemsMissing }
      return .requestSupplement(items: listed)
    case .receiveSupplement(let received):
      guard dossier.status == .supplementRequested else {
        throw .moveNotAllowed(from: dossier.status, to: .inProgress)
      }
      return .receiveSupplement(received: received, appointment: try resumedAppointment(afterSupplement: true))
    case .requestPayment(let title, let amount):
      guard amount.map({ (1...1_000_000_000).contains($0) }) ?? true else { throw .amountInvalid }
      return .requestPayment(title: title.cleaned(maxLength: 200), amount: amount)
    case .recordPayment(let amount, let method):
      guard amount >= 0, amount <= 1_000_000_000 else { throw .amountInvalid }
      let isPaused = dossier.status == .paymentRequested
      return .recordPayment(
        amount: amount, method: method, appointment: isPaused ? try resumedAppointment(afterSupplement: false) : nil)
    case .refuse(let reason, let basis):
      return .refuse(
        reason: try required(reason, or: .reasonMissing), legalBasis: try required(basis, or: .legalBasisMissing))
    case .withdraw(let reason): return .withdraw(reason: try required(reason, or: .reasonMissing))
    case .stop(let reason, let basis):
      return .stop(
        reason: try required(reason, or: .reasonMissing), legalBasis: try required(basis, or: .legalBasisMissing))
    case .extend(let date, let reason): return try extend(to: date, reason)
    case .complete(let result): return .complete(try checked(result))
    case .reopen(let reason):
      guard dossier.status == .completed else { throw .moveNotAllowed(from: dossier.status, to: .inProgress) }
      return .reopen(reason: try required(reason, or: .reasonMissing))
    case .handBack(let recipient, let delivery):
      return .handBack(recipient: try required(recipient, or: .recipientMissing), delivery: delivery)
    case .note(let text): return .note(try required(text, or: .reasonMissing, limit: 2000))
    case .correct(let field, let value, let reason): return try correct(field, value, reason)
    case .recomputeAppointment(let reason):
      return .recomputeAppointment(try computedAppointment(), reason: try required(reason, or: .reasonMissing))
    case .addCode(let code):
      guard !code.text.isEmpty, code.text.count <= DossierCode.maximumLength else { throw .codeUnavailable }
      return .addCode(code)
    case .issueCode:
      guard dossier.code.origin == .provisional else { throw .codeNotProvisional }
      try believed(context)
      guard let code = context.nextCode, code.origin == .office else { throw .numbersUsedUp }
      return .addCode(code)
    case .void(let reason): return .void(reason: try required(reason, or: .reasonMissing))
    }
  }

  private func acceptance(_ assignee: ClerkID?, _ days: Int?) throws(Denial) -> Acceptance {
    guard dossier.status == .registered else { throw .notOnline }
    try believed(context)
    guard let code = context.nextCode else { throw .codeUnavailable }
    let version = try receivable(dossier.procedure.code, context).version
    return Acceptance(
      code: code, receivedAt: context.now, appointment: try appointment(of: version, days: days, context),
      fee: version.fee.value, assignee: assignee)
  }

  private func extend(to date: CivilDate, _ reason: String) throws(Denial) -> DossierAction {
    guard dossier.status.isRunning else { throw .moveNotAllowed(from: dossier.status, to: dossier.status) }
    guard dossier.extensions.count < context.office.extensionLimit else {
      throw .extensionsUsedUp(limit: context.office.extensionLimit)
    }
    // The apology goes out before the appointment has passed (domain facts 6); later it would hide that one was missed.
    if let old = dossier.dueAt, context.now > old { throw .overdueAlready(since: old) }
    guard let next = try? context.calendar.nextWorkingDay(onOrAfter: date) else { throw .calendarOutOfRange }
    guard next == date else { throw .newDueOnDayOff(next: next) }
    let due = date.instant(atMinute: context.office.workingHours.closingMinute)
    if let old = dossier.dueAt, due <= old { throw .newDueNotLater(than: old) }
    guard due > context.now else { throw .newDueNotLater(than: context.now) }
    return .extend(reason: try required(reason, or: .reasonMissing), appointment: fact(due))
  }

  private func checked(_ result: DossierResult) throws(Denial) -> DossierResult {
    var result = result
    result.title = result.title.cleaned(maxLength: 500)
    result.reason = result.reason.cleaned(maxLength: 2000)
    if !result.approved, result.reason.isEmpty { throw .reasonMissing }
    return result
  }

  private func correct(
    _ field: DossierAction.CorrectableField, _ value: String, _ reason: String
  ) throws(Denial) -> DossierAction {
    var clean = value.cleaned(maxLength: 1000)
    switch field {
    case .ownerName: guard clean.contains(where: \.isLetter) else { throw .ownerNameMissing }
    case .applicantName: guard clean.contains(where: \.isLetter) else { throw .valueInvalid(field: field) }
    case .ownerBirth:
      guard clean.isEmpty || CivilDate(text: clean) != nil || clean.utf8.count == 4 && isDigits(clean) else {
        throw .valueInvalid(field: field)
      }
    case .ownerIdentityNumber:
      guard !IdentityKind.isMistyped(clean) else { throw .identityNumberInvalid }
      clean = IdentityKind.normalised(clean)
    case .ownerPhone, .applicantPhone:
      if field == .applicantPhone, dossier.applicant == nil { throw .valueInvalid(field: field) }
      clean = PhoneNumber.normalised(clean)
      guard clean.isEmpty || (8...15).contains(clean.count(where: \.isNumber)), !clean.contains(where: \.isLetter)
      else {
        throw .valueInvalid(field: field)
      }
    case .copies: guard let copies = Int(clean), (1...1000).contains(copies) else { throw .valueInvalid(field: field) }
    default: break
    }
    return .correct(field: field, value: clean, reason: try required(reason, or: .reasonMissing))
  }

  /// The old appointment plus the working time that passed during the pause; both dates are kept.
  /// A payment only stops the clock. A supplement may begin the period anew, where the office has set that for the
  /// procedure and the version of the reception says how long it is.
  private func resumedAppointment(afterSupplement: Bool) throws(Denial) -> AppointmentFact? {
    guard let due = dossier.dueAt, let since = dossier.pausedSince else { return nil }
    let hours = context.office.workingHours
    do {
      if afterSupplement, let limit = restartedLimit {
        let anew = try DeadlineRule.appointment(
          limit: limit, receivedAt: context.now, calendar: context.calendar, hours: hours)
        return fact(anew.dueAt, .wholePeriod)
      }
      return fact(
        try DeadlineRule.resumed(
          dueAt: due, pausedAt: since, resumedAt: context.now, calendar: context.calendar, hours: hours), .prolonged)
    } catch {
      throw .calendarOutOfRange
    }
  }

  private var restartedLimit: TimeLimit? {
    let code = dossier.procedure.code
    guard context.office.pausePolicy(of: code) == .wholePeriod, let (version, hash) = context.procedure(code),
      hash == dossier.procedure.versionHash, version.timeLimit != .unknown
    else { return nil }
    return version.timeLimit
  }

  private func computedAppointment() throws(Denial) -> AppointmentFact {
    guard let receivedAt = dossier.receivedAt else { throw .notOnline }
    let (version, _) = try receivable(dossier.procedure.code, context)
    var earlier = context
    earlier.now = receivedAt
    guard let appointment = try appointment(of: version, days: nil, earlier) else {
      throw .timeLimitUnknown(code: version.code)
    }
    return fact(appointment.dueAt)
  }

  private func fact(_ due: Instant, _ policy: PausePolicy? = nil) -> AppointmentFact {
    AppointmentFact(
      dueAt: due, previousDueAt: dossier.dueAt, calendarHash: context.calendarHash, settingsHash: context.settingsHash,
      pausePolicy: policy)
  }

  private func known(_ number: Int) throws(Denial) {
    guard dossier.components.contains(where: { $0.number == number }) else { throw .componentUnknown(number: number) }
  }

  private func required(_ text: String, or denial: Denial, limit: Int = 500) throws(Denial) -> String {
    let clean = text.cleaned(maxLength: limit)
    guard clean.contains(where: { !$0.isWhitespace }) else { throw denial }
    return clean
  }
}
