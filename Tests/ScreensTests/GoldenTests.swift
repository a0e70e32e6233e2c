import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Screens at every size and in both languages, as text.
@Suite struct GoldenTests {
  static let sizes = [(60, 20), (80, 24), (100, 30), (132, 43)].map { Size(columns: $0.0, rows: $0.1) }

  static func name(_ screen: String, _ size: Size, _ language: Language) -> String {
    "\(screen)-\(size.columns)x\(size.rows)-\(language.rawValue)"
  }

  @Test(arguments: sizes, Language.allCases)
  func queue(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("7", "<down>", " ")
    try Golden.check(driver.screen, Self.name("queue", size, language))
  }

  @Test(arguments: sizes, Language.allCases)
  func signIn(size: Size, language: Language) throws {
    var driver = TestDriver(size: size, language: language)
    driver.press("2")
    driver.type("135")
    try Golden.check(driver.screen, Self.name("sign-in", size, language))
  }

  @Test(arguments: sizes, Language.allCases)
  func changingThePIN(size: Size, language: Language) throws {
    var driver = TestDriver(size: size, language: language)
    driver.office.reasonToChange = .chosenByOthers
    driver.press("2")
    driver.type("135724")
    driver.press("<enter>")
    driver.type("24")
    try Golden.check(driver.screen, Self.name("change-pin", size, language))
  }

  @Test(arguments: sizes, Language.allCases)
  func help(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("7", "?")
    try Golden.check(driver.screen, Self.name("help", size, language))
  }

  @Test(arguments: sizes, Language.allCases)
  func palette(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("7", ":")
    driver.type("s")
    try Golden.check(driver.screen, Self.name("palette", size, language))
  }

  @Test(arguments: sizes, Language.allCases)
  func prompt(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("7", "c")
    try Golden.check(driver.screen, Self.name("hand-over", size, language))
  }

  @Test(arguments: Language.allCases)
  func belowTheSmallestSizeTheScreenSaysWhatItNeeds(language: Language) throws {
    let size = Size(columns: 40, rows: 10)
    try Golden.check(TestDriver(size: size, language: language).screen, Self.name("too-small", size, language))
  }
}
