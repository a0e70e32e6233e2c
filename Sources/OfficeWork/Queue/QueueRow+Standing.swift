import DossierDomain

extension QueueRow {
  /// The facts that the rules need. A row does not contain the reason why a dossier is void.
  public var standing: DossierStanding {
    DossierStanding(
      status: status, voidReason: isVoid ? "" : nil, isConfidential: isConfidential, assignee: assignee,
      isProvisional: code.origin == .provisional)
  }
}
