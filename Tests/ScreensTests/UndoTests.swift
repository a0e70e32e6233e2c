import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What U takes back, and what it asks first.
@Suite struct UndoTests {
  /// Two receptions by Lan; the second one is open in the detail screen.
  private static func twoReceptions() -> TestDriver {
    var driver = TestDriver.signedIn()
    for name in ["Hồ Thị Nhất", "Hồ Thị Nhì"] {
      driver.press("n")
      driver.type("1.004873")
      driver.press("<enter>")
      driver.type(name)
      driver.issue()
      if name == "Hồ Thị Nhất" { driver.press("<esc>") }
    }
    driver.press("<enter>")
    return driver
  }

  private static func owners(_ driver: TestDriver) -> Set<String> {
    Set(driver.office.entries.keys.compactMap { driver.office.dossier($0) }.filter(\.isVoid).map(\.owner.name))
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("<C-u>")
    try Golden.check(driver.screen, GoldenTests.name("undo-list", size, language))
    driver.press("<end>", "<down>", "<down>", "<enter>")
    try Golden.check(driver.screen, GoldenTests.name("undo-question", size, language))
  }

  @Test func inADossierUTakesBackStepsOfThatDossier() {
    var driver = Self.twoReceptions()
    #expect(driver.app.context == .detail)
    driver.press("w")
    driver.type("gọi lại")
    driver.press("<enter>", "u")
    driver.expect("Đã hoàn tác")
    driver.expect("^Y làm lại")
    #expect(Self.owners(driver) == [])
    // What is left there is the reception, so that it asks.
    driver.press("u")
    driver.expect("Hoàn tác việc này?")
    driver.expect("Hồ Thị Nhì")
    driver.expectSentence("dù công dân có thể đã cầm mã này")
    driver.press("<esc>")
    driver.expect("Không hoàn tác gì.")
    #expect(Self.owners(driver) == [])
    driver.press("u", "<enter>")
    #expect(Self.owners(driver) == ["Hồ Thị Nhì"])
    driver.expectSentence("Mẫu tiếp nhận đã trở lại: N làm tiếp.")
    // Nothing of this dossier is left: the next one is another citizen's.
    driver.press("u")
    driver.expect("Hồ Thị Nhất")
    driver.press("<esc>", "<esc>", "n")
    driver.expect("Hồ Thị Nhì")
    driver.expect("Chủ hồ sơ")
  }

  @Test func whatWasUndoneIsDoneAgainUntilSomethingElseIsDone() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "w")
    driver.type("gọi lại")
    driver.press("<enter>", "u", "<C-y>")
    driver.expect("Làm lại: xong")
    #expect(driver.office.dossier(SampleOffice.id(0))?.notes.map(\.text) == ["gọi lại"])
    driver.press("<C-y>")
    driver.expect("Không có việc nào vừa hoàn tác để làm lại.")
  }

  @Test func anotherDossierIsNotTouchedByRedo() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "w")
    driver.type("gọi lại")
    driver.press("<enter>", "u", "<down>", "<enter>", "<C-y>")
    driver.expectSentence("Việc vừa hoàn tác thuộc hồ sơ khác.")
    #expect(driver.office.dossier(SampleOffice.id(0))?.notes == [])
    driver.press("<esc>", "<C-y>")
    #expect(driver.office.dossier(SampleOffice.id(0))?.notes.map(\.text) == ["gọi lại"])
  }

  @Test func aRedoThatRepeatsIsSentOnce() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "w")
    driver.type("gọi lại")
    driver.press("<enter>", "u")
    let sent = (1...2).flatMap { _ in driver.app.redo() }
    #expect(
      sent.count {
        if case .act(.perform(_, let acts, _), leaving: _, isConfirmed: _) = $0 { !acts.isEmpty } else { false }
      } == 1)
  }

  @Test func severalDossiersAskAndListAndCursorComeBackAsTheyWere() {
    var driver = TestDriver.signedIn()
    driver.press("3", "<home>", "<down>")
    driver.press("<S-down>", "<S-down>", "c", "2", "1")
    driver.expect("3 hồ sơ")
    let after = driver.focusedLine
    driver.press("u")
    driver.expect("3 hồ sơ: ")
    driver.press("<enter>")
    driver.expect("Đã hoàn tác")
    #expect(driver.focusedLine != after)
    driver.expectFocus("261125-0008")
  }

  @Test func theListUndoesAnEarlierAct() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "w")
    driver.type("một")
    driver.press("<enter>", "w")
    driver.type("hai")
    driver.press("<enter>", "<C-u>", "<down>", "<enter>")
    driver.expect("Ghi chú: một")
    driver.press("<enter>")
    #expect(driver.office.dossier(SampleOffice.id(0))?.notes == [])
    #expect(driver.office.entries.values.joined().contains { $0.action == .note("hai") })
  }

  @Test func manyDossiersAskWithNumberHoldersAndUrgency() {
    var driver = TestDriver.signedIn()
    driver.press("3", "*", "w")
    driver.type("gọi")
    driver.press("<enter>")
    driver.expect("Ghi chú: 7 hồ sơ")
    driver.expectSentence("2 hồ sơ người khác đang giữ: Kray Thị Mơi 1, Lê Quốc Đạt 1.")
    driver.expectSentence("1 quá hạn, 3 đến hạn hôm nay.")
    driver.press("<esc>")
    driver.expectSentence("Đã bỏ, chưa ghi gì. Phần đã gõ vẫn còn.")
    driver.press("<enter>", "<enter>")
    driver.expect("Ghi chú: xong 7 hồ sơ")
    driver.press("3", " ", " ", "w")
    driver.type("x")
    driver.press("<enter>")
    driver.expect("Ghi chú: xong 2 hồ sơ")
  }
}
