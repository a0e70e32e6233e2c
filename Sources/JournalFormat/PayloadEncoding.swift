import DossierDomain
import SwiftProtobuf

extension EntryFormat {
  static func payload(of content: EntryContent) throws(EntryFormatError) -> (kind: UInt32, bytes: [UInt8]) {
    switch content {
    case .unknown(let kind, let bytes): return (kind, bytes)
    case .dossier(let action):
      let (kind, message) = payload(of: action)
      return (kind.rawValue, try serialise(message))
    case .office(let action):
      let (kind, message) = payload(of: action)
      return (kind.rawValue, try serialise(message))
    }
  }

  private static func payload(of action: DossierAction) -> (DossierKind, any Message) {
    /// Most kinds share one message.
    func plain(
      _ kind: DossierKind, _ fill: (inout Dossier_Journal_Plain) -> Void = { _ in }
    ) -> (DossierKind, any Message) { (kind, Dossier_Journal_Plain.with(fill)) }
    return switch action {
    case .receive(let reception): (.receive, message(reception))
    case .submitOnline(let submission): (.submitOnline, message(submission))
    case .acceptOnline(let acceptance): (.acceptOnline, message(acceptance))
    case .importRow(let row): (.importRow, message(row))
    case .importUpdate(let row): (.importUpdate, message(row))
    case .addComponent(let component): (.addComponent, Wire.message(component))
    case .complete(let result): (.complete, message(result))
    case .assign(let clerk): plain(.assign) { $0.clerk = Wire.data(clerk) }
    case .handOver(let step, let clerk):
      plain(.handOver) { ($0.number, $0.clerk) = (UInt32(step.rawValue), Wire.data(clerk)) }
    case .takeOver: plain(.takeOver)
    case .setComponentForm(let number, let form, let quantity):
      plain(.setComponentForm) {
        ($0.number, $0.choice, $0.quantity) = (Wire.number(number), UInt32(form.rawValue), Wire.number(quantity))
      }
    case .digitise(let number, let hash): plain(.digitise) { ($0.number, $0.text) = (Wire.number(number), hash) }
    case .reuse(let number, let source, let digitisation):
      plain(.reuse) {
        ($0.number, $0.text, $0.choice) = (Wire.number(number), source, UInt32(digitisation.rawValue))
      }
    case .replaceByLookup(let number, let method, let reference):
      plain(.replaceByLookup) {
        ($0.number, $0.choice, $0.secondText) = (Wire.number(number), UInt32(method.rawValue), reference)
      }
    case .requestSupplement(let items): plain(.requestSupplement) { $0.items = items }
    case .receiveSupplement(let received, let appointment):
      plain(.receiveSupplement) {
        $0.numbers = received.map(Wire.number)
        $0.put(appointment)
      }
    case .requestPayment(let title, let amount):
      plain(.requestPayment) {
        $0.text = title
        if let amount { $0.amount = UInt64(clamping: amount) }
      }
    case .recordPayment(let amount, let method, let appointment):
      plain(.recordPayment) {
        ($0.amount, $0.choice) = (UInt64(clamping: amount), UInt32(method.rawValue))
        $0.put(appointment)
      }
    case .refuse(let reason, let basis): plain(.refuse) { ($0.text, $0.secondText) = (reason, basis) }
    case .withdraw(let reason): plain(.withdraw) { $0.text = reason }
    case .stop(let reason, let basis): plain(.stop) { ($0.text, $0.secondText) = (reason, basis) }
    case .extend(let reason, let appointment):
      plain(.extend) {
        $0.text = reason
        $0.put(appointment)
      }
    case .reopen(let reason): plain(.reopen) { $0.text = reason }
    case .handBack(let recipient, let delivery):
      plain(.handBack) { ($0.text, $0.choice) = (recipient, UInt32(delivery.rawValue)) }
    case .note(let text): plain(.note) { $0.text = text }
    case .correct(let field, let value, let reason):
      plain(.correct) { ($0.number, $0.text, $0.secondText) = (UInt32(field.rawValue), value, reason) }
    case .recomputeAppointment(let appointment, let reason):
      plain(.recomputeAppointment) {
        $0.text = reason
        $0.put(appointment)
      }
    case .addCode(let code): plain(.addCode) { $0.code = Wire.message(code) }
    case .void(let reason): plain(.void) { $0.text = reason }
    case .undo(let reference): plain(.undo) { $0.refer(to: reference) }
    case .settleConflict(let reference): plain(.settleConflict) { $0.refer(to: reference) }
    case .release(let reference): plain(.release) { $0.refer(to: reference) }
    case .eraseScan(let hash, let reason): plain(.eraseScan) { ($0.text, $0.secondText) = (hash, reason) }
    }
  }

  private static func message(_ reception: Reception) -> Dossier_Journal_Receive {
    .with {
      $0.code = Wire.message(reception.code)
      $0.procedure = Wire.message(reception.procedure)
      $0.owner = Wire.message(reception.owner)
      if let applicant = reception.applicant { $0.applicant = Wire.message(applicant) }
      $0.channel = UInt32(reception.channel.rawValue)
      $0.components = reception.components.map { Wire.message($0) }
      $0.summary = reception.summary
      $0.copies = Wire.number(reception.copies)
      $0.receivedAt = reception.receivedAt.milliseconds
      if let appointment = reception.appointment { $0.appointment = Wire.message(appointment) }
      $0.delivery = UInt32(reception.delivery.rawValue)
      if let fee = reception.fee { $0.fee = UInt64(clamping: fee) }
      $0.assignee = Wire.data(reception.assignee)
      $0.confidential = reception.isConfidential
      $0.receivingOffice = Wire.data(reception.receivingOffice)
      $0.decidingOffice = Wire.data(reception.decidingOffice)
    }
  }

  private static func message(_ submission: OnlineSubmission) -> Dossier_Journal_SubmitOnline {
    .with {
      $0.portalCode = Wire.message(submission.portalCode)
      $0.procedure = Wire.message(submission.procedure)
      $0.owner = Wire.message(submission.owner)
      if let applicant = submission.applicant { $0.applicant = Wire.message(applicant) }
      $0.components = submission.components.map { Wire.message($0) }
      $0.summary = submission.summary
      $0.submittedAt = submission.submittedAt.milliseconds
      $0.confidential = submission.isConfidential
      $0.receivingOffice = Wire.data(submission.receivingOffice)
      $0.decidingOffice = Wire.data(submission.decidingOffice)
    }
  }

  private static func message(_ acceptance: Acceptance) -> Dossier_Journal_AcceptOnline {
    .with {
      $0.code = Wire.message(acceptance.code)
      $0.receivedAt = acceptance.receivedAt.milliseconds
      if let appointment = acceptance.appointment { $0.appointment = Wire.message(appointment) }
      if let fee = acceptance.fee { $0.fee = UInt64(clamping: fee) }
      $0.assignee = Wire.data(acceptance.assignee)
    }
  }

  private static func message(_ row: ImportedDossier) -> Dossier_Journal_Imported {
    .with {
      $0.code = Wire.message(row.code)
      $0.procedure = Wire.message(row.procedure)
      $0.owner = Wire.message(row.owner)
      $0.status = UInt32(row.status.rawValue)
      $0.copies = Wire.number(row.copies)
      $0.decidingOfficeName = row.decidingOfficeName
      if let instant = row.receivedAt { $0.receivedAt = instant.milliseconds }
      if let instant = row.dueAt { $0.dueAt = instant.milliseconds }
      if let instant = row.resolvedAt { $0.resolvedAt = instant.milliseconds }
      if let instant = row.handedBackAt { $0.handedBackAt = instant.milliseconds }
      if let delivery = row.delivery { $0.delivery = UInt32(delivery.rawValue) }
      $0.note = row.note
      $0.confidential = row.isConfidential
      $0.office = Wire.data(row.office)
      $0.unsaid = row.unsaid.rawValue
    }
  }

  static func message(_ result: DossierResult) -> Dossier_Journal_Result {
    .with {
      $0.approved = result.approved
      $0.title = result.title
      $0.documentNumber = result.documentNumber
      $0.signer = result.signer
      $0.reason = result.reason
      $0.blobHash = result.blobHash
    }
  }

  private static func payload(of action: OfficeAction) -> (OfficeKind, any Message) {
    switch action {
    case .setOffice(let office):
      let hours = office.workingHours
      return (
        .setOffice,
        Dossier_Journal_OfficeSettings.with {
          $0.id = Wire.data(office.id)
          $0.name = office.name
          $0.agencyCode = office.agencyCode
          $0.unitCode = office.unitCode
          $0.hours = [
            hours.morning.lowerBound, hours.morning.upperBound, hours.afternoon.lowerBound, hours.afternoon.upperBound,
          ].map(Wire.number)
          $0.restsOn24November = office.restsOn24November
          $0.extensionLimit = Wire.number(office.extensionLimit)
          $0.requiresPin = office.requiresPIN
          $0.idleLockMinutes = Wire.number(office.idleLockMinutes)
          $0.wholePeriodProcedures = office.wholePeriodProcedures.sorted()
        }
      )
    case .setClerk(let clerk):
      return (
        .setClerk,
        Dossier_Journal_ClerkRecord.with {
          $0.id = Wire.data(clerk.id)
          $0.name = clerk.name
          $0.title = clerk.title
          $0.roles = clerk.roles.sorted().map { UInt32($0.rawValue) }
          $0.active = clerk.isActive
        }
      )
    case .setAbsence(let absence):
      return (
        .setAbsence,
        Dossier_Journal_AbsenceRecord.with {
          $0.clerk = Wire.data(absence.clerk)
          $0.from = Int32(clamping: absence.from.dayNumber)
          $0.through = Int32(clamping: absence.through.dayNumber)
          $0.substitute = Wire.data(absence.substitute)
        }
      )
    case .clearAbsence(let clerk, let from):
      return (
        .clearAbsence,
        Dossier_Journal_AbsenceRecord.with {
          $0.clerk = Wire.data(clerk)
          $0.from = Int32(clamping: from.dayNumber)
        }
      )
    case .confirmClock(let date):
      return (.confirmClock, Dossier_Journal_ClockConfirmation.with { $0.date = Int32(clamping: date.dayNumber) })
    case .mapClerk(let local, let provincial):
      return (
        .mapClerk,
        Dossier_Journal_ClerkMapping.with {
          $0.local = Wire.data(local)
          $0.provincial = Wire.data(provincial)
        }
      )
    case .setDays(let decision): return (.setDays, Wire.message(decision))
    case .setProcedure(let version): return (.setProcedure, Wire.message(version))
    case .recordReading(let reading): return (.recordReading, Wire.message(reading))
    }
  }
}

extension Dossier_Journal_Plain {
  fileprivate mutating func put(_ appointment: AppointmentFact?) {
    if let appointment { self.appointment = Wire.message(appointment) }
  }

  fileprivate mutating func refer(to reference: EntryReference) {
    epoch = Wire.data(reference.epoch)
    sequence = reference.sequence
  }
}
