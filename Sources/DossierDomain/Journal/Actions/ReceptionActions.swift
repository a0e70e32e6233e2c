/// The content of a reception at the desk.
public struct Reception: Hashable, Sendable {
  public var code: DossierCode
  public var procedure: ProcedureReference
  public var owner: Person
  /// Nil if the owner applies herself.
  public var applicant: Person?
  public var channel: Channel
  public var components: [Component]
  /// Trích yếu, the summary of the application; at most 1,000 characters.
  public var summary: String
  /// Number of sets (bộ).
  public var copies: Int
  public var receivedAt: Instant
  /// Nil if the procedure's time limit is unknown and the clerk gave none.
  public var appointment: AppointmentFact?
  public var delivery: ResultDelivery
  /// The fee in đồng that the citizen was quoted; nil if unknown.
  public var fee: Int?
  public var assignee: ClerkID?
  public var isConfidential: Bool
  public var receivingOffice: OfficeID
  public var decidingOffice: OfficeID
  public var caseRecord = CaseRecord()
  /// The step of the internal procedure with which it begins; nil if the procedure has none.
  public var step: StepFact?
  /// Others whom the matter is about, with their relations: the parents of a newborn. At most `mostRelated`; the applicant
  /// is none of them.
  public var related: [Person] = []
  /// The desk helped the citizen to submit it online; the channel is online then.
  public var isAssisted = false
  /// Where the result is taken or sent to; empty for this desk, or the owner's address.
  public var deliveryPlace = ""

  public static let mostRelated = 4
  /// In characters.
  public static let longestPlace = 300
  /// The first dossier of the visit in which the same person handed in several; nil for the first one.
  public var visit: DossierID?
  /// Why it was received on a blank receipt, at a time before its entry; empty if it was recorded at once.
  public var blankReason = ""
  /// The copies that are to be certified.
  public var certified: [CertifiedLine] = []

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

extension Reception {
  /// Whether the numbers and lengths of what later revisions of the journal added are those that a desk can record.
  public var isBounded: Bool {
    related.count <= Self.mostRelated && deliveryPlace.isWithin(Self.longestPlace)
      && blankReason.isWithin(BlankReceipts.longestReason)
      && certified.count <= CertifiedLine.most && certified.allSatisfy(\.isBounded)
  }

  /// Whether it says what revision 7 of the journal added.
  public var hasLaterFacts: Bool {
    !related.isEmpty || isAssisted || !deliveryPlace.isEmpty
      || ([owner] + [applicant].compactMap { $0 }).contains(where: \.hasLaterFacts)
      || components.contains { $0.counts != nil }
  }

  /// As machines know it that read no revision 7.
  var withoutLaterFacts: Reception {
    var reception = self
    reception.owner = owner.withoutLaterFacts
    reception.applicant = applicant?.withoutLaterFacts
    (reception.related, reception.isAssisted, reception.deliveryPlace) = ([], false, "")
    reception.components = components.map(\.withoutCounts)
    return reception
  }
}

/// The data that the portal sends when a citizen submits online.
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

/// The decisions made when an online submission is accepted.
public struct Acceptance: Hashable, Sendable {
  public var code: DossierCode
  public var receivedAt: Instant
  public var appointment: AppointmentFact?
  public var fee: Int?
  public var assignee: ClerkID?
  /// As at a reception.
  public var step: StepFact?
  public var caseRecord = CaseRecord()
  /// What the rules of the case say of the papers that were submitted, by their numbers.
  public var needs: [PaperNeed] = []

  public struct PaperNeed: Hashable, Sendable {
    public var paper: Int
    public var need: Component.Need

    public init(paper: Int, need: Component.Need) {
      self.paper = paper
      self.need = need
    }
  }

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

// MARK: What they make of a dossier

extension Dossier {
  init(id: DossierID, _ reception: Reception, _ entry: RecordedAction) {
    self.init(
      id: id, codes: [reception.code], procedure: reception.procedure, owner: reception.owner, status: .received,
      receivingOffice: reception.receivingOffice, decidingOffice: reception.decidingOffice,
      lastEntry: entry.reference, lastClerk: entry.clerk, lastChangedAt: entry.at)
    applicant = reception.applicant
    channel = reception.channel
    components = reception.components
    summary = reception.summary
    copies = reception.copies
    receivedAt = reception.receivedAt
    appointment = reception.appointment
    delivery = reception.delivery
    deliveryPlace = reception.deliveryPlace
    related = reception.related
    isAssisted = reception.isAssisted
    caseRecord = reception.caseRecord
    certified = reception.certified
    (stepFact, receptionStep) = (reception.step, reception.step)
    fee = reception.fee
    assignee = reception.assignee
    isConfidential = reception.isConfidential
    visit = reception.visit
    onBlank = reception.blankReason.isEmpty ? nil : OnBlank(reason: reception.blankReason, recordedAt: entry.at)
  }

  init(id: DossierID, _ submission: OnlineSubmission, _ entry: RecordedAction) {
    self.init(
      id: id, codes: [submission.portalCode], procedure: submission.procedure, owner: submission.owner,
      status: .registered, receivingOffice: submission.receivingOffice, decidingOffice: submission.decidingOffice,
      lastEntry: entry.reference, lastClerk: entry.clerk, lastChangedAt: entry.at)
    applicant = submission.applicant
    channel = .online
    components = submission.components
    summary = submission.summary
    submittedAt = submission.submittedAt
    isConfidential = submission.isConfidential
  }

  mutating func accept(_ acceptance: Acceptance) {
    status = .received
    codes.insert(acceptance.code, at: 0)
    receivedAt = acceptance.receivedAt
    appointment = acceptance.appointment
    fee = acceptance.fee ?? fee
    assignee = acceptance.assignee ?? assignee
    caseRecord = acceptance.caseRecord
    // One look at each paper, whatever another program says of how many.
    let needs = Dictionary(acceptance.needs.map { ($0.paper, $0.need) }) { _, last in last }
    for index in components.indices {
      if let need = needs[components[index].number] { components[index].need = need }
    }
    (stepFact, receptionStep) = (acceptance.step, acceptance.step)
  }
}

// MARK: How the timeline says them

extension ActionWording {
  func received(_ reception: Reception) -> String {
    language.pick("Tiếp nhận hồ sơ, mã \(reception.code.short)", "Received, code \(reception.code.short)")
      + onBlank(reception) + due(reception.appointment) + step(reception.step)
  }

  /// `, nhận 09:45 24/11/2026 trên phiếu dự phòng, ghi sau: mất điện`
  private func onBlank(_ reception: Reception) -> String {
    guard !reception.blankReason.isEmpty else { return "" }
    let at = reception.receivedAt.clockAndDate
    return language.pick(
      ", nhận \(at) trên phiếu dự phòng, ghi sau: \(reception.blankReason)",
      ", on a blank receipt at \(at), recorded later: \(reception.blankReason)")
  }

  func accepted(_ acceptance: Acceptance) -> String {
    language.pick(
      "Tiếp nhận hồ sơ trực tuyến, mã \(acceptance.code.short)",
      "Online submission accepted, code \(acceptance.code.short)")
      + due(acceptance.appointment) + step(acceptance.step)
  }
}
