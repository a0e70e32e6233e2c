/// What a clerk wants done with one dossier. `decide` turns it into the `DossierAction` that is recorded,
/// or into a `Denial` that says why not.
public enum DossierCommand: Hashable, Sendable {
  case receive(ReceptionForm)
  case acceptOnline(assignee: ClerkID?, days: Int?)
  case assign(to: ClerkID?)
  case handOver(step: ProcessingStep, to: ClerkID?)
  case takeOver
  case addComponent(name: String, form: Component.Form, quantity: Int)
  case setComponentForm(number: Int, form: Component.Form, quantity: Int)
  case digitise(number: Int, blobHash: String)
  case reuse(number: Int, source: String, from: Digitisation)
  case replaceByLookup(number: Int, method: LookupMethod, reference: String)
  case requestSupplement(items: [String])
  case receiveSupplement(received: [Int])
  case requestPayment(title: String, amount: Int?)
  case recordPayment(amount: Int, method: PaymentMethod)
  case refuse(reason: String, legalBasis: String)
  case withdraw(reason: String)
  case stop(reason: String, legalBasis: String)
  case extend(newDue: CivilDate, reason: String)
  case complete(DossierResult)
  case reopen(reason: String)
  case handBack(recipient: String, delivery: ResultDelivery)
  case note(String)
  case correct(field: DossierAction.CorrectableField, value: String, reason: String)
  case recomputeAppointment(reason: String)
  case addCode(DossierCode)
  /// Gives a dossier that stands under a provisional code the next of the day's numbers; the provisional one stays known.
  case issueCode
  case void(reason: String)
  /// Undoes this entry, which must be the last one of the dossier that still counts.
  case undo(EntryReference)
  /// Leaves what came first as it is, after a look at an entry that lost against it.
  case settleConflict(EntryReference)
  case eraseScan(blobHash: String, reason: String)
}

/// What the clerk filled in at reception; everything computed is not here.
public struct ReceptionForm: Hashable, Sendable {
  public var procedureCode: String
  public var owner: Person
  public var applicant: Person?
  public var channel: Channel
  public var components: [Component]
  public var summary: String
  public var copies: Int
  public var delivery: ResultDelivery
  /// Working days asked of the clerk when the procedure's time limit is not known; otherwise nil.
  public var days: Int?
  public var assignee: ClerkID?
  /// Nil for this office; citizens may hand in at any desk (NĐ 118/2025).
  public var decidingOffice: OfficeID?

  public init(
    procedureCode: String, owner: Person, applicant: Person? = nil, channel: Channel = .direct,
    components: [Component], summary: String = "", copies: Int = 1,
    delivery: ResultDelivery = .atDesk, days: Int? = nil, assignee: ClerkID? = nil,
    decidingOffice: OfficeID? = nil
  ) {
    self.procedureCode = procedureCode
    self.owner = owner
    self.applicant = applicant
    self.channel = channel
    self.components = components
    self.summary = summary
    self.copies = copies
    self.delivery = delivery
    self.days = days
    self.assignee = assignee
    self.decidingOffice = decidingOffice
  }
}

/// Commands for one dossier that stand or fall together, e.g. "receive, decide and hand back at once".
public struct Act: Hashable, Sendable {
  public var dossier: DossierID
  public var commands: [DossierCommand]

  public init(dossier: DossierID, commands: [DossierCommand]) {
    self.dossier = dossier
    self.commands = commands
  }
}
