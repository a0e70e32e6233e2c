import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The filter of the queue: what it shows of itself, and what Enter does when several dossiers bear a name.
@Suite struct FilterTests {
  private func filtered(_ text: String, keys: String...) -> TestDriver {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes())
    driver.press("7", "/")
    driver.type(text)
    for key in keys { driver.press(key) }
    return driver
  }

  private func notes(_ driver: TestDriver) -> Int {
    driver.office.entries.values.joined().count { if case .note = $0.action { true } else { false } }
  }

  @Test func aNameThatSeveralBearIsChosenBeforeAnythingIsDone() {
    var driver = filtered("ho thi mai", keys: "<enter>")
    driver.expectSentence("3 hồ sơ cùng tên Hồ Thị Mai: ↑↓ rồi Enter chọn một")
    driver.press("w")
    driver.expect("Hãy chọn một hồ sơ trước: ↑↓ rồi Enter.")
    driver.type("đã gọi")
    driver.press("<down>")
    driver.expectFocus("1990")
    driver.press("<enter>", "w")
    driver.type("đã gọi")
    driver.press("<enter>")
    #expect(notes(driver) == 1)
    #expect(driver.office.entries[SampleOffice.id(101)]?.count == 2)
  }

  @Test func allOfThemMayBeChosen() {
    filtered("ho thi mai", keys: "<enter>", "*").expect("Đã chọn 3 hồ sơ.")
  }

  @Test func aNameThatOneBearsNeedsNoChoice() {
    var driver = filtered("kan tum", keys: "<enter>", "w")
    driver.type("đã gọi")
    driver.press("<enter>")
    #expect(notes(driver) == 1)
  }

  @Test func aRowThatWasMovedToIsChosen() {
    var driver = filtered("ho thi mai", keys: "<down>", "<enter>", "w")
    driver.type("đã gọi")
    driver.press("<enter>")
    #expect(notes(driver) == 1)
  }

  /// A procedure is no name, so the most urgent dossier is a choice that was made.
  @Test func aFilterForSomethingElseNeedsNoChoice() {
    let driver = filtered("chung thuc", keys: "<enter>")
    driver.expectNot("cùng tên")
  }

  /// The rows of the last letters may still be on their way when Enter comes.
  @Test func enterWaitsForTheRowsOfTheFilter() throws {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes())
    driver.press("7", "/")
    driver.type("ho thi ma")
    let late = driver.app.update(.key(.character("i")), now: driver.now)
    driver.press("<enter>", "w")
    driver.expect("Hãy chọn một hồ sơ trước")
    driver.run(late)
    driver.press("<down>")
    driver.expectSentence("3 hồ sơ cùng tên")
    driver.press("<enter>")
    driver.expectNot("cùng tên")
  }

  @Test func escLeadsBackToTheFilterAndThenToWhatWasBefore() {
    var driver = filtered("ho thi mai", keys: "<enter>", "<esc>")
    driver.expect("Lọc: ho thi mai")
    driver.press("<esc>")
    driver.expectNot("Đang lọc")
  }

  @Test func itSaysHowManyItFindsForAsLongAsItHolds() {
    var driver = filtered("mai")
    driver.expect("Đang lọc \"mai\" · 3 hồ sơ khớp")
    driver.press("<down>", "<enter>", "w")
    driver.type("đã gọi")
    driver.press("<enter>")
    driver.expect("Ghi chú: xong")
    driver.expect("Đang lọc \"mai\" · 3 hồ sơ khớp · Esc bỏ lọc")
    driver.press("<esc>")
    driver.expectNot("Đang lọc")
  }

  @Test func whatWasTypedIsMarkedInTheRows() {
    let driver = filtered("ho mai 0009")
    #expect(driver.marked.contains("Hồ") && driver.marked.contains("Mai") && driver.marked.contains("0009"))
    #expect(filtered("").marked.isEmpty)
  }

  /// Clerks call each other by the given name, and a fifth of the people have the same family name.
  @Test func itFindsTheClerkWhoHolds() {
    filtered("dat").expect("Kray Văn Thơ")
    filtered("dat chung thuc").expect("Kray Văn Thơ")
    filtered("dat khai sinh").expectNot("Kray Văn Thơ")
    filtered("le").expectNot("Kray Văn Thơ")
  }

  @Test func earlierFiltersComeBackInAnEmptyField() {
    var driver = filtered("thơ", keys: "<enter>", "<esc>", "/")
    driver.expect("↑ lần lọc trước")
    driver.press("<up>")
    driver.expect("Lọc: thơ")
    driver.expectFocus("Kray Văn Thơ")
  }

  /// The newest text comes first, a repeated one counts once, and old ones are forgotten.
  @Test func theHistoryIsBoundedAndHasNoRepetitions() {
    var history = QueryHistory()
    for text in (1...30).map({ "câu \($0)" }) + ["câu 20", " ", ""] { history.remember(text) }
    #expect(history.texts.count == QueryHistory.limit)
    #expect(history.texts.last == "câu 20" && history.texts.count { $0 == "câu 20" } == 1)
    var recall = Recall()
    #expect(recall.press(.up, in: "đã gõ", history) == nil)
    #expect(recall.press(.up, in: "", history) == "câu 20" && recall.press(.up, in: "câu 20", history) == "câu 30")
    #expect(recall.press(.down, in: "câu 30", history) == nil && recall.press(.up, in: "câu 30", history) == nil)
  }

  @Test func aRowThatWasMovedToBeforeTheRowsCameIsNoChoice() {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes())
    driver.press("7", "/")
    driver.type("ho thi ma")
    let late = driver.app.update(.key(.character("i")), now: driver.now)
    driver.press("<down>")
    driver.run(late)
    driver.press("<enter>")
    driver.expectSentence("3 hồ sơ cùng tên")
  }

  @Test func anotherOrderIsMarkedInItsColumnAndTheMenuSaysHowToReverse() {
    var driver = TestDriver.signedIn()
    driver.press("7", "o")
    driver.expectSentence("Số đang xếp: đảo chiều · Esc thôi")
    driver.press("3")
    driver.expect("Chủ hồ sơ ▲")
    driver.press("o", "3")
    driver.expect("Chủ hồ sơ ▼")
    driver.press("o", "5")
    driver.expect("Xếp: Ngày nhận ▲")
    driver.press("o", "1")
    driver.expectNot("▲")
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func filtered(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes(), size: size, language: language)
    driver.press("7", "o", "2", "/")
    driver.type("ho thi mai")
    driver.press("<enter>")
    try Golden.check(driver.screen, GoldenTests.name("queue-filtered", size, language))
  }
}
