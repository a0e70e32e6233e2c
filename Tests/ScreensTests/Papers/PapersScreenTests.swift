import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// ^P: what is printed is seen first, recorded once, and never lost.
@Suite struct PapersScreenTests {
  /// The papers of the dossier under the cursor of the queue.
  static func atThePanel(
    printer: PrinterNews = .none, size: Size = Size(columns: 80, rows: 24), language: Language = .vi,
    declaration: String? = nil
  ) -> TestDriver {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.office.papers.printer = printer
    if let form = declaration.flatMap({ PaperFormID($0) }) {
      driver.office.papers.offers = [
        PaperOffer(form: form, template: "1", isDeclaration: true, vi: "Tờ khai", en: "Declaration")
      ]
    }
    driver.press("7", "<C-p>")
    return driver
  }

  private static let canon = PrinterNews.printer(Printer(name: "Canon"))
  private static let outOfPaper = PrinterNews.printer(
    Printer(name: "Canon", reasons: [PrinterReason("media-empty-error")]))

  private static func issued(_ driver: TestDriver) -> [PaperIssue] {
    driver.office.entries.values.flatMap { $0 }.compactMap {
      if case .issuePaper(let paper) = $0.action { paper } else { nil }
    }
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.atThePanel(printer: Self.outOfPaper, size: size, language: language)
    try Golden.check(driver.screen, GoldenTests.name("papers", size, language))
    driver.press("<enter>", "<down>")
    try Golden.check(driver.screen, GoldenTests.name("papers-text", size, language))
    driver.press("<enter>")
    try Golden.check(driver.screen, GoldenTests.name("papers-kept", size, language))
    driver.press("<esc>", "<F8>", "<end>", "<up>", "<enter>")
    try Golden.check(driver.screen, GoldenTests.name("to-print", size, language))
  }

  @Test func enterShowsThePaperAndOnlyASecondEnterIssuesIt() {
    var driver = Self.atThePanel(printer: Self.canon)
    #expect(driver.app.context == .papers)
    driver.press("<enter>")
    #expect(Self.issued(driver).isEmpty && driver.office.papers.printed.isEmpty)
    driver.press("<esc>")
    #expect(driver.app.context == .papers && Self.issued(driver).isEmpty)
    driver.press("<enter>", "<enter>")
    let papers = Self.issued(driver)
    #expect(papers.count == 1 && driver.office.papers.printed == papers.map(\.number))
    #expect(driver.app.session.message?.text.contains(papers[0].number.text) == true)
    #expect(driver.app.session.message?.text.contains("Canon") == true)
  }

  /// The same Enter once more, before the paper is read again, records nothing a second time.
  @Test func aPaperIsIssuedOnce() throws {
    var driver = Self.atThePanel(printer: Self.canon)
    driver.press("<enter>")
    let first = driver.app.update(.key(.enter), now: driver.now)
    #expect(first.contains { if case .act(.issuePaper, _, _) = $0 { true } else { false } })
    let second = driver.app.update(.key(.enter), now: driver.now)
    #expect(!second.contains { if case .act = $0 { true } else { false } })
  }

  /// Held down, Enter issues one paper; the next one is looked at first.
  @Test func anEnterThatIsHeldDownIssuesOnePaper() {
    var driver = Self.atThePanel(printer: Self.canon)
    for _ in 0..<8 { driver.press("<enter>") }
    #expect(Self.issued(driver).count == 1 && driver.office.papers.printed.count == 1)
  }

  @Test func whatThePrinterHoldsBackIsSentAnywayWithOneKey() {
    var driver = Self.atThePanel(printer: Self.outOfPaper)
    driver.press("<enter>", "<enter>")
    #expect(driver.office.papers.printed.isEmpty && driver.app.session.message?.text.contains("^G") == true)
    driver.press("<C-g>")
    #expect(driver.office.papers.printed == Self.issued(driver).map(\.number))
  }

  /// What the settings say of the form stands there first.
  @Test func copiesAndTrayAreChosenBesideThePaper() throws {
    var driver = Self.atThePanel(printer: .printer(Printer(name: "Canon", trays: ["tray-1", "tray-2"])))
    let form = try #require(MemoryPapers.offer?.form)
    driver.office.papers.ways[form] = PrintWay(tray: "tray-1", copies: 2)
    driver.press("<enter>")
    driver.expect("2 bản (+ -). Khay: tray-1 (◀ ▶).")
    driver.press("+", "<right>", "<enter>")
    #expect(driver.office.papers.lastWay == PrintWay(tray: "tray-2", copies: 3))
    driver.press("<down>", "<enter>", "<left>", "-", "-", "-")
    driver.expect("1 bản (+ -). Khay: máy tự chọn (◀ ▶).")
  }

  @Test func withoutAPrinterItIsKeptCountedAndPrintedLater() {
    var driver = Self.atThePanel()
    driver.press("<enter>", "<enter>")
    let number = Self.issued(driver).first?.number
    #expect(driver.office.papers.printed.isEmpty)
    #expect(driver.app.session.message?.text.contains("F8") == true)
    driver.press("<esc>", "<F8>")
    #expect(driver.text.contains("Giấy đã lập, chưa in"))
    driver.press("<end>", "<up>", "<enter>")
    #expect(driver.app.context == .toPrint)
    driver.office.papers.printer = Self.canon
    driver.press("<C-p>")
    #expect(driver.office.papers.printed == [number].compactMap { $0 })
    driver.press("<esc>")
    #expect(!driver.text.contains("Giấy đã lập, chưa in"))
  }

  @Test func aPaperIsPrintedAgainUnderItsNumberOrReplacedByOneThatNamesIt() {
    var driver = Self.atThePanel(printer: Self.canon)
    driver.press("<enter>", "<enter>")
    let first = Self.issued(driver)[0].number
    driver.press("<down>", "<enter>", "<enter>")
    #expect(driver.office.papers.printed == [first, first] && Self.issued(driver).count == 1)
    driver.press("<end>", "<enter>", "<enter>")
    #expect(Self.issued(driver).compactMap(\.replaces) == [first])
    // What was replaced is not replaced once more.
    let rows = (driver.app.top.screen as? PapersState)?.rows ?? []
    #expect(rows.count { if case .replace(let paper, _) = $0 { paper.issue.number == first } else { false } } == 0)
  }

  @Test func thePrinterIsKnownBeforeAnythingIsIssued() {
    let driver = Self.atThePanel(printer: Self.outOfPaper)
    #expect(driver.text.contains("hết giấy"))
  }

  /// A tray that is not there and a closed queue are said beside the paper, with the way out, and not only after it was issued.
  @Test func whatIsAgainstTheWayIsSaidBeforeEnter() throws {
    var driver = Self.atThePanel(printer: .printer(Printer(name: "Canon", trays: ["tray-1"])))
    let form = try #require(MemoryPapers.offer?.form)
    driver.office.papers.ways[form] = PrintWay(tray: "khay A5")
    driver.press("<enter>")
    driver.expectSentence("Máy in không có khay khay A5. Chọn khay khác (◀ ▶)")
    driver.press("<right>")
    driver.expectNot("Chọn khay khác")
    #expect(Self.issued(driver).isEmpty)

    let paused = Printer(name: "Canon", state: .stopped, reasons: [PrinterReason("paused")])
    driver = Self.atThePanel(printer: .printer(paused))
    driver.press("<enter>")
    driver.expectSentence("Máy in Canon: đang tạm dừng.")
    driver.expectSentence("Enter ngay thì giấy được giữ, ^G vẫn gửi.")
    #expect(Self.issued(driver).isEmpty)
  }

  /// What the last paper's printer said says nothing of another one.
  @Test func anotherFormsPrinterIsNotKnownUntilItAnswers() {
    var driver = Self.atThePanel(printer: Self.canon)
    driver.expect("Máy in Canon: sẵn sàng.")
    _ = driver.app.update(.key(.enter), now: driver.now)
    #expect((driver.app.top.screen as? PapersState)?.printer == nil)
  }

  @Test func whatWasSentAnywayIsSaidToWaitForThePrinter() {
    var driver = Self.atThePanel(printer: Self.outOfPaper)
    driver.press("<enter>", "<enter>", "<C-g>")
    driver.expectSentence("Máy in Canon: hết giấy, in được thì giấy mới ra.")
  }

  /// The letters of a scanner never print.
  @Test func printingWaitsForAHand() {
    var driver = Self.atThePanel(printer: Self.canon)
    driver.press("<enter>", "<enter>", "<down>", "<enter>")
    let effects = driver.app.update(.key(.enter), now: driver.now)
    #expect(effects.contains { $0.waitsForAHand })
  }

  @Test func severalDossiersAtOnceAreDeclinedWithASentence() {
    var driver = TestDriver.signedIn()
    driver.press("7", "*", "<C-p>")
    #expect(driver.app.context == .queue && driver.app.session.message?.text.isEmpty == false)
  }
}
