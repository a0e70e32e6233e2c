import DossierDomain
import ReferenceData

/// What the program knows before anybody is asked: the persons of the form and their cards, the office, the day.
public struct DeclarationSources: Hashable, Sendable {
  public struct Known: Hashable, Sendable {
    /// As the form has her, so a clerk may have changed what the card said.
    public var person: Person
    /// Nil if none was scanned.
    public var card: CitizenCard?

    public init(_ person: Person, card: CitizenCard? = nil) { (self.person, self.card) = (person, card) }
    public init(card: CitizenCard) { self.init(card.person, card: card) }
  }

  public var people: [DeclarationGroup: Known]
  /// The registering office's full name, as note 1 of the circular wants it; `officeName(of:)`.
  public var office: String
  /// Where the declaration is made.
  public var place: String
  public var date: CivilDate

  public init(people: [DeclarationGroup: Known], office: String, place: String, date: CivilDate) {
    self.people = people
    self.office = office
    self.place = place
    self.date = date
  }

  /// `Ủy ban nhân dân xã La Lay, tỉnh Quảng Trị`
  public static func officeName(of unit: AdministrativeUnit) -> String {
    "Ủy ban nhân dân \(unit.kind.rawValue.lowercased()) \(unit.name), tỉnh \(unit.province.name)"
  }
}

extension DeclarationFacts {
  /// What is known without asking. Ethnicity, home place and issuer are on no card, so they are not here; the rest of what can
  /// be worked out is a proposal (`DeclarationQuestions`).
  public static func prefilled(from sources: DeclarationSources) -> DeclarationFacts {
    var facts = DeclarationFacts()
    for (group, known) in sources.people { facts.add(known, as: group) }
    facts.set("office.name", to: sources.office)
    facts.set("made.place", to: sources.place)
    facts.set("made.date", to: sources.date.slashed)
    return facts
  }

  private mutating func add(_ known: DeclarationSources.Known, as group: DeclarationGroup) {
    let person = known.person
    func id(_ name: String) -> String { "\(group.rawValue).\(name)" }
    let paper = DeclarationField.PaperIDs(of: group)
    set(id("name"), to: person.name.uppercased())
    if let birth = BirthDate.normalised(person.birth) { set(id("birth"), to: birth) }
    switch person.sex {
    case .male: set(id("sex"), to: "Nam")
    case .female: set(id("sex"), to: "Nữ")
    case .undetermined, nil: break
    }
    set(id("residence"), to: person.address)
    set(id("phone"), to: person.phone)
    let number = IdentityKind.normalised(person.identityNumber)
    set(paper.number, to: number)
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
