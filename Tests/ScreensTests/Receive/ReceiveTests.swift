import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct ReceiveTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

  private static func birth(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("<F2>")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.go(to: "number")
    driver.type("045198001217")
    return driver
  }

  @Test(arguments: sizes, Language.allCases)
  func choosing(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("<F2>")
    driver.type("con mới đẻ")
    try Golden.check(driver.screen, GoldenTests.name("receive-choosing", size, language))
  }

  @Test(arguments: sizes, Language.allCases)
  func filling(size: Size, language: Language) throws {
    var driver = Self.birth(size: size, language: language)
    driver.go(to: "birth")
    driver.type("02/03/1997")
    driver.press("<tab>", " ")
    driver.go(to: Field.ID("form", 0))
    driver.press("1", "<tab>", "<tab>")
    try Golden.check(driver.screen, GoldenTests.name("receive-filling", size, language))
  }

  @Test(arguments: sizes, Language.allCases)
  func issued(size: Size, language: Language) throws {
    var driver = Self.birth(size: size, language: language)
    driver.issue("<F4>")
    try Golden.check(driver.screen, GoldenTests.name("receive-issued", size, language))
  }

  @Test func whatDoesNotFitTheNumberIsSaidWhileTyping() {
    var driver = Self.birth()
    driver.expectNot("xem lại")
    driver.go(to: "birth")
    driver.type("02/03/1997")
    driver.expect("xem lại: số ghi năm sinh 1998")
    driver.press("<bs>")
    driver.type("8")
    driver.expectNot("xem lại")
  }

  @Test func whatIsMissingIsShownAtItsField() {
    var driver = TestDriver.signedIn()
    driver.press("<F2>")
    driver.issue()
    driver.expect("Hãy chọn thủ tục.")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.issue()
    driver.expectFocus("Chủ hồ sơ")
    #expect(driver.app.context == .receive)
  }

  /// The previous citizen has left with her number, and the present form has nothing to do with it.
  @Test func undoInAHalfFilledFormTouchesNoDossier() {
    var driver = Self.birth()
    driver.issue()
    driver.press("n")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.type("Nguyễn Văn Sai")
    let entries = driver.office.entries
    // Word by word, and no further than the field.
    driver.press("<C-z>")
    driver.expect("Nguyễn Văn")
    #expect(!driver.text.contains("Sai"))
    driver.press("<C-z>", "<C-z>", "<C-z>")
    driver.expectSentence("Đang gõ dở: Esc ra ngoài rồi bấm U")
    #expect(driver.office.entries == entries)
  }

  @Test func aClearedFormComesBack() {
    var driver = Self.birth()
    let before = driver.app.top.screen.place
    driver.press("<F7>")
    driver.expect("^Z lấy lại")
    #expect(driver.app.top.screen.place != before)
    driver.press("<C-z>")
    #expect(driver.app.top.screen.place == before)
  }

  @Test func aClearedFormIsItsClerksOwn() {
    var driver = Self.birth()
    driver.press("<F7>", "<F12>", "2")
    driver.issue()
    driver.press("<C-z>")
    #expect(driver.app.context == .receive)
    driver.expectNot("Hồ Thị Kăn Tưm")
    driver.press("<F12>", "1", "<C-z>")
    driver.expect("Hồ Thị Kăn Tưm")
  }

  @Test func anUndoneReceptionIsTheFormAgain() {
    var driver = Self.birth()
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
    driver.press("u")
    driver.expect("Hoàn tác việc này?")
    driver.press("<enter>")
    driver.expect("Đã hoàn tác 261125-")
    driver.expectNot("Đọc mã và giờ hẹn cho công dân")
    driver.expect("Số định danh")
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
  }

  /// F8 keeps the open form as a draft too; after a power cut it is still one form.
  @Test func aFormThatIsOpenAndKeptComesBackOnce() {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.type("độc thân")
    driver.press("<enter>")
    driver.type("Hồ Thị Hai")
    driver.press("<F8>", "<esc>")
    driver.expect("Hồ Thị Hai")
    driver.restart()
    driver.press("1")
    driver.expect("Hồ Thị Hai")
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
    driver.press("<esc>", "n")
    driver.expectNot("Hồ Thị Hai")
    #expect(driver.app.receptionDrafts.isEmpty)
  }

  @Test func anotherReceptionLeavesTheKeptOnesAndNAsksWhich() throws {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.type("Giàng A Nháp")
    driver.press("<esc>", "<F3>")
    driver.type("độc thân")
    driver.press("<F2>")
    driver.expectNot("Giàng A Nháp")
    driver.expect("Cấp Giấy xác nhận tình trạng hôn nhân")
    driver.type("Hồ Thị Hai")
    // The open form is kept too.
    driver.press("<F3>")
    driver.type("con mới đẻ")
    driver.press("<F2>")
    driver.expectNot("Hồ Thị Hai")
    driver.press("<esc>", "<esc>")
    driver.press("n")
    driver.expect("Làm tiếp: Giàng A Nháp · Khai sinh")
    driver.expect("Làm tiếp: Hồ Thị Hai · Tình trạng hôn nhân")
    driver.press("2")
    driver.expect("Hồ Thị Hai")
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
    driver.restart()
    driver.press("1", "n")
    driver.expect("Giàng A Nháp")
    driver.expectNot("Hồ Thị Hai")
    driver.press("n")
    #expect((driver.app.top.screen as? ReceiveState)?.isEmpty == true)
  }

  @Test(arguments: DayStartTests.sizes, Language.allCases)
  func choosingADraftLooks(size: Size, language: Language) throws {
    var driver = Self.birth(size: size, language: language)
    driver.press("<esc>", "n")
    try Golden.check(driver.screen, GoldenTests.name("receive-drafts", size, language))
  }

  @Test func theSamePersonAgainAndTheLastAddress() {
    var driver = Self.birth()
    driver.go(to: "address")
    driver.type("Thôn A Ngo")
    driver.issue()
    driver.press(".")
    let again = driver.app.top.screen as? ReceiveState
    #expect(again?.text("owner") == "Hồ Thị Kăn Tưm")
    #expect(again?.text("address") == "Thôn A Ngo")
    #expect(again?.procedure == nil)
    driver.press("<F7>")
    driver.type("1.001193")
    driver.press("<enter>")
    driver.type("Người Khác")
    driver.go(to: "address")
    driver.expect("^B: Thôn A Ngo")
    driver.press("<C-b>")
    #expect((driver.app.top.screen as? ReceiveState)?.text("address") == "Thôn A Ngo")
  }

  @Test func aNumberChoosesAProcedureThatIsReceivedMost() {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.expect("1  ")
    let first = driver.app.session.favourites.first
    #expect(first != nil)
    driver.type("1")
    driver.press("<enter>")
    #expect((driver.app.top.screen as? ReceiveState)?.procedure?.code == first)
  }

  @Test func atTheEndOfTheFormItSaysWhatIssuesTheCode() {
    var driver = Self.birth()
    for _ in 0..<20 { driver.press("<enter>") }
    driver.expect("Xong thì bấm F2 để cấp mã.")
  }

  @Test func afterTheCodeOneKeyBeginsTheNext() {
    var driver = Self.birth()
    driver.issue()
    driver.expect("000.19.45.H50-261125-")
    driver.expect("Đã tiếp nhận 261125-")
    driver.expect("N Hồ sơ tiếp theo")
    driver.issue()
    #expect(driver.office.entries.count == SampleOffice.busy().entries.count + 1)
    driver.press("n")
    driver.expectNot("Kăn Tưm")
    driver.expectFocus("Thủ tục")
  }

  @Test func anEscapeKeepsTheDraftAndNReturnsToIt() {
    var driver = Self.birth()
    driver.press("<esc>")
    driver.expect("Đã giữ nháp. Bấm N để làm tiếp.")
    driver.press("n", "<enter>")
    driver.expect("045198001217")
    driver.press("<F7>")
    driver.expectNot("045198001217")
  }
}

/// A citizen may submit at any desk, even if another office decides.
@Suite struct DecidingOfficeTests {
  static func form(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("<F2>")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Lê Thị Mơ")
    for _ in 0..<20 where !(driver.app.top.screen.isAtOffice) { driver.press("<tab>") }
    driver.type("huong")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(
      Self.form(size: size, language: language).screen, GoldenTests.name("receive-office", size, language))
  }

  @Test func theOfficeIsChosenByNameAndTheDossierNamesIt() throws {
    var driver = Self.form()
    let hit = driver.focusedLine
    driver.press("<enter>")
    driver.issue()
    driver.expect("Đã tiếp nhận. Mã hồ sơ:")
    let dossier = try #require(
      driver.office.entries.keys.compactMap { driver.office.dossier($0) }.max { $0.code.text < $1.code.text })
    let unit = try #require(AdministrativeUnits.quangTri.unit(of: dossier.decidingOffice))
    #expect(unit.fullName.contains("Hướng"))
    #expect(!hit.isEmpty)
    driver.press("<enter>")
    driver.expect(unit.fullName)
    driver.press("c", "4", "1", "4")
    driver.expect("chưa nhận")
    driver.expect(String(unit.fullName.prefix(12)))
  }

  @Test func aNameThatIsNoOfficeStopsTheReception() {
    var driver = Self.form()
    driver.type(" xyz")
    driver.issue()
    driver.expect("Hãy chọn nơi giải quyết trong danh sách")
  }

  @Test func theChosenOfficeSurvivesARestart() {
    var driver = Self.form()
    driver.press("<enter>")
    driver.expect("Nơi giải quyết: ")
    driver.restart()
    driver.press("1")
    driver.expect("Nơi giải quyết: ")
  }
}

extension PlacedScreen {
  fileprivate var isAtOffice: Bool { (self as? ReceiveState)?.form.focus == "office" }
}

extension ReceiveTests {
  @Test func aDayOfBirthThatDoesNotExistIsSaidBeforeTheCode() {
    var driver = Self.birth()
    let entries = driver.office.entries.count
    driver.go(to: "birth")
    driver.type("31/02/1998")
    driver.expect("Không có ngày sinh ấy")
    driver.issue()
    driver.expect("Không có ngày sinh ấy")
    driver.expectFocus("Ngày sinh")
    for _ in 0..<10 { driver.press("<bs>") }
    driver.type("26/11/2026")
    driver.issue()
    driver.expect("Ngày sinh chưa tới")
    #expect(driver.office.entries.count == entries)
  }

  @Test(arguments: [("251198", "25/11/1998"), ("5.2.98", "05/02/1998"), ("1998", "1998"), ("02/1998", "02/1998")])
  func theDateOfBirthIsShownAsItIsStored(_ typed: String, _ shown: String) {
    var driver = Self.birth()
    driver.go(to: "birth")
    driver.type(typed)
    driver.press("<tab>")
    driver.expect(shown)
    driver.issue()
    driver.expect("Đã tiếp nhận")
  }

  @Test func aProcedureIsFoundByInitialsAndASearchWithoutAnswerSaysSo() {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.type("zzzz")
    driver.expectSentence("Không thấy thủ tục nào. Thử ít chữ hơn (không cần dấu), chữ đầu như tthn, hoặc mã.")
    driver.press("<C-u>")
    driver.expectNot("Không thấy thủ tục nào")
    driver.type("tthn")
    driver.press("<enter>")
    driver.expect("Cấp Giấy xác nhận tình trạng hôn nhân")
    driver.expectNot("Không thấy thủ tục nào")
  }
}
