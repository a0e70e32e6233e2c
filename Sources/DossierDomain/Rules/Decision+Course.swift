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

  func requestSupplement(_ items: [String]) throws(Denial) -> DossierAction {
    let listed = items.map { $0.cleaned(maxLength: 500) }.filter { $0.contains { !$0.isWhitespace } }
    guard !listed.isEmpty else { throw .itemsMissing }
    return .requestSupplement(items: listed)
  }

  func receiveSupplement(_ received: [Int]) throws(Denial) -> DossierAction {
    .receiveSupplement(received: received, appointment: try resumedAppointment(afterSupplement: true))
  }

  func extend(to date: CivilDate, _ reason: String) throws(Denial) -> DossierAction {
    guard dossier.extensions.count < context.office.extensionLimit else {
      throw .extensionsUsedUp(limit: context.office.extensionLimit)
    }
    // The apology has to be sent before the appointment passes (domain facts 6). Afterwards, an extension would hide a
    // missed appointment.
    if let old = dossier.dueAt, context.now > old { throw .overdueAlready(since: old) }
    guard let next = try? context.calendar.nextWorkingDay(onOrAfter: date) else { throw .calendarOutOfRange }
    guard next == date else { throw .newDueOnDayOff(next: next) }
    let due = date.instant(atMinute: context.office.workingHours.closingMinute)
    if let old = dossier.dueAt, due <= old { throw .newDueNotLater(than: old) }
    guard due > context.now else { throw .newDueNotLater(than: context.now) }
    return .extend(reason: try required(reason, or: .reasonMissing), appointment: fact(due))
  }

  func complete(_ result: DossierResult) throws(Denial) -> DossierAction {
    var result = result
    result.title = result.title.cleaned(maxLength: 500)
    result.reason = result.reason.cleaned(maxLength: 2000)
    if !result.approved, result.reason.isEmpty { throw .reasonMissing }
    return .complete(result)
  }

  func recomputeAppointment(_ reason: String) throws(Denial) -> DossierAction {
    .recomputeAppointment(try computedAppointment(), reason: try self.reason(reason))
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
    return fact(try appointment(of: version, days: nil, earlier).dueAt)
  }

  private func fact(_ due: Instant, _ policy: PausePolicy? = nil) -> AppointmentFact {
    AppointmentFact(
      dueAt: due, previousDueAt: dossier.dueAt, calendarHash: context.calendarHash, settingsHash: context.settingsHash,
      pausePolicy: policy)
  }
}
