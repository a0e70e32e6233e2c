import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Who comes, for whom, and how many papers: rows below the papers that cards fill in. Every person is invented.
@Suite struct ReceptionPeopleScreenTests {
  private static let mother = "045190001234|191234567|TRẦN THỊ MẪU|02031990|Nữ|Thôn A Ngo, Đa Krông, Quảng Trị|01012022"
  private static let father = "045088000001||Hồ Văn Cưới|01011988|Nam|Thôn Mẫu, Đa Krông, Quảng Trị|01012024||||"

  private static func inForm(_ procedure: String, at field: Field.ID = "owner") -> TestDriver {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.type(procedure)
    driver.press("<enter>")
    driver.go(to: field)
    return driver
  }

  private func scan(_ text: String, _ driver: inout TestDriver) throws {
    driver.send(.scan(try #require(ScannedCode(text))))
  }

  private func form(_ driver: TestDriver) throws -> ReceiveState {
    try #require(driver.app.top.screen as? ReceiveState)
  }

  private func kept(_ state: ReceiveState) throws -> ReceiveState {
    ReceiveState(place: try #require(state.place), Catalogue.starter, now: SampleOffice.morning)
  }

  // MARK: How a person was identified

  @Test func aScanSaysHowThePersonWasIdentified() throws {
    var driver = Self.inForm("1.004873")
    try scan(Self.mother, &driver)
    var state = try form(driver)
    let owner = state.reception.owner
    #expect(owner.identified == .cardQR && owner.oldNumber == "191234567" && owner.card.issued == "01/01/2022")
    #expect(try kept(state).reception.owner == owner)
    // Another number was read from no card.
    state.fill("number", "045190001235")
    #expect(state.reception.owner.identified == nil && state.reception.owner.card == CardFacts())
    state.fill("identified", String(LookupMethod.vneid.rawValue))
    #expect(state.reception.owner.identified == .vneid)
  }

  /// Nothing that a card said is lost by an undo.
  @Test func anUndoneReceptionHasItsCardsAgain() throws {
    var driver = Self.inForm("1.004873")
    try scan(Self.mother, &driver)
    try scan(Self.father, &driver)
    let before = try form(driver)
    driver.issue()
    #expect(try form(driver).issued != nil)
    driver.press("<esc>", "u", "<enter>", "n", "<enter>")
    let after = try form(driver)
    #expect(after.reception.owner == before.reception.owner)
    #expect(after.reception.applicant == before.reception.applicant)
    #expect(after.card(of: .applicant) == before.card(of: .applicant) && after.card(of: .applicant) != nil)
  }

  // MARK: Parents

  @Test func theSecondCardOfANewbornIsTheOtherParents() throws {
    var driver = Self.inForm("1.001193")
    driver.type("Hồ Thị Mỹ Lan")
    try scan(Self.mother, &driver)
    let focus = try form(driver).form.focus
    #expect(try form(driver).relation == nil)
    try scan(Self.father, &driver)
    let state = try form(driver)
    // What was being typed goes on.
    #expect(state.form.focus == focus && state.text("owner") == "Hồ Thị Mỹ Lan")
    let reception = state.reception
    #expect(reception.applicant?.relation == Relation(.mother) && reception.applicant?.identified == .cardQR)
    let father = try #require(reception.related.first)
    #expect(reception.related.count == 1 && father.relation == Relation(.father))
    #expect(father.identityNumber == "045088000001" && father.birth == "01/01/1988" && father.identified == .cardQR)
    #expect(try kept(state).reception == reception)
    #expect(!state.fields.contains { $0.id == "mother" } && state.fields.contains { $0.id == "father" })
  }

  @Test func whoBringsThePapersIsNotAParentTwice() throws {
    var driver = Self.inForm("1.001193")
    try scan(Self.mother, &driver)
    var state = try form(driver)
    state.fill("relation", String(Relation.Kind.mother.rawValue))
    state.fill("mother", "Trần Thị Mẫu")
    #expect(state.reception.related.isEmpty)
    state.fill("relation", String(Relation.Kind.grandparent.rawValue))
    #expect(state.reception.related.map(\.name) == ["Trần Thị Mẫu"])
  }

  // MARK: The applicant

  @Test func whoComesByAuthorityShowsAPaper() throws {
    var state = try form(Self.inForm("1.004873"))
    let sentence = "Ghi tên giấy ủy quyền, hoặc quan hệ với chủ hồ sơ."
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

  // MARK: Channel and result

  @Test func theChannelDecidesWithTheAnswers() throws {
    var state = try form(Self.inForm("1.004873"))
    #expect(state.reception.channel == .direct && !state.reception.isAssisted)
    state.fill("channel", String(Channel.online.rawValue))
    #expect(state.reception.isAssisted && state.answers[CaseQuestion.channel] == Int(Channel.online.rawValue))
    state.fill("channel", String(Channel.postal.rawValue))
    #expect(state.reception.channel == .postal && !state.reception.isAssisted)
  }

  // MARK: Counts of a paper

  @Test func plusAndADigitAddOneMoreOfAPaper() throws {
    var driver = Self.inForm("1.004873")
    let paper = try #require(try form(driver).papers.first)
    driver.go(to: paper.id)
    driver.press("1", "+")
    driver.expect("Thêm một: 1 bản chính")
    driver.press("3", "+", "3")
    #expect(try form(driver).components.first?.handedIn == PaperCounts(originals: 1, plainCopies: 2))
    driver.expect("1 chính + 2 photo")
    #expect(try form(driver).form.focus == paper.id)
    #expect(try kept(form(driver)).components == form(driver).components)
    // A form that is chosen anew is one paper.
    driver.press("2")
    #expect(try form(driver).components.first?.handedIn == PaperCounts(certifiedCopies: 1))
  }

  @Test func plusIsForgottenWithTheNextKey() throws {
    var driver = Self.inForm("1.004873")
    let paper = try #require(try form(driver).papers.first)
    driver.go(to: paper.id)
    driver.press("1", "+", "<down>", "<up>", "3")
    #expect(try form(driver).components.first?.handedIn == PaperCounts(plainCopies: 1))
  }
}
