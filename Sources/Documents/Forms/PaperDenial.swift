import DossierDomain

/// Why a paper cannot be made of a dossier now.
public enum PaperDenial: Hashable, Sendable {
  /// A rule of the dossier itself: it is void, or confidential.
  case ofDossier(Denial)
  case notReceived
  case noSupplementRequested
  case notRefused
  case notExtended
  case notStopped
  case noAppointment
  /// What is promised on it is over.
  case ended(DossierStatus)
  case noResult
  /// It is made of several dossiers, of a period, of a procedure, or of none.
  case notOfOneDossier
}

extension FormKind {
  /// Nil if it can be made now. Whatever has happened can be printed again later.
  public func denial(of dossier: Dossier, by clerk: Clerk) -> PaperDenial? {
    if let reason = dossier.voidReason { return .ofDossier(.voided(reason: reason)) }
    if dossier.isConfidential, dossier.assignee != clerk.id, !clerk.has(.headOfDesk) {
      return .ofDossier(.confidential)
    }
    let unlessReceived: PaperDenial? = dossier.receivedAt == nil ? .notReceived : nil
    switch self {
    case .receipt, .controlSlip, .fileLabel:
      return unlessReceived ?? (dossier.status == .refused ? .ended(.refused) : nil)
    case .supplement: return dossier.supplementRequests.isEmpty ? .noSupplementRequested : nil
    case .refusal: return dossier.status == .refused ? nil : .notRefused
    case .apology: return dossier.extensions.isEmpty ? .notExtended : nil
    case .stopping: return dossier.status == .stopped ? nil : .notStopped
    case .appointmentSlip:
      if let unlessReceived { return unlessReceived }
      if dossier.status.isFinal { return .ended(dossier.status) }
      return dossier.promisedAt == nil ? .noAppointment : nil
    case .handOverList: return dossier.result == nil ? .noResult : nil
    case .visitReceipt, .register, .guideSheet, .blankReceipt: return .notOfOneDossier
    }
  }

  /// The papers that can be made of one dossier, in the order in which they are offered.
  public static let ofDossier: [FormKind] = allCases.filter {
    ![.visitReceipt, .register, .guideSheet, .blankReceipt].contains($0)
  }

  /// The paper that a citizen takes home from the reception: none if the matter is settled at once, what was asked for (form 02), why
  /// nothing was received (form 03), a receipt without a day while a fee is awaited, otherwise an appointment slip. Any other one is printed when somebody asks for it (NĐ 118/2025/NĐ-CP; unverified). It is a property of the case, so it is
  /// read from the dossier after the acts of the reception.
  public static func atReception(of dossier: Dossier) -> FormKind? {
    guard dossier.receivedAt != nil, !dossier.isVoid else { return nil }
    switch dossier.status {
    case .received, .inProgress: return .appointmentSlip
    case .supplementRequested: return .supplement
    case .paymentRequested: return .receipt
    case .refused: return .refusal
    case .registered, .withdrawn, .stopped, .completed, .handedBack: return nil
    }
  }

  /// The one that prints by itself there. Whoever was received on a blank receipt has its half and is not at the counter when it is
  /// entered; what was asked for or refused stands on no half.
  public static func printedAtReception(of dossier: Dossier) -> FormKind? {
    guard let kind = atReception(of: dossier) else { return nil }
    let isOnHalf = [.appointmentSlip, .receipt].contains(kind)
    return dossier.onBlank != nil && isOnHalf ? nil : kind
  }
}

extension Dossier {
  /// The appointment, unless the clock stands still until the citizen has brought or paid something: nothing is promised then.
  var promisedAt: Instant? { status.isPaused ? nil : dueAt }
}
