/// A decision about one dossier: the payload of a journal entry, which never changes once written.
///
/// The action contains every value that was computed at the time (appointment, code, fee), with the hashes of the
/// rules' inputs. The fold thus needs nothing else, and a new computation is a new entry.
public enum DossierAction: Hashable, Sendable {
  /// The dossier was received at the desk (form 01): status 2.
  case receive(Reception)
  /// The citizen submitted it online, and it is not received yet: status 1.
  case submitOnline(OnlineSubmission)
  /// An online submission was accepted: status 2.
  case acceptOnline(Acceptance)
  /// A row of the register of the earlier software.
  case importRow(ImportedDossier)
  /// The same code was imported again with other content.
  case importUpdate(ImportedDossier)
  case assign(to: ClerkID?)
  /// The dossier goes to the next step; `to` takes it over, or any clerk of that step if `to` is nil. `fact` is the step
  /// of the internal procedure, if the procedure has one.
  case handOver(step: ProcessingStep, to: ClerkID?, fact: StepFact? = nil)
  /// The hand-over was accepted.
  case takeOver
  case addComponent(Component)
  case setComponentForm(number: Int, form: Component.Form, quantity: Int)
  case digitise(number: Int, blobHash: String)
  case reuse(number: Int, source: String, from: Digitisation)
  case replaceByLookup(number: Int, method: LookupMethod, reference: String)
  /// The office requests papers (form 02): status 5. A further request of the same dossier has a reason.
  case requestSupplement(items: [String], reason: String = "", until: CivilDate? = nil)
  /// Papers came. If all came: status 4 and a new appointment, which contains the old one; `received` are the components
  /// that came. If some are still missing, `came` names the requested items that came, and the pause goes on.
  case receiveSupplement(received: [Int], came: [String] = [], appointment: AppointmentFact?)
  /// The office requests a payment: status 6.
  case requestPayment(title: String, amount: Int?)
  /// The citizen paid: status 4 and a new appointment.
  case recordPayment(amount: Int, method: PaymentMethod, appointment: AppointmentFact?)
  /// The office refuses the dossier (form 03): status 3.
  case refuse(reason: String, legalBasis: String)
  /// The citizen withdraws it: status 7.
  case withdraw(reason: String)
  /// The office stops it (form 05): status 8.
  case stop(reason: String, legalBasis: String)
  /// The office extends it, with an apology and a new appointment (form 04).
  case extend(reason: String, appointment: AppointmentFact)
  /// Something has to be verified (xác minh), for which the law of the case allows more time. It is no extension: nobody
  /// is late, and nobody apologises.
  case verify(reason: String, appointment: AppointmentFact)
  /// The result is recorded: status 9.
  case complete(DossierResult)
  /// An error was found in the result before the hand-back: status 9 becomes 4.
  case reopen(reason: String)
  /// The result is handed back: status 10.
  case handBack(recipient: String, delivery: ResultDelivery)
  case note(String)
  case correct(field: CorrectableField, value: String, reason: String)
  /// The appointment was computed again, for example after a change of the calendar.
  case recomputeAppointment(AppointmentFact, reason: String)
  /// A further code: an office code for a provisional one, the portal's, or a former district's.
  case addCode(DossierCode)
  /// The dossier was entered by mistake. It is kept struck out, with the reason, and its code stays used.
  case void(reason: String)
  /// Revokes an earlier entry of the same dossier, which then has no effect.
  case undo(EntryReference)
  /// A clerk has checked an entry that lost against another desk's and leaves it without effect. Making its decision
  /// again would be a further entry.
  case settleConflict(EntryReference)
  /// The province releases an entry that it had kept back.
  case release(EntryReference)
  /// A scan is destroyed on every machine, at the request of an entitled person. The entries that name it stay.
  case eraseScan(blobHash: String, reason: String)
  /// A paper was made out for the citizen or for the file.
  case issuePaper(PaperIssue)
  /// What is to be certified went to the signer, with its numbers in a book.
  case sendToSigner(Numbering)

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
    /// These since revision 8 of the journal. The value is the number of a sex or a relation, or a parent's name.
    case ownerSex = 10
    case applicantRelation = 11
    case father = 12
    case mother = 13
  }
}

extension DossierAction {
  /// The kind of an action, without its details. The raw values are stored in every journal, so none may be used again.
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
    case verify = 34
    case issuePaper = 35
    case sendToSigner = 36
  }
}
