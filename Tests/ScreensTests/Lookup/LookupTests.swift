import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct LookupTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

  @Test(arguments: sizes, Language.allCases)
  func whatACitizenSays(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("<F3>")
    driver.type("con moi de")
    try Golden.check(driver.screen, GoldenTests.name("lookup-procedure", size, language))
  }

  @Test(arguments: sizes)
  func dossiers(size: Size) throws {
    var driver = TestDriver.signedIn(size: size)
    driver.press("<F3>")
    driver.type("261123")
    try Golden.check(driver.screen, GoldenTests.name("lookup-dossiers", size, .vi))
  }

  /// How long, how much, what to bring: the smallest screen answers all three, also if the papers of all cases do not fit.
  @Test(arguments: ["con moi de", "doc than"]) func timeAndFeeStandBeforeThePapers(words: String) throws {
    var driver = TestDriver.signedIn(size: Size(columns: 80, rows: 24))
    driver.press("<F3>")
    driver.type(words)
    let lines = driver.screen.lines
    let time = try #require(lines.firstIndex { $0.hasPrefix(" Thời hạn: ") && $0.contains(" · Lệ phí: ") })
    let papers = try #require(lines.firstIndex { $0.hasPrefix(" Cần") })
    #expect(time < papers)
  }

  /// Nothing was filled in yet, so another choice replaces the procedure.
  @Test func anotherProcedureTakesThePlaceOfOneThatWasOnlyChosen() {
    var driver = TestDriver.signedIn()
    for (words, name) in [("doc than", "tình trạng hôn nhân"), ("lay vo", "Đăng ký kết hôn")] {
      driver.press("<F3>")
      driver.type(words)
      driver.press("<enter>")
      #expect(driver.app.context == .receive)
      driver.expect(name)
      driver.press("<esc>", "<esc>")
    }
  }

  @Test func whatIsReceivedElsewhereBeginsNoForm() {
    var driver = TestDriver.signedIn()
    driver.press("<F3>")
    driver.type("nhap ho khau")
    driver.press("<enter>")
    #expect(driver.app.context == .lookup)
    driver.expectSentence("Mời công dân sang Công an xã")
  }

  @Test func nothingFoundSaysWhatToTry() {
    var driver = TestDriver.signedIn()
    driver.press("<F3>")
    driver.type("zzzz")
    driver.expectSentence("Không thấy thủ tục, hồ sơ hay người nào. Thử ít chữ hơn (không cần dấu)")
    driver.press("<enter>")
    driver.expect("Không có gì để mở.")
  }

  @Test func aProcedureBeginsItsReception() {
    var driver = TestDriver.signedIn()
    driver.press("<F3>")
    driver.type("doc than")
    driver.press("<enter>")
    #expect(driver.app.context == .receive)
    driver.expect("Cấp Giấy xác nhận tình trạng hôn nhân")
    driver.press("<esc>")
    driver.expect("doc than")
  }
}
