import DossierDomain
import ReferenceData

extension DeclarationFacts {
  /// Takes a person. What else was answered of the group stays, and what was emptied stays empty, unless it was about somebody with
  /// another number.
  public mutating func fill(_ group: DeclarationGroup, with known: DeclarationSources.Known) {
    let person = known.person
    func id(_ name: String) -> String { "\(group.rawValue).\(name)" }
    let paper = DeclarationField.PaperIDs(of: group)
    let number = IdentityKind.normalised(person.identityNumber)
    if !number.isEmpty, !self[paper.number].isEmpty, self[paper.number] != number { remove(group) }
    func set(_ id: String, to text: String) { if !isLeftEmpty(id) { self.set(id, to: text) } }
    // A card whose letters were lost has no name and no address.
    if !person.name.isEmpty { set(id("name"), to: person.name.uppercased()) }
    if let birth = BirthDate.normalised(person.birth), !birth.isEmpty { set(id("birth"), to: birth) }
    switch person.sex {
    case .male: set(id("sex"), to: "Nam")
    case .female: set(id("sex"), to: "Nữ")
    case .undetermined, nil: break
    }
    if !person.address.isEmpty { set(id("residence"), to: person.address) }
    if !person.phone.isEmpty { set(id("phone"), to: person.phone) }
    if !number.isEmpty { set(paper.number, to: number) }
    switch IdentityKind(number: number) {
    case .passport: set(paper.kind, to: DeclarationChoices.passport)
    case .oldNumber: set(paper.kind, to: DeclarationChoices.oldCard)
    case .citizenNumber:
      // A number may be known without a card; only a card that was seen is named.
      guard let card = known.card, card.number.digits == number else { break }
      set(paper.kind, to: Self.cardName(issued: card.issued))
      set(paper.issued, to: card.issued)
    case .other, .none: break
    }
  }

  /// - Parameter issued: `dd/mm/yyyy`.
  private static func cardName(issued: String) -> String {
    let day = issued.split(separator: "/").reversed().joined(separator: "-")
    return day >= DeclarationChoices.newCardsSince ? DeclarationChoices.newCard : DeclarationChoices.earlierCard
  }
}
