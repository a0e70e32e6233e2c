import DossierDomain
import Terminal
import Testing

@testable import Screens

@Suite struct ClockQuestionTests {
  static func atTheQuestion(
    last: String = "2026-11-27T16:31", size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    office.lastEntryAt = SampleOffice.moment(last)
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
      Self.atTheQuestion(size: size, language: language).screen, GoldenTests.name("clock", size, language))
  }

  @Test func yesIsRecordedAndTheCodeIsIssued() {
    var driver = Self.atTheQuestion()
    driver.expect("Hôm nay là thứ Tư, ngày 25/11/2026, 08:42?")
    driver.expect("Lần ghi trước là 16:31 27/11/2026")
    driver.press("1")
    driver.expect("Đã tiếp nhận. Mã hồ sơ:")
    #expect(driver.office.officeActions == [.confirmClock(driver.now.civilDate)])
    driver.press("n")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Hồ Văn Chuôn")
    driver.issue()
    driver.expect("Đã tiếp nhận. Mã hồ sơ:")
  }

  @Test func anActOnManyDossiersIsAskedAboutToo() {
    var office = SampleOffice.busy(requiresPIN: false)
    let template = office.entries[SampleOffice.id(1)] ?? []
    for number in 0..<20 { office.entries[DossierID(high: 300, low: UInt64(number + 1))] = template }
    office.lastEntryAt = SampleOffice.moment("2026-11-27T16:31")
    var driver = TestDriver.signedIn(office: office)
    driver.press("7", "*", "w")
    driver.type("đã gọi")
    // The second Enter answers the question about so many dossiers.
    driver.press("<enter>", "<enter>")
    driver.expect("Hôm nay là thứ Tư, ngày 25/11/2026, 08:42?")
    driver.expect("Đúng. Ghi theo ngày này.")
    #expect(driver.office.dossier(DossierID(high: 300, low: 1))?.notes.isEmpty == true)
    driver.press("1")
    driver.expect("Ghi chú: xong 28 hồ sơ")
    #expect(driver.office.officeActions == [.confirmClock(driver.now.civilDate)])
    #expect(driver.office.dossier(DossierID(high: 300, low: 1))?.notes.count == 1)
  }

  @Test func anActOnFewDossiersIsNotAskedAbout() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.lastEntryAt = SampleOffice.moment("2026-11-27T16:31")
    var driver = TestDriver.signedIn(office: office)
    driver.press("w")
    driver.type("đã gọi")
    driver.press("<enter>")
    driver.expectNot("Hôm nay là thứ Tư")
    #expect(driver.office.officeActions.isEmpty)
  }

  @Test func anEnterOfHabitPrintsNothingAndLosesNoField() {
    var driver = Self.atTheQuestion(last: "2026-11-18T16:31")
    driver.expect("3 ngày làm việc không ghi")
    driver.press("<enter>")
    driver.expectSentence("Chưa ghi gì vì ngày giờ máy đáng ngờ")
    driver.expect("Lê Thị Mơ")
    #expect(driver.office.officeActions == [])
    driver.issue()
    driver.press("<up>", "<enter>")
    driver.expect("Đã tiếp nhận. Mã hồ sơ:")
  }
}
