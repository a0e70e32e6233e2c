extension DossierAction {
  /// Without the numbers of people, which are masked until asked for.
  public var masked: DossierAction {
    switch self {
    case .correct(let field, let value, let reason)
    where [.ownerIdentityNumber, .ownerPhone, .applicantPhone].contains(field):
      .correct(field: field, value: maskedNumber(value), reason: reason)
    default: self
    }
  }
}
