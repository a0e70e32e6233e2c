import DossierDomain
import SwiftProtobuf

/// The byte form of actions that begin a dossier.
enum ReceptionFormat {
  static func message(_ reception: Reception) -> Dossier_Journal_Receive {
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
      if !reception.caseRecord.isEmpty { $0.caseRecord = Wire.message(reception.caseRecord) }
      if let step = reception.step { $0.step = Wire.message(step) }
      $0.related = reception.related.map { Wire.message($0) }
      $0.assisted = reception.isAssisted
      $0.deliveryPlace = reception.deliveryPlace
      $0.visit = Wire.data(reception.visit)
      $0.blankReason = reception.blankReason
      $0.certified = reception.certified.map(CertificationFormat.message)
    }
  }

  static func reception(_ message: Dossier_Journal_Receive) throws(EntryFormatError) -> Reception {
    var reception = Reception(
      code: try Wire.code(message.code), procedure: Wire.procedure(message.procedure),
      owner: try Wire.person(message.owner), applicant: message.hasApplicant ? try Wire.person(message.applicant) : nil,
      channel: try Wire.choice(message.channel), components: try Wire.components(message.components),
      summary: message.summary, copies: Int(message.copies), receivedAt: try Wire.instant(message.receivedAt),
      appointment: message.hasAppointment ? try Wire.appointment(message.appointment) : nil,
      delivery: try Wire.choice(message.delivery), fee: message.hasFee ? try Wire.amount(message.fee) : nil,
      assignee: try Wire.optionalIdentifier(message.assignee), isConfidential: message.confidential,
      receivingOffice: try Wire.identifier(message.receivingOffice),
      decidingOffice: try Wire.identifier(message.decidingOffice))
    if message.hasCaseRecord { reception.caseRecord = try Wire.caseRecord(message.caseRecord) }
    if message.hasStep { reception.step = try Wire.stepFact(message.step) }
    reception.related = try Wire.people(message.related)
    reception.isAssisted = message.assisted
    reception.deliveryPlace = message.deliveryPlace
    reception.blankReason = message.blankReason
    reception.certified = try CertificationFormat.lines(message.certified)
    guard reception.isBounded else { throw .malformed("reception") }
    reception.visit = try Wire.optionalIdentifier(message.visit)
    return reception
  }

  static func message(_ submission: OnlineSubmission) -> Dossier_Journal_SubmitOnline {
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

  static func submission(_ message: Dossier_Journal_SubmitOnline) throws(EntryFormatError) -> OnlineSubmission {
    OnlineSubmission(
      portalCode: try Wire.code(message.portalCode), procedure: Wire.procedure(message.procedure),
      owner: try Wire.person(message.owner), applicant: message.hasApplicant ? try Wire.person(message.applicant) : nil,
      components: try Wire.components(message.components), summary: message.summary,
      submittedAt: try Wire.instant(message.submittedAt), isConfidential: message.confidential,
      receivingOffice: try Wire.identifier(message.receivingOffice),
      decidingOffice: try Wire.identifier(message.decidingOffice))
  }

  static func message(_ acceptance: Acceptance) -> Dossier_Journal_AcceptOnline {
    .with {
      $0.code = Wire.message(acceptance.code)
      $0.receivedAt = acceptance.receivedAt.milliseconds
      if let appointment = acceptance.appointment { $0.appointment = Wire.message(appointment) }
      if let fee = acceptance.fee { $0.fee = UInt64(clamping: fee) }
      $0.assignee = Wire.data(acceptance.assignee)
      if !acceptance.caseRecord.isEmpty { $0.caseRecord = Wire.message(acceptance.caseRecord) }
      $0.needs = acceptance.needs.map { known in
        .with {
          $0.number = Wire.number(known.paper)
          ($0.need, $0.group) = Wire.numbers(of: known.need)
        }
      }
      if let step = acceptance.step { $0.step = Wire.message(step) }
    }
  }

  static func acceptance(_ message: Dossier_Journal_AcceptOnline) throws(EntryFormatError) -> Acceptance {
    var acceptance = Acceptance(
      code: try Wire.code(message.code), receivedAt: try Wire.instant(message.receivedAt),
      appointment: message.hasAppointment ? try Wire.appointment(message.appointment) : nil,
      fee: message.hasFee ? try Wire.amount(message.fee) : nil, assignee: try Wire.optionalIdentifier(message.assignee))
    if message.hasCaseRecord { acceptance.caseRecord = try Wire.caseRecord(message.caseRecord) }
    for known in message.needs {
      acceptance.needs.append(
        Acceptance.PaperNeed(paper: Int(known.number), need: try Wire.need(known.need, group: known.group)))
    }
    if message.hasStep { acceptance.step = try Wire.stepFact(message.step) }
    return acceptance
  }
}
