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

/// The content of a reception at the desk.
public struct Reception: Hashable, Sendable {
  public var code: DossierCode
  public var procedure: ProcedureReference
  public var owner: Person
  /// Nil when the owner hands in herself.
  public var applicant: Person?
  public var channel: Channel
  public var components: [Component]
  /// Trích yếu, what is asked for; at most 1,000 characters.
  public var summary: String
  /// Number of sets (bộ).
  public var copies: Int
  public var receivedAt: Instant
  /// Nil when the procedure's time limit is not known and the clerk gave none.
  public var appointment: AppointmentFact?
  public var delivery: ResultDelivery
  /// Fee in đồng as it was told to the citizen; nil means not known.
  public var fee: Int?
  public var assignee: ClerkID?
  public var isConfidential: Bool
  public var receivingOffice: OfficeID
  public var decidingOffice: OfficeID

  public init(
    code: DossierCode, procedure: ProcedureReference, owner: Person, applicant: Person? = nil,
    channel: Channel, components: [Component], summary: String = "", copies: Int = 1,
    receivedAt: Instant, appointment: AppointmentFact?, delivery: ResultDelivery = .atDesk,
    fee: Int? = nil, assignee: ClerkID? = nil, isConfidential: Bool = false,
    receivingOffice: OfficeID, decidingOffice: OfficeID
  ) {
    self.code = code
    self.procedure = procedure
    self.owner = owner
    self.applicant = applicant
    self.channel = channel
    self.components = components
    self.summary = summary
    self.copies = copies
    self.receivedAt = receivedAt
    self.appointment = appointment
    self.delivery = delivery
    self.fee = fee
    self.assignee = assignee
    self.isConfidential = isConfidential
    self.receivingOffice = receivingOffice
    self.decidingOffice = decidingOffice
  }
}

/// What the portal sent when a citizen submitted online.
public struct OnlineSubmission: Hashable, Sendable {
  public var portalCode: DossierCode
  public var procedure: ProcedureReference
  public var owner: Person
  public var applicant: Person?
  public var components: [Component]
  public var summary: String
  public var submittedAt: Instant
  public var isConfidential: Bool
  public var receivingOffice: OfficeID
  public var decidingOffice: OfficeID

  public init(
    portalCode: DossierCode, procedure: ProcedureReference, owner: Person, applicant: Person? = nil,
    components: [Component], summary: String = "", submittedAt: Instant,
    isConfidential: Bool = false, receivingOffice: OfficeID, decidingOffice: OfficeID
  ) {
    self.portalCode = portalCode
    self.procedure = procedure
    self.owner = owner
    self.applicant = applicant
    self.components = components
    self.summary = summary
    self.submittedAt = submittedAt
    self.isConfidential = isConfidential
    self.receivingOffice = receivingOffice
    self.decidingOffice = decidingOffice
  }
}

/// What is decided when an online submission is accepted.
public struct Acceptance: Hashable, Sendable {
  public var code: DossierCode
  public var receivedAt: Instant
  public var appointment: AppointmentFact?
  public var fee: Int?
  public var assignee: ClerkID?

  public init(
    code: DossierCode, receivedAt: Instant, appointment: AppointmentFact?, fee: Int? = nil,
    assignee: ClerkID? = nil
  ) {
    self.code = code
    self.receivedAt = receivedAt
    self.appointment = appointment
    self.fee = fee
    self.assignee = assignee
  }
}

extension DossierAction {
  /// The code that this entry gives the dossier.
  public var namedCode: DossierCode? {
    switch self {
    case .receive(let reception): reception.code
    case .submitOnline(let submission): submission.portalCode
    case .acceptOnline(let acceptance): acceptance.code
    case .importRow(let row): row.code
    case .addCode(let code): code
    default: nil
    }
  }

  /// A dossier has one such entry, its first one, unless it was told of otherwise before.
  public var isBeginning: Bool {
    switch self {
    case .receive, .submitOnline, .importRow: true
    default: false
    }
  }

  /// It can be the first entry of a dossier.
  public var beginsDossier: Bool {
    switch self {
    case .receive, .submitOnline, .importRow, .importUpdate: true
    default: false
    }
  }
}
