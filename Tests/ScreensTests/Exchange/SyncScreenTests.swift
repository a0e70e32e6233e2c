import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct SyncScreenTests {
  static func open(
    size: Size = Size(columns: 80, rows: 24), language: Language = .vi,
    _ change: (inout SyncStatus) -> Void = { _ in }
  ) -> TestDriver {
    var office = SampleOffice.enrolled()
    change(&office.status)
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("<F6>")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(Self.open(size: size, language: language).screen, GoldenTests.name("sync", size, language))
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looksInTrouble(size: Size, language: Language) throws {
    var driver = Self.open(size: size, language: language) {
      $0.lastFailure = .captivePortal
      $0.clockSkew = -11_520_000
      $0.certificateEndsAtForTests = SampleOffice.moment("2026-12-05T00:00")
      $0.numbersLeft = 0
      $0.completeUpTo = 1100
    }
    driver.press("<home>")
    try Golden.check(driver.screen, GoldenTests.name("sync-trouble", size, language))
  }

  @Test func aClockThatIsWrongIsSaidPlainly() {
    Self.open { $0.clockSkew = 11_520_000 }.expect("SAI: nhanh 3 giờ 12 phút so với tỉnh")
    Self.open { $0.clockSkew = -SyncState.tolerableSkew }.expect("SAI: chậm 2 phút so với tỉnh")
    Self.open { $0.clockSkew = SyncState.tolerableSkew - 1000 }.expect("đúng (lệch 119 giây)")
  }

  @Test func whatWaitsSaysWhy() {
    Self.open().expect("112/149 · chờ gửi 37, ghi sau 16:31 24/11/2026")
    Self.open { $0.lastFailure = .unreachable }.expect("chờ gửi 37: không tới được máy chủ tỉnh")
  }

  @Test func anOfficeThatWorksAloneSeesWhatItHasAndWhatToAskFor() {
    var driver = TestDriver.signedIn()
    driver.press("<F6>")
    driver.expect("mã nối máy")
    driver.expect("việc, giữ tại máy này")
  }

  @Test func theScreenFollowsTheExchange() {
    var driver = Self.open()
    driver.press("<F5>")
    driver.expect("Đang nối tới tỉnh…")
    driver.press("<C-t>")
    #expect(driver.leftOver.contains(.exchange(.cancel)))
    driver.office.status.entriesAcknowledged = 149
    driver.send(.answered(.synchronised(SyncSummary(entriesSent: 37))))
    driver.expect("149/149")
  }

  @Test func eachKeyOpensWhatItCounts() {
    var driver = Self.open()
    driver.press("<enter>")
    driver.expect("Hộp gửi đi")
    driver.press("<esc>", "5")
    driver.expect("▶ 08:20 25/11")
    driver.press("<esc>", "s")
    #expect(driver.app.context == .queue)
    driver.expect("[S]Cần soát 2")
  }
}

extension SyncStatus {
  fileprivate var certificateEndsAtForTests: Instant {
    get { enrolment?.certificateEndsAt ?? SampleOffice.morning }
    set { enrolment?.certificateEndsAt = newValue }
  }
}
