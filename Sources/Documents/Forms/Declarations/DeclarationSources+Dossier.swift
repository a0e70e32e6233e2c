import DossierDomain

extension DeclarationSources {
  /// The persons of a dossier in the places of one of its declarations. Nobody is guessed: who has no place in it is left out.
  /// - Parameters:
  ///   - procedure: all declarations of the dossier's procedure. Where one of them is about a child or a deceased person, that is the
  ///     dossier's owner, who asks for nothing herself in any of them.
  ///   - office: where the dossier was received and the declaration is made. It is addressed to the office that decides.
  public init(
    of dossier: Dossier, in template: DeclarationTemplate, among procedure: [DeclarationTemplate], office: Office,
    on date: CivilDate
  ) {
    var people: [DeclarationGroup: Known] = [:]
    var named: Set<DeclarationGroup> = [.requester]
    if let owner = template.owner { people[owner] = Known(dossier.owner) }
    if template.owner == .child {
      people[.father] = Self.parent(.father, of: dossier)
      people[.mother] = Self.parent(.mother, of: dossier)
      Self.dropParentTwice(&people)
      named.formUnion([.father, .mother])
    }
    let asksHerself = !procedure.contains { $0.owner == .child || $0.owner == .deceased }
    if let requester = dossier.applicant ?? (asksHerself ? dossier.owner : nil) {
      people[.requester] = Known(requester)
    }
    let here = AdministrativeUnits.quangTri.unit(code: office.unitCode, era: .twoLevels)
    self.init(
      people: people, named: named.union(people.keys), office: Self.decider(of: dossier, office, here),
      place: here?.name ?? "", date: date)
  }

  /// Who was named as the parent comes before an applicant who is only said to be it. A woman is no father and a man no mother: the
  /// line is asked for.
  private static func parent(_ kind: Relation.Kind, of dossier: Dossier) -> Known? {
    (dossier.related + [dossier.applicant].compactMap(\.self))
      .first { $0.relation?.kind == kind && !kind.contradicts($0.knownSex) }.map { Known($0) }
  }

  /// One person is never both parents; which one is asked for.
  private static func dropParentTwice(_ people: inout [DeclarationGroup: Known]) {
    let numbers = [DeclarationGroup.father, .mother].map {
      IdentityKind.normalised(people[$0]?.person.identityNumber ?? "")
    }
    guard !numbers[0].isEmpty, numbers[0] == numbers[1] else { return }
    (people[.father], people[.mother]) = (nil, nil)
  }

  /// Empty if the deciding office has no name here, so that the line stays blank.
  private static func decider(of dossier: Dossier, _ office: Office, _ here: AdministrativeUnit?) -> String {
    if !dossier.decidingOfficeName.isEmpty { return dossier.decidingOfficeName }
    let isOwn = [office.id, dossier.receivingOffice].contains(dossier.decidingOffice)
    return (isOwn ? here : AdministrativeUnits.quangTri.unit(of: dossier.decidingOffice)).map(officeName) ?? ""
  }
}
