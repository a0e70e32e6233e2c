import Testing

@testable import DossierDomain

/// What persons can be to a child. Every person is invented.
@Suite struct KinshipRuleTests {
  private static func person(_ name: String, _ number: String, _ kind: Relation.Kind?) -> Person {
    var person = Person(name: name, identityNumber: number)
    person.relation = kind.map { Relation($0) }
    return person
  }

  private static func fault(_ applicant: Person?, _ related: [Person]) -> ParentFault? {
    var form = ReceptionForm(procedureCode: "1.001193", owner: Person(name: "Hồ Thị Mỹ Lan"), components: [])
    (form.applicant, form.related) = (applicant, related)
    return form.parentFault
  }

  @Test(
    arguments: [
      (Relation.Kind.father, Sex.female, true), (.father, .male, false), (.mother, .male, true),
      (.mother, .female, false),
      (.father, .undetermined, false), (.father, nil, false), (.grandparent, .male, false), (.spouse, .female, false),
    ] as [(Relation.Kind, Sex?, Bool)])
  func onlyAWordOfTheOtherSexContradicts(kind: Relation.Kind, sex: Sex?, contradicts: Bool) {
    #expect(kind.contradicts(sex) == contradicts)
  }

  @Test func aNumberSaysTheSexThatNobodySaid() {
    var person = Self.person("Trần Thị Mẫu", "045190001234", nil)
    #expect(person.knownSex == .female)
    person.sex = .male
    #expect(person.knownSex == .male)
    #expect(Self.person("Trần Thị Mẫu", "191234567", nil).knownSex == nil)
  }

  @Test func aChildHasOneFatherAndOneMother() {
    let mother = Self.person("Trần Thị Mẫu", "045190001234", .mother)
    let father = Self.person("Hồ Văn Cưới", "045088000001", .father)
    #expect(Self.fault(mother, [father]) == nil && Self.fault(nil, [father, mother]) == nil)
    let wrong = Self.person("Trần Thị Mẫu", "045190001234", .father)
    #expect(Self.fault(wrong, [father]) == .severalPersons(.father, names: ["Trần Thị Mẫu", "Hồ Văn Cưới"]))
    #expect(Self.fault(mother, [Self.person("Hồ Văn Cưới", "045 190 001 234", .father)]) == .oneNumber)
    // Others may be many, and names alone have no number.
    #expect(Self.fault(Self.person("A", "", .mother), [Self.person("B", "", .father)]) == nil)
    #expect(Self.fault(Self.person("A", "1", .sibling), [Self.person("B", "1", .sibling)]) == nil)
  }
}
