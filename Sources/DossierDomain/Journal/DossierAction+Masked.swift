extension DossierAction {
  /// Without the numbers of people, which are masked until asked for.
  public var masked: DossierAction {
    guard case .correct(let field, let value, let reason) = self,
      [.ownerIdentityNumber, .ownerPhone, .applicantPhone].contains(field)
    else { return self }
    return .correct(field: field, value: maskedNumber(value), reason: reason)
  }
}
