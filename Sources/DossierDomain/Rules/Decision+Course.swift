import VietnameseText

extension Decision {
  func assign(to clerk: ClerkID?) throws(Denial) -> DossierAction {
    guard clerk != dossier.assignee else { throw .sameAssignee }
    return .assign(to: clerk)
  }

  func takeOver() throws(Denial) -> DossierAction {
    guard let open = dossier.handOvers.last(where: { $0.takenAt == nil }) else { throw .notHandedOver }
    if let other = open.to, other != context.clerk.id, !context.standsIn(for: other), !context.clerk.has(.headOfDesk) {
      throw .handedToAnother(other)
    }
    return .takeOver
  }

  /// - Parameter until: the last day that the office gives. Where the procedure's version says the days, they hold and no other ones.
  func requestSupplement(_ items: [String], _ reason: String, _ until: CivilDate?) throws(Denial) -> DossierAction {
    let listed = items.map { $0.cleaned(maxLength: 500) }.filter { $0.contains { !$0.isWhitespace } }
    guard !listed.isEmpty else { throw .itemsMissing }
    let isOpen = bounds.waitingDays == .unknown && context.recordsSupplementDays
    let until = isOpen ? until : nil
    if let until, until <= context.now.civilDate { throw .supplementDayPassed }
    guard dossier.supplementRequests.count >= max(1, bounds.supplements.value ?? 1) else {
      return .requestSupplement(items: listed, until: until)
    }
    guard context.clerk.has(.headOfDesk) else { throw .headDecides(.furtherSupplement) }
    return .requestSupplement(items: listed, reason: try self.reason(reason), until: until)
  }

  /// A paper of the dossier that was requested by its name counts as handed in once it came.
  func receiveSupplement(_ came: [String]) throws(Denial) -> DossierAction {
    let missing = dossier.supplementRequests.last { $0.receivedAt == nil }?.missing ?? []
    if let stranger = came.first(where: { !missing.contains($0) }) { throw .notRequested(stranger) }
    let isPartial = !came.isEmpty && missing.contains { !came.contains($0) }
    let arrived = isPartial ? came : missing
    let received = dossier.components.filter { $0.form == .missing && arrived.contains($0.name) }.map(\.number)
    return .receiveSupplement(
      received: received, came: isPartial ? came : [],
      appointment: isPartial ? nil : try resumedAppointment(afterSupplement: true))
  }

  /// Form 04 is sent before the appointment passes, and also afterwards; the lateness stays (domain facts 6). What is
  /// further or longer than usual is for the head of desk.
  func extend(to date: CivilDate, _ reason: String) throws(Denial) -> DossierAction {
    if !context.clerk.has(.headOfDesk) {
      guard dossier.extensions.count < bounds.extensions.value ?? context.office.extensionLimit else {
        throw .headDecides(.furtherExtension)
      }
      if let usual = usualExtension, length(ofExtensionTo: date) > usual {
        throw .headDecides(.longExtension(days: usual))
      }
    }
    guard let next = try? context.calendar.nextWorkingDay(onOrAfter: date) else { throw .calendarOutOfRange }
    guard next == date else { throw .newDueOnDayOff(next: next) }
    let closing = date.instant(atMinute: context.office.workingHours.closingMinute)
    let due = DeadlineRule.offered(closing, .unknown, after: context.now, context.opening, context.calendar)
    guard due.civilDate == date else { throw .newDueOnDayOff(next: due.civilDate) }
    if let old = dossier.dueAt, due <= old { throw .newDueNotLater(than: old) }
    guard due > context.now else { throw .newDueNotLater(than: context.now) }
    return .extend(reason: try required(reason, or: .reasonMissing), appointment: fact(due))
  }

  /// Once, for the time that the law of the case adds. Afterwards an apology is owed as for any other delay.
  func verify(_ reason: String) throws(Denial) -> DossierAction {
    if let before = dossier.verifications.last { throw .verifiedBefore(until: before.newDueAt) }
    guard let time = verification, let old = dossier.dueAt else { throw .verificationNotForeseen }
    guard old >= context.now || context.clerk.has(.headOfDesk) else { throw .headDecides(.lateVerification) }
    let due: Instant
    do {
      due = try DeadlineRule.verified(
        dueAt: old, adding: time, verifiedAt: context.now, calendar: context.calendar,
        hours: context.office.workingHours, opening: context.opening)
    } catch {
      throw .calendarOutOfRange
    }
    guard due > max(old, context.now) else { throw .newDueNotLater(than: max(old, context.now)) }
    return .verify(reason: try self.reason(reason), appointment: fact(due))
  }

  /// What the law of the case adds to the limit; nil if it adds nothing, or nobody knows how much, and for a row of a
  /// register, of which nobody has decided a case. A version that is no longer known was often that of an earlier
  /// program, which knew less of the same law, so that the present one counts.
  var verification: TimeLimit? {
    guard !dossier.isImported, let version else { return nil }
    let time = version.outcome(dossier.answers.withUsual(of: version)).limit?.verification
    return time == .unknown ? nil : time
  }

  func complete(_ result: DossierResult) throws(Denial) -> DossierAction {
    var result = result
    result.title = result.title.cleaned(maxLength: 500)
    result.reason = result.reason.cleaned(maxLength: 2000)
    if !result.approved, result.reason.isEmpty { throw .reasonMissing }
    if result.title.isEmpty { result.title = usualTitle(isApproved: result.approved) }
    return .complete(result)
  }

  /// What the rules of the case say is given, if they name one result only; otherwise the procedure.
  private func usualTitle(isApproved: Bool) -> String {
    guard isApproved, let results = outcome?.results, results.count == 1 else { return dossier.procedure.name }
    return results[0].name
  }

  /// What follows when the days for a supplement have passed is not confirmed in an official text, so that ending a
  /// dossier for it is the head of desk's decision and never happens by itself.
  func stop(_ reason: String, _ basis: String) throws(Denial) -> DossierAction {
    if dossier.status == .supplementRequested, !context.clerk.has(.headOfDesk) {
      throw .headDecides(.stopWhileAwaited)
    }
    return .stop(reason: try self.reason(reason), legalBasis: try required(basis, or: .legalBasisMissing))
  }

  func recomputeAppointment(_ reason: String) throws(Denial) -> DossierAction {
    .recomputeAppointment(try computedAppointment(), reason: try self.reason(reason))
  }
}

// MARK: Bounds

extension Decision {
  /// Those of the case; of a version that is no longer known, nothing is known of its cases.
  private var bounds: ProcedureBounds {
    context.version(of: dossier.procedure)?.bounds(under: dossier.answers) ?? version?.bounds ?? ProcedureBounds()
  }

  /// The version of the reception; the present one if that is no longer known.
  private var version: ProcedureVersion? {
    context.version(of: dossier.procedure) ?? context.procedure(dossier.procedure.code)?.version
  }

  /// In working days: what the law says, otherwise the procedure's own period; nil if neither is known in days.
  private var usualExtension: Int? {
    if let days = bounds.extensionDays.value { return days }
    switch limit.last {
    case .workingDays(let days), .calendarDays(let days): return days
    case .sameDay, .hours, .months, .unknown, nil: return nil
    }
  }

  /// The stages on which the appointment rests.
  fileprivate var limit: [TimeLimit] {
    rule?.stages.map(\.limit) ?? [version?.timeLimit ?? .unknown]
  }

  /// What the reception recorded of the case, otherwise what the version of the reception says of it; nil if that version is
  /// no longer known.
  fileprivate var rule: LimitRule? {
    let recorded = dossier.caseRecord.limit
    return recorded.isEmpty ? outcome?.limit : LimitRule(stages: recorded.map { LimitRule.Stage(limit: $0) })
  }

  private func length(ofExtensionTo date: CivilDate) -> Int {
    context.calendar.workingDays(after: dossier.dueAt?.civilDate ?? context.now.civilDate, through: date)
  }
}

// MARK: Appointments

extension Decision {
  /// The old appointment plus the working time that passed during the pause; both dates are kept. A payment only pauses
  /// the time limit. A supplement may begin the period again, if the office has set that for the procedure and the
  /// procedure's version at reception has a time limit.
  func resumedAppointment(afterSupplement: Bool) throws(Denial) -> AppointmentFact? {
    guard let due = dossier.dueAt, let since = dossier.pausedSince else { return nil }
    let hours = context.office.workingHours
    var resumed: AppointmentFact
    do {
      if afterSupplement, let due = try restarted(at: context.now) {
        resumed = fact(due, .wholePeriod)
      } else {
        resumed = fact(
          try DeadlineRule.resumed(
            dueAt: due, pausedAt: since, resumedAt: context.now,
            limit: limit.last ?? .unknown, calendar: context.calendar, hours: hours, opening: context.opening),
          .prolonged)
      }
    } catch {
      throw .calendarOutOfRange
    }
    resumed.stepDueAt = resumedStep(pausedSince: since)
    return resumed
  }

  /// The end of the whole period that begins again; nil if a supplement does not begin it again.
  fileprivate func restarted(at moment: Instant) throws(DeadlineError) -> Instant? {
    let stages = limit
    guard context.office.pausePolicy(of: dossier.procedure.code) == .wholePeriod, isLimitOfReception,
      !stages.contains(.unknown), let first = stages.first
    else { return nil }
    return try DeadlineRule.appointment(
      limit: first, then: Array(stages.dropFirst()), receivedAt: moment, calendar: context.calendar,
      hours: context.office.workingHours, opening: context.opening
    ).dueAt
  }

  private var isLimitOfReception: Bool {
    !dossier.caseRecord.limit.isEmpty || context.version(of: dossier.procedure) != nil
  }

  /// The appointment by the present calendar: from the reception on, through every pause that has ended, every extension
  /// and the verification.
  func computedAppointment() throws(Denial) -> AppointmentFact {
    guard let receivedAt = dossier.receivedAt else { throw .notOnline }
    guard let version else { throw .procedureUnknown(code: dossier.procedure.code) }
    var earlier = context
    earlier.now = receivedAt
    let law = rule ?? version.outcome(dossier.answers.withUsual(of: version)).limit
    var due = try appointment(of: version, law, days: dossier.appointment?.enteredDays, earlier).dueAt
    for change in changesOfAppointment { due = try change.applied(to: due, limit.last ?? .unknown, self) }
    return fact(due, dossier.appointment?.pausePolicy)
  }

  private enum AppointmentChange {
    case pause(from: Instant, to: Instant, isSupplement: Bool)
    case extended(at: Instant, to: Instant)
    case verified(at: Instant, to: Instant)

    var at: Instant {
      switch self {
      case .pause(_, let end, _): end
      case .extended(let at, _), .verified(let at, _): at
      }
    }

    func applied(to due: Instant, _ limit: TimeLimit, _ decision: Decision) throws(Denial) -> Instant {
      let (calendar, hours) = (decision.context.calendar, decision.context.office.workingHours)
      let opening = decision.context.opening
      func later(than due: Instant, _ date: Instant, _ at: Instant) throws(DeadlineError) -> Instant {
        guard let day = try? calendar.nextWorkingDay(onOrAfter: date.civilDate) else {
          throw .calendarOutOfRange(date.civilDate)
        }
        let closing = day.instant(atMinute: hours.closingMinute)
        return max(due, DeadlineRule.offered(closing, limit, after: at, opening, calendar))
      }
      do {
        switch self {
        case .pause(let start, let end, let isSupplement):
          if isSupplement, let anew = try decision.restarted(at: end) { return anew }
          return try DeadlineRule.resumed(
            dueAt: due, pausedAt: start, resumedAt: end, limit: limit, calendar: calendar, hours: hours,
            opening: opening)
        case .extended(let at, let date): return try later(than: due, date, at)
        case .verified(let at, let date):
          guard let time = decision.verification else { return try later(than: due, date, at) }
          return try DeadlineRule.verified(
            dueAt: due, adding: time, verifiedAt: at, calendar: calendar, hours: hours, opening: opening)
        }
      } catch {
        throw .calendarOutOfRange
      }
    }
  }

  private var changesOfAppointment: [AppointmentChange] {
    let supplements = dossier.supplementRequests.compactMap { request in
      request.receivedAt.map { AppointmentChange.pause(from: request.requestedAt, to: $0, isSupplement: true) }
    }
    let payments = dossier.payments.compactMap { payment -> AppointmentChange? in
      guard let paidAt = payment.paidAt, paidAt != payment.requestedAt else { return nil }
      return .pause(from: payment.requestedAt, to: paidAt, isSupplement: false)
    }
    let extensions = dossier.extensions.map { AppointmentChange.extended(at: $0.at, to: $0.newDueAt) }
    let verifications = dossier.verifications.map { AppointmentChange.verified(at: $0.at, to: $0.newDueAt) }
    return (supplements + payments + extensions + verifications).sorted { $0.at < $1.at }
  }

  private func fact(_ due: Instant, _ policy: PausePolicy? = nil) -> AppointmentFact {
    AppointmentFact(
      dueAt: due, previousDueAt: dossier.dueAt, calendarHash: context.calendarHash, settingsHash: context.settingsHash,
      pausePolicy: policy, enteredDays: context.recordsEnteredDays ? dossier.appointment?.enteredDays : nil)
  }
}
