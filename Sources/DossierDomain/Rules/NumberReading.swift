/// Why a clerk may see the full numbers of one dossier on her screen. Such a reading is recorded in any case.
public enum NumberReading: Hashable, Sendable {
  /// She holds the dossier.
  case holding
  /// She receives citizens, and the next step of this dossier is one at the counter, where the card is compared.
  case atTheCounter
  /// The head of desk, who says what she needs them for.
  case heading

  /// What is recorded for a clerk whose work with the dossier says what the numbers are for; nil if she has to say it.
  public var purpose: DataReading.UsualPurpose? {
    switch self {
    case .holding: .handling
    case .atTheCounter: .comparing
    case .heading: nil
    }
  }
}

extension DossierStanding {
  /// - Throws: why the clerk may not see the numbers.
  public func numberReading(by clerk: Clerk) throws(Denial) -> NumberReading {
    if assignee == clerk.id { return .holding }
    if clerk.has(.headOfDesk) { return .heading }
    if isConfidential { throw .confidential }
    let isReception = ActionRule.of(.handBack).denial(by: clerk) == nil
    guard isReception, voidReason == nil, status.awaitsCitizenAtCounter else { throw .numbersNotHers }
    return .atTheCounter
  }
}

extension DossierStatus {
  /// Somebody comes, or has to be met, before the dossier goes on: to be received, to bring a paper or a fee, to take
  /// the result.
  fileprivate var awaitsCitizenAtCounter: Bool {
    switch self {
    case .registered, .supplementRequested, .paymentRequested, .completed: true
    case .received, .refused, .inProgress, .withdrawn, .stopped, .handedBack: false
    }
  }
}
