import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Whose work it is: the clerk's own dossiers beside those of the office, and what was handed over to her.
@Suite struct WhoseWorkTests {
  /// Lan has handed two dossiers over to Đạt.
  private static func handedOver() -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    for index in [0, 1] {
      _ = office.perform(
        Act(
          dossier: SampleOffice.id(index), commands: [.handOver(step: .decision, to: SampleOffice.dat.id)]),
        SampleOffice.lan.id, SampleOffice.moment("2026-11-25T08:30"))
    }
    return office
  }

  private static func dat(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver(office: handedOver(), size: size, language: language)
    driver.press("2")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.dat(size: size, language: language)
    if size.columns >= 80 { try Golden.check(driver.screen, GoldenTests.name("day-start-handed-over", size, language)) }
    driver.press("=")
    try Golden.check(driver.screen, GoldenTests.name("queue-handed-over", size, language))
  }

  @Test func whatWasHandedOverIsSaidInTheMorningAndTakenWithOneKey() {
    var driver = Self.dat()
    driver.expect("2 hồ sơ chờ mình nhận bàn giao")
    driver.press("=")
    driver.expect("[=]Chờ mình nhận 2")
    driver.expect("chờ mình nhận (M)")
    driver.expect("M Nhận bàn giao")
    driver.press("m", "m")
    driver.expect("Không có hồ sơ nào chờ mình nhận.")
    #expect(driver.office.dossier(SampleOffice.id(0))?.handOvers.last?.takenAt != nil)
    driver.press("3")
    driver.expectNot("[=]")
    driver.expectNot("M Nhận bàn giao")
  }

  @Test func theOneWhoGaveItSeesForWhomItWaits() {
    var driver = TestDriver.signedIn(office: Self.handedOver())
    driver.press("1")
    driver.expect("chờ Lê Quốc Đạt nhận")
    driver.expectNot("[=]")
    driver.expectNot("M Nhận bàn giao")
  }

  @Test func oneKeyShowsOnlyHerOwnAndItIsKeptForHer() {
    var driver = TestDriver.signedIn(office: Self.handedOver())
    driver.press("3")
    driver.expect("Lê Thị Hoa")
    driver.press("-")
    driver.expect("CỦA TÔI")
    driver.expect("Nguyễn Văn Ánh")
    driver.expectNot("Lê Thị Hoa")
    driver.expect("[3]Đang xử lý 1")
    driver.restart()
    driver.press("1")
    driver.expect("CỦA TÔI")
    driver.press("<F12>", "2")
    driver.press("3")
    driver.expectNot("CỦA TÔI")
    driver.press("<F12>", "1")
    driver.expect("CỦA TÔI")
    driver.press("-")
    driver.expect("Lê Thị Hoa")
  }

  @Test func goingToADossierOfAnotherShowsTheOffice() {
    var driver = TestDriver.signedIn()
    driver.press("-", "0")
    driver.type("0003")
    driver.expectFocus("Kray Văn Thơ")
    driver.expectNot("CỦA TÔI")
  }

  @Test func plainModeSaysItInWords() {
    var driver = Self.dat()
    driver.app.session.isPlain = true
    driver.press("=")
    driver.expectFocus("▶nhận    quá hạn")
  }
}
