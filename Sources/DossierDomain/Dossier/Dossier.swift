/// One application of one procedure: the fold of its journal entries and of nothing else.
///
/// Built by `Dossier.fold`; changed by no one. Nothing in it depends on the present moment.
public struct Dossier: Hashable, Sendable {
  public var id: DossierID
  /// The first is the one that is shown; the others are found by search too.
  public var codes: [DossierCode]
  public var procedure: ProcedureReference
  public var owner: Person
  /// Nil when the owner handed in herself.
  public var applicant: Person?
  public var channel: Channel
  public var status: DossierStatus
  public var step: ProcessingStep
  public var assignee: ClerkID?
  public var summary: String
  public var copies: Int
  public var submittedAt: Instant?
  public var receivedAt: Instant?
  public var appointment: AppointmentFact?
  /// Set while the clock stands still: since when.
  public var pausedSince: Instant?
  /// When the office finished it (NgayKetThucXuLy).
  public var resolvedAt: Instant?
  public var delivery: ResultDelivery
  /// In đồng; nil means not known.
  public var fee: Int?
  public var components: [Component]
  public var supplementRequests: [SupplementRequest]
  public var payments: [PaymentRequest]
  public var extensions: [Extension]
  public var handOvers: [HandOver]
  public var notes: [Note]
  public var result: DossierResult?
  public var handBack: HandBack?
  /// Refused, withdrawn or stopped.
  public var closing: Closing?
  /// Set when the dossier was entered by mistake: the reason. It keeps its code, struck.
  public var voidReason: String?
  public var isConfidential: Bool
  public var isImported: Bool
  public var receivingOffice: OfficeID
  public var decidingOffice: OfficeID
  /// As written in an imported register; empty otherwise.
  public var decidingOfficeName: String
  /// Entries that lost against another desk's and that no clerk has looked at yet.
  public var conflicts: [Conflict] = []
  /// Entries that the province keeps back, without effect until it releases them.
  public var held: [HeldEntry] = []
  /// The last entry that was folded, and who wrote it when.
  public var lastEntry: EntryReference
  public var lastClerk: ClerkID
  public var lastChangedAt: Instant

  public var code: DossierCode { codes.first ?? DossierCode("", origin: .imported) }
  public var dueAt: Instant? { appointment?.dueAt }
  public var isVoid: Bool { voidReason != nil }

  /// Papers that are there, of all that are needed.
  public var componentShare: (present: Int, needed: Int) {
    let needed = components.filter { $0.form != .notApplicable }
    return (needed.count { $0.isPresent }, needed.count)
  }

  /// Papers that exist digitally, of all that were handed in.
  public var digitisedShare: (digitised: Int, countable: Int) {
    let countable = components.filter(\.countsForDigitisation)
    return (countable.count { $0.isDigitised }, countable.count)
  }
}

extension Dossier {
  /// With nothing but what every dossier has.
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
