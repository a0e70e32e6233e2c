import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The list of what was issued and is not known to be printed: nothing comes out twice by itself, and the list can be emptied.
@Suite struct ToPrintScreenTests {
  private static let canon = PrinterNews.printer(Printer(name: "Canon"))

  /// The list with a paper in each of these states, and a printer that is ready.
  private static func atTheList(_ states: PrintState...) -> (driver: TestDriver, papers: [PaperNumber]) {
    var driver = PapersScreenTests.atThePanel()
    for _ in states { driver.press("<home>", "<enter>", "<enter>") }
    for (place, state) in states.enumerated() { driver.office.papers.open[place].state = state }
    driver.office.papers.printer = canon
    driver.press("<esc>", "<F8>", "<end>", "<up>", "<enter>")
    return (driver, driver.office.papers.open.map(\.number))
  }

  @Test func allMeansWhatNoPrinterHasGot() {
    var (driver, papers) = Self.atTheList(.doubtful, .kept, .sent, .kept)
    driver.press("<C-p>")
    #expect(driver.office.papers.printed == [papers[1], papers[3]])
    driver.press("<C-p>")
    #expect(driver.office.papers.printed.count == 2 && driver.app.session.message?.text.isEmpty == false)
  }

  /// Whose paper it is stands where a narrow screen shows it; the line below has what the row cuts.
  @Test func eachRowSaysWhoseItIsAndHowManyThereAre() {
    var (driver, papers) = Self.atTheList(.kept, .doubtful)
    driver.expect("Giấy đã lập, chưa in · 2")
    driver.expect("▶ chưa in · Hồ Thị Kăn Tưm · 261118-0001 · ")
    driver.expectSentence(
      "Giấy số \(papers[0].text): Giấy tiếp nhận và hẹn trả (mẫu 01), 261118-0001, 08:42 25/11/2026.")
    driver.expectNot("giấy nữa")
    driver.press("<down>")
    driver.expectSentence("Giấy số \(papers[1].text): ")
    // Of a confidential dossier nobody is named, whoever looks; and the list says what it has no room for.
    driver.office.papers.open[0].owner = nil
    driver.office.papers.unread = 12
    driver.press("<esc>", "<F8>", "<end>", "<up>", "<enter>")
    driver.expect("Giấy đã lập, chưa in · 14")
    driver.expect("chưa in · (hồ sơ kín) · 261118-0001 · ")
    driver.expectSentence("Còn 12 giấy nữa")
  }

  @Test func whatIsAgainstThePrinterIsSaidBeforeEnter() {
    var (driver, papers) = Self.atTheList(.kept)
    driver.expectNot("Máy in Canon")
    driver.office.papers.printer = .printer(Printer(name: "Canon", reasons: [PrinterReason("media-empty-error")]))
    driver.press("<esc>", "<F8>", "<end>", "<up>", "<enter>")
    driver.expectSentence("Giấy số \(papers[0].text): ")
    driver.expectSentence("Máy in Canon: hết giấy.")
    #expect(driver.office.papers.printed.isEmpty)
  }

  @Test func whatWasNeverSentIsPrintedAtOnce() {
    var (driver, papers) = Self.atTheList(.kept)
    driver.press("<enter>")
    #expect(driver.office.papers.printed == papers)
  }

  @Test(arguments: [PrintState.sent, .doubtful])
  func whatMayHaveComeOutIsPrintedAgainAfterAQuestion(state: PrintState) {
    var (driver, papers) = Self.atTheList(state)
    driver.press("<enter>")
    #expect(driver.app.session.message?.text.contains(papers[0].text) == true)
    // A key that is held down agrees to nothing.
    driver.press("<enter>")
    #expect(driver.office.papers.printed.isEmpty)
    driver.now = driver.now.afterAPause
    driver.press("<enter>")
    #expect(driver.office.papers.printed == papers)
  }

  @Test func whatCameOutOrIsNotNeededIsTakenOffAfterAQuestion() {
    var (driver, papers) = Self.atTheList(.doubtful, .kept)
    driver.press("<C-x>")
    #expect(driver.office.papers.open.count == 2 && driver.app.session.message?.text.contains(papers[0].text) == true)
    driver.now = driver.now.afterAPause
    driver.press("<C-x>")
    #expect(driver.office.papers.open.map(\.number) == [papers[1]] && driver.office.papers.printed.isEmpty)
  }

  /// An answer holds for the paper and the deed that were asked about.
  @Test(arguments: [["<C-x>", "<down>", "<C-x>"], ["<C-x>", "<enter>"], ["<enter>", "<down>", "<up>", "<enter>"]])
  func anotherPaperOrKeyAsksForItself(keys: [String]) {
    var (driver, _) = Self.atTheList(.doubtful, .doubtful)
    for key in keys {
      driver.press(key)
      driver.now = driver.now.afterAPause
    }
    #expect(driver.office.papers.open.count == 2 && driver.office.papers.printed.isEmpty)
  }

  /// Where nothing can be noted, the next print would not know what came out.
  @Test func aWindowThatOnlyReadsPrintsNothing() {
    var (driver, _) = Self.atTheList(.kept)
    driver.app.session.office.lookingOn = .anotherWindowWrites
    for key in ["<C-p>", "<enter>", "<C-x>"] {
      driver.press(key)
      #expect(driver.app.session.message?.text.isEmpty == false)
    }
    #expect(driver.office.papers.printed.isEmpty && driver.office.papers.open.count == 1)
  }

  /// Taking a paper off waits like printing until it is clear that no scanner has pressed the key.
  @Test func takingOffWaitsForAHand() throws {
    var (driver, _) = Self.atTheList(.kept)
    driver.press("<C-x>")
    driver.now = driver.now.afterAPause
    let effects = driver.app.update(.key(.control("x")), now: driver.now)
    #expect(effects.contains { $0.waitsForAHand })
  }

  /// Esc came before the paper was recorded: it is kept, and its clerk hears of it.
  @Test func aPaperWhosePanelWasClosedIsToldOf() throws {
    var driver = PapersScreenTests.atThePanel(printer: Self.canon)
    driver.press("<enter>")
    let effects = driver.app.update(.key(.enter), now: driver.now)
    driver.press("<esc>", "<esc>")
    #expect(driver.app.context != .papers)
    for effect in effects {
      guard let answer = driver.office.answer(effect, now: driver.now) else { continue }
      _ = driver.app.update(.answered(answer), now: driver.now)
    }
    let paper = try #require(driver.office.papers.open.first)
    #expect(driver.office.papers.printed.isEmpty)
    #expect(driver.app.session.message?.text.contains(paper.number.text) == true)
  }

  /// Esc came before the printer's answer.
  @Test func whatWasNotPrintedIsToldWithoutThePanel() throws {
    var driver = PapersScreenTests.atThePanel()
    driver.press("<enter>", "<enter>", "<down>", "<enter>")
    let effects = driver.app.update(.key(.enter), now: driver.now)
    driver.press("<esc>", "<esc>")
    #expect(driver.app.context != .papers)
    for effect in effects {
      guard let answer = driver.office.answer(effect, now: driver.now) else { continue }
      _ = driver.app.update(.answered(answer), now: driver.now)
    }
    #expect(driver.app.session.message?.text.contains("F8") == true)
  }
}
