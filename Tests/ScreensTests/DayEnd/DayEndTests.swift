import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct DayEndTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

  private static let report = DayEndReport(
    receivedToday: 5, finishedToday: 1, handedBackToday: 2, overdue: 1, dueToday: 4,
    notHandedOver: [SampleOffice.id(7)], sync: SyncStatus(entriesOwn: 31))

  private static func atTheEnd(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("n")
    driver.type("khai")
    driver.press("<esc>", "<F8>")
    guard var state = driver.app.top.screen as? DayEndState else { return driver }
    state.report = report
    state.backup = BackupStatus(isConfigured: true, isRunning: false, lastAt: SampleOffice.morning)
    driver.app.top.screen = state
    return driver
  }

  @Test(arguments: sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    try Golden.check(
      Self.atTheEnd(size: size, language: language).screen, GoldenTests.name("day-end", size, language))
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looksAtADeskOfTheProvince(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled(), size: size, language: language)
    driver.press("<F8>")
    try Golden.check(driver.screen, GoldenTests.name("day-end-enrolled", size, language))
  }

  /// Without a second place there is no backup, so the line is never ticked.
  @Test func aDeskWithoutABackupIsNotDone() {
    var driver = Self.atTheEnd()
    for (status, mark) in [
      (BackupStatus(isConfigured: false, isRunning: false, lastAt: nil), "☐"),
      (BackupStatus(isConfigured: true, isRunning: false, lastAt: nil), "☐"),
      (BackupStatus(isConfigured: true, isRunning: false, lastAt: SampleOffice.morning), "☑"),
    ] {
      driver.send(.answered(.backup(status)))
      driver.expect("\(mark)  Sao lưu")
    }
  }

  @Test(arguments: [
    (BackupStatus(isConfigured: true, isRunning: false, lastAt: SampleOffice.morning), "Đã sao lưu"),
    (BackupStatus(isConfigured: false, isRunning: false, lastAt: nil), "Chưa cài nơi sao lưu"),
    (
      BackupStatus(isConfigured: true, isRunning: false, lastAt: nil, failure: .backupTargetMissing("/mnt/usb")),
      "Không thấy nơi sao lưu /mnt/usb"
    ),
  ]) func aBackupThatWasAskedForSaysWhatBecameOfIt(status: BackupStatus, words: String) {
    var driver = TestDriver.signedIn()
    driver.press(":")
    driver.type("backup")
    driver.press("<enter>")
    driver.expect("Đang sao lưu")
    driver.send(.answered(.backedUp(status)))
    driver.expect(words)
  }

  @Test func aFormThatIsOpenIsUnfinishedToo() {
    var driver = TestDriver.signedIn()
    driver.press("n")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.type("Giàng A Nháp")
    driver.press("<F8>")
    guard var state = driver.app.top.screen as? DayEndState else {
      Issue.record("no end of day")
      return
    }
    state.report = Self.report
    driver.app.top.screen = state
    driver.expect("☐  Nháp tiếp nhận còn dở")
    driver.press("<esc>")
    driver.expect("Giàng A Nháp")
  }

  @Test func whatIsUnpaidIsCountedAndOpened() {
    var driver = TestDriver.signedIn()
    driver.press("<F8>")
    driver.expectSentence("Nhận hôm nay, chưa thu phí 1 · 2.000 đ")
    for _ in 0..<5 { driver.press("<down>") }
    driver.press("<enter>")
    driver.expect("Trần Thị Hòa")
    driver.press("p", "<enter>", "<esc>")
    driver.expectNot("chưa thu phí")
  }

  @Test func whatWaitsForTheProvinceIsOpenAndOpensItsScreen() {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled())
    driver.press("<F8>")
    driver.expect("37 · F5 gửi ngay")
    for _ in 0..<7 { driver.press("<down>") }
    driver.press("<enter>")
    #expect(driver.app.context == .sync)
    driver.press("<esc>", "<down>", "<enter>")
    driver.expect("[S]Cần soát 2")
    driver.press("<F8>")
    for _ in 0..<9 { driver.press("<down>") }
    driver.press("<enter>")
    #expect(driver.app.context == .outbox)
    driver.press("<esc>")
    driver.office.status.entriesAcknowledged = 149
    driver.send(.answered(.synchronised(SyncSummary())))
    driver.expect("Chờ gửi lên tỉnh")
    driver.expectNot("F5 gửi ngay")
  }

  @Test func goingToTheQueueLosesNoForm() {
    var driver = TestDriver.signedIn()
    driver.press("<F2>")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.press("<F8>", "<enter>")
    #expect(driver.app.context == .queue)
    driver.expect("Đã giữ nháp. Bấm N để làm tiếp.")
    driver.press("n")
    driver.expect("Hồ Thị Kăn Tưm")
  }

  @Test func eachLineOpensWhatItCounts() {
    var driver = Self.atTheEnd()
    driver.press("<down>", "<down>", "<enter>")
    #expect(driver.app.context == .receive)
    driver.expect("khai")
    driver = Self.atTheEnd()
    driver.press("<down>", "<down>", "<down>", "<enter>")
    driver.expect("Hồ Văn Chuôn")
    driver.press("<esc>")
    #expect(driver.app.context == .dayEnd)
    driver = Self.atTheEnd()
    driver.press("<enter>")
    #expect(driver.app.context == .queue)
  }
}
