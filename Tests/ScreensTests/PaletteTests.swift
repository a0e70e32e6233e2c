import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct PaletteTests {
  @Test func aCommandIsFoundByTheBeginningOfAnUnmarkedWord() {
    var driver = TestDriver.signedIn()
    driver.press("7", ":")
    driver.type("ghi chu")
    driver.press("<enter>")
    driver.expect("Ghi gì?")
  }

  @Test func anArgumentIsHandedOn() {
    var driver = TestDriver.signedIn()
    driver.press(":")
    driver.type("save-screen /tmp/màn hình.txt")
    driver.press("<enter>")
    #expect(driver.leftOver == [.program(.saveScreen(path: "/tmp/màn hình.txt"))])
  }

  @Test func theLanguageSwitches() {
    var driver = TestDriver.signedIn()
    driver.press(":")
    driver.type("language en")
    driver.press("<enter>")
    driver.expect("Owner")
    #expect(driver.leftOver.contains(.program(.setLanguage(.en))))
  }

  /// A kiosk has no shell from which a suspended program could be resumed.
  @Test func suspendingIsForMachinesThatAllowIt() {
    var driver = TestDriver.signedIn()
    for isAllowed in [false, true] {
      driver.app.session.canSuspend = isAllowed
      driver.press(":")
      driver.type("suspend")
      driver.press("<enter>")
      #expect(driver.leftOver.contains(.program(.suspend)) == isAllowed)
      // What is typed at once after a refusal belongs to it.
      driver.press("<down>")
    }
  }

  @Test func anUnknownCommandIsNamed() {
    var driver = TestDriver.signedIn()
    driver.press(":")
    driver.type("zzz")
    driver.press("<enter>")
    driver.expect("Không có lệnh \"zzz\".")
  }

  @Test func helpFindsAndRuns() {
    var driver = TestDriver.signedIn()
    driver.press("7", "?")
    driver.type("phan cong")
    driver.expect("Phân công")
    driver.press("<down>", "<enter>")
    driver.expect("Ai giữ hồ sơ?")
  }
}
