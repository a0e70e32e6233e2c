import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct LastNumberQuestionTests {
  static func atTheQuestion(
    recorded: Int = 12, size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    office.lastNumberRecorded = recorded
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("<F2>")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Lê Thị Mơ")
    driver.issue()
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(
      Self.atTheQuestion(size: size, language: language).screen, GoldenTests.name("last-number", size, language))
  }

  @Test func theNextCodeGoesOnAfterTheNumberOnPaper() {
    var driver = Self.atTheQuestion()
    driver.type("40")
    driver.press("<bs>", "2", "<enter>")
    #expect(driver.office.lastNumbersEntered == [42])
    driver.expect("Đã tiếp nhận. Mã hồ sơ:")
    driver.expect("0043")
  }

  @Test func aNumberBelowTheKnownOneIsASlip() {
    var driver = Self.atTheQuestion()
    driver.type("3")
    driver.press("<enter>")
    #expect(driver.office.lastNumbersEntered == [])
    driver.expect("Máy đã ghi đến số 12")
  }

  @Test func noneIsAnAnswerAndAnEnterOfHabitIsNot() {
    var driver = Self.atTheQuestion(recorded: 0)
    driver.press("<enter>")
    #expect(driver.office.lastNumbersEntered == [])
    driver.type("0")
    driver.press("<enter>")
    #expect(driver.office.lastNumbersEntered == [0])
    driver.expect("Đã tiếp nhận. Mã hồ sơ:")
  }

  @Test func escapeIssuesNothingAndLosesNoField() {
    var driver = Self.atTheQuestion()
    driver.press("<esc>")
    #expect(driver.office.lastNumbersEntered == [])
    driver.expectSentence("Hãy nhập số cuối đã in hôm nay")
    driver.expect("Lê Thị Mơ")
  }
}
