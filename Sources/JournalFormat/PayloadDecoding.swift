import DossierDomain
import SwiftProtobuf

extension EntryFormat {
  static func content(_ envelope: Dossier_Journal_Envelope) throws(EntryFormatError) -> EntryContent {
    let payload = Array(envelope.payload)
    // A newer revision may have given a known kind more fields: its meaning waits for the upgrade too.
    guard envelope.revision <= revision, let kind = EntryKind(rawValue: envelope.kind) else {
      return .unknown(kind: envelope.kind, payload: payload)
    }
    return switch kind {
    case .dossier(let kind): .dossier(try dossierAction(kind, payload))
    case .office(let kind): .office(try officeAction(kind, payload))
    }
  }

  private static func dossierAction(_ kind: DossierKind, _ payload: [UInt8]) throws(EntryFormatError) -> DossierAction {
    /// Most kinds share one message.
    func plain(
      _ action: (Dossier_Journal_Plain) throws(EntryFormatError) -> DossierAction
    ) throws(EntryFormatError) -> DossierAction { try action(parse(payload)) }
    return switch kind {
    case .receive: .receive(try reception(parse(payload)))
    case .submitOnline: .submitOnline(try submission(parse(payload)))
    case .acceptOnline: .acceptOnline(try acceptance(parse(payload)))
    case .importRow: .importRow(try imported(parse(payload)))
    case .importUpdate: .importUpdate(try imported(parse(payload)))
    case .addComponent: .addComponent(try Wire.component(parse(payload)))
    case .complete: .complete(result(try parse(payload)))
    case .assign: try plain { (it) throws(EntryFormatError) in .assign(to: try Wire.optionalIdentifier(it.clerk)) }
    case .handOver:
      try plain { (it) throws(EntryFormatError) in
        .handOver(step: try Wire.choice(it.number), to: try Wire.optionalIdentifier(it.clerk))
      }
    case .takeOver: try plain { _ in .takeOver }
    case .setComponentForm:
      try plain { (it) throws(EntryFormatError) in
        .setComponentForm(number: Int(it.number), form: try Wire.choice(it.choice), quantity: Int(it.quantity))
      }
    case .digitise: try plain { .digitise(number: Int($0.number), blobHash: $0.text) }
    case .reuse:
      try plain { (it) throws(EntryFormatError) in
        .reuse(number: Int(it.number), source: it.text, from: try Wire.choice(it.choice))
      }
    case .replaceByLookup:
      try plain { (it) throws(EntryFormatError) in
        .replaceByLookup(number: Int(it.number), method: try Wire.choice(it.choice), reference: it.secondText)
      }
    case .requestSupplement: try plain { .requestSupplement(items: $0.items) }
    case .receiveSupplement:
      try plain { (it) throws(EntryFormatError) in
        .receiveSupplement(received: it.numbers.map(Int.init), appointment: try it.optionalAppointment())
      }
    case .requestPayment: try plain { .requestPayment(title: $0.text, amount: $0.optionalAmount) }
    case .recordPayment:
      try plain { (it) throws(EntryFormatError) in
        .recordPayment(
          amount: it.optionalAmount ?? 0, method: try Wire.choice(it.choice), appointment: try it.optionalAppointment())
      }
    case .refuse: try plain { .refuse(reason: $0.text, legalBasis: $0.secondText) }
    case .withdraw: try plain { .withdraw(reason: $0.text) }
    case .stop: try plain { .stop(reason: $0.text, legalBasis: $0.secondText) }
    case .extend:
      try plain { (it) throws(EntryFormatError) in .extend(reason: it.text, appointment: try it.requiredAppointment()) }
    case .reopen: try plain { .reopen(reason: $0.text) }
    case .handBack:
      try plain { (it) throws(EntryFormatError) in .handBack(recipient: it.text, delivery: try Wire.choice(it.choice)) }
    case .note: try plain { .note($0.text) }
    case .correct:
      try plain { (it) throws(EntryFormatError) in
        .correct(field: try Wire.choice(it.number), value: it.text, reason: it.secondText)
      }
    case .recomputeAppointment:
      try plain { (it) throws(EntryFormatError) in
        .recomputeAppointment(try it.requiredAppointment(), reason: it.text)
      }
    case .addCode: try plain { (it) throws(EntryFormatError) in .addCode(try Wire.code(it.code)) }
    case .void: try plain { .void(reason: $0.text) }
    case .undo: try plain { (it) throws(EntryFormatError) in .undo(try it.reference()) }
    case .settleConflict: try plain { (it) throws(EntryFormatError) in .settleConflict(try it.reference()) }
    case .release: try plain { (it) throws(EntryFormatError) in .release(try it.reference()) }
    case .eraseScan: try plain { .eraseScan(blobHash: $0.text, reason: $0.secondText) }
    }
  }

  private static func reception(_ message: Dossier_Journal_Receive) throws(EntryFormatError) -> Reception {
    Reception(
      code: try Wire.code(message.code), procedure: Wire.procedure(message.procedure),
      owner: try Wire.person(message.owner), applicant: message.hasApplicant ? try Wire.person(message.applicant) : nil,
      channel: try Wire.choice(message.channel), components: try Wire.components(message.components),
      summary: message.summary, copies: Int(message.copies), receivedAt: try Wire.instant(message.receivedAt),
      appointment: message.hasAppointment ? try Wire.appointment(message.appointment) : nil,
      delivery: try Wire.choice(message.delivery), fee: message.hasFee ? Int(clamping: message.fee) : nil,
      assignee: try Wire.optionalIdentifier(message.assignee), isConfidential: message.confidential,
      receivingOffice: try Wire.identifier(message.receivingOffice),
      decidingOffice: try Wire.identifier(message.decidingOffice))
  }

  private static func submission(_ message: Dossier_Journal_SubmitOnline) throws(EntryFormatError) -> OnlineSubmission {
    OnlineSubmission(
      portalCode: try Wire.code(message.portalCode), procedure: Wire.procedure(message.procedure),
      owner: try Wire.person(message.owner), applicant: message.hasApplicant ? try Wire.person(message.applicant) : nil,
      components: try Wire.components(message.components), summary: message.summary,
      submittedAt: try Wire.instant(message.submittedAt), isConfidential: message.confidential,
      receivingOffice: try Wire.identifier(message.receivingOffice),
      decidingOffice: try Wire.identifier(message.decidingOffice))
  }

  private static func acceptance(_ message: Dossier_Journal_AcceptOnline) throws(EntryFormatError) -> Acceptance {
    Acceptance(
      code: try Wire.code(message.code), receivedAt: try Wire.instant(message.receivedAt),
      appointment: message.hasAppointment ? try Wire.appointment(message.appointment) : nil,
      fee: message.hasFee ? Int(clamping: message.fee) : nil, assignee: try Wire.optionalIdentifier(message.assignee))
  }

  private static func imported(_ message: Dossier_Journal_Imported) throws(EntryFormatError) -> ImportedDossier {
    guard let status = DossierStatus(rawValue: Int(message.status)) else { throw .malformed("status") }
    return ImportedDossier(
      code: try Wire.code(message.code), procedure: Wire.procedure(message.procedure),
      owner: try Wire.person(message.owner), status: status, copies: Int(message.copies),
      decidingOfficeName: message.decidingOfficeName,
      receivedAt: message.hasReceivedAt ? try Wire.instant(message.receivedAt) : nil,
      dueAt: message.hasDueAt ? try Wire.instant(message.dueAt) : nil,
      resolvedAt: message.hasResolvedAt ? try Wire.instant(message.resolvedAt) : nil,
      handedBackAt: message.hasHandedBackAt ? try Wire.instant(message.handedBackAt) : nil,
      delivery: message.hasDelivery ? try Wire.choice(message.delivery) : nil, note: message.note,
      isConfidential: message.confidential, office: try Wire.identifier(message.office),
      unsaid: ImportedFacts(rawValue: message.unsaid))
  }

  static func result(_ message: Dossier_Journal_Result) -> DossierResult {
    DossierResult(
      approved: message.approved, title: message.title, documentNumber: message.documentNumber, signer: message.signer,
      reason: message.reason, blobHash: message.blobHash)
  }

  private static func officeAction(_ kind: OfficeKind, _ payload: [UInt8]) throws(EntryFormatError) -> OfficeAction {
    switch kind {
    case .setOffice:
      let message: Dossier_Journal_OfficeSettings = try parse(payload)
      let hours = message.hours.map(Int.init)
      guard hours.count == 4, hours.sorted() == hours, hours[3] <= 1440 else { throw .malformed("working hours") }
      return .setOffice(
        Office(
          id: try Wire.identifier(message.id), name: message.name, agencyCode: message.agencyCode,
          unitCode: message.unitCode,
          workingHours: WorkingHours(morning: hours[0]..<hours[1], afternoon: hours[2]..<hours[3]),
          restsOn24November: message.restsOn24November, extensionLimit: Int(message.extensionLimit),
          requiresPIN: message.requiresPin, idleLockMinutes: Int(message.idleLockMinutes),
          wholePeriodProcedures: Set(message.wholePeriodProcedures)))
    case .setClerk:
      let message: Dossier_Journal_ClerkRecord = try parse(payload)
      var roles: Set<Clerk.Role> = []
      for role in message.roles { roles.insert(try Wire.choice(role)) }
      return .setClerk(
        Clerk(
          id: try Wire.identifier(message.id), name: message.name, title: message.title, roles: roles,
          isActive: message.active))
    case .setAbsence:
      let message: Dossier_Journal_AbsenceRecord = try parse(payload)
      return .setAbsence(
        Absence(
          clerk: try Wire.identifier(message.clerk), from: try Wire.date(message.from),
          through: try Wire.date(message.through), substitute: try Wire.optionalIdentifier(message.substitute)))
    case .clearAbsence:
      let message: Dossier_Journal_AbsenceRecord = try parse(payload)
      return .clearAbsence(try Wire.identifier(message.clerk), from: try Wire.date(message.from))
    case .confirmClock:
      let message: Dossier_Journal_ClockConfirmation = try parse(payload)
      return .confirmClock(try Wire.date(message.date))
    case .mapClerk:
      let message: Dossier_Journal_ClerkMapping = try parse(payload)
      return .mapClerk(try Wire.identifier(message.local), to: try Wire.identifier(message.provincial))
    case .setDays:
      let message: Dossier_Journal_YearlyDecision = try parse(payload)
      return .setDays(try Wire.decision(message))
    case .setProcedure: return .setProcedure(try Wire.procedure(parse(payload)))
    case .recordReading: return .recordReading(try Wire.reading(parse(payload)))
    }
  }
}

extension Dossier_Journal_Plain {
  fileprivate var optionalAmount: Int? { hasAmount ? Int(clamping: amount) : nil }

  fileprivate func optionalAppointment() throws(EntryFormatError) -> AppointmentFact? {
    hasAppointment ? try Wire.appointment(appointment) : nil
  }

  fileprivate func requiredAppointment() throws(EntryFormatError) -> AppointmentFact {
    guard hasAppointment else { throw .malformed("appointment") }
    return try Wire.appointment(appointment)
  }

  fileprivate func reference() throws(EntryFormatError) -> EntryReference {
    EntryReference(epoch: try Wire.identifier(epoch), sequence: sequence)
  }
}
