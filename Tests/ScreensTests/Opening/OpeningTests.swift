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
    driver.expect("Đã hẹn công dân đến lúc đóng cửa (1). PgDn")
    driver.expect("Lê Thị Hoa")
    try Golden.check(driver.screen, "opening-closed-80x24-vi")
  }

  /// The point is closed on Fridays from now on, and each citizen who has an appointment there is called.
  static func closedOnFridays(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    for index in [0, 3, 4, 5, 6, 7] {
      _ = office.perform(
        Act(
          dossier: SampleOffice.id(index),
          commands: [.correct(field: .ownerPhone, value: "091234567\(index)", reason: "công dân báo")]),
        SampleOffice.lan.id, SampleOffice.morning)
    }
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press(":")
    driver.type("opening")
    driver.press("<enter>")
    for _ in 0..<4 { driver.press("<down>") }
    for _ in 0..<20 { driver.press("<bs>") }
    driver.press("<tab>")
    for _ in 0..<20 { driver.press("<bs>") }
    driver.press("<enter>")
    return driver
  }

  @Test func anotherWeekListsWhoWasToldToCome() throws {
    var driver = Self.closedOnFridays()
    #expect(driver.office.snapshot.openingHours.week[4] == .closed)
    driver.expect("Đã hẹn công dân đến lúc đóng cửa (")
    driver.press("<pgdn>")
    #expect(driver.app.context == .calls)
    let stranded = driver.office.rows(Viewer(SampleOffice.lan)).filter {
      driver.office.isStranded($0, from: SampleOffice.morning.civilDate)
    }
    #expect(!stranded.isEmpty)
    let calls = (driver.app.top.screen as? CallsState)?.calls ?? []
    #expect(Set(calls.map(\.row.id)) == Set(stranded.map(\.id)))
    // Only the number of the one who is called now is readable.
    let numbers = calls.map(\.dossier.phone).filter { !$0.isEmpty }
    #expect(numbers.count { driver.text.contains($0) } <= 1)
    let first = try #require(calls.first)
    driver.expect(first.row.code.short)
    driver.expect(first.row.dueAt?.clockAndDate ?? "-")
    driver.press("2")
    #expect(driver.office.dossier(first.row.id)?.notes.last?.text == "Đã gọi điện: không nghe máy.")
    driver.press("<enter>")
    #expect(driver.app.context == .detail)
    driver.press("<esc>", "<esc>")
    #expect(driver.app.context == .opening)
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func whoHasToBeToldLooks(size: Size, language: Language) throws {
    var driver = Self.closedOnFridays(size: size, language: language)
    driver.press("<pgdn>")
    try Golden.check(driver.screen, GoldenTests.name("calls-closed", size, language))
  }

  @Test func nobodyToTellOpensNothing() {
    var driver = Self.open()
    driver.press("<pgdn>")
    #expect(driver.app.context == .opening)
    driver.expect("Không ai bị hẹn đến lúc đóng cửa.")
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
