import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The applicant, and what is known of owner and applicant.
extension ReceptionPeopleScreenTests {
  /// Number, phone and address were those of whoever the form named before, also where their rows are not shown.
  @Test(arguments: [false, true]) func whatACardFilledGoesWithTheName(isRestarted: Bool) throws {
    var driver = Self.inForm("1.004873", at: "applicant")
    try scan(Self.father, &driver)
    var state = try form(driver)
    state.fill("applicant-phone", "0912345678")
    if isRestarted { state = try kept(state) }
    // The same name in other letters is the same person.
    state.fill("applicant", "hồ văn cưới")
    state.forgetAnotherApplicant()
    #expect(state.text("applicant-number") == "045088000001" && !state.text("applicant-address").isEmpty)
    state.fill("applicant", "Hồ Văn Khác")
    state.forgetAnotherApplicant()
    #expect(state.text("applicant-number").isEmpty && state.text("applicant-address").isEmpty)
    // What the clerk has typed is hers to change.
    #expect(state.text("applicant-phone") == "0912345678")
    #expect(state.reception.applicant?.card == CardFacts() && state.reception.applicant?.identified == nil)
  }

  /// By leaving the name, or by issuing from there.
  @Test(arguments: ["<tab>", "<F2>"]) func anotherNameIsNotedAtOnce(key: String) throws {
    var driver = Self.inForm("1.004873")
    driver.type("Hồ Thị Chủ")
    driver.go(to: "applicant")
    try scan(Self.father, &driver)
    driver.go(to: "applicant")
    driver.type(" Khác")
    if key == "<F2>" { driver.issue() } else { driver.press(key) }
    #expect(try form(driver).text("applicant-number").isEmpty)
    #expect(try form(driver).reception.applicant?.name == "Hồ Văn Cưới Khác")
  }

  /// Two people of one name, of whom the office knows the number of one, or phone and address of one.
  @Test func aKnownApplicantBringsNothingOfAnother() throws {
    var state = try form(Self.inForm("1.001193"))
    state.fillApplicant(
      from: Person(name: "Trần Thị Mẫu", identityNumber: "045190001234", phone: "0912345678", address: "Thôn A Ngo"))
    #expect(state.text("applicant-number") == "045190001234" && state.text("phone") == "0912345678")
    state = try kept(state)
    state.fillApplicant(from: Person(name: "Trần Thị Mẫu"))
    for id in ["applicant-number", "phone", "address"] as [Field.ID] { #expect(state.text(id).isEmpty) }
    // A number that was typed for the other one gives way too.
    state.fill("applicant-number", "045190009999")
    state.fillApplicant(from: Person(name: "Hồ Thị Lan", phone: "0900000001"))
    #expect(state.text("applicant-number").isEmpty && state.text("phone") == "0900000001")
  }

  /// An earlier dossier has no number, or that of her earlier card.
  @Test(arguments: [("", true), ("191234567", true), ("045190001234", true), ("045190009999", false)])
  func whatIsKnownOfHerLeavesHerCard(number: String, isHers: Bool) throws {
    var driver = Self.inForm("1.001193")
    try scan(Self.mother, &driver)
    var state = try form(driver)
    state.fill("phone", "")
    state.fillApplicant(from: Person(name: "Trần Thị Mẫu", identityNumber: number, phone: "0912345678"))
    #expect(state.text("applicant-number") == (isHers ? "045190001234" : number))
    #expect((state.card(of: .applicant) != nil) == isHers)
    #expect(state.text("phone") == "0912345678")
  }

  @Test(
    arguments: [
      (Relation.Kind.authorised, "Giấy ủy quyền", "Ghi tên giấy ủy quyền."),
      (.other, "Quan hệ gì", "Ghi quan hệ với chủ hồ sơ."),
    ])
  func theTextOfARelationIsAskedForByItsKind(kind: Relation.Kind, label: String, sentence: String) throws {
    var state = try form(Self.inForm("1.004873"))
    state.fill("applicant", "Hồ Văn Nộp")
    state.fill("relation", String(kind.rawValue))
    #expect(state.fields.first { $0.id == "relation-text" }?.label(.vi) == label)
    #expect(state.problems(.vi, now: SampleOffice.morning).first { $0.field == "relation-text" }?.sentence == sentence)
  }

  @Test func whoComesByAuthorityShowsAPaper() throws {
    var state = try form(Self.inForm("1.004873"))
    let sentence = "Ghi tên giấy ủy quyền."
    func isAsked() -> Bool { state.problems(.vi, now: SampleOffice.morning).contains { $0.sentence == sentence } }
    state.fill("relation", String(Relation.Kind.authorised.rawValue))
    #expect(!isAsked() && state.reception.applicant == nil)
    state.fill("applicant", "Hồ Văn Nộp")
    #expect(isAsked())
    state.fill("relation-text", "giấy ủy quyền số 12/2026")
    #expect(!isAsked())
    #expect(state.reception.applicant?.relation == Relation(.authorised, text: "giấy ủy quyền số 12/2026"))
    state.fill("applicant-number", "04508800000")
    #expect(state.problems(.vi, now: SampleOffice.morning).contains { $0.field == "applicant-number" })
    // What is not shown any more prevents nothing.
    state.fill("applicant", "")
    #expect(!state.problems(.vi, now: SampleOffice.morning).contains { $0.field == "applicant-number" })
  }

  @Test func anEnterpriseHasANumberOfItsOwn() throws {
    var state = try form(Self.inForm("1.004873"))
    state.fill("number", "3200012345")
    #expect(state.problems(.vi, now: SampleOffice.morning).contains { $0.field == "number" })
    state.fill("owner-kind", String(Person.Kind.enterprise.rawValue))
    #expect(!state.problems(.vi, now: SampleOffice.morning).contains { $0.field == "number" })
  }

  /// The dossiers of many years have the nine digits of the earlier card only.
  @Test func aCardFindsWhatWasReceivedUnderItsEarlierNumber() throws {
    var office = SampleOffice.busy(requiresPIN: false)
    let person = Person(name: "Trần Thị Mẫu", identityNumber: "191234567", birth: "02/03/1990")
    _ = office.perform(
      Act(
        dossier: SampleOffice.id(30),
        commands: [.receive(ReceptionForm(procedureCode: "1.004873", owner: person, components: []))]),
      SampleOffice.lan.id, SampleOffice.moment("2026-11-23T10:00"))
    var driver = TestDriver.signedIn(office: office)
    try scan(Self.mother, &driver)
    driver.expect("Hồ sơ của Trần Thị Mẫu (1)")
  }

  /// Here and there stand two numbers of one person, as her card or an earlier dossier says.
  @Test(
    arguments: [
      (true, "045190001234", "191234567", "", false), (false, "045190001234", "191234567", "", true),
      (false, "191 234 567", "045190001234", "191234567", false), (false, "045190001234", "045190001234", "", false),
      (false, "", "045190001234", "", false), (true, "045190001234", "191234568", "", true),
    ])
  func anEarlierNumberIsNotSomebodyElses(
    isRead: Bool, here: String, there: String, earlier: String, isShared: Bool
  ) throws {
    var driver = Self.inForm("1.004873")
    if isRead { try scan(Self.mother, &driver) }
    var state = try form(driver)
    state.fill("number", here)
    var person = Person(name: "Trần Thị Mẫu", identityNumber: there)
    person.oldNumber = earlier
    state.known.persons = [KnownPerson(person: person, dossiers: [])]
    #expect(state.isNameShared == isShared)
  }

  /// People of one number need not have one name.
  @Test(arguments: [("Trần Thị Mẫu", "cùng tên"), ("Hồ Văn Sơn", "cùng số")])
  func severalKnownPeopleAreCalledWhatTheyShare(name: String, said: String) throws {
    var state = try form(Self.inForm("1.004873"))
    state.known.persons = ["Trần Thị Mẫu", name].map { KnownPerson(person: Person(name: $0), dossiers: []) }
    #expect(state.knownLine(.vi) == "Có 2 người \(said). ^B chọn để điền.")
  }
}
