import Documents
import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Cards that are scanned into a declaration. Every person is invented.
@Suite struct DeclarationCardTests {
  private static let another = "045066000007||LÊ VĂN KHÁC|03031966|Nam|Thôn Mẫu, Quảng Trị|01012023"

  private static func scan(_ text: String, _ driver: inout TestDriver) throws {
    driver.send(.scan(try #require(ScannedCode(text))))
  }

  private static func atBirth(_ id: String) throws -> TestDriver {
    var driver = try DeclarationScreenTests.asking("birth")
    try DeclarationScreenTests.go(&driver, to: id)
    return driver
  }

  private static func facts(_ driver: TestDriver) throws -> [String: String] {
    try DeclarationScreenTests.state(driver).facts.values
  }

  private static func asks(_ driver: TestDriver) -> Bool { driver.app.top.overlay is CardQuestion }

  @Test func theFirstCardIsOfThePersonWithTheCursorAndTheNextOneOfTheOtherParent() throws {
    var driver = try Self.atBirth("mother.name")
    try Self.scan(CardScanTests.known, &driver)
    var facts = try Self.facts(driver)
    #expect(facts["mother.name"] == "TRẦN THỊ MẪU" && facts["mother.paper.number"] == "045190001234")
    #expect(facts["requester.name"] == nil && facts["father.name"] == nil)
    driver.expectSentence("Đã lấy từ thẻ: Người mẹ, TRẦN THỊ MẪU.")
    try Self.scan(CardScanTests.other, &driver)
    facts = try Self.facts(driver)
    #expect(facts["father.name"] == "HỒ VĂN CƯỚI" && facts["father.paper.issued"] == "01/01/2024")
    #expect(facts["mother.name"] == "TRẦN THỊ MẪU")
    // A third one is nobody's here.
    try Self.scan(Self.another, &driver)
    driver.expectSentence("xóa số ấy trước")
    #expect(try Self.facts(driver) == facts)
  }

  /// The cursor is in the other parent's rows, or where nobody has a card.
  @Test(arguments: ["mother.birth", "child.home"])
  func aMansCardIsNoMothers(id: String) throws {
    var driver = try Self.atBirth(id)
    try Self.scan(CardScanTests.other, &driver)
    let facts = try Self.facts(driver)
    #expect(facts["father.paper.number"] == "045099000001" && facts["mother.paper.number"] == nil)
  }

  @Test func whatWasAnsweredOtherwiseIsAskedFor() throws {
    var driver = try Self.atBirth("father.name")
    driver.type("Hồ Văn Cươi")
    let before = try Self.facts(driver)
    try Self.scan(CardScanTests.other, &driver)
    #expect(Self.asks(driver))
    driver.expectSentence("Thẻ của: Người cha?")
    driver.expectSentence("Hồ Văn Cươi → HỒ VĂN CƯỚI")
    driver.press("<esc>")
    #expect(try Self.facts(driver) == before)
    try Self.scan(CardScanTests.other, &driver)
    driver.press("<enter>")
    #expect(try Self.facts(driver)["father.name"] == "HỒ VĂN CƯỚI")
    #expect(try Self.facts(driver)["father.paper.number"] == "045099000001")
  }

  /// What is no value yet is an answer, too; capitals are no difference, and what the dossier says is one.
  @Test func anAnswerIsWhatStandsThere() throws {
    var driver = try Self.atBirth("father.birth")
    driver.type("99")
    #expect(try Self.facts(driver)["father.birth"] == nil)
    try Self.scan(CardScanTests.other, &driver)
    #expect(Self.asks(driver))
    driver = try Self.atBirth("father.name")
    driver.type("hồ văn cưới")
    try Self.scan(CardScanTests.other, &driver)
    #expect(!Self.asks(driver))
    driver = try DeclarationScreenTests.asking()
    try DeclarationScreenTests.go(&driver, to: "requester.name")
    try Self.scan(CardScanTests.known, &driver)
    #expect(Self.asks(driver))
    driver.expect("TRẦN THỊ MẪU")
  }

  @Test func whatIsOnlyProposedGivesWay() throws {
    var driver = try Self.atBirth("requester.name")
    try Self.scan(CardScanTests.known, &driver)
    try DeclarationScreenTests.go(&driver, to: "requester.relationToChild")
    driver.type("Mẹ")
    try DeclarationScreenTests.go(&driver, to: "mother.name")
    #expect(driver.focusedLine.contains("TRẦN THỊ MẪU"))
    try Self.scan("045192000008||LÊ THỊ KHÁC|03031992|Nữ|Thôn Mẫu, Quảng Trị|01012023", &driver)
    #expect(!Self.asks(driver))
    #expect(try Self.facts(driver)["mother.name"] == "LÊ THỊ KHÁC")
    #expect(try Self.facts(driver)["requester.name"] == "TRẦN THỊ MẪU")
  }

  /// The mother's card was scanned although her number stands in the father's place.
  @Test func oneNumberIsNotBothParents() throws {
    var driver = try Self.atBirth("father.paper.number")
    driver.type("045190001234")
    try DeclarationScreenTests.go(&driver, to: "mother.name")
    try Self.scan(CardScanTests.known, &driver)
    driver.press("<F2>")
    #expect(driver.app.context == .declaration)
    driver.expectSentence("cùng một số giấy tờ")
    #expect(try DeclarationScreenTests.state(driver).form.focus == "father.paper.number")
  }

  /// With a number the paper has no residence, so that nobody is asked about it.
  @Test func whatTheNumberLeavesBlankKeepsItsAnswer() throws {
    var driver = try Self.atBirth("father.residence")
    driver.type("Đã chết")
    try Self.scan(CardScanTests.other, &driver)
    #expect(!Self.asks(driver))
    #expect(try Self.facts(driver)["father.residence"] == "Đã chết")
  }

  /// Its letters were lost on the way: it is asked, and only what can be trusted is taken.
  @Test func aCardThatWasChangedOnItsWayIsAskedFor() throws {
    var driver = try Self.atBirth("mother.name")
    try Self.scan("045190001234||H? V?n C??i|01011990|Nữ|Th?n M?u|01012024", &driver)
    #expect(Self.asks(driver))
    driver.press("<enter>")
    #expect(try Self.facts(driver)["mother.paper.number"] == "045190001234")
    #expect(try Self.facts(driver)["mother.name"] == nil)
  }

  /// The residence of somebody with a number is left blank on the paper, so its row goes, and the cursor with it.
  @Test func theCursorLeavesAFieldThatVanishes() throws {
    var driver = try Self.atBirth("requester.residence")
    try Self.scan(CardScanTests.known, &driver)
    let state = try DeclarationScreenTests.state(driver)
    #expect(!state.fields.contains { $0.id == "requester.residence" })
    #expect(state.fields.contains { $0.id == state.form.focus })
  }
}
