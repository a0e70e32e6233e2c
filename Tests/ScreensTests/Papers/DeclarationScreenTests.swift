import Documents
import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// A citizen's declaration is asked for once, looked at, and issued with what was answered.
@Suite struct DeclarationScreenTests {
  private static let template = "marital-status"

  /// At the questions, for the first dossier of the queue.
  private static func asking(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) throws -> TestDriver {
    var driver = PapersScreenTests.atThePanel(
      printer: .printer(Printer(name: "Canon")), size: size, language: language, declaration: template)
    driver.press("<enter>")
    #expect(driver.app.context == .declaration)
    return driver
  }

  private static func state(_ driver: TestDriver) throws -> DeclarationState {
    try #require(driver.app.top.screen as? DeclarationState)
  }

  private static func go(_ driver: inout TestDriver, to id: String) throws {
    for _ in 0..<80 where try state(driver).form.focus != Field.ID(id) { driver.press("<up>") }
    for _ in 0..<80 where try state(driver).form.focus != Field.ID(id) { driver.press("<tab>") }
    #expect(try state(driver).form.focus == Field.ID(id))
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = try Self.asking(size: size, language: language)
    try Golden.check(driver.screen, GoldenTests.name("declaration", size, language))
    driver.press("<F2>")
    try Golden.check(driver.screen, GoldenTests.name("declaration-text", size, language))
  }

  @Test func theCursorIsAtTheFirstThingThatNobodyKnows() throws {
    let driver = try Self.asking()
    let state = try Self.state(driver)
    let open = state.questions.filter(\.isOpen)
    #expect(!open.isEmpty && state.form.focus == Field.ID(open[0].id))
    #expect(driver.text.contains("còn \(open.count) ô trống"))
    // The owner is known, and stands in it without being typed.
    #expect(state.contents.isEmpty && !state.facts.values.isEmpty)
  }

  @Test func theAnswersGoOntoThePaperAndIntoItsRecord() throws {
    var driver = try Self.asking()
    try Self.go(&driver, to: "person.ethnicity")
    driver.type("Bru Vân Kiều")
    driver.press("<F2>")
    #expect(driver.app.context == .papers && driver.office.papers.answers.isEmpty)
    driver.press("<enter>")
    #expect(driver.office.papers.answers.count == 1)
    #expect(driver.office.papers.answers.first?["person.ethnicity"] == "Bru Vân Kiều")
    #expect(driver.office.papers.printed.count == 1)
    // It is in the record now, and no draft any more.
    #expect(driver.app.session.promptDrafts.keys.allSatisfy { !$0.hasPrefix("declaration") })
  }

  @Test func whatIsNoValueIsSaidAndNothingIsLost() throws {
    var driver = try Self.asking()
    try Self.go(&driver, to: "person.ethnicity")
    driver.type("Việt Nam")
    driver.press("<F2>")
    #expect(driver.app.context == .declaration)
    driver.expectSentence("Đây là quốc tịch")
    #expect(try Self.state(driver).form.focus == "person.ethnicity")
  }

  @Test func leavingKeepsWhatWasTypedAndARestartKeepsTheScreen() throws {
    var driver = try Self.asking()
    try Self.go(&driver, to: "person.ethnicity")
    driver.type("Tà Ôi")
    driver.press("<esc>")
    #expect(driver.app.context == .papers)
    driver.press("<enter>")
    #expect(try Self.state(driver).facts["person.ethnicity"] == "Tà Ôi")
    driver.restart()
    driver.press("1")
    #expect(driver.app.context == .declaration)
    #expect(try Self.state(driver).facts["person.ethnicity"] == "Tà Ôi")
  }

  /// The card of somebody who stands in no reception, such as the other one of a couple, fills the person with the cursor.
  @Test func aCardFillsThePersonWithTheCursorAndNobodyElse() throws {
    var driver = try Self.asking()
    let scanned = try #require(ScannedCode(CardScanTests.known))
    let read: CitizenCard? = if case .card(let reading) = scanned { reading.card } else { nil }
    let card = try #require(read)
    try Self.go(&driver, to: "requester.name")
    driver.send(.scan(scanned))
    let facts = try Self.state(driver).facts
    #expect(facts["requester.paper.number"] == card.number.digits && facts["requester.name"] == card.name.uppercased())
    // Another card for the same person is refused with a sentence, and nothing changes.
    driver.send(.scan(try #require(ScannedCode(CardScanTests.other))))
    driver.expectSentence("xóa số ấy trước")
    #expect(try Self.state(driver).facts == facts)
  }

  /// The residence of somebody with a number is left blank on the paper, so its row goes, and the cursor with it.
  @Test func theCursorLeavesAFieldThatVanishes() throws {
    var driver = try Self.asking()
    try Self.go(&driver, to: "requester.residence")
    driver.send(.scan(try #require(ScannedCode(CardScanTests.known))))
    let state = try Self.state(driver)
    #expect(!state.fields.contains { $0.id == "requester.residence" })
    #expect(state.fields.contains { $0.id == state.form.focus })
  }

  @Test func aProposalThatIsEmptiedIsADottedLine() throws {
    var driver = try Self.asking()
    try Self.go(&driver, to: "requester.relationToPerson")
    driver.type("Bản thân")
    try Self.go(&driver, to: "requester.residence")
    driver.type("Thôn A Rồng")
    let proposed = try #require(try Self.state(driver).questions.first { !$0.proposed.isEmpty })
    #expect(try Self.state(driver).answers[proposed.id] == proposed.proposed)
    try Self.go(&driver, to: proposed.id)
    driver.type("x")
    driver.send(.key(.control("u")))
    #expect(try Self.state(driver).answers[proposed.id] == "")
  }

  /// Another declaration of the dossier asks for what this one does not.
  @Test func whatAnotherDeclarationAsksForStaysKept() throws {
    var driver = try Self.asking()
    driver.press("<esc>")
    let id = try #require((driver.app.top.screen as? PapersState)?.dossier)
    let name = Session.declarationDraft(of: id)
    driver.app.session.promptDrafts[name] = Contents().appending("child.name", "HỒ VĂN NINH")
    driver.press("<enter>")
    try Self.go(&driver, to: "person.ethnicity")
    driver.type("Tà Ôi")
    driver.press("<esc>")
    #expect(driver.app.session.promptDrafts[name]?["child.name"] == "HỒ VĂN NINH")
    #expect(driver.app.session.promptDrafts[name]?["person.ethnicity"] == "Tà Ôi")
  }
}
