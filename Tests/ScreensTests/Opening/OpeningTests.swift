import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The head of desk decides when the reception point is open.
@Suite struct OpeningScreenTests {
  static func open(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press(":")
    driver.type("opening")
    driver.press("<enter>")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.open(size: size, language: language)
    driver.press("<down>", "<down>")
    try Golden.check(driver.screen, GoldenTests.name("opening", size, language))
  }

  @Test func aSaturdayMorningIsAdded() {
    var driver = Self.open()
    for _ in 0..<5 { driver.press("<down>") }
    driver.type("7-11h30")
    driver.press("<tab>")
    driver.expect("07:00-11:30")
    driver.press("<enter>")
    driver.expect("Giờ mở cửa: xong")
    #expect(driver.office.snapshot.openingHours.week[5] == OpeningHours.Day(text: "7:00-11:30"))
    #expect(driver.office.snapshot.openingHours.week[0] == OpeningHours.Day(text: "7:00-11:30, 13:30-17:00"))
  }

  @Test func hoursThatCannotBeReadAreNotRecorded() {
    var driver = Self.open()
    driver.type("x")
    driver.press("<enter>")
    driver.expect("Thứ Hai: gõ giờ như")
    #expect(driver.office.officeActions.isEmpty)
  }

  /// An afternoon closed by a flood: who was told to come is listed.
  @Test func aClosedDayListsWhoWasToldToCome() throws {
    var driver = Self.open()
    driver.press("<C-v>")
    driver.type("27/11/2026")
    driver.press("<enter>")
    driver.type("7:00-11:30")
    driver.press("<enter>")
    driver.type("lũ")
    driver.press("<enter>", "<enter>")
    driver.expect("27/11/2026  07:00-11:30 · lũ")
    driver.expect("Đã hẹn công dân đến lúc đóng cửa (1):")
    driver.expect("Lê Thị Hoa")
    try Golden.check(driver.screen, "opening-closed-80x24-vi")
  }

  @Test func aClerkWhoIsNotTheHeadMayLook() {
    var driver = TestDriver(office: SampleOffice.busy(requiresPIN: false))
    // From any screen, as the manual says: here from a dossier.
    driver.press("3", "<enter>", ":")
    driver.type("opening")
    driver.press("<enter>")
    #expect(driver.app.context == .opening)
    driver.press("<enter>")
    #expect(driver.office.officeActions.isEmpty)
  }
}
