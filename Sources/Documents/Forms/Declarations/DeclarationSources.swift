import DossierDomain

/// What the program knows before anybody is asked: the persons of the form and their cards, the office, the day.
public struct DeclarationSources: Hashable, Sendable {
  public struct Known: Hashable, Sendable {
    /// As the form has her, so a clerk may have changed what the card said.
    public var person: Person
    /// Nil if none was scanned.
    public var card: CitizenCard?

    public init(_ person: Person) { (self.person, card) = (person, CitizenCard(of: person)) }
    public init(card: CitizenCard) { (person, self.card) = (card.person, card) }
  }

  public var people: [DeclarationGroup: Known]
  /// Whom the dossier could name: who is not among the people is nobody by now.
  public var named: Set<DeclarationGroup>
  /// The registering office's full name, as note 1 of the circular wants it; `officeName(of:)`.
  public var office: String
  /// Where the declaration is made.
  public var place: String
  public var date: CivilDate

  /// - Parameter named: nil for the people.
  public init(
    people: [DeclarationGroup: Known], named: Set<DeclarationGroup>? = nil, office: String, place: String,
    date: CivilDate
  ) {
    self.people = people
    self.named = named ?? Set(people.keys)
    self.office = office
    self.place = place
    self.date = date
  }

  /// `Ủy ban nhân dân xã La Lay, tỉnh Quảng Trị`
  public static func officeName(of unit: AdministrativeUnit) -> String {
    "Ủy ban nhân dân \(unit.kind.rawValue.lowercased()) \(unit.name), tỉnh \(unit.province.name)"
  }
}
