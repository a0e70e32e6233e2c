import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// One question about papers that are not marked, before a code is issued.
@Suite struct PapersQuestionTests {
  private static func form(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("n")
    driver.type("1.000894")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.press("<tab>", "<F2>")
    return driver
  }

  private static func received(_ driver: TestDriver) -> Dossier? {
    guard let form = driver.app.top.screen as? ReceiveState, let issued = form.issued else { return nil }
    return driver.office.dossier(issued.id)
  }

  private static func missing(_ driver: TestDriver) -> [String] {
    (driver.app.top.screen as? ReceiveState)?.components.filter(\.isMissing).map(\.name) ?? []
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(
      Self.form(size: size, language: language).screen, GoldenTests.name("receive-papers", size, language))
  }

  @Test(arguments: [("1", Component.Form.original), ("2", .certifiedCopy), ("3", .photocopy), ("4", .electronic)])
  func oneKeySaysHowAllOfThemCame(key: String, form: Component.Form) {
    var driver = Self.form()
    let names = Self.missing(driver)
    #expect(!names.isEmpty)
    driver.press(key)
    let dossier = Self.received(driver)
    #expect(dossier?.components.filter { names.contains($0.name) }.map(\.form) == names.map { _ in form })
    #expect(dossier?.components.contains(where: \.isMissing) == false)
  }

  @Test func theyMayBeMissing() {
    var driver = Self.form()
    let names = Self.missing(driver)
    // Enter in one go with F2 says nothing about papers.
    driver.press("<enter>")
    #expect(Self.received(driver) == nil)
    driver.wait(minutes: 1)
    driver.press("<enter>")
    #expect(Self.received(driver)?.components.filter(\.isMissing).map(\.name) == names)
  }

  @Test func escGoesToTheFirstOfThemAndTheQuestionComesAgain() {
    var driver = Self.form()
    driver.press("<esc>")
    #expect(Self.received(driver) == nil)
    let form = driver.app.top.screen as? ReceiveState
    #expect(form?.form.focus == form?.unmarkedPapers.first?.id)
    driver.press("1", "<F2>")
    if case .papers(let question) = (driver.app.top.screen as? ReceiveState)?.question {
      #expect(question.missing == Self.missing(driver))
    } else if !Self.missing(driver).isEmpty {
      Issue.record("no question")
    }
  }

  @Test func anyOtherKeyAnswersNothing() {
    var driver = Self.form()
    driver.press("x", "<F2>", "5", "<F4>", "<tab>")
    #expect(Self.received(driver) == nil)
    driver.expect("chưa đánh dấu")
  }
}
