import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Who comes, for whom, and how many papers: rows below the papers that cards fill in. Every person is invented.
@Suite struct ReceptionPeopleScreenTests {
  static let mother = "045190001234|191234567|TRẦN THỊ MẪU|02031990|Nữ|Thôn A Ngo, Đa Krông, Quảng Trị|01012022"
  static let father = "045088000001||Hồ Văn Cưới|01011988|Nam|Thôn Mẫu, Đa Krông, Quảng Trị|01012024||||"

  static func inForm(_ procedure: String, at field: Field.ID = "owner") -> TestDriver {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.type(procedure)
    driver.press("<enter>")
    driver.go(to: field)
    return driver
  }

  func scan(_ text: String, _ driver: inout TestDriver) throws {
    driver.send(.scan(try #require(ScannedCode(text))))
  }

  func form(_ driver: TestDriver) throws -> ReceiveState {
    try #require(driver.app.top.screen as? ReceiveState)
  }

  func kept(_ state: ReceiveState) throws -> ReceiveState {
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
    // What the clerk has emptied stays empty, also in a draft.
    for id in ["identified", "birth", "sex", "address"] as [Field.ID] { state.fill(id, "") }
    for form in [state, try kept(state)] {
      let cleared = form.reception.owner
      #expect(cleared.identified == nil && cleared.birth.isEmpty && cleared.sex == nil && cleared.address.isEmpty)
      #expect(cleared.oldNumber == "191234567" && cleared.card.issued == "01/01/2022")
    }
    let back = try kept(try kept(state))
    #expect(back.reception.owner == state.reception.owner)
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

  // MARK: Channel and result

  @Test func theChannelDecidesWithTheAnswers() throws {
    var state = try form(Self.inForm("1.004873"))
    #expect(state.reception.channel == .direct && !state.reception.isAssisted)
    state.fill("channel", String(Channel.online.rawValue))
    #expect(state.reception.isAssisted && state.answers[CaseQuestion.channel] == Int(Channel.online.rawValue))
    state.fill("channel", String(Channel.postal.rawValue))
    #expect(state.reception.channel == .postal && !state.reception.isAssisted)
  }

  /// Also if the office has a machine of an earlier version, for which nothing but the channel is recorded.
  @Test(arguments: Channel.allCases, [true, false])
  func anUndoneReceptionKeepsItsChannel(channel: Channel, recordsPeople: Bool) {
    let office = OfficeID(high: 1, low: 1)
    var reception = Reception(
      code: .office(agency: "000.19.45.H50", date: SampleOffice.morning.civilDate, number: 1),
      procedure: ProcedureReference(code: "1.004873", name: ""), owner: Person(name: "Hồ Thị Kăn Tưm"),
      channel: channel, components: [], receivedAt: SampleOffice.morning, appointment: nil, receivingOffice: office,
      decidingOffice: office)
    reception.isAssisted = recordsPeople && channel == .online
    let back = ReceiveState(reception, Catalogue.starter, now: SampleOffice.morning).reception
    #expect(back.channel == channel && back.isAssisted == (channel == .online))
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

  /// Whichever papers were counted, the numbers are theirs again.
  @Test(arguments: [[0], [1], [2], [0, 2], [1, 2], [0, 1, 2]]) func countsStayWithTheirPapers(counted: [Int]) throws {
    var state = try form(Self.inForm("1.001193"))
    try #require(state.papers.count > 2)
    for place in counted {
      var component = Component(number: 0, name: "")
      component.take(PaperCounts(originals: 1, plainCopies: place + 1))
      state.setCounts(of: state.papers[place], component)
    }
    let back = try kept(state)
    #expect(back.components == state.components)
    #expect(try kept(back).components == state.components && back.contents == state.contents)
  }

  @Test func plusIsForgottenWithTheNextKey() throws {
    var driver = Self.inForm("1.004873")
    let paper = try #require(try form(driver).papers.first)
    driver.go(to: paper.id)
    driver.press("1", "+", "<down>", "<up>", "3")
    #expect(try form(driver).components.first?.handedIn == PaperCounts(plainCopies: 1))
  }
}
