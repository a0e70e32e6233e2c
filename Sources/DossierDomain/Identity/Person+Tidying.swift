import VietnameseText

extension Person {
  /// In characters.
  public static let longestAddress = 500
  public static let longestRelative = 120
  /// In digits: 9, seen with 10 and 12 too.
  public static let longestOldNumber = 12

  /// The person as a dossier stores her: text cleaned and bounded, numbers normalised, so that the same person is found
  /// again.
  public var tidied: Person {
    let identityNumber = IdentityKind.normalised(identityNumber)
    var person = Person(
      name: name.cleaned(maxLength: 200).trimmed, kind: kind,
      identityNumber: identityNumber, identityKind: IdentityKind(number: identityNumber),
      birth: birth.cleaned(maxLength: 50).trimmed, sex: sex, phone: PhoneNumber.normalised(phone),
      address: address.cleaned(maxLength: Self.longestAddress).trimmed, email: email.cleaned(maxLength: 200).trimmed,
      relative: relative.cleaned(maxLength: Self.longestRelative).trimmed)
    person.identified = identified
    let old = withoutSeparators(oldNumber)
    person.oldNumber = isDigits(old) && old.utf8.count <= Self.longestOldNumber ? old : ""
    person.card = CardFacts(
      issued: BirthDate.normalised(card.issued) ?? "",
      further: card.further.prefix(CitizenCard.mostFurther).map { $0.cleaned(within: CitizenCard.longestFurther) })
    person.relation = relation.map { Relation($0.kind, text: $0.text.cleaned(within: Relation.longestText)) }
    return person
  }
}

extension String {
  /// Whether it has at most so many characters, each of which is no tower of marks.
  public func isWithin(_ characters: Int) -> Bool { utf8.count <= characters * 4 && count <= characters }

  /// Cleaned, without blanks at its ends, and within so many characters.
  func cleaned(within characters: Int) -> String {
    var text = cleaned(maxLength: characters).trimmed
    while text.utf8.count > characters * 4 { text.removeLast() }
    return text
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
