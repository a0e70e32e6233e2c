import Testing

@testable import DossierDomain

/// Who came, what she showed and how many papers she gave. Every person is invented.
@Suite struct ReceptionPeopleTests {
  private static func parent(_ name: String, _ kind: Relation.Kind) -> Person {
    var person = Person(name: name, identityNumber: "045190001234", birth: "02/03/1990", sex: .female)
    person.relation = Relation(kind)
    person.identityKind = .citizenNumber
    (person.identified, person.oldNumber) = (.cardQR, "191234567")
    person.card = CardFacts(issued: "01/01/2022", further: ["", "Hồ Văn Cha"])
    return person
  }

  private static func form() -> ReceptionForm {
    var form = DecisionBench.form()
    form.owner.kind = .householdBusiness
    form.owner.identified = .vneid
    form.applicant = parent("Hồ Thị Mẹ", .mother)
    form.related = [parent("Hồ Văn Cha", .father)]
    form.components[0].take(PaperCounts(originals: 1, plainCopies: 2))
    (form.isAssisted, form.deliveryPlace) = (true, " xã Hướng Hiệp ")
    return form
  }

  @Test func theDossierHasWhatTheReceptionSaid() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(Self.form()))
    let dossier = try #require(bench.dossier)
    #expect(dossier.owner.kind == .householdBusiness && dossier.owner.identified == .vneid)
    #expect(dossier.applicant == Self.parent("Hồ Thị Mẹ", .mother))
    #expect(dossier.related == [Self.parent("Hồ Văn Cha", .father)])
    #expect(dossier.components[0].handedIn == PaperCounts(originals: 1, plainCopies: 2))
    #expect(dossier.channel == .online && dossier.isAssisted && dossier.deliveryPlace == "xã Hướng Hiệp")
    #expect(dossier.people.map(\.name) == ["Hồ Thị Kăn Tưm", "Hồ Thị Mẹ", "Hồ Văn Cha"])
  }

  /// A citizen does not wait for the upgrade of another desk.
  @Test func earlierVersionsAreToldOnlyWhatTheyRead() throws {
    var bench = DecisionBench()
    bench.recordsPeople = false
    guard case .receive(let reception) = try bench.decide(.receive(Self.form())) else {
      Issue.record("no reception")
      return
    }
    #expect(!reception.hasLaterFacts)
    #expect(reception.owner.kind == .other && reception.related.isEmpty && reception.deliveryPlace.isEmpty)
    #expect(reception.applicant?.identityNumber == "045190001234" && reception.applicant?.relation == nil)
    #expect(reception.components[0].form == .original && reception.components[0].quantity == 3)
  }

  @Test func whoHasNoNameIsNobodyAndAFifthIsLeftOut() throws {
    var bench = DecisionBench()
    var form = DecisionBench.form()
    form.related = [Person(name: " ")] + (1...5).map { Self.parent("Hồ Văn \($0)", .sibling) }
    try bench.decide(.receive(form))
    #expect(bench.dossier?.related.map(\.name) == (1...4).map { "Hồ Văn \($0)" })
  }

  @Test func onlyPeopleHaveNumbersOfPeople() {
    let bench = DecisionBench()
    var form = DecisionBench.form()
    form.owner.identityNumber = "3200012345"
    #expect(bench.denial(of: .receive(form)) == .identityNumberInvalid)
    form.owner.kind = .enterprise
    #expect(bench.denial(of: .receive(form)) == nil)
    form.applicant = Person(name: "Hồ Văn Nộp", identityNumber: "04519000123")
    #expect(bench.denial(of: .receive(form)) == .identityNumberInvalid)
  }

  @Test func anotherNumberWasReadFromNoCard() throws {
    var bench = DecisionBench()
    var form = DecisionBench.form()
    form.owner = Self.parent("Hồ Thị Kăn Tưm", .other)
    try bench.decide(.receive(form))
    try bench.decide(.correct(field: .ownerIdentityNumber, value: "045190001235", reason: "gõ nhầm"))
    let owner = try #require(bench.dossier?.owner)
    #expect(owner.identified == nil && owner.oldNumber.isEmpty && owner.card == CardFacts())
  }

  /// A desk that the older machines of the office make say less records an enterprise's kind all the same, and another
  /// organisation for a household business.
  @Test(
    arguments: [
      (Person.Kind.individual, true, true), (.individual, false, true), (.enterprise, true, false),
      (.enterprise, false, false), (.householdBusiness, true, false), (.householdBusiness, false, false),
      (.stateAgency, true, false), (.other, true, false),
    ])
  func aNumberIsCorrectedAsItIsRecorded(kind: Person.Kind, recordsPeople: Bool, isDenied: Bool) throws {
    var bench = DecisionBench()
    bench.recordsPeople = recordsPeople
    var form = DecisionBench.form()
    form.owner.kind = kind
    try bench.decide(.receive(form))
    let correction = DossierCommand.correct(field: .ownerIdentityNumber, value: "3200012345", reason: "gõ nhầm")
    #expect(bench.denial(of: correction) == (isDenied ? .identityNumberInvalid : nil))
    guard !isDenied else { return }
    try bench.decide(correction)
    #expect(bench.dossier?.owner.identityNumber == "3200012345")
  }

  /// A corrected spelling loses nothing; whoever is another person is named after this one was taken away.
  @Test func aCorrectedNameIsTheSamePersons() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(Self.form()))
    for (field, name) in [(DossierAction.CorrectableField.applicantName, "Hồ Thị Mè"), (.father, "Hồ Văn Chà")] {
      try bench.decide(.correct(field: field, value: name, reason: "gõ nhầm"))
    }
    let dossier = try #require(bench.dossier)
    #expect(dossier.applicant == Self.parent("Hồ Thị Mè", .mother))
    #expect(dossier.related == [Self.parent("Hồ Văn Chà", .father)])
  }

  @Test func anotherPersonHasNothingOfTheFormerOne() throws {
    var bench = DecisionBench()
    var form = DecisionBench.form("1.001193", name: "Hồ Thị Mỹ Lan")
    (form.applicant, form.related) = (Self.parent("Hồ Thị Mẹ", .mother), [Self.parent("Hồ Văn Cha", .father)])
    form.related[0].identityNumber = "045088000001"
    try bench.decide(.receive(form))
    for (field, name) in [(DossierAction.CorrectableField.applicantName, "Hồ Thị Khác"), (.father, "Hồ Văn Khác")] {
      try bench.decide(.correct(field: field, value: "", reason: "ghi nhầm người"))
      #expect(bench.dossier?.person(namedBy: field) == nil)
      try bench.decide(.correct(field: field, value: name, reason: "ghi nhầm người"))
    }
    let dossier = try #require(bench.dossier)
    #expect(dossier.applicant == Person(name: "Hồ Thị Khác"))
    var father = Person(name: "Hồ Văn Khác")
    father.relation = Relation(.father)
    #expect(dossier.related == [father])
  }

  /// Who is not there is not taken away, and earlier versions cannot read that an applicant is.
  @Test func onlyAnApplicantIsTakenAway() throws {
    var bench = DecisionBench()
    var form = Self.form()
    form.applicant = nil
    try bench.decide(.receive(form))
    #expect(
      bench.denial(of: .correct(field: .applicantName, value: "", reason: "x")) == .valueInvalid(field: .applicantName))
    #expect(DossierAction.CorrectableField.applicantName.isLater(saying: ""))
    #expect(!DossierAction.CorrectableField.applicantName.isLater(saying: "Hồ Thị Mẹ"))
    #expect(!DossierAction.CorrectableField.ownerPhone.isLater(saying: ""))
  }

  // MARK: Counts

  /// Counts come from other machines too, so that what a desk cannot record is refused.
  @Test(
    arguments: [
      (PaperCounts(originals: 1, plainCopies: 2), true), (PaperCounts(originals: 1, plainCopies: 99), true),
      (PaperCounts(originals: 1, plainCopies: 100), false), (PaperCounts(originals: 100, plainCopies: 1), false),
      (PaperCounts(originals: 1, certifiedCopies: -1), false), (PaperCounts(originals: 1), false),
      (PaperCounts(), false),
    ])
  func onlyCountsOfADeskAreSound(counts: PaperCounts, isSound: Bool) {
    var paper = Component(number: 1, name: "Tờ khai", form: .original, quantity: counts.total)
    paper.counts = counts
    #expect(paper.isCountedSoundly == isSound)
  }

  @Test func aPaperInSeveralFormsHasTheHighestOne() {
    var paper = Component(number: 1, name: "Tờ khai")
    paper.take(PaperCounts(originals: 0, certifiedCopies: 1, plainCopies: 2))
    #expect(paper.form == .certifiedCopy && paper.quantity == 3 && paper.isCountedSoundly)
    #expect(paper.countWording(.vi) == "1 CT + 2 photo")
    // One form needs no further numbers, which earlier versions could not read.
    paper.take(PaperCounts(originals: 2))
    #expect(paper.counts == nil && paper.handedIn == PaperCounts(originals: 2))
    #expect(paper.countWording(.vi) == "bản chính x2")
    let before = paper
    paper.take(PaperCounts())
    paper.take(PaperCounts(originals: 100, plainCopies: 1))
    #expect(paper == before)
    #expect(PaperCounts(originals: 99).adding(.original).originals == 99)
  }

  @Test func aFormThatIsSetLaterIsOneForm() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(Self.form()))
    try bench.decide(.setComponentForm(number: 1, form: .photocopy, quantity: 1))
    #expect(bench.dossier?.components[0].handedIn == PaperCounts(plainCopies: 1))
  }

  // MARK: Bounds

  @Test func whatIsTidiedIsWithinItsBounds() {
    var person = Person(name: "Hồ Thị Kăn Tưm")
    let tower = "a" + String(repeating: "\u{301}", count: 3000)
    person.oldNumber = "191 234 567"
    person.card = CardFacts(issued: "32/13/2022", further: Array(repeating: tower, count: 9))
    person.relation = Relation(.authorised, text: String(repeating: "ữ", count: 5000))
    let tidied = person.tidied
    #expect(tidied.isBounded && !person.isBounded)
    #expect(tidied.oldNumber == "191234567" && tidied.card.issued.isEmpty)
    #expect(tidied.relation?.text.count == Relation.longestText)
    person.oldNumber = "1912345678901"
    #expect(person.tidied.oldNumber.isEmpty)
    #expect(tidied.tidied == tidied)
  }

  @Test func aCardComesBackFromItsPerson() throws {
    let card = try #require(
      CitizenCard(text: "045190001234|191234567|TRẦN THỊ MẪU|02031990|Nữ|Thôn A Ngo|01012022||||"))
    #expect(CitizenCard(of: card.person) == card && CitizenCard(of: card.person.tidied) == card)
    #expect(card.person.identified == .cardQR)
    #expect(CitizenCard(of: Person(name: "Trần Thị Mẫu", identityNumber: "045190001234")) == nil)
  }
}
