/// One application for one procedure. It is computed from its journal entries and nothing else.
///
/// Only `Dossier.fold` creates it, and nothing in it depends on the present time.
public struct Dossier: Hashable, Sendable {
  public var id: DossierID
  /// The first one is shown; search finds the others too.
  public var codes: [DossierCode]
  public var procedure: ProcedureReference
  public var owner: Person
  /// Nil if the owner applied herself.
  public var applicant: Person?
  /// Others whom the matter is about, with their relations to the owner.
  public var related: [Person] = []
  public var channel: Channel
  /// The desk helped the citizen to submit it online.
  public var isAssisted = false
  public var status: DossierStatus
  public var step: ProcessingStep
  /// The step of the internal procedure; nil if the procedure has none, or none was recorded.
  public var stepFact: StepFact?
  /// The step with which it began, for the control slip.
  public var receptionStep: StepFact?
  public var assignee: ClerkID?
  /// The first dossier of the visit in which several were handed in; nil for that one, and where nobody said so.
  public var visit: DossierID?
  /// It was received on a blank receipt and recorded later; nil if it was recorded at once.
  public var onBlank: OnBlank?
  public var summary: String
  public var copies: Int
  public var submittedAt: Instant?
  public var receivedAt: Instant?
  public var appointment: AppointmentFact?
  /// The first appointment that passed while the office owed an answer. It decides for ever that the dossier is late; a
  /// later extension or pause does not change that.
  public var missedDueAt: Instant?
  /// The beginning of the present pause; nil while the time limit runs.
  public var pausedSince: Instant?
  /// The moment at which the office finished it (NgayKetThucXuLy).
  public var resolvedAt: Instant?
  public var delivery: ResultDelivery
  /// Where the result is taken or sent to; empty for the desk, or the owner's address.
  public var deliveryPlace = ""
  /// In đồng; nil if unknown.
  public var fee: Int?
  public var components: [Component]
  public var caseRecord = CaseRecord()
  /// The copies that are to be certified.
  public var certified: [CertifiedLine] = []
  /// The numbers that it got in books, in the order of their entries; also those that were struck.
  public var numberings: [BookNumbering] = []
  public var supplementRequests: [SupplementRequest]
  public var payments: [PaymentRequest]
  public var extensions: [Extension]
  /// The times that were taken for a verification; the law allows one.
  public var verifications: [Extension] = []
  public var handOvers: [HandOver]
  public var notes: [Note]
  /// In the order of their entries.
  public var issuedPapers: [IssuedPaper] = []
  public var result: DossierResult?
  public var handBack: HandBack?
  /// Set if the dossier was refused, withdrawn or stopped.
  public var closing: Closing?
  /// The reason, if the dossier was entered by mistake. A void dossier keeps its code and is shown struck out.
  public var voidReason: String?
  public var isConfidential: Bool
  public var isImported: Bool
  public var receivingOffice: OfficeID
  public var decidingOffice: OfficeID
  /// The name in an imported register; empty otherwise.
  public var decidingOfficeName: String
  /// Entries that lost against another desk's and that no clerk has settled yet.
  public var conflicts: [Conflict] = []
  /// Entries that the province keeps back; they have no effect until it releases them.
  public var held: [HeldEntry] = []
  /// The last folded entry, its author and its time.
  public var lastEntry: EntryReference
  public var lastClerk: ClerkID
  public var lastChangedAt: Instant

  public var code: DossierCode { codes.first ?? DossierCode("", origin: .imported) }
  public var dueAt: Instant? { appointment?.dueAt }
  public var isVoid: Bool { voidReason != nil }
  /// Names the visit: what was handed in together has the same one, and one receipt.
  public var visitID: DossierID { visit ?? id }

  /// A colleague has handed it over to the clerk who holds it, and she has not taken it over yet.
  public var isHandedOver: Bool {
    guard !isVoid, status == .inProgress, let assignee, let last = handOvers.last else { return false }
    return last.takenAt == nil && last.to == assignee && last.givenBy != assignee
  }

  /// Since when it waits for the citizen, for its acceptance, or for being handed back; nil if it waits for none of them.
  public var waitingSince: Instant? {
    switch status {
    case _ where isVoid: nil
    case .registered: submittedAt
    case .supplementRequested, .paymentRequested: pausedSince
    case .completed: resolvedAt
    case .received, .refused, .inProgress, .withdrawn, .stopped, .handedBack: nil
    }
  }

  /// Everybody whom it names with her facts, the owner first.
  public var people: [Person] { [owner] + [applicant].compactMap { $0 } + related }

  /// How many of the needed papers are present.
  public var componentShare: (present: Int, needed: Int) {
    let needed = components.settled.filter(\.isNeeded)
    return (needed.count { $0.isPresent }, needed.count)
  }

  /// How many of the handed-in papers are digitised.
  public var digitisedShare: (digitised: Int, countable: Int) {
    let countable = components.filter(\.countsForDigitisation)
    return (countable.count { $0.isDigitised }, countable.count)
  }
}

extension Dossier {
  /// Creates a dossier from the values that every dossier has.
  public init(
    id: DossierID, codes: [DossierCode], procedure: ProcedureReference, owner: Person, status: DossierStatus,
    receivingOffice: OfficeID, decidingOffice: OfficeID, lastEntry: EntryReference, lastClerk: ClerkID,
    lastChangedAt: Instant
  ) {
    self.init(
      id: id, codes: codes, procedure: procedure, owner: owner, channel: .direct, status: status, step: .reception,
      summary: "", copies: 1, delivery: .atDesk, components: [], supplementRequests: [], payments: [], extensions: [],
      handOvers: [], notes: [], isConfidential: false, isImported: false, receivingOffice: receivingOffice,
      decidingOffice: decidingOffice, decidingOfficeName: "", lastEntry: lastEntry, lastClerk: lastClerk,
      lastChangedAt: lastChangedAt)
  }
}
