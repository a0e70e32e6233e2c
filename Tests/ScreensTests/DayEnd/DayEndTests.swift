import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct DayEndTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)]

  private static let report = DayEndReport(
    receivedToday: 5, finishedToday: 1, handedBackToday: 2, open: [.overdue: 1, .dueToday: 3, .notHandedOver: 1],
    sync: SyncStatus(entriesOwn: 31))

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
    driver.expect("Cuối ngày · Nhận hôm nay, chưa thu phí")
    driver.press("p", "<enter>")
    driver.expect("Việc này đã xong.")
    driver.press("<esc>")
    driver.expectNot("chưa thu phí")
  }

  /// In the queue, later than some appointments and on the day of others.
  private static func inTheAfternoon(_ office: MemoryOffice) -> TestDriver {
    var driver = TestDriver(office: office, now: SampleOffice.moment("2026-11-25T16:00"))
    driver.press("1")
    if driver.app.context == .dayStart { driver.press("<esc>") }
    return driver
  }

  /// The cursor's row at the end of the day, up to the count.
  private static func line(_ driver: TestDriver) -> (words: String, count: Int?) {
    let line = driver.focusedLine.drop { "▶☐☑ ".contains($0) }
    let words = line.prefix { !$0.isNumber }
    return (words.split(separator: " ").joined(separator: " "), Int(line.dropFirst(words.count).prefix { $0.isNumber }))
  }

  /// The list is of the whole office, as the count is, and Esc leads back to the line.
  @Test(arguments: [0, 1, 3, 4, 5, 8])
  func eachCountIsThatOfTheListThatItOpens(index: Int) throws {
    var driver = Self.inTheAfternoon(SampleOffice.enrolled())
    driver.press("3", "-", "<F8>")
    for _ in 0..<index { driver.press("<down>") }
    let (words, count) = Self.line(driver)
    driver.press("<enter>")
    #expect(driver.app.context == .openWork)
    driver.expect("Cuối ngày · \(words)")
    let list = try #require(driver.app.frontList)
    #expect(list.rows.count == count && list.matching == count, "\(words)")
    driver.expect("\(list.rows.count) hồ sơ · cả xã")
    driver.press("<esc>")
    #expect(driver.app.context == .dayEnd)
    #expect(Self.line(driver).words == words)
    // The queue below is as she left it.
    driver.press("<esc>")
    #expect((driver.app.top.screen as? QueueState)?.isMine == true)
    #expect((driver.app.top.screen as? QueueState)?.view == .inProgress)
  }

  @Test func whatIsOverdueIsNotDueToday() {
    var driver = Self.inTheAfternoon(SampleOffice.busy(requiresPIN: false))
    driver.press("<F8>", "<enter>")
    let overdue = Set(driver.app.frontList?.rows.map(\.id) ?? [])
    driver.press("<esc>", "<down>", "<enter>")
    let due = Set(driver.app.frontList?.rows.map(\.id) ?? [])
    #expect(!overdue.isEmpty && !due.isEmpty && overdue.isDisjoint(with: due))
  }

  /// Marks, a filter and the acts work as in the queue, and each Esc takes back one step before it leaves.
  @Test func aListOfOpenWorkWorksLikeTheQueue() {
    var driver = TestDriver.signedIn()
    driver.press("<F8>", "<down>", "<down>", "<down>", "<enter>")
    let all = driver.app.frontList?.rows.count ?? 0
    #expect(all > 1)
    driver.press("/")
    driver.type("chuon")
    driver.press("<enter>")
    #expect(driver.app.frontList?.rows.count == 1)
    driver.press(" ", "<esc>")
    #expect(driver.app.frontList?.rows.count == 1)
    driver.press("<esc>")
    #expect(driver.app.frontList?.rows.count == all)
    driver.press("<home>", "<enter>")
    #expect(driver.app.context == .detail)
    // The next dossier is that of the list, not of the queue below.
    driver.press("<pgdn>")
    #expect(driver.app.context == .detail)
    driver.press("<esc>")
    #expect(driver.app.frontList?.index == 1)
    driver.press("*", "b")
    driver.type("Bản sao căn cước")
    driver.press("<enter>", "<enter>")
    driver.expect("Việc này đã xong.")
    // The key of the end of the day leads back to it, and does not put a second one over it.
    driver.press("<F8>")
    #expect(driver.app.context == .dayEnd)
    #expect(driver.app.frames.count == 2)
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func aListOfOpenWorkLooks(size: Size, language: Language) throws {
    var driver = TestDriver.signedIn(size: size, language: language)
    driver.press("<F8>", "<down>", "<down>", "<down>", "<enter>")
    try Golden.check(driver.screen, GoldenTests.name("open-work", size, language))
  }

  @Test func whatWaitsForTheProvinceIsOpenAndOpensItsScreen() {
    var driver = TestDriver.signedIn(office: SampleOffice.enrolled())
    driver.press("<F8>")
    driver.expect("37 · F5 gửi ngay")
    for _ in 0..<7 { driver.press("<down>") }
    driver.press("<enter>")
    #expect(driver.app.context == .sync)
    driver.press("<esc>", "<down>", "<enter>")
    driver.expect("Cuối ngày · Hai bàn cùng xử lý")
    driver.press("<enter>")
    #expect(driver.app.context == .conflict)
    driver.press("<esc>")
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

  @Test func aListOfOpenWorkLosesNoForm() {
    var driver = TestDriver.signedIn()
    driver.press("<F2>")
    driver.type("con mới đẻ")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.press("<F8>", "<enter>")
    #expect(driver.app.context == .openWork)
    driver.press("<esc>", "<esc>")
    #expect(driver.app.context == .receive)
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
    #expect(driver.app.context == .openWork)
  }
}
