extension Decision {
  /// An online submission that is not received.
  func refuse(_ reason: String, _ basis: String) throws(Denial) -> DossierAction {
    .refuse(reason: try reasonInWords(reason), legalBasis: try required(basis, or: .legalBasisMissing))
  }

  /// A person is sent away with a paper (form 03). That is an act of the office, with code, time, reason and basis, and status
  /// 3 of the national list is its status; so it is a dossier like any other, that ends in the act in which it begins. A
  /// reception and a refusal are entries that every version reads, the book and the reports count it as refused, and one undo
  /// takes it back. It owes no answer, so that it has no appointment and is never late.
  func refuseReception(_ reason: String, _ basis: String) throws(Denial) -> DossierAction {
    guard dossier.receivedAt == context.now, dossier.appointment == nil, !dossier.isImported else {
      throw .moveNotAllowed(from: dossier.status, to: .refused)
    }
    return try refuse(reason, basis)
  }

  /// A code or a single word says nothing to her who reads it on a paper.
  private func reasonInWords(_ text: String) throws(Denial) -> String {
    let reason = try self.reason(text)
    let words = reason.split { !$0.isLetter }.filter { $0.count > 1 }
    guard words.count > 1 else { throw .reasonNotInWords }
    return reason
  }
}
