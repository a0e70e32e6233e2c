import DossierDomain

extension QueueRow {
  /// As far as the rules ask it of the dossier; a row does not have the reason why a dossier is void.
  public var standing: DossierStanding {
    DossierStanding(
      status: status, voidReason: isVoid ? "" : nil, isConfidential: isConfidential, assignee: assignee,
      isProvisional: code.origin == .provisional)
  }
}
