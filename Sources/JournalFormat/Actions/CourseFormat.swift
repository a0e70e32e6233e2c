import DossierDomain
import SwiftProtobuf

/// The byte form of actions that move a dossier on or end it.
enum CourseFormat {
  static func handOver(_ step: ProcessingStep, _ clerk: ClerkID?, _ fact: StepFact?) -> PlainMessage {
    .with {
      ($0.number, $0.clerk) = (UInt32(step.rawValue), Wire.data(clerk))
      if let fact { $0.step = Wire.message(fact) }
    }
  }

  static func handOver(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .handOver(
      step: try Wire.choice(message.number), to: try Wire.optionalIdentifier(message.clerk),
      fact: message.hasStep ? try Wire.stepFact(message.step) : nil)
  }

  static func requestSupplement(_ items: [String], _ reason: String, _ until: CivilDate?) -> PlainMessage {
    .with { ($0.items, $0.text, $0.number) = (items, reason, Wire.number(until?.dayNumber ?? 0)) }
  }

  static func requestSupplement(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .requestSupplement(items: message.items, reason: message.text, until: try Wire.optionalDate(message.number))
  }

  static func receiveSupplement(_ received: [Int], _ came: [String], _ appointment: AppointmentFact?) -> PlainMessage {
    .with {
      $0.numbers = received.map(Wire.number)
      $0.items = came
      $0.put(appointment)
    }
  }

  static func receiveSupplement(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .receiveSupplement(
      received: message.numbers.map(Int.init), came: message.items, appointment: try message.optionalAppointment())
  }

  /// The message of a new appointment with its reason.
  static func appointment(_ appointment: AppointmentFact, _ reason: String) -> PlainMessage {
    .with {
      $0.text = reason
      $0.put(appointment)
    }
  }

  static func extend(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .extend(reason: message.text, appointment: try message.requiredAppointment())
  }

  static func verify(_ message: Dossier_Journal_Verify) throws(EntryFormatError) -> DossierAction {
    guard message.hasAppointment else { throw .malformed("appointment") }
    return .verify(reason: message.reason, appointment: try Wire.appointment(message.appointment))
  }

  static func message(_ reason: String, until appointment: AppointmentFact) -> Dossier_Journal_Verify {
    .with {
      $0.reason = reason
      $0.appointment = Wire.message(appointment)
    }
  }

  static func recomputeAppointment(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .recomputeAppointment(try message.requiredAppointment(), reason: message.text)
  }

  static func handBack(_ recipient: String, _ delivery: ResultDelivery) -> PlainMessage {
    .with { ($0.text, $0.choice) = (recipient, UInt32(delivery.rawValue)) }
  }

  static func handBack(_ message: PlainMessage) throws(EntryFormatError) -> DossierAction {
    .handBack(recipient: message.text, delivery: try Wire.choice(message.choice))
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

  static func result(_ message: Dossier_Journal_Result) -> DossierResult {
    DossierResult(
      approved: message.approved, title: message.title, documentNumber: message.documentNumber, signer: message.signer,
      reason: message.reason, blobHash: message.blobHash)
  }
}
