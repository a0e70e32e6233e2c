import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The papers of a supplement come one by one.
@Suite struct SupplementArrivalTests {
  /// The queue with the cursor on a dossier that waits for three papers, of which the first belongs to the procedure.
  static func waiting(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    let id = SampleOffice.id(1)
    _ = office.perform(
      Act(
        dossier: id,
        commands: [.requestSupplement(items: ["Giấy tờ, tài liệu có thông tin khai sinh", "Ảnh 3x4", "Bản cam đoan"])]),
      SampleOffice.lan.id, SampleOffice.morning)
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("4", "/")
    driver.type("thuy")
    driver.press("<enter>")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.waiting(size: size, language: language)
    driver.press("g", "<down>", "<space>")
    try Golden.check(driver.screen, GoldenTests.name("arrival", size, language))
  }

  @Test func everythingCameWithOneKeyMore() {
    var driver = Self.waiting()
    driver.press("g")
    driver.expect("Đủ giấy tờ")
    driver.press("<enter>")
    #expect(Self.dossier(driver)?.status == .inProgress)
    #expect(Self.dossier(driver)?.components[1].form == .photocopy)
  }

  @Test func whatIsStillMissingKeepsTheClockStopped() {
    var driver = Self.waiting()
    driver.press("g", "<right>", "<space>", "<down>", "0", "<down>", "0")
    driver.expect("Còn chờ 2 giấy tờ: đồng hồ vẫn dừng.")
    driver.press("<enter>")
    let dossier = Self.dossier(driver)
    #expect(dossier?.status == .supplementRequested)
    #expect(dossier?.supplementRequests.last?.missing == ["Ảnh 3x4", "Bản cam đoan"])
    #expect(dossier?.components[1].form == .original)
    // The next time only the rest is asked for.
    driver.press("g")
    driver.expectNot("thông tin khai sinh  ")
    driver.press("<enter>")
    #expect(Self.dossier(driver)?.status == .inProgress)
  }

  @Test func nothingCameIsNothingToRecord() {
    var driver = Self.waiting()
    driver.press("g", "0", "<down>", "0", "<down>", "0")
    driver.expect("không có gì để ghi")
    driver.press("<enter>")
    driver.expect("không có gì để ghi")
    driver.press("<esc>")
    #expect(Self.dossier(driver)?.status == .supplementRequested)
  }

  /// What is done applies to the marked dossier, wherever the cursor is.
  @Test func aMarkedDossierIsReadWhereTheCursorIsNot() {
    var driver = Self.waiting()
    func queue() -> QueueState? { driver.app.top.screen as? QueueState }
    driver.press("<esc>", "7", "<home>")
    for _ in 0..<20 where queue()?.selected != SampleOffice.id(1) { driver.press("<down>") }
    driver.press(" ", "<home>")
    if queue()?.selected == SampleOffice.id(1) { driver.press("<end>") }
    #expect(queue()?.targets.map(\.id) == [SampleOffice.id(1)])
    #expect(queue()?.selected != SampleOffice.id(1))
    driver.press("g")
    #expect(driver.app.top.overlay is SupplementArrival, "\(driver.text)")
    driver.press("<enter>")
    #expect(Self.dossier(driver)?.status == .inProgress)
  }

  /// A single item is received with one key, as before.
  @Test func oneItemNeedsNoQuestion() {
    var driver = TestDriver.signedIn()
    driver.press("4", "g")
    driver.expect("Đã nhận bổ sung 26")
  }

  private static func dossier(_ driver: TestDriver) -> Dossier? { driver.office.dossier(SampleOffice.id(1)) }
}
