extension Dossier {
  /// Folds a dossier's entries, in journal order. An `.undo` leaves out the entry that it names; an undone first entry
  /// leaves a void dossier that keeps its code. What the province did not accept has no effect, except that it may be a
  /// conflict. Nil when no entry begins a dossier.
  ///
  /// Never fails: the journal is the truth, and what makes no sense in it changes nothing.
  public static func fold(id: DossierID, entries: some Sequence<RecordedAction>) -> Dossier? {
    var fold = GrowingFold(id: id)
    for entry in entries { fold.append(entry) }
    return fold.dossier()
  }

  /// What somebody has to look at.
  mutating func take(attentionFrom conflicts: [Conflict], _ held: [RecordedAction]) {
    self.conflicts = conflicts
    self.held = held.compactMap { entry in
      guard case .quarantined(let reason) = entry.verdict else { return nil }
      return HeldEntry(entry: entry.reference, reason: reason)
    }
  }

  /// Why a dossier is void whose reception the province keeps back.
  public static let heldReason = "Tỉnh giữ lại việc tiếp nhận"

  /// Why a dossier is void when its reception was undone.
  public static let undoneReason = "Hoàn tác việc tiếp nhận"

  /// Applies one more entry, in place: a dossier of thousands of notes is not copied for each of them. `.undo` needs the
  /// whole history: use `GrowingFold`.
  mutating func advance(by entry: RecordedAction) {
    lastEntry = entry.reference
    lastClerk = entry.clerk
    lastChangedAt = entry.at
    apply(entry)
  }

  /// The dossier that an entry begins; nil when it begins none.
  init?(id: DossierID, beginning entry: RecordedAction) {
    func make(
      code: DossierCode, procedure: ProcedureReference, owner: Person, status: DossierStatus, receiving: OfficeID,
      deciding: OfficeID
    ) -> Dossier {
      Dossier(
        id: id, codes: [code], procedure: procedure, owner: owner, status: status, receivingOffice: receiving,
        decidingOffice: deciding, lastEntry: entry.reference, lastClerk: entry.clerk, lastChangedAt: entry.at)
    }
    switch entry.action {
    case .receive(let reception):
      self = make(
        code: reception.code, procedure: reception.procedure, owner: reception.owner, status: .received,
        receiving: reception.receivingOffice, deciding: reception.decidingOffice)
      applicant = reception.applicant
      channel = reception.channel
      components = reception.components
      summary = reception.summary
      copies = reception.copies
      receivedAt = reception.receivedAt
      appointment = reception.appointment
      delivery = reception.delivery
      fee = reception.fee
      assignee = reception.assignee
      isConfidential = reception.isConfidential
    case .submitOnline(let submission):
      self = make(
        code: submission.portalCode, procedure: submission.procedure, owner: submission.owner, status: .registered,
        receiving: submission.receivingOffice, deciding: submission.decidingOffice)
      applicant = submission.applicant
      channel = .online
      components = submission.components
      summary = submission.summary
      submittedAt = submission.submittedAt
      isConfidential = submission.isConfidential
    case .importRow(let row), .importUpdate(let row):
      self = make(
        code: row.code, procedure: row.procedure, owner: row.owner, status: row.status, receiving: row.office,
        deciding: row.office)
      isImported = true
      take(row, .all)
    default: return nil
    }
  }

  private mutating func take(_ row: ImportedDossier, _ said: ImportedFacts) {
    if said.contains(.procedure) { (procedure, isConfidential) = (row.procedure, row.isConfidential) }
    if said.contains(.ownerName) { owner.name = row.owner.name }
    if said.contains(.ownerNumber) {
      (owner.identityNumber, owner.identityKind) = (row.owner.identityNumber, row.owner.identityKind)
    }
    if said.contains(.ownerPhone) { owner.phone = row.owner.phone }
    if said.contains(.ownerAddress) { owner.address = row.owner.address }
    if said.contains(.copies) { copies = row.copies }
    if said.contains(.decidingOffice) { decidingOfficeName = row.decidingOfficeName }
    if said.contains(.received) { receivedAt = row.receivedAt }
    if said.contains(.due) { appointment = row.dueAt.map { AppointmentFact(dueAt: $0) } }
    if said.contains(.outcome) {
      status = row.status
      resolvedAt = row.resolvedAt
      delivery = row.delivery ?? .atDesk
      handBack = row.handedBackAt.map { HandBack(at: $0, recipient: row.owner.name, delivery: delivery) }
      step = status == .handedBack || status == .completed ? .handBack : .verification
    }
    if said.contains(.note), !row.note.isEmpty, notes.last?.text != row.note {
      notes.append(Note(at: lastChangedAt, by: lastClerk, text: row.note))
    }
  }

  private mutating func apply(_ entry: RecordedAction) {
    switch entry.action {
    case .receive, .submitOnline, .importRow, .undo, .settleConflict, .release, .eraseScan: break
    case .importUpdate(let row): take(row, ImportedFacts.all.subtracting(row.unsaid))
    case .acceptOnline(let acceptance):
      status = .received
      codes.insert(acceptance.code, at: 0)
      receivedAt = acceptance.receivedAt
      appointment = acceptance.appointment
      fee = acceptance.fee ?? fee
      assignee = acceptance.assignee ?? assignee
    case .assign(let clerk): assignee = clerk
    case .handOver(let newStep, let clerk):
      handOvers.append(HandOver(givenAt: entry.at, givenBy: entry.clerk, to: clerk, step: newStep))
      step = newStep
      assignee = clerk
      if status == .received { status = .inProgress }
    case .takeOver:
      if let open = handOvers.lastIndex(where: { $0.takenAt == nil }) {
        handOvers[open].takenAt = entry.at
        handOvers[open].to = entry.clerk
      }
      assignee = entry.clerk
      if status == .received { status = .inProgress }
    case .addComponent(let component): components.append(component)
    case .setComponentForm(let number, let form, let quantity):
      changeComponent(number) {
        $0.form = form
        $0.quantity = quantity
      }
    case .digitise(let number, let hash):
      changeComponent(number) {
        $0.digitisation = .digitised
        $0.blobHash = hash
        if $0.form == .missing { $0.form = .electronic }
      }
    case .reuse(let number, let source, let kind):
      changeComponent(number) {
        $0.form = .reused
        $0.source = source
        $0.digitisation = kind
      }
    case .replaceByLookup(let number, let method, let reference):
      changeComponent(number) {
        $0.form = .replacedByLookup
        $0.lookupMethod = method
        $0.source = reference
        $0.digitisation = .reusedResult
      }
    case .requestSupplement(let items):
      supplementRequests.append(SupplementRequest(requestedAt: entry.at, requestedBy: entry.clerk, items: items))
      pause(as: .supplementRequested, at: entry.at)
    case .receiveSupplement(let received, let newAppointment):
      if let open = supplementRequests.lastIndex(where: { $0.receivedAt == nil }) {
        supplementRequests[open].receivedAt = entry.at
      }
      for number in received {
        changeComponent(number) { if $0.form == .missing { $0.form = .photocopy } }
      }
      resume(with: newAppointment)
    case .requestPayment(let title, let amount):
      payments.append(PaymentRequest(title: title, amount: amount, requestedAt: entry.at))
      pause(as: .paymentRequested, at: entry.at)
    case .recordPayment(let amount, let method, let newAppointment):
      if let open = payments.lastIndex(where: { $0.paidAt == nil }) {
        payments[open].paidAt = entry.at
        payments[open].paidAmount = amount
        payments[open].method = method
      } else {
        // Paid at the desk without having been asked for in writing.
        payments.append(
          PaymentRequest(
            title: "", amount: amount, requestedAt: entry.at, paidAt: entry.at, paidAmount: amount, method: method))
      }
      if status == .paymentRequested { resume(with: newAppointment) }
    case .refuse(let reason, let basis): close(.refused, entry.at, reason, basis)
    case .withdraw(let reason): close(.withdrawn, entry.at, reason, "")
    case .stop(let reason, let basis): close(.stopped, entry.at, reason, basis)
    case .extend(let reason, let newAppointment):
      if let old = dueAt {
        extensions.append(Extension(at: entry.at, oldDueAt: old, newDueAt: newAppointment.dueAt, reason: reason))
      }
      appointment = newAppointment
    case .complete(let newResult):
      result = newResult
      status = .completed
      step = .handBack
      resolvedAt = entry.at
    case .reopen:
      status = .inProgress
      step = .verification
      result = nil
      resolvedAt = nil
    case .handBack(let recipient, let way):
      handBack = HandBack(at: entry.at, recipient: recipient, delivery: way)
      status = .handedBack
    case .note(let text): notes.append(Note(at: entry.at, by: entry.clerk, text: text))
    case .correct(let field, let value, _): correct(field, value)
    case .recomputeAppointment(let newAppointment, _): appointment = newAppointment
    case .addCode(let code):
      // An office code takes the place of the provisional one that stood for it.
      if code.origin == .office { codes.insert(code, at: 0) } else { codes.append(code) }
    case .void(let reason): voidReason = reason
    }
  }

  private mutating func changeComponent(_ number: Int, _ change: (inout Component) -> Void) {
    guard let index = components.firstIndex(where: { $0.number == number }) else { return }
    change(&components[index])
  }

  private mutating func pause(as paused: DossierStatus, at instant: Instant) {
    status = paused
    pausedSince = instant
  }

  private mutating func resume(with newAppointment: AppointmentFact?) {
    // An online submission that was asked for papers goes back to being a new one: it was never received.
    status = receivedAt == nil ? .registered : .inProgress
    pausedSince = nil
    appointment = newAppointment ?? appointment
  }

  private mutating func close(_ final: DossierStatus, _ at: Instant, _ reason: String, _ basis: String) {
    status = final
    closing = Closing(at: at, reason: reason, legalBasis: basis)
    resolvedAt = at
    pausedSince = nil
  }

  private mutating func correct(_ field: DossierAction.CorrectableField, _ value: String) {
    switch field {
    case .ownerName: owner.name = value
    case .ownerIdentityNumber:
      owner.identityNumber = value
      owner.identityKind = IdentityKind(number: value)
    case .ownerBirth: owner.birth = value
    case .ownerPhone: owner.phone = value
    case .ownerAddress: owner.address = value
    case .applicantName:
      applicant = applicant ?? Person(name: value)
      applicant?.name = value
    case .applicantPhone: applicant?.phone = value
    case .summary: summary = value
    case .copies: copies = Int(value) ?? copies
    }
  }
}
