import DossierDomain
import ReferenceData

extension DeclarationFacts {
  /// What is known without asking. Ethnicity, home place and issuer are on no card, so they are not here; the rest of what can
  /// be worked out is a proposal (`DeclarationQuestions`).
  /// - Parameter recorded: what was asked for an earlier declaration of the dossier. What the form says of its persons by now holds
  ///   against it, but not where the clerk had emptied the field, or had answered otherwise when the form said the same.
  public static func prefilled(
    from sources: DeclarationSources, recorded: DeclarationFacts = DeclarationFacts()
  ) -> DeclarationFacts {
    var facts = recorded
    for (group, known) in sources.people { facts.fill(group, with: known) }
    for (id, text) in [
      ("office.name", sources.office), ("made.place", sources.place), ("made.date", sources.date.slashed),
    ] { facts.know(id, text) }
    return facts
  }

  /// Takes a person. What else was answered of the group stays, and what was emptied or answered otherwise stays so, unless it was
  /// about somebody with another number.
  public mutating func fill(_ group: DeclarationGroup, with known: DeclarationSources.Known) {
    let person = known.person
    func id(_ name: String) -> String { "\(group.rawValue).\(name)" }
    let paper = DeclarationField.PaperIDs(of: group)
    let number = IdentityKind.normalised(person.identityNumber)
    if !number.isEmpty, !self[paper.number].isEmpty, self[paper.number] != number, !isOverruled(paper.number, number) {
      remove(group)
    }
    // A card whose letters were lost has no name and no address.
    if !person.name.isEmpty { know(id("name"), person.name.uppercased()) }
    if let birth = BirthDate.normalised(person.birth), !birth.isEmpty { know(id("birth"), birth) }
    switch person.sex {
    case .male: know(id("sex"), "Nam")
    case .female: know(id("sex"), "Nữ")
    case .undetermined, nil: break
    }
    if !person.address.isEmpty { know(id("residence"), person.address) }
    if !person.phone.isEmpty { know(id("phone"), person.phone) }
    if !number.isEmpty { know(paper.number, number) }
    switch IdentityKind(number: number) {
    case .passport: know(paper.kind, DeclarationChoices.passport)
    case .oldNumber: know(paper.kind, DeclarationChoices.oldCard)
    case .citizenNumber:
      // A number may be known without a card; only a card that was seen is named.
      guard let card = known.card, card.number.digits == number else { break }
      know(paper.kind, Self.cardName(issued: card.issued))
      know(paper.issued, card.issued)
    case .other, .none: break
    }
  }

  /// - Parameter issued: `dd/mm/yyyy`.
  private static func cardName(issued: String) -> String {
    let day = issued.split(separator: "/").reversed().joined(separator: "-")
    return day >= DeclarationChoices.newCardsSince ? DeclarationChoices.newCard : DeclarationChoices.earlierCard
  }
}
