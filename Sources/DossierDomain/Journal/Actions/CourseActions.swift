// MARK: What they make of a dossier

extension Dossier {
  mutating func handOver(
    to clerk: ClerkID?, for newStep: ProcessingStep, _ fact: StepFact?, _ entry: RecordedAction
  ) {
    handOvers.append(HandOver(givenAt: entry.at, givenBy: entry.clerk, to: clerk, step: newStep, fact: fact))
    (step, stepFact) = (newStep, fact)
    assignee = clerk
    if status == .received { status = .inProgress }
  }

  mutating func takeOver(_ entry: RecordedAction) {
    if let open = handOvers.lastIndex(where: { $0.takenAt == nil }) {
      handOvers[open].takenAt = entry.at
      handOvers[open].to = entry.clerk
    }
    assignee = entry.clerk
    if status == .received { status = .inProgress }
  }

  mutating func requestSupplement(_ items: [String], _ until: CivilDate?, _ entry: RecordedAction) {
    supplementRequests.append(
      SupplementRequest(requestedAt: entry.at, requestedBy: entry.clerk, items: items, until: until))
    pause(as: .supplementRequested, at: entry.at)
  }

  mutating func receiveSupplement(
    _ received: [Int], _ came: [String], _ newAppointment: AppointmentFact?, _ entry: RecordedAction
  ) {
    if let open = supplementRequests.lastIndex(where: { $0.receivedAt == nil }) {
      supplementRequests[open].came += came
      if came.isEmpty { supplementRequests[open].receivedAt = entry.at }
    }
    for number in received {
      changeComponent(number) { if $0.form == .missing { $0.form = .photocopy } }
    }
    if came.isEmpty { resume(with: newAppointment) }
  }

  mutating func extend(to newAppointment: AppointmentFact, _ reason: String, _ entry: RecordedAction) {
    noteMissed(at: entry.at)
    if let old = dueAt {
      extensions.append(Extension(at: entry.at, oldDueAt: old, newDueAt: newAppointment.dueAt, reason: reason))
    }
    appointment = newAppointment
  }

  mutating func verify(until newAppointment: AppointmentFact, _ reason: String, _ entry: RecordedAction) {
    noteMissed(at: entry.at)
    if let old = dueAt {
      verifications.append(Extension(at: entry.at, oldDueAt: old, newDueAt: newAppointment.dueAt, reason: reason))
    }
    appointment = newAppointment
  }

  /// An appointment that was computed with a wrong calendar is not missed if the right one was kept.
  mutating func recompute(_ newAppointment: AppointmentFact, _ entry: RecordedAction) {
    if entry.at.civilDate > newAppointment.dueAt.civilDate { noteMissed(at: entry.at) }
    appointment = newAppointment
  }

  mutating func complete(_ newResult: DossierResult, _ entry: RecordedAction) {
    result = newResult
    status = .completed
    // What is left is to hand it back, for which the citizen's appointment is the deadline.
    (step, stepFact) = (.handBack, nil)
    resolvedAt = entry.at
  }

  mutating func reopen() {
    status = .inProgress
    step = .verification
    result = nil
    resolvedAt = nil
  }

  /// Remembers the present appointment as missed if the office let its day pass.
  mutating func noteMissed(at instant: Instant) {
    guard missedDueAt == nil, pausedSince == nil, let dueAt, instant.civilDate > dueAt.civilDate else { return }
    missedDueAt = dueAt
  }

  mutating func pause(as paused: DossierStatus, at instant: Instant) {
    noteMissed(at: instant)
    status = paused
    pausedSince = instant
  }

  mutating func resume(with newAppointment: AppointmentFact?) {
    // An online submission for which papers were requested becomes a new submission again, because it was never
    // received.
    status = receivedAt == nil ? .registered : .inProgress
    pausedSince = nil
    appointment = newAppointment ?? appointment
    guard let due = newAppointment?.stepDueAt else { return }
    appointment?.stepDueAt = nil
    moveStep(to: due)
  }

  private mutating func moveStep(to due: Instant) {
    guard stepFact != nil else { return }
    stepFact?.dueAt = due
    if let last = handOvers.indices.last { handOvers[last].fact = stepFact } else { receptionStep = stepFact }
  }

  mutating func close(_ final: DossierStatus, _ at: Instant, _ reason: String, _ basis: String) {
    status = final
    closing = Closing(at: at, reason: reason, legalBasis: basis)
    resolvedAt = at
    pausedSince = nil
  }
}

// MARK: How the timeline says them

extension ActionWording {
  func handedOver(_ step: ProcessingStep, _ fact: StepFact?, to clerk: ClerkID?) -> String {
    let (vi, en) = (fact?.name ?? step.wording(.vi), fact?.name ?? step.wording(.en))
    return language.pick("Chuyển bước \(vi): \(person(clerk))", "Handed over for \(en): \(person(clerk))")
      + stepDue(fact?.dueAt)
  }

  func supplementRequested(_ items: [String], _ reason: String, _ until: CivilDate?) -> String {
    let list = items.joined(separator: "; ") + (reason.isEmpty ? "" : " (\(reason))")
    let day = until.map { language.pick(", hạn \($0.slashed)", ", until \($0.slashed)") } ?? ""
    return language.pick("Yêu cầu bổ sung: \(list)", "Supplement requested: \(list)") + day
  }

  func supplementReceived(_ came: [String], _ appointment: AppointmentFact?) -> String {
    guard came.isEmpty else {
      let list = came.joined(separator: "; ")
      return language.pick("Đã nhận một phần bổ sung: \(list)", "Part of the supplement received: \(list)")
    }
    return language.pick("Đã nhận đủ bổ sung", "Supplement received") + resumed(appointment)
  }

  func completed(_ result: DossierResult) -> String {
    result.approved
      ? language.pick("Có kết quả: \(result.title)", "Completed: \(result.title)")
      : language.pick("Kết quả không chấp thuận: \(result.reason)", "Completed, not granted: \(result.reason)")
  }

  func handedBack(to recipient: String, _ way: ResultDelivery) -> String {
    language.pick(
      "Trả kết quả cho \(recipient), \(way.wording(.vi))", "Result handed to \(recipient), \(way.wording(.en))")
  }

  /// The new appointment after a pause, and whether the whole period began again.
  func resumed(_ appointment: AppointmentFact?) -> String {
    due(appointment)
      + (appointment?.pausePolicy == .wholePeriod
        ? language.pick(" (tính lại từ đầu)", " (whole period again)") : "")
  }
}
