import VietnameseText

extension Person {
  /// In characters.
  public static let longestAddress = 500
  public static let longestRelative = 120

  /// The person as a dossier stores her: text cleaned and bounded, numbers normalised, so that the same person is found
  /// again.
  public var tidied: Person {
    let identityNumber = IdentityKind.normalised(identityNumber)
    return Person(
      name: name.cleaned(maxLength: 200).trimmed, kind: kind,
      identityNumber: identityNumber, identityKind: IdentityKind(number: identityNumber),
      birth: birth.cleaned(maxLength: 50).trimmed, sex: sex, phone: PhoneNumber.normalised(phone),
      address: address.cleaned(maxLength: Self.longestAddress).trimmed, email: email.cleaned(maxLength: 200).trimmed,
      relative: relative.cleaned(maxLength: Self.longestRelative).trimmed)
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
