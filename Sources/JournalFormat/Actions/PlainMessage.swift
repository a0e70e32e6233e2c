import DossierDomain

/// The message that most kinds share. It is frozen: a new kind gets its own message.
typealias PlainMessage = Dossier_Journal_Plain

extension PlainMessage {
  mutating func put(_ appointment: AppointmentFact?) {
    if let appointment { self.appointment = Wire.message(appointment) }
  }

  mutating func refer(to reference: EntryReference) {
    epoch = Wire.data(reference.epoch)
    sequence = reference.sequence
  }

  func optionalAmount() throws(EntryFormatError) -> Int? { hasAmount ? try Wire.amount(amount) : nil }

  func optionalAppointment() throws(EntryFormatError) -> AppointmentFact? {
    hasAppointment ? try Wire.appointment(appointment) : nil
  }

  func requiredAppointment() throws(EntryFormatError) -> AppointmentFact {
    guard hasAppointment else { throw .malformed("appointment") }
    return try Wire.appointment(appointment)
  }

  func reference() throws(EntryFormatError) -> EntryReference {
    EntryReference(epoch: try Wire.identifier(epoch), sequence: sequence)
  }
}
