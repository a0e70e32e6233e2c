import Documents
import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// A citizen's declaration is asked for once, looked at, and issued with what was answered.
@Suite struct DeclarationScreenTests {
  /// At the questions, for the first dossier of the queue.
  static func asking(
    _ template: String = "marital-status", size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) throws -> TestDriver {
    var driver = PapersScreenTests.atThePanel(
      printer: .printer(Printer(name: "Canon")), size: size, language: language, declaration: template)
    driver.press("<enter>")
    #expect(driver.app.context == .declaration)
    return driver
  }

  static func state(_ driver: TestDriver) throws -> DeclarationState {
    try #require(driver.app.top.screen as? DeclarationState)
  }

  static func go(_ driver: inout TestDriver, to id: String) throws {
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
    // Those that need not be filled are dotted lines, too.
    let blank = state.questions.filter(\.isBlank)
    #expect(blank.count > open.count)
    driver.expectSentence("còn \(blank.count) ô trống (\(open.count) cần điền)")
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

  /// What a clerk has emptied comes back neither from the dossier nor from a draft, when the declaration is made out again.
  @Test func whatWasEmptiedStaysEmpty() throws {
    var driver = try Self.asking()
    try Self.go(&driver, to: "requester.name")
    #expect(try Self.state(driver).facts["requester.name"] == "HỒ THỊ KĂN TƯM")
    driver.press("x", "<C-u>", "<esc>", "<enter>")
    #expect(try Self.state(driver).facts["requester.name"] == "")
    driver.press("<F2>", "<enter>")
    #expect(driver.office.papers.answers.map { $0["requester.name"] } == [""])
    driver.press("<home>", "<enter>")
    #expect(driver.app.context == .declaration)
    let state = try Self.state(driver)
    #expect(state.contents.isEmpty && state.answers["requester.name"] == "" && state.answers["person.name"] != "")
    #expect(state.fields.first { $0.id == "requester.name" }?.proposal == "")
  }

  /// What a clerk has changed against the reception stays changed at the next declaration, and the screen says what the dossier says.
  @Test(arguments: Language.allCases) func whatWasChangedStaysChanged(language: Language) throws {
    let said = language.pick("hồ sơ ghi: HỒ THỊ KĂN TƯM", "the dossier says: HỒ THỊ KĂN TƯM")
    var driver = try Self.asking(language: language)
    driver.expectNot(said)
    try Self.go(&driver, to: "requester.name")
    driver.press("<end>", "<C-u>")
    driver.type("Hồ Thị Kăn Tươm")
    driver.expect(said)
    driver.expectSentence(language.pick("đã sửa khác", "changed"))
    try Self.go(&driver, to: "requester.relationToPerson")
    driver.expect(said)
    driver.press("<F2>", "<enter>", "<home>", "<enter>")
    #expect(driver.app.context == .declaration)
    #expect(try Self.state(driver).contents.isEmpty)
    #expect(try Self.state(driver).answers["requester.name"] == "HỒ THỊ KĂN TƯƠM")
    try Self.go(&driver, to: "requester.relationToPerson")
    driver.expect(said)
  }

  @Test func enterGoesToTheNextOpenQuestionAndTabToTheNextField() throws {
    var driver = try Self.asking("birth")
    let open = try Self.state(driver).questions.filter(\.isOpen).map(\.id)
    try Self.go(&driver, to: "child.ethnicity")
    driver.press("<enter>")
    #expect(try Self.state(driver).form.focus == "child.birthPlace", "The nationality is proposed")
    driver.press("<enter>")
    #expect(try Self.state(driver).form.focus == "child.home")
    driver.press("<enter>")
    #expect(try Self.state(driver).form.focus == "copies.wanted", "Nobody has to name the parents")
    driver.press("<enter>")
    #expect(try Self.state(driver).form.focus == Field.ID(open[0]))
    try Self.go(&driver, to: "child.ethnicity")
    driver.press("<tab>")
    #expect(try Self.state(driver).form.focus == "child.nationality")
  }

  @Test func aPageIsTurned() throws {
    var driver = try Self.asking("birth")
    let ids = try Self.state(driver).fields.map(\.id)
    driver.press("<pgup>", "<pgup>", "<pgup>", "<pgup>")
    #expect(try Self.state(driver).form.focus == ids.first)
    driver.press("<pgdn>")
    let place = ids.firstIndex(of: try Self.state(driver).form.focus)
    #expect(place == driver.app.session.bodyRows - 4)
    driver.press("<pgup>")
    #expect(try Self.state(driver).form.focus == ids.first)
    driver.press("<pgdn>", "<pgdn>", "<pgdn>", "<pgdn>")
    #expect(try Self.state(driver).form.focus == ids.last)
  }

  /// Nobody has to name a parent; who is named has an ethnicity.
  @Test func enterAsksForTheEthnicityOfANamedParent() throws {
    var driver = try Self.asking("birth")
    try Self.go(&driver, to: "father.name")
    driver.type("Hồ Văn Cưới")
    driver.press("<enter>")
    #expect(try Self.state(driver).form.focus == "father.birth")
    driver.press("<enter>")
    #expect(try Self.state(driver).form.focus == "father.ethnicity")
  }

  /// With a number the form leaves the residence blank although it is known: the screen says so beside the number.
  @Test func whatTheFormLeavesBlankIsSaid() throws {
    var driver = try Self.asking()
    try Self.go(&driver, to: "requester.paper.number")
    driver.press("<end>", "<C-u>")
    driver.expectNot("có số thì mẫu để trống")
    driver.type("045190001234")
    driver.expectSentence("có số thì mẫu để trống: Nơi cư trú")
    // And the paper, when it is looked at.
    driver.office.papers.remark = "có số thì mẫu để trống: X"
    driver.press("<F2>")
    driver.expect("có số thì mẫu để trống: X")
  }

  @Test func aSuggestionThatIsTakenGoesOn() throws {
    var driver = try Self.asking("birth")
    try Self.go(&driver, to: "child.ethnicity")
    driver.type("bru")
    driver.press("<enter>")
    #expect(try Self.state(driver).facts["child.ethnicity"] == "Bru Vân Kiều")
    #expect(try Self.state(driver).form.focus == "child.birthPlace")
  }

  /// What was typed to its end is not replaced by a longer choice, and marks that were typed are meant.
  @Test(arguments: [("child.ethnicity", "Mông"), ("requester.relationToChild", "Bà")])
  func aWholeAnswerIsTakenAsItIs(id: String, text: String) throws {
    var driver = try Self.asking("birth")
    try Self.go(&driver, to: id)
    driver.type(text)
    driver.press("<enter>")
    #expect(try Self.state(driver).facts[id] == text)
  }

  @Test func aProposalIsShownAsOneAndIsNotOpen() throws {
    var driver = try Self.asking("birth")
    try Self.go(&driver, to: "child.nationality")
    #expect(driver.focusedLine.contains("Việt Nam") && driver.focusedLine.contains("đề xuất"))
    driver.expectSentence("đề xuất, gõ để sửa")
    #expect(try Self.state(driver).questions.first { $0.id == "child.nationality" }?.isOpen == false)
    driver.type("x")
    #expect(!driver.focusedLine.contains("đề xuất"))
  }

  @Test func theLastPlaceIsOfferedWhereNothingStands() throws {
    var driver = try Self.asking("birth")
    try Self.go(&driver, to: "child.home")
    driver.press("<C-b>")
    #expect(try Self.state(driver).facts["child.home"] == "")
    driver.type("xã La Lay")
    driver.press("<F2>", "<esc>", "<enter>")
    try Self.go(&driver, to: "child.home")
    driver.press("<end>", "<C-u>")
    driver.expectSentence("^B: xã La Lay")
    driver.press("<C-b>")
    #expect(try Self.state(driver).facts["child.home"] == "xã La Lay")
    try Self.go(&driver, to: "child.birthPlace")
    driver.expectNot("^B: xã La Lay")
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
    // Issuing this one uses up only what it has asked for.
    driver.press("<enter>", "<F2>", "<enter>")
    #expect(driver.office.papers.answers.count == 1)
    #expect(driver.app.session.promptDrafts[name] == Contents().appending("child.name", "HỒ VĂN NINH"))
  }

  /// The store finds by it what has to go when a declaration is erased.
  @Test func whatIsTypedIsFoundAmongTheDraftsOfTheSeat() throws {
    var driver = try Self.asking()
    let id = try Self.state(driver).dossier
    func found() -> [String] {
      driver.app.seatState.asDrafts.filter { $0.isOfDeclaration(of: id) }.map(\.form)
    }
    #expect(found() == ["desk"])
    try Self.go(&driver, to: "person.ethnicity")
    driver.type("Tà Ôi")
    driver.press("<esc>")
    #expect(found() == [Draft.declarationForm])
    #expect(driver.app.seatState.asDrafts.allSatisfy { !$0.isOfDeclaration(of: DossierID(high: 1, low: 99)) })
  }
}
