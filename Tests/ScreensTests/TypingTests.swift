import DossierDomain
import Terminal
import Testing
import VietnameseText

@testable import Screens

/// The program's own typing of Vietnamese on its screens.
@Suite struct TypingTests {
  private static func typing(_ typing: OwnTyping = OwnTyping(.telex, isOn: true)) -> TestDriver {
    var driver = TestDriver.signedIn()
    driver.app.session.typing = typing
    return driver
  }

  private static func form(_ driver: TestDriver) -> ReceiveState? { driver.app.top.screen as? ReceiveState }

  private static func shows(_ text: String, _ driver: TestDriver) -> Bool {
    driver.screen.lines.contains { $0.contains(text) }
  }

  @Test func namesAreComposedAndCodesAreNot() {
    var driver = Self.typing()
    driver.press("n")
    driver.go(to: "owner")
    driver.type("Hoof Thij Kawn ")
    #expect(Self.form(driver)?.text("owner") == "Hồ Thị Kăn")
    driver.go(to: "number")
    driver.type("ass")
    #expect(Self.form(driver)?.text("number") == "ass")
  }

  @Test func aForeignWordGetsItsKeysBackAlsoWhereTheFieldIsLeft() {
    var driver = Self.typing()
    driver.press("n")
    driver.go(to: "summary")
    driver.type("data window")
    #expect(Self.form(driver)?.text("summary") == "data ưindơ")
    driver.press("<s-tab>")
    #expect(Self.form(driver)?.text("summary") == "data window")
  }

  @Test func itIsOffUntilItIsWantedAndTheKeySaysSo() {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.go(to: "owner")
    #expect(!Self.shows("TELEX", driver))
    driver.type("Hoaf ")
    driver.press("<F9>")
    driver.type("Hoaf")
    #expect(Self.shows("TELEX", driver))
    #expect(Self.form(driver)?.text("owner") == "Hoaf Hòa")
    driver.press("<F9>")
    driver.type(" as")
    #expect(!Self.shows("TELEX", driver))
    #expect(Self.form(driver)?.text("owner") == "Hoaf Hòa as")
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 60, rows: 20)])
  func theStateShowsOnlyWhereLettersAreText(size: Size) {
    var driver = TestDriver.signedIn(size: size)
    driver.app.session.typing = OwnTyping(.vni, isOn: true)
    #expect(!Self.shows("VNI", driver))
    driver.press("n")
    #expect(Self.shows(" VNI", driver))
  }

  /// The choice of an order is the longest line that is shown while letters are text; it takes two lines at 80 columns.
  @Test(
    arguments: [Size(columns: 80, rows: 24), Size(columns: 80, rows: 20), Size(columns: 60, rows: 20)],
    Language.allCases)
  func theStateHidesNoLetterOfAMessage(size: Size, language: Language) {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("o")
    let without = driver.screen.lines
    driver.app.session.typing = OwnTyping(.telex, isOn: true)
    for (before, after) in zip(without, driver.screen.lines) {
      let words = before.split(separator: " ").filter { !$0.allSatisfy { $0 == "─" } }
      #expect(words.allSatisfy { after.contains($0) }, "\(after)")
    }
  }

  @Test func whatIsPastedOrComposedOutsideIsNotChanged() {
    var driver = Self.typing()
    driver.press("n")
    driver.go(to: "owner")
    driver.send(.text("Class dd"))
    driver.send(.key(.character("s")))
    driver.press("<bs>")
    driver.send(.composed(.character("s")))
    #expect(Self.form(driver)?.text("owner") == "Class dds")
  }

  @Test func inCommandModeLettersAreCommands() {
    var driver = Self.typing()
    driver.press("n", "<esc>")
    #expect(driver.app.context == .queue)
  }
}
