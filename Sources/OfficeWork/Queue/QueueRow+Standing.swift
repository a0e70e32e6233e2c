import DossierDomain

extension QueueRow {
  /// The facts that the rules need. A row does not contain the reason why a dossier is void.
  public func standing(at now: Instant) -> DossierStanding {
    DossierStanding(
      status: status, voidReason: isVoid ? "" : nil, isConfidential: isConfidential, assignee: assignee,
      isProvisional: code.origin == .provisional, dueAt: dueAt, at: now)
  }
}
