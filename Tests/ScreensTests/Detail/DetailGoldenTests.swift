import DossierDomain
import Terminal
import Testing

@testable import Screens

/// One dossier in every tab.
@Suite struct DetailGoldenTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

  @Test(arguments: sizes, DetailState.Tab.allCases)
  func tab(size: Size, tab: DetailState.Tab) throws {
    var driver = TestDriver.signedIn(size: size)
    driver.press("3", "c", "2", "1", "'", "p", "1")
    driver.type("8.000")
    driver.press("<enter>", "1", "'", "x", "1")
    driver.type("12/GXN-UBND")
    driver.press("<enter>")
    driver.type("Lê Quốc Đạt")
    driver.press("<enter>", "'", "<enter>", "\(tab.rawValue)")
    try Golden.check(driver.screen, GoldenTests.name("detail-\(tab)", size, .vi))
  }

  @Test(arguments: sizes)
  func papersInEnglish(size: Size) throws {
    var driver = TestDriver.signedIn(size: size, language: .en)
    driver.press("3", "<enter>", "2", "<down>")
    try Golden.check(driver.screen, GoldenTests.name("detail-components", size, .en))
  }
}
