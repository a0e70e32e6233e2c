import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The monitor is turned to the citizen, and others stand behind her.
@Suite struct TellTests {
  private static func told(
    size: Size = Size(columns: 80, rows: 24), language: Language = .vi, asking: Bool = false
  ) -> TestDriver {
    var driver = TestDriver.signedIn(office: SampleOffice.busy(requiresPIN: false), size: size, language: language)
    driver.press("n")
    driver.type("1.000894")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.go(to: "number")
    driver.type("045198001217")
    driver.go(to: "phone")
    driver.type("0912345678")
    driver.go(to: "address")
    driver.type("Thôn A Ngo")
    if asking { driver.press("<A-y>", "<enter>", "<enter>") } else { driver.issue() }
    driver.press(">")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(Self.told(size: size, language: language).screen, GoldenTests.name("tell", size, language))
  }

  @Test(arguments: Language.allCases)
  func looksPlain(language: Language) throws {
    var driver = Self.told(language: language)
    driver.app.session.isPlain = true
    try Golden.check(driver.screen, GoldenTests.name("tell-plain", driver.size, language))
  }

  @Test(arguments: [false, true])
  func itSaysNothingOfThePerson(asking: Bool) {
    let driver = Self.told(asking: asking)
    #expect(driver.app.context == .tell)
    for personal in ["Kăn", "Tưm", "045198001217", "0912345678", "A Ngo"] { driver.expectNot(personal) }
  }

  @Test func itSaysCodeDayAndWhatToBring() throws {
    var driver = Self.told()
    let tell = try #require(driver.app.top.screen as? TellState)
    #expect(!tell.toBring.isEmpty)
    driver.expect(try #require(tell.code).text.map(String.init).joined(separator: " "))
    driver.expect(spokenDate(try #require(tell.dueAt), today: driver.now.civilDate, .vi))
    driver.expect("Cần mang thêm")
    driver.press("<esc>")
    #expect(driver.app.context == .receive)
  }

  /// The day of a dossier whose clock stands still is not known yet.
  @Test func whoHasToBringSomethingIsToldNoDay() throws {
    let driver = Self.told(asking: true)
    let tell = try #require(driver.app.top.screen as? TellState)
    #expect(tell.dueAt == nil && !tell.toBring.isEmpty)
    driver.expectNot("Hẹn trả kết quả")
  }

  @Test func aDossierShowsItToo() {
    var driver = TestDriver.signedIn()
    driver.press("4", "<enter>", ">")
    #expect(driver.app.context == .tell)
    driver.expect("Cần mang thêm")
    driver.press("<esc>")
    #expect(driver.app.context == .detail)
  }

  /// What was asked for is a clerk's own text here and no paper of the procedure's list. It may name a person.
  @Test func whatAClerkHasTypedIsCountedAndNotShown() throws {
    var driver = TestDriver.signedIn()
    driver.press("4", "<enter>", ">")
    let tell = try #require(driver.app.top.screen as? TellState)
    #expect(tell.toBring.isEmpty && tell.others == 1)
    driver.expectNot("Giấy tờ có thông tin khai sinh")
    driver.expect("1 mục ghi trên giấy")
  }

  /// Her paper is the other system's, and has its code.
  @Test(arguments: ["", "G22.99-1"])
  func besideAnotherSystemOurOwnCodeIsNotShown(other: String) throws {
    var sample = SampleOffice.busy(requiresPIN: false)
    sample.snapshot.office.ownCodesFrom = SampleOffice.moment("2027-01-01T08:00").civilDate
    var driver = TestDriver.signedIn(office: sample, size: Size(columns: 100, rows: 30), language: .vi)
    driver.press("n")
    driver.type("1.000894")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    if !other.isEmpty {
      driver.go(to: "other-code")
      driver.type(other)
    }
    driver.issue()
    driver.press(">")
    let tell = try #require(driver.app.top.screen as? TellState)
    #expect(tell.code?.text == (other.isEmpty ? nil : other))
    if other.isEmpty { driver.expect("Ghi trên giấy của hệ thống đang dùng") }
  }

  @Test(arguments: [
    ("2026-12-04T14:00", "thứ Sáu, ngày 4 tháng 12, lúc 14 giờ", "Friday 4 December, at 14:00"),
    ("2026-12-06T07:05", "chủ nhật, ngày 6 tháng 12, lúc 7 giờ 05", "Sunday 6 December, at 7:05"),
    ("2027-01-11T17:00", "thứ Hai, ngày 11 tháng 1 năm 2027, lúc 17 giờ", "Monday 11 January 2027, at 17:00"),
  ])
  func aDayIsSaidInWords(moment: String, vietnamese: String, english: String) throws {
    let today = SampleOffice.moment("2026-11-25T08:42").civilDate
    #expect(spokenDate(SampleOffice.moment(moment), today: today, .vi) == vietnamese)
    #expect(spokenDate(SampleOffice.moment(moment), today: today, .en) == english)
  }
}
