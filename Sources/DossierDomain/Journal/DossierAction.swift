/// What a clerk decided about one dossier: the payload of a journal entry, a fact once written.
///
/// Everything that was computed at the time (appointment, code, fee) stands in the action itself with the
/// hashes of what decided it, so that the fold needs nothing else and a recomputation is a new entry.
public enum DossierAction: Hashable, Sendable {
  /// Received at the desk (form 01): status 2.
  case receive(Reception)
  /// Submitted online, not received yet: status 1.
  case submitOnline(OnlineSubmission)
  /// An online submission was accepted: status 2.
  case acceptOnline(Acceptance)
  /// A row of the register of the software used before.
  case importRow(ImportedDossier)
  /// The same code came again with other content.
  case importUpdate(ImportedDossier)
  case assign(to: ClerkID?)
  /// Given to the next step; `to` takes it, or whoever works that step.
  case handOver(step: ProcessingStep, to: ClerkID?)
  /// The hand-over was taken.
  case takeOver
  case addComponent(Component)
  case setComponentForm(number: Int, form: Component.Form, quantity: Int)
  case digitise(number: Int, blobHash: String)
  case reuse(number: Int, source: String, from: Digitisation)
  case replaceByLookup(number: Int, method: LookupMethod, reference: String)
  /// Form 02, status 5.
  case requestSupplement(items: [String])
  /// The supplement came: status 4 and a new appointment; the old one is kept in it.
  case receiveSupplement(received: [Int], appointment: AppointmentFact?)
  /// Status 6.
  case requestPayment(title: String, amount: Int?)
  /// Status 4 and a new appointment.
  case recordPayment(amount: Int, method: PaymentMethod, appointment: AppointmentFact?)
  /// Form 03, status 3.
  case refuse(reason: String, legalBasis: String)
  /// Status 7.
  case withdraw(reason: String)
  /// Form 05, status 8.
  case stop(reason: String, legalBasis: String)
  /// Form 04: apology and new appointment.
  case extend(reason: String, appointment: AppointmentFact)
  /// Status 9.
  case complete(DossierResult)
  /// An error was found in the result before it was handed back: 9 → 4.
  case reopen(reason: String)
  /// Status 10.
  case handBack(recipient: String, delivery: ResultDelivery)
  case note(String)
  case correct(field: CorrectableField, value: String, reason: String)
  /// The appointment was computed again, e.g. after a change of calendar.
  case recomputeAppointment(AppointmentFact, reason: String)
  /// A further code: ours for a provisional one, the portal's, a former district's.
  case addCode(DossierCode)
  /// Entered by mistake; the code stays used. Keeps the dossier, struck, with the reason.
  case void(reason: String)
  /// Compensates an earlier entry of the same dossier, which then counts as not made.
  case undo(EntryReference)
  /// A clerk has looked at an entry that lost against another desk's and leaves it so; doing its work again is a further
  /// entry.
  case settleConflict(EntryReference)
  /// The province lets an entry count that it had kept back.
  case release(EntryReference)
  /// A scan is to be destroyed everywhere, by who has a right to ask for it; every desk that has it does so. What names it
  /// stays.
  case eraseScan(blobHash: String, reason: String)

  public enum CorrectableField: UInt8, CaseIterable, Sendable {
    case ownerName = 1
    case ownerIdentityNumber = 2
    case ownerBirth = 3
    case ownerPhone = 4
    case ownerAddress = 5
    case applicantName = 6
    case applicantPhone = 7
    case summary = 8
    case copies = 9
  }
}

extension DossierAction {
  /// What an entry says happened, without its details. The numbers are in every journal: one is never used again.
  public enum Kind: UInt32, CaseIterable, Sendable {
    case receive = 1
    case submitOnline = 2
    case acceptOnline = 3
    case importRow = 4
    case importUpdate = 5
    case assign = 6
    case handOver = 7
    case takeOver = 8
    case addComponent = 9
    case setComponentForm = 10
    case digitise = 11
    case reuse = 12
    case replaceByLookup = 13
    case requestSupplement = 14
    case receiveSupplement = 15
    case requestPayment = 16
    case recordPayment = 17
    case refuse = 18
    case withdraw = 19
    case stop = 20
    case extend = 21
    case complete = 22
    case reopen = 23
    case handBack = 24
    case note = 25
    case correct = 26
    case recomputeAppointment = 27
    case addCode = 28
    case void = 29
    case undo = 30
    case settleConflict = 31
    case release = 32
    case eraseScan = 33
  }
}
