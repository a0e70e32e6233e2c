extension DossierAction {
  /// The action with the numbers of people masked, as it is shown by default.
  public var masked: DossierAction {
    guard case .correct(let field, let value, let reason) = self,
      [.ownerIdentityNumber, .ownerPhone, .applicantPhone].contains(field)
    else { return self }
    return .correct(field: field, value: maskedNumber(value), reason: reason)
  }
}
