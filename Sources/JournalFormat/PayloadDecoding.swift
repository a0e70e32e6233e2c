import DossierDomain
import SwiftProtobuf

extension EntryFormat {
  static func content(_ envelope: Dossier_Journal_Envelope) throws(EntryFormatError) -> EntryContent {
    let payload = Array(envelope.payload)
    // A newer revision may have given a known kind more fields: its meaning waits for the upgrade too.
    guard envelope.revision <= revision, let kind = EntryKind(rawValue: envelope.kind) else {
      return .unknown(kind: envelope.kind, payload: payload)
    }
    switch kind {
    case .setOffice, .setClerk, .setAbsence, .clearAbsence, .confirmClock, .mapClerk, .setDays, .setProcedure:
      return .office(try officeAction(kind, payload))
    case .receive: return .dossier(.receive(try reception(parse(payload))))
    case .submitOnline: return .dossier(.submitOnline(try submission(parse(payload))))
    case .acceptOnline: return .dossier(.acceptOnline(try acceptance(parse(payload))))
    case .importRow: return .dossier(.importRow(try imported(parse(payload))))
    case .importUpdate: return .dossier(.importUpdate(try imported(parse(payload))))
    case .addComponent: return .dossier(.addComponent(try Wire.component(parse(payload))))
    case .complete: return .dossier(.complete(result(try parse(payload))))
    default: return .dossier(try plainAction(kind, parse(payload)))
    }
  }

  private static func plainAction(
    _ kind: EntryKind, _ plain: Dossier_Journal_Plain
  ) throws(EntryFormatError) -> DossierAction {
    let number = Int(plain.number)
    let appointment = plain.hasAppointment ? try Wire.appointment(plain.appointment) : nil
    let amount = plain.hasAmount ? Int(clamping: plain.amount) : nil
    func requiredAppointment() throws(EntryFormatError) -> AppointmentFact {
      guard let appointment else { throw .malformed("appointment") }
      return appointment
    }
    switch kind {
    case .assign: return .assign(to: try Wire.optionalIdentifier(plain.clerk))
    case .handOver:
      return .handOver(step: try Wire.choice(plain.number), to: try Wire.optionalIdentifier(plain.clerk))
    case .takeOver: return .takeOver
    case .setComponentForm:
      return .setComponentForm(number: number, form: try Wire.choice(plain.choice), quantity: Int(plain.quantity))
    case .digitise: return .digitise(number: number, blobHash: plain.text)
    case .reuse: return .reuse(number: number, source: plain.text, from: try Wire.choice(plain.choice))
    case .replaceByLookup:
      return .replaceByLookup(number: number, method: try Wire.choice(plain.choice), reference: plain.secondText)
    case .requestSupplement: return .requestSupplement(items: plain.items)
    case .receiveSupplement: return .receiveSupplement(received: plain.numbers.map(Int.init), appointment: appointment)
    case .requestPayment: return .requestPayment(title: plain.text, amount: amount)
    case .recordPayment:
      return .recordPayment(amount: amount ?? 0, method: try Wire.choice(plain.choice), appointment: appointment)
    case .refuse: return .refuse(reason: plain.text, legalBasis: plain.secondText)
    case .withdraw: return .withdraw(reason: plain.text)
    case .stop: return .stop(reason: plain.text, legalBasis: plain.secondText)
    case .extend: return .extend(reason: plain.text, appointment: try requiredAppointment())
    case .reopen: return .reopen(reason: plain.text)
    case .handBack: return .handBack(recipient: plain.text, delivery: try Wire.choice(plain.choice))
    case .note: return .note(plain.text)
    case .correct: return .correct(field: try Wire.choice(plain.number), value: plain.text, reason: plain.secondText)
    case .recomputeAppointment: return .recomputeAppointment(try requiredAppointment(), reason: plain.text)
    case .addCode: return .addCode(try Wire.code(plain.code))
    case .void: return .void(reason: plain.text)
    case .undo: return .undo(try reference(plain))
    case .settleConflict: return .settleConflict(try reference(plain))
    case .release: return .release(try reference(plain))
    case .eraseScan: return .eraseScan(blobHash: plain.text, reason: plain.secondText)
    default: throw .malformed("kind \(kind.rawValue)")
    }
  }

  private static func reference(_ plain: Dossier_Journal_Plain) throws(EntryFormatError) -> EntryReference {
    EntryReference(epoch: try Wire.identifier(plain.epoch), sequence: plain.sequence)
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

  private static func officeAction(_ kind: EntryKind, _ payload: [UInt8]) throws(EntryFormatError) -> OfficeAction {
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
    default: throw .malformed("kind \(kind.rawValue)")
    }
  }
}
