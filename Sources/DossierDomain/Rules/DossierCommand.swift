/// What a clerk wants done with one dossier. `decide` turns it into the `DossierAction` that is recorded, or throws a
/// `Denial` with the reason.
public enum DossierCommand: Hashable, Sendable {
  case receive(ReceptionForm)
  /// - Parameter answers: to the questions of the procedure, which the portal does not ask; the usual ones where none is
  ///   given. `reasonHere` as at a reception.
  case acceptOnline(
    assignee: ClerkID?, days: Int?, answers: CaseAnswers = CaseAnswers(), reasonHere: String = "")
  case assign(to: ClerkID?)
  /// - Parameter named: the id of the step of the internal procedure; nil for the next one of this kind of work.
  case handOver(step: ProcessingStep, to: ClerkID?, named: String? = nil)
  case takeOver
  case addComponent(name: String, form: Component.Form, quantity: Int)
  case setComponentForm(number: Int, form: Component.Form, quantity: Int)
  case digitise(number: Int, blobHash: String)
  case reuse(number: Int, source: String, from: Digitisation)
  case replaceByLookup(number: Int, method: LookupMethod, reference: String)
  /// `reason` is for a further request of the same dossier.
  case requestSupplement(items: [String], reason: String = "", until: CivilDate? = nil)
  /// - Parameter came: the requested items that came, if others are still missing; empty if all came.
  case receiveSupplement(came: [String] = [])
  case requestPayment(title: String, amount: Int?)
  case recordPayment(amount: Int, method: PaymentMethod)
  case refuse(reason: String, legalBasis: String)
  /// Refuses what a person hands in at the desk (form 03), in the act of its reception and in no later one.
  case refuseReception(reason: String, legalBasis: String)
  case withdraw(reason: String)
  case stop(reason: String, legalBasis: String)
  case extend(newDue: CivilDate, reason: String)
  /// Takes the time that the law of the case allows for a verification.
  case verify(reason: String)
  case complete(DossierResult)
  case reopen(reason: String)
  case handBack(recipient: String, delivery: ResultDelivery)
  case note(String)
  case correct(field: DossierAction.CorrectableField, value: String, reason: String)
  case recomputeAppointment(reason: String)
  case addCode(DossierCode)
  /// Ends a dossier of an imported register that was handed back before the change-over.
  case closeAsDoneBefore
  /// Gives a dossier with a provisional code the next number of the day; the provisional code stays known.
  case issueCode
  case void(reason: String)
  /// Undoes this entry, which must be the last entry of the dossier that still counts.
  case undo(EntryReference)
  /// Lets the earlier decision stand, after the clerk has checked the entry that lost against it.
  case settleConflict(EntryReference)
  case eraseScan(blobHash: String, reason: String)
  /// Its number was taken, and its description sealed, before the command is given.
  case issuePaper(PaperIssue)
  /// Takes the numbers of the certified lines in the book of this desk.
  case sendToSigner(signer: String)
}

/// The values that the clerk filled in at reception, without any computed ones.
public struct ReceptionForm: Hashable, Sendable {
  public var procedureCode: String
  public var owner: Person
  public var applicant: Person?
  public var channel: Channel
  public var components: [Component]
  public var summary: String
  public var copies: Int
  public var delivery: ResultDelivery
  /// The working days that the clerk entered because the procedure's time limit is unknown; otherwise nil.
  public var days: Int?
  public var assignee: ClerkID?
  /// Nil for this office; citizens may hand in at any desk (NĐ 118/2025).
  public var decidingOffice: OfficeID?
  /// The answers to the questions of the procedure's version.
  public var answers = CaseAnswers()
  public var quantities = FeeQuantities.one
  /// The id of the reduction of the fee that the citizen has shown a right to.
  public var reduction: String?
  /// Why the head of desk receives it although the rules name other offices; empty where this office receives it.
  public var reasonHere = ""
  /// Others whom the matter is about, with their relations.
  public var related: [Person] = []
  /// The desk helped to submit it online.
  public var isAssisted = false
  /// Where the result is taken or sent to; empty for this desk, or the owner's address.
  public var deliveryPlace = ""
  /// The reception only records what is refused in the same act, so that neither the rules of the case nor an appointment
  /// stand in its way.
  public var isRefused = false
  /// The first dossier of the visit in which the same person hands in several; nil for the first one.
  public var visit: DossierID?
  /// It was received on a blank receipt, which has its code and its time; nil if it is received now.
  public var blank: BlankEntry?
  /// The copies that are to be certified; their fee is counted by the line.
  public var certified: [CertifiedLine] = []

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

/// Commands for one dossier that take effect together or not at all, such as "receive, decide and hand back at once".
public struct Act: Hashable, Sendable {
  /// From so many acts at once on, the clerk is asked first.
  public static let many = 5

  public var dossier: DossierID
  /// With a note behind a reception in spite of the rules.
  public private(set) var commands: [DossierCommand]

  public init(dossier: DossierID, commands: [DossierCommand]) {
    self.dossier = dossier
    self.commands = commands.flatMap { [$0] + [$0.noteOfReason].compactMap(\.self) }
  }
}

extension DossierCommand {
  /// It receives what was written on a blank receipt, which has its code.
  public var isOnBlank: Bool { blankCode != nil }

  /// The code of the blank receipt from which it receives.
  public var blankCode: String? {
    if case .receive(let form) = self { form.blank.map { DossierCode.normalised($0.code) } } else { nil }
  }

  /// The reason of a reception has no field of its own. As a note of the same act it can be read by every version, stands in
  /// the timeline, and is undone with the reception.
  fileprivate var noteOfReason: DossierCommand? {
    let reason =
      switch self {
      case .receive(let form): form.reasonHere
      case .acceptOnline(_, _, _, let reasonHere): reasonHere
      case .assign, .handOver, .takeOver, .addComponent, .setComponentForm, .digitise, .reuse, .replaceByLookup,
        .requestSupplement, .receiveSupplement, .requestPayment, .recordPayment, .refuse, .refuseReception, .withdraw,
        .stop, .extend, .verify, .complete, .reopen, .handBack, .note, .correct, .recomputeAppointment, .addCode,
        .closeAsDoneBefore,
        .issueCode, .void, .undo, .settleConflict, .eraseScan, .issuePaper, .sendToSigner:
        ""
      }
    guard reason.contains(where: \.isLetter) else { return nil }
    return .note("Nhận dù quy tắc giao nơi khác: " + reason)
  }
}
