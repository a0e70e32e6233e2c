import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The blank receipts of the desk: printed in advance, entered afterwards, struck if they will not be used.
@Suite struct BlanksScreenTests {
  static let canon = PrinterNews.printer(Printer(name: "Canon"))
  private static let outOfPaper = PrinterNews.printer(
    Printer(name: "Canon", reasons: [PrinterReason("media-empty-error")]))

  static func open(
    _ office: MemoryOffice = BlanksDesk.office(), size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press(":")
    driver.type("blanks")
    driver.press("<enter>")
    #expect(driver.app.context == .blanks)
    return driver
  }

  private static func states(_ driver: TestDriver) -> [String] { driver.office.blanks.map(\.state.name) }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func nothingIsCut(size: Size, language: Language) {
    var driver = Self.open(size: size, language: language)
    driver.press(" ")
    #expect(!driver.screen.lines.contains { $0.contains("…") }, "\(driver.text)")
    driver.press("<C-x>")
    driver.type(language.pick("phiếu bị ướt khi dọn ngăn kéo", "the drawer got wet"))
    driver.press("<enter>")
    #expect(driver.app.top.overlay is StrikeQuestion)
    #expect(!driver.screen.lines.contains { $0.contains("…") }, "\(driver.text)")
    var empty = Self.open(SampleOffice.busy(requiresPIN: false), size: size, language: language)
    #expect(!empty.screen.lines.contains { $0.contains("…") }, "\(empty.text)")
    empty.press("<C-p>")
    #expect(!empty.screen.lines.contains { $0.contains("…") }, "\(empty.text)")
  }

  @Test func theListSaysWhatBecameOfEach() {
    let driver = Self.open()
    driver.expect("Phiếu dự phòng · 3 chưa dùng")
    driver.expect("261124-0021  chưa dùng")
    driver.expect("261124-0024  đã hủy: phiếu ướt")
    driver.expect("261124-0025  in trước khi phục hồi")
    // What can still lie in the drawer stands first.
    let rows = driver.screen.lines.filter { $0.contains("261124-00") }
    #expect(rows.last?.contains("261124-0024") == true)
  }

  @Test func anEmptyListSaysWhatToPress() {
    Self.open(SampleOffice.busy(requiresPIN: false)).expectSentence("Bấm ^P để in 20 phiếu")
    Self.open(SampleOffice.busy(requiresPIN: false), language: .en).expectSentence("^P prints 20")
  }

  @Test func twentyArePrintedUnlessAnotherNumberIsTyped() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.papers.printer = Self.canon
    var driver = Self.open(office)
    driver.press("<C-p>", "<enter>")
    #expect(driver.office.blanks.count == 20 && driver.office.blanksPrinted.count == 20)
    driver.expectSentence("Đã gửi 20 phiếu dự phòng đến máy in Canon.")
    driver.press("<C-p>", "3", "<enter>")
    #expect(driver.office.blanks.count == 23 && driver.office.blanksPrinted.count == 23)
    // A number that is none uses nothing up.
    driver.press("<C-p>", "0", "<enter>")
    #expect(driver.office.blanks.count == 23 && driver.app.top.overlay is ActionPrompt)
  }

  @Test func withoutAPrinterTheyAreKeptCountedAndPrintedFirst() {
    var driver = Self.open(SampleOffice.busy(requiresPIN: false))
    driver.press("<C-p>", "<enter>")
    let codes = driver.office.blanksToPrint
    #expect(codes.count == 20 && driver.office.blanksPrinted.isEmpty)
    driver.expectSentence("Chưa in 20 phiếu dự phòng.")
    driver.press("<esc>", "<F8>")
    driver.expect("20 chưa dùng, chưa in 20")
    driver.press("<home>")
    for _ in 0..<12 where !driver.focusedLine.contains("Phiếu dự phòng") { driver.press("<down>") }
    driver.press("<enter>")
    #expect(driver.app.context == .blanks)
    driver.office.papers.printer = Self.canon
    driver.press("<C-p>")
    // No further numbers are used while sheets wait.
    #expect(driver.office.blanksPrinted == codes && driver.office.blanks.count == 20)
    driver.press("<esc>")
    driver.expect("20 chưa dùng")
    driver.expectNot("chưa in 20")
  }

  @Test func whatThePrinterHoldsBackIsSentAnywayWithOneKey() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.papers.printer = Self.outOfPaper
    var driver = Self.open(office)
    driver.press("<C-p>", "<enter>")
    driver.expectSentence("^G: vẫn gửi.")
    driver.press("<C-g>")
    #expect(driver.office.blanksPrinted.count == 20)
    driver.press("<C-g>")
    #expect(driver.office.blanksPrinted.count == 20)
  }

  @Test func thePrinterIsKnownBeforeNumbersAreUsedUp() {
    var office = BlanksDesk.office()
    office.papers.printer = Self.outOfPaper
    var driver = Self.open(office)
    driver.expectSentence("Enter: nhập phiếu này theo giờ ghi trên phiếu. Máy in Canon: hết giấy.")
    driver.press("<C-p>")
    #expect(driver.app.top.overlay is ActionPrompt && driver.office.blanks.count == 5)
    driver.expectSentence("Máy in Canon: hết giấy.")
    office.papers.printer = Self.canon
    driver = Self.open(office)
    driver.expectNot("Máy in Canon")
  }

  /// The number on the last paper is asked for, as before any other code.
  @Test func aDoubtAboutNumbersIsAskedAndAnswered() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.papers.printer = Self.canon
    office.lastNumberRecorded = 2
    var driver = Self.open(office)
    driver.press("<C-p>", "<enter>")
    #expect(driver.app.top.overlay is LastNumberQuestion && driver.office.blanks.isEmpty)
    driver.press("<esc>")
    #expect(driver.office.blanks.isEmpty && driver.app.session.message?.tone == .problem)
    driver.press("<C-p>", "<enter>", "7", "<enter>")
    #expect(driver.office.blanks.count == 20 && driver.office.blanksPrinted.first?.text.hasSuffix("-0008") == true)
  }

  @Test func aStrikeNamesThemSaysThatItIsForGoodAndNeedsAChoice() {
    var driver = Self.open()
    driver.press(" ", " ", "<C-x>")
    driver.type("phieu uot")
    driver.press("<enter>")
    driver.expect("Hủy 2 phiếu dự phòng?")
    driver.expect("261124-0021, 261124-0022")
    driver.expect("Lý do: phieu uot")
    driver.expectSentence("Không hoàn tác được")
    // An Enter pressed twice strikes nothing, and the reason is kept.
    driver.press("<enter>")
    #expect(Self.states(driver).prefix(3) == ["unused", "unused", "unused"])
    driver.press("<esc>", "<C-x>", "<enter>", "1")
    #expect(Self.states(driver).prefix(3) == ["struck", "struck", "unused"])
    #expect(driver.office.blanks[0].state.reason == "phieu uot")
    driver.expect("261124-0021  đã hủy: phieu uot")
  }

  @Test func withoutMarksTheChosenOneIsStruckAndOnlyAnOpenOne() {
    var driver = Self.open()
    driver.press("<down>", "<C-x>")
    driver.type("in hong")
    driver.press("<enter>", "<up>", "<enter>")
    #expect(Self.states(driver).prefix(3) == ["unused", "struck", "unused"])
    driver.press("<end>", "<C-x>")
    #expect(driver.app.top.overlay == nil)
    driver.expectSentence("Chỉ hủy được phiếu chưa dùng.")
    // One of before a restore may lie in the drawer.
    driver.wait(minutes: 1)
    driver.press("*", "<C-x>")
    driver.type("cu")
    driver.press("<enter>", "1")
    #expect(Set(Self.states(driver)) == ["struck"], "\(driver.text)")
  }

  /// U after a strike would take back an act on some dossier instead.
  @Test func undoAfterAStrikeSaysFirstThatItIsAboutSomethingElse() {
    var driver = Self.open()
    driver.press("<C-x>")
    driver.type("in hong")
    driver.press("<enter>", "1", "u")
    driver.expectSentence("Việc hủy phiếu không hoàn tác được.")
    #expect(driver.app.top.overlay == nil && !driver.leftOver.contains { if case .act = $0 { true } else { false } })
    // The last act in the sample is of one of its dossiers.
    driver.press("u")
    #expect(driver.app.session.message?.text.contains("Việc hủy phiếu") != true)
    #expect(driver.office.blanks[0].state.name == "struck")
  }

  @Test func enterOpensTheFormOnItAndAfterwardsItsDossier() {
    var driver = Self.open()
    driver.press("<enter>")
    #expect(driver.app.context == .receive)
    #expect((driver.app.top.screen as? ReceiveState)?.form.focus == "blank-time")
    BlanksDesk.receive(&driver)
    let issued = (driver.app.top.screen as? ReceiveState)?.issued
    #expect(issued?.code.text == BlanksDesk.code(21).text)
    driver.press("<esc>")
    #expect(driver.app.context == .blanks)
    driver.expect("261124-0021  đã nhập: Le Van Ninh")
    for _ in 0..<5 where !driver.focusedLine.contains("261124-0021") { driver.press("<down>") }
    driver.press("<enter>")
    #expect(driver.app.context == .detail && driver.app.top.screen.targets.first?.id == issued?.id)
  }

  @Test func whatCannotBeEnteredSaysWhy() {
    var driver = Self.open()
    driver.press("<end>", "<enter>")
    #expect(driver.app.context == .blanks)
    driver.expectSentence("đã hủy (phiếu ướt)")
    driver.press("<up>", "<enter>")
    #expect(driver.app.context == .blanks)
    driver.expectSentence("không dùng được nữa")
  }

  /// Looking into the form leaves no draft behind, and what was begun is gone on with.
  @Test func whatWasBegunIsGoneOnWith() {
    var driver = Self.open()
    driver.press("<enter>")
    driver.type("7:15")
    driver.press("<esc>", "<enter>")
    #expect((driver.app.top.screen as? ReceiveState)?.text("blank-time") == "7:15")
    driver.press("<esc>", "<down>", "<enter>")
    let form = driver.app.top.screen as? ReceiveState
    #expect(form?.text("blank-code") == BlanksDesk.code(22).text && form?.text("blank-time") == "")
    #expect(driver.app.session.receptionDraftCount == 1)
    driver.press("<esc>", "<home>", "<enter>")
    // The other one had nothing but its code.
    #expect(driver.app.session.receptionDraftCount == 0)
  }

  /// A specialist enters what was received on one; the drawer is not hers.
  @Test func onlyTheReceptionKeepsBlanks() {
    var driver = TestDriver(office: BlanksDesk.office())
    driver.press("2")
    driver.press("<esc>", ":")
    driver.type("blanks")
    driver.press("<enter>")
    #expect(driver.app.context == .blanks)
    for key in ["<C-p>", "<C-x>"] {
      driver.press(key)
      #expect(driver.app.context == .blanks && driver.app.top.overlay == nil, "\(key)")
      #expect(driver.app.session.message?.tone == .problem, "\(key)")
    }
  }

  /// The letters of a scanner never print.
  @Test func printingWaitsForAHand() {
    let request = Request<BlankPrintNews>(number: RequestNumber(asker: FrameID(count: 0), count: 1))
    #expect(Effect.device(.printBlanks(request, isAnyway: false)).waitsForAHand)
  }

  /// They are there to be unused, so nobody is told each evening that something is left to do.
  @Test func unusedOnesAreNoOpenWork() {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    driver.press("<F8>")
    driver.expect("☑  Phiếu dự phòng lúc mất điện")
    driver.office.blanksToPrint = [BlanksDesk.code(21)]
    driver.press("<esc>", "<F8>")
    driver.expect("☐  Phiếu dự phòng lúc mất điện")
  }

  @Test func aDeskWithoutBlanksHasNoLineForThem() {
    var driver = TestDriver.signedIn()
    driver.press("<F8>")
    driver.expectNot("Phiếu dự phòng")
  }
}
