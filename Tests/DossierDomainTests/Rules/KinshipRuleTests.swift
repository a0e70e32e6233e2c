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

  @Test(
    arguments: [
      // A newborn has no child, no husband and no wife, whoever comes.
      (.child, "", "25/11/2026", true), (.child, "1990", "25/11/2026", true), (.spouse, "1990", "25/11/2026", true),
      (.spouse, "", "25/11/2026", true), (.mother, "1990", "25/11/2026", false), (.grandparent, "1960", "2026", false),
      // The first registration of somebody old is brought by her child.
      (.child, "01/02/1990", "1950", false), (.child, "1990", "", false), (.child, "", "1950", false),
      (.child, "1945", "1950", true), (.spouse, "1952", "1950", false),
      // Parents and grandparents are older, by as much as anybody is.
      (.mother, "02/03/2017", "25/11/2026", true), (.father, "1955", "1950", true), (.mother, "1940", "1950", false),
      (.grandparent, "1935", "1950", true), (.grandparent, "1930", "1950", false), (.father, "2020", "", true),
      // A date of which only the year is known may be any day of it.
      (.mother, "11/2016", "25/11/2026", false), (.mother, "12/2016", "25/11/2026", true),
      (.guardian, "2009", "25/11/2026", true), (.guardian, "2008", "25/11/2026", false),
      (.sibling, "25/11/2026", "1950", false), (.otherRelative, "2026", "1950", false),
    ] as [(Relation.Kind, String, String, Bool)])
  func onlyWhatNoAgesAllowContradicts(kind: Relation.Kind, applicant: String, owner: String, contradicts: Bool) throws {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 30))
    #expect(
      kind.contradicts(bornOn: BirthDate.days(applicant), toOwnerBornOn: BirthDate.days(owner), on: day) == contradicts)
  }

  @Test func aNumberSaysTheYearThatNobodySaid() {
    var person = Self.person("Trần Thị Mẫu", "045190001234", nil)
    #expect(person.knownBirth == "1990" && person.born == BirthDate.days("1990"))
    person.birth = "02/03/1991"
    #expect(person.knownBirth == "02/03/1991" && person.born?.lowerBound == person.born?.upperBound)
    #expect(Self.person("Trần Thị Mẫu", "191234567", nil).born == nil)
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

  // MARK: Corrections after the code

  private static func received() throws -> DecisionBench {
    var bench = DecisionBench()
    var form = DecisionBench.form("1.001193", name: "Hồ Thị Mỹ Lan")
    form.applicant = person("Trần Thị Mẫu", "045190001234", .father)
    form.related = [person("Hồ Văn Cười", "", .mother)]
    try bench.decide(.receive(form))
    return bench
  }

  @Test func sexKinshipAndParentsAreCorrected() throws {
    var bench = try Self.received()
    func correct(_ field: DossierAction.CorrectableField, _ value: String) throws {
      try bench.decide(.correct(field: field, value: value, reason: "ghi nhầm"))
    }
    try correct(.ownerSex, "2")
    try correct(.mother, "")
    try correct(.applicantRelation, "2")
    try correct(.father, "Hồ Văn Cưới")
    let dossier = try #require(bench.dossier)
    #expect(dossier.owner.sex == .female && dossier.applicant?.relation == Relation(.mother))
    #expect(dossier.applicant?.identityNumber == "045190001234")
    #expect(dossier.related.map(\.name) == ["Hồ Văn Cưới"] && dossier.related[0].relation == Relation(.father))
    #expect(dossier.value(of: .father) == "Hồ Văn Cưới" && dossier.value(of: .applicantRelation) == "2")
  }

  @Test(arguments: [
    (DossierAction.CorrectableField.ownerSex, "nữ"), (.applicantRelation, "0"), (.applicantRelation, "9"),
    // Somebody else is the mother, and the applicant is the father.
    (.applicantRelation, "2"), (.father, "Hồ Văn Cưới"), (.mother, "123"),
  ])
  func aCorrectionMakesNoSecondParent(field: DossierAction.CorrectableField, value: String) throws {
    #expect(
      try Self.received().denial(of: .correct(field: field, value: value, reason: "ghi nhầm"))
        == .valueInvalid(field: field))
  }

  /// Other procedures have no parents, and who applies herself has no relation.
  @Test func onlyWhatADossierHasIsCorrected() throws {
    let dossier = try #require(try DecisionBench.at(.inProgress).dossier)
    #expect(!dossier.has(.father) && dossier.has(.ownerSex))
    #expect(dossier.has(.applicantRelation) == (dossier.applicant != nil))
  }

  @Test func theTimelineSaysThemInWords() {
    #expect(DossierAction.CorrectableField.applicantRelation.shown("2", .vi) == "mẹ")
    #expect(DossierAction.CorrectableField.ownerSex.shown("2", .vi) == Sex.female.wording(.vi))
    #expect(DossierAction.CorrectableField.father.shown("2", .vi) == "2")
  }
}
