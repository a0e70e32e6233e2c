import DossierDomain
import SwiftProtobuf

import struct Foundation.Data

/// Converts domain values to protobuf fields and back.
enum Wire {
  static func data(bytes: [UInt8]) -> Data { Data(bytes) }

  static func data<Subject>(_ identifier: Identifier<Subject>?) -> Data {
    identifier.map { Data($0.bytes) } ?? Data()
  }

  static func identifier<Subject>(_ data: Data) throws(EntryFormatError) -> Identifier<Subject> {
    guard let identifier = Identifier<Subject>(bytes: data) else { throw .malformed("identifier") }
    return identifier
  }

  static func optionalIdentifier<Subject>(_ data: Data) throws(EntryFormatError) -> Identifier<Subject>? {
    data.isEmpty ? nil : try identifier(data)
  }

  static func choice<Choice: RawRepresentable>(_ raw: UInt32) throws(EntryFormatError) -> Choice
  where Choice.RawValue == UInt8 {
    guard let byte = UInt8(exactly: raw), let choice = Choice(rawValue: byte) else {
      throw .malformed("\(Choice.self) \(raw)")
    }
    return choice
  }

  static func number(_ value: Int) -> UInt32 { UInt32(clamping: value) }

  /// In đồng. No fee or payment of an office is as large, and the sum of all that an office can have is still a number.
  static let amounts: ClosedRange<UInt64> = 0...999_999_999_999

  static func amount(_ value: UInt64) throws(EntryFormatError) -> Int {
    guard amounts.contains(value) else { throw .malformed("amount") }
    return Int(value)
  }

  // MARK: Parts

  static func message(_ code: DossierCode) -> Dossier_Journal_Code {
    .with {
      $0.text = code.text
      $0.origin = UInt32(code.origin.rawValue)
    }
  }

  static func code(_ message: Dossier_Journal_Code) throws(EntryFormatError) -> DossierCode {
    DossierCode(message.text, origin: try choice(message.origin))
  }

  static func message(_ procedure: ProcedureReference) -> Dossier_Journal_Procedure {
    .with {
      $0.code = procedure.code
      $0.name = procedure.name
      $0.versionHash = procedure.versionHash
    }
  }

  static func procedure(_ message: Dossier_Journal_Procedure) -> ProcedureReference {
    ProcedureReference(code: message.code, name: message.name, versionHash: message.versionHash)
  }

  static func message(_ person: Person) -> Dossier_Journal_Person {
    .with {
      $0.kind = UInt32(person.kind.rawValue)
      $0.name = person.name
      $0.identityNumber = person.identityNumber
      $0.identityKind = UInt32(person.identityKind.rawValue)
      $0.birth = person.birth
      $0.sex = UInt32(person.sex?.rawValue ?? 0)
      $0.phone = person.phone
      $0.address = person.address
      $0.email = person.email
      $0.relative = person.relative
      $0.identified = UInt32(person.identified?.rawValue ?? 0)
      $0.oldNumber = person.oldNumber
      $0.cardIssued = person.card.issued
      $0.cardFurther = person.card.further
      $0.relation = UInt32(person.relation?.kind.rawValue ?? 0)
      $0.relationText = person.relation?.text ?? ""
    }
  }

  static func person(_ message: Dossier_Journal_Person) throws(EntryFormatError) -> Person {
    var person = Person(
      name: message.name, kind: try choice(message.kind), identityNumber: message.identityNumber,
      identityKind: try choice(message.identityKind), birth: message.birth,
      sex: message.sex == 0 ? nil : try choice(message.sex), phone: message.phone, address: message.address,
      email: message.email, relative: message.relative)
    person.identified = message.identified == 0 ? nil : try choice(message.identified)
    person.oldNumber = message.oldNumber
    person.card = CardFacts(issued: message.cardIssued, further: message.cardFurther)
    if message.relation != 0 { person.relation = Relation(try choice(message.relation), text: message.relationText) }
    guard person.isBounded else { throw .malformed("person") }
    return person
  }

  static func people(_ messages: [Dossier_Journal_Person]) throws(EntryFormatError) -> [Person] {
    guard messages.count <= Reception.mostRelated else { throw .malformed("related persons") }
    var people: [Person] = []
    for message in messages { people.append(try person(message)) }
    return people
  }

  static func message(_ appointment: AppointmentFact) -> Dossier_Journal_Appointment {
    .with {
      $0.dueAt = appointment.dueAt.milliseconds
      if let previous = appointment.previousDueAt { $0.previousDueAt = previous.milliseconds }
      $0.calendarHash = appointment.calendarHash
      $0.settingsHash = appointment.settingsHash
      if let policy = appointment.pausePolicy { $0.pausePolicy = UInt32(policy.rawValue) }
      $0.enteredDays = number(appointment.enteredDays ?? 0)
      if let due = appointment.stepDueAt { $0.stepDueAt = due.milliseconds }
    }
  }

  static func appointment(_ message: Dossier_Journal_Appointment) throws(EntryFormatError) -> AppointmentFact {
    AppointmentFact(
      dueAt: try instant(message.dueAt),
      previousDueAt: message.hasPreviousDueAt ? try instant(message.previousDueAt) : nil,
      calendarHash: message.calendarHash, settingsHash: message.settingsHash,
      pausePolicy: message.pausePolicy == 0 ? nil : try choice(message.pausePolicy),
      enteredDays: message.enteredDays == 0 ? nil : Int(message.enteredDays),
      stepDueAt: message.hasStepDueAt ? try instant(message.stepDueAt) : nil)
  }

  static func message(_ component: Component) -> Dossier_Journal_Component {
    .with {
      $0.number = number(component.number)
      $0.name = component.name
      $0.form = UInt32(component.form.rawValue)
      $0.quantity = number(component.quantity)
      $0.digitisation = UInt32(component.digitisation.rawValue)
      $0.blobHash = component.blobHash
      $0.source = component.source
      $0.lookupMethod = UInt32(component.lookupMethod?.rawValue ?? 0)
      ($0.need, $0.group) = numbers(of: component.need)
      guard let counts = component.counts else { return }
      $0.originals = number(counts.originals)
      $0.certifiedCopies = number(counts.certifiedCopies)
      $0.plainCopies = number(counts.plainCopies)
    }
  }

  static func component(_ message: Dossier_Journal_Component) throws(EntryFormatError) -> Component {
    var component = Component(
      number: Int(message.number), name: message.name, form: try choice(message.form), quantity: Int(message.quantity),
      digitisation: try choice(message.digitisation), blobHash: message.blobHash, source: message.source,
      lookupMethod: message.lookupMethod == 0 ? nil : try choice(message.lookupMethod),
      need: try need(message.need, group: message.group))
    let counts = PaperCounts(
      originals: Int(message.originals), certifiedCopies: Int(message.certifiedCopies),
      plainCopies: Int(message.plainCopies))
    if counts != PaperCounts() { component.counts = counts }
    guard component.isCountedSoundly else { throw .malformed("counts of a paper") }
    return component
  }

  static func components(_ messages: [Dossier_Journal_Component]) throws(EntryFormatError) -> [Component] {
    var components: [Component] = []
    for message in messages { components.append(try component(message)) }
    return components
  }

  /// Accepts only times of the years 1900 to 9999, so that later arithmetic cannot overflow.
  static func instant(_ milliseconds: Int64) throws(EntryFormatError) -> Instant {
    guard (-2_208_988_800_000..<253_402_300_800_000).contains(milliseconds) else { throw .malformed("instant") }
    return Instant(milliseconds: milliseconds)
  }

  static func sequence(_ number: Int64) throws(EntryFormatError) -> Int64 {
    guard (1...EntryFormat.maximumSequence).contains(number) else { throw .malformed("sequence") }
    return number
  }

  /// A place in an office's order; 0 for none.
  static func place(_ number: Int64) throws(EntryFormatError) -> Int64 {
    guard (0...EntryFormat.maximumSequence).contains(number) else { throw .malformed("place") }
    return number
  }

  /// A day after the year 1970 by its number; nil for 0.
  static func optionalDate(_ dayNumber: UInt32) throws(EntryFormatError) -> CivilDate? {
    guard dayNumber > 0 else { return nil }
    guard let day = Int32(exactly: dayNumber) else { throw .malformed("date") }
    return try date(day)
  }

  /// Accepts only days of the years 1900 to 9999.
  static func date(_ dayNumber: Int32) throws(EntryFormatError) -> CivilDate {
    guard (-25_567..<2_932_897).contains(dayNumber) else { throw .malformed("date") }
    return CivilDate(dayNumber: Int(dayNumber))
  }
}
