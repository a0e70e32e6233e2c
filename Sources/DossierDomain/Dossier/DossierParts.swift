/// KenhThucHien of the national portal.
public enum Channel: UInt8, CaseIterable, Sendable {
  case direct = 1
  case online = 2
  case postal = 3
}

/// How the citizen gets the result (phương thức nhận kết quả).
public enum ResultDelivery: UInt8, CaseIterable, Sendable {
  case atDesk = 0
  case post = 1
  case electronic = 2
}

/// The procedure of a dossier, in the version in force at its reception.
public struct ProcedureReference: Hashable, Sendable {
  public var code: String
  public var name: String
  /// SHA-256 (hexadecimal) of the procedure version that decided appointment and fee; empty when imported.
  public var versionHash: String

  public init(code: String, name: String, versionHash: String = "") {
    self.code = code
    self.name = name
    self.versionHash = versionHash
  }
}

/// When the answer is due, and the versions of procedure, calendar and settings that decided it.
public struct AppointmentFact: Hashable, Sendable {
  public var dueAt: Instant
  /// The appointment before a pause or an extension (NgayHenTraTruoc); nil for the first one.
  public var previousDueAt: Instant?
  public var calendarHash: String
  public var settingsHash: String
  /// The rule by which a pause moved the appointment; nil if none did.
  public var pausePolicy: PausePolicy?
  /// The working days that the clerk entered because the procedure's time limit is unknown; each later appointment of the
  /// dossier keeps them. Nil if the time limit was known.
  public var enteredDays: Int?
  /// Until when the present step has to be done after a pause; nil if that does not change. The fold keeps it with the step.
  public var stepDueAt: Instant?

  public init(
    dueAt: Instant, previousDueAt: Instant? = nil, calendarHash: String = "", settingsHash: String = "",
    pausePolicy: PausePolicy? = nil, enteredDays: Int? = nil, stepDueAt: Instant? = nil
  ) {
    self.dueAt = dueAt
    self.previousDueAt = previousDueAt
    self.calendarHash = calendarHash
    self.settingsHash = settingsHash
    self.pausePolicy = pausePolicy
    self.enteredDays = enteredDays
    self.stepDueAt = stepDueAt
  }
}

/// One request for missing papers (form 02); it pauses the time limit.
public struct SupplementRequest: Hashable, Sendable {
  public var requestedAt: Instant
  public var requestedBy: ClerkID
  /// Everything that is missing or wrong, each with the way to correct it. The list must be complete, because only one
  /// request is allowed.
  public var items: [String]
  /// The items that came while others were still missing.
  public var came: [String]
  /// When everything had come.
  public var receivedAt: Instant?
  /// The last day that the office gave, where the procedure's version says none; nil if nobody has said any.
  public var until: CivilDate?

  public init(
    requestedAt: Instant, requestedBy: ClerkID, items: [String], came: [String] = [], receivedAt: Instant? = nil,
    until: CivilDate? = nil
  ) {
    self.requestedAt = requestedAt
    self.requestedBy = requestedBy
    self.items = items
    self.came = came
    self.receivedAt = receivedAt
    self.until = until
  }

  /// The items that the citizen still has to bring.
  public var missing: [String] { receivedAt == nil ? items.filter { !came.contains($0) } : [] }
}

/// One fee that the citizen is asked to pay, in đồng; `amount` is nil if unknown.
public struct PaymentRequest: Hashable, Sendable {
  public var title: String
  public var amount: Int?
  public var requestedAt: Instant
  public var paidAt: Instant?
  public var paidAmount: Int?
  public var method: PaymentMethod?

  public init(
    title: String, amount: Int?, requestedAt: Instant, paidAt: Instant? = nil,
    paidAmount: Int? = nil, method: PaymentMethod? = nil
  ) {
    self.title = title
    self.amount = amount
    self.requestedAt = requestedAt
    self.paidAt = paidAt
    self.paidAmount = paidAmount
    self.method = method
  }
}

public enum PaymentMethod: UInt8, CaseIterable, Sendable {
  case cash = 1
  case transfer = 2
  case online = 3
}

/// One later appointment, with an apology (form 04) or for a verification. Both dates are kept.
public struct Extension: Hashable, Sendable {
  public var at: Instant
  public var oldDueAt: Instant
  public var newDueAt: Instant
  public var reason: String

  public init(at: Instant, oldDueAt: Instant, newDueAt: Instant, reason: String) {
    self.at = at
    self.oldDueAt = oldDueAt
    self.newDueAt = newDueAt
    self.reason = reason
  }
}

/// The office's answer: an approval, or a lawful refusal with reason and legal basis.
public struct DossierResult: Hashable, Sendable {
  public var approved: Bool
  public var title: String
  public var documentNumber: String
  public var signer: String
  /// Reason and legal basis; required if the result is not an approval.
  public var reason: String
  /// SHA-256 of the digitised result in hexadecimal; empty if there is none yet.
  public var blobHash: String

  public init(
    approved: Bool, title: String, documentNumber: String = "", signer: String = "",
    reason: String = "", blobHash: String = ""
  ) {
    self.approved = approved
    self.title = title
    self.documentNumber = documentNumber
    self.signer = signer
    self.reason = reason
    self.blobHash = blobHash
  }
}

/// The result was given to the citizen.
public struct HandBack: Hashable, Sendable {
  public var at: Instant
  public var recipient: String
  public var delivery: ResultDelivery

  public init(at: Instant, recipient: String, delivery: ResultDelivery) {
    self.at = at
    self.recipient = recipient
    self.delivery = delivery
  }
}

/// Why a dossier ended without a result: refused (form 03), withdrawn, stopped (form 05).
public struct Closing: Hashable, Sendable {
  public var at: Instant
  public var reason: String
  public var legalBasis: String

  public init(at: Instant, reason: String, legalBasis: String = "") {
    self.at = at
    self.reason = reason
    self.legalBasis = legalBasis
  }
}

/// One step between offices or clerks: handed over, then taken over (form 06).
public struct HandOver: Hashable, Sendable {
  public var givenAt: Instant
  public var givenBy: ClerkID
  public var takenAt: Instant?
  public var to: ClerkID?
  public var step: ProcessingStep
  /// The step of the internal procedure that began with it; nil if none was recorded.
  public var fact: StepFact?

  public init(
    givenAt: Instant, givenBy: ClerkID, to: ClerkID?, step: ProcessingStep, takenAt: Instant? = nil,
    fact: StepFact? = nil
  ) {
    self.givenAt = givenAt
    self.givenBy = givenBy
    self.to = to
    self.step = step
    self.takenAt = takenAt
    self.fact = fact
  }
}

/// The step of the work inside the office.
public enum ProcessingStep: UInt8, CaseIterable, Sendable {
  case reception = 1
  case verification = 2
  case decision = 3
  case handBack = 4
}

public struct Note: Hashable, Sendable {
  public var at: Instant
  public var by: ClerkID
  public var text: String

  public init(at: Instant, by: ClerkID, text: String) {
    self.at = at
    self.by = by
    self.text = text
  }
}
