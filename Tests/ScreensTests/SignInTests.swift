import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct SignInTests {
  @Test func theFirstPaintNeedsOnlyTheOffice() {
    let driver = TestDriver()
    driver.expect("Ai đang ngồi ở quầy?")
    driver.expect("Hồ Thị Lan")
    #expect(driver.leftOver.isEmpty)
  }

  @Test func aWrongPINSaysHowLongToWaitAndIsNeverShown() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("1111")
    driver.expectNot("1111")
    driver.press("<enter>")
    driver.expect("Sai mã PIN (lần 3). Hãy chờ 5 giây rồi gõ lại.")
    driver.type("2468")
    driver.press("<enter>")
    driver.expect("Hãy chờ")
    driver.now = Instant(milliseconds: driver.now.milliseconds + 5001)
    // What was typed meanwhile is still there.
    driver.press("<enter>")
    driver.expect("Chào Hồ Thị Lan.")
  }

  @Test func anotherClerkTakesOverInSixKeysAndEachFindsHerPlace() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("2468")
    driver.press("<enter>", "7", "<down>", "<down>", "w")
    driver.type("nửa chừng")
    let lan = driver.text
    driver.press("<F12>")
    driver.expectNot("nửa chừng")
    driver.press("2")
    driver.type("1357")
    driver.press("<enter>")
    driver.expect("Lê Quốc Đạt")
    // Six keys: her PIN was right here before, so it needs no Enter, and an Enter of habit does nothing.
    driver.press("<F12>", "1")
    driver.type("2468")
    #expect(driver.text == lan)
    driver.press("<enter>")
    #expect(driver.text == lan)
    #expect(!driver.office.entries.values.joined().contains { $0.action == .note("nửa chừng") })
  }

  @Test func aFailedCheckLetsHerTryAgain() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("24")
    _ = driver.app.update(.key(.enter), now: driver.now)
    driver.send(.answered(.failed(nil, .storeBusy)))
    driver.expect("Máy đang bận ghi.")
    driver.press("1")
    driver.type("2468")
    driver.press("<enter>", "1")
    driver.expect("Kăn Tưm")
  }

  @Test func anIdleDeskLocksAndClears() {
    var driver = TestDriver.signedIn()
    driver.wait(minutes: 9)
    driver.expect("Kăn Tưm")
    driver.wait(minutes: 1)
    driver.expectNot("Kăn Tưm")
    driver.expect("Ai đang ngồi ở quầy?")
  }

  @Test func theNextMomentOfChangeIsTheMinuteOrAnAppointment() {
    let driver = TestDriver.signedIn()
    let next = driver.app.nextChange(after: SampleOffice.moment("2026-11-25T08:42:30"))
    #expect(next == SampleOffice.moment("2026-11-25T08:43"))
  }
}
