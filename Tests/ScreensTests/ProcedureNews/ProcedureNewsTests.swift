import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// A clerk looks at what changed of the procedures.
@Suite struct ProcedureNewsTests {
  private static func version(_ name: String, _ code: String, days: Int, fee: Int) -> ProcedureVersion {
    ProcedureVersion(
      code: code, name: name, field: "Hộ tịch", timeLimit: .workingDays(days), components: ["Tờ khai"],
      fee: .known(fee))
  }

  private static func office() -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    let decision = Announcement.ID(
      number: "2115/QĐ-UBND", date: SampleOffice.moment("2026-11-20T08:00").civilDate)
    func item(
      _ event: ProcedureNews.Item.Event, _ code: String, _ name: String, isTakenBack: Bool = false
    ) -> ProcedureNews.Item {
      ProcedureNews.Item(
        event: event, announcement: decision, code: code, name: name, at: SampleOffice.moment("2026-11-24T15:00"),
        isNew: true, isTakenBack: isTakenBack, place: 1)
    }
    let marriage = "Cấp Giấy xác nhận tình trạng hôn nhân"
    let (old, new) = (
      version(marriage, "1.004873", days: 3, fee: 15_000), version(marriage, "1.004873", days: 2, fee: 10_000)
    )
    var ended = version("Đăng ký lại khai sinh", "1.004884", days: 5, fee: 8000)
    let before = ended
    ended.standing = .ended(replacedBy: "1.001193")
    let own = ProcedureNews.Item(
      event: .recorded(.new), announcement: nil, code: "9.999999", name: "Cấp thẻ A",
      at: SampleOffice.moment("2026-11-23T09:00"), isNew: true, isTakenBack: false, place: 2)
    office.procedureNews = [
      (
        item(.takenBack, "1.001193", "Đăng ký khai sinh"),
        ProcedureDifference(
          before: version("Đăng ký khai sinh", "1.001193", days: 1, fee: 0),
          after: version("Đăng ký khai sinh", "1.001193", days: 2, fee: 0))
      ),
      (item(.recorded(.amended), "1.004873", marriage), ProcedureDifference(before: old, after: new, keeping: 2)),
      (
        item(.recorded(.abolished), "1.004884", "Đăng ký lại khai sinh"),
        ProcedureDifference(before: before, after: ended, keeping: 1)
      ),
      (own, ProcedureDifference(after: version("Cấp thẻ A", "9.999999", days: 3, fee: 8000))),
    ]
    return office
  }

  static func open(
    _ office: MemoryOffice? = nil, size: Size = Size(columns: 80, rows: 24), language: Language = .vi
  ) -> TestDriver {
    var driver = TestDriver.signedIn(office: office ?? Self.office(), size: size, language: language)
    driver.press("~")
    return driver
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.open(size: size, language: language)
    driver.press("<down>")
    try Golden.check(driver.screen, GoldenTests.name("procedure-news", size, language))
  }

  @Test func itSaysFieldByFieldWhatChanged() {
    var driver = Self.open()
    driver.expect("4 thủ tục thay đổi từ hôm")
    driver.expect("thu hồi")
    driver.press("<down>")
    driver.expect("Quyết định 2115/QĐ-UBND ngày 20/11/2026: sửa đổi.")
    driver.expect("15.000 đ → 10.000 đ")
    driver.expect("2 hồ sơ đang giải quyết giữ phiên bản trước.")
    driver.press("<down>", "<down>")
    driver.expect("Ghi tại đơn vị, không nêu quyết định: mới.")
  }

  @Test func theMorningTellsItUntilTheClerkHasLooked() {
    var driver = TestDriver.signedIn(office: Self.office())
    driver.press("h")
    driver.expect("4 thủ tục thay đổi từ hôm 26/10. ~ xem.")
    driver.press("~")
    #expect(driver.app.context == .procedureNews)
    #expect(driver.office.proceduresSeen[SampleOffice.lan.id]?.at == driver.now)
    driver.press("<esc>")
    #expect(driver.app.context == .dayStart)
    driver.press("<esc>", "h")
    driver.expectNot("thủ tục thay đổi từ hôm")
    // What she has seen is listed still, and no longer as new.
    driver.press("~")
    driver.expect("Không có thủ tục nào thay đổi từ hôm 25/11/2026. Dưới đây: đã xem.")
    driver.expectNot("•")
  }

  /// Another clerk of the same desk has not looked yet.
  @Test func eachClerkLooksForHerself() {
    var driver = Self.open()
    driver.press("<F12>", "2")
    if driver.app.context != .dayStart { driver.press("h") }
    driver.expect("4 thủ tục thay đổi từ hôm")
  }

  @Test func enterLooksTheProcedureUpAndEscGoesBack() {
    var driver = Self.open()
    driver.press("<down>", "<enter>")
    #expect(driver.app.context == .lookup)
    driver.expect("1.004873")
    driver.press("<esc>")
    #expect(driver.app.context == .procedureNews)
    // She still sees what was new when she came.
    driver.expect("•")
  }

  @Test func theLookUpAndThePaletteOpenIt() {
    var driver = TestDriver.signedIn(office: Self.office())
    driver.press("<F3>", "<C-q>")
    #expect(driver.app.context == .procedureNews)
    driver.press("<esc>", "<esc>", ":")
    driver.type("thay-doi")
    driver.press("<enter>")
    #expect(driver.app.context == .procedureNews)
  }

  @Test func whoOnlyLooksOnNotesNothing() {
    var office = Self.office()
    office.snapshot.lookingOn = .anotherWindowWrites
    let driver = Self.open(office)
    driver.expect("4 thủ tục thay đổi")
    #expect(driver.office.proceduresSeen.isEmpty)
  }

  @Test func withNothingToTellItSaysSo() {
    let driver = Self.open(SampleOffice.busy(requiresPIN: false))
    driver.expect("Không có thủ tục nào thay đổi từ hôm 26/10/2026.")
  }

  @Test func aDecisionThatIsNotKnownHereIsTold() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.procedureNews = [
      (
        ProcedureNews.Item(
          event: .takenBack, announcement: Announcement.ID(number: "9/QĐ", date: SampleOffice.morning.civilDate),
          code: "", name: "", at: SampleOffice.morning, isNew: true), ProcedureDifference()
      )
    ]
    let driver = Self.open(office)
    driver.expect("Quyết định không có ở đây")
    driver.expect("Việc thu hồi này không thay đổi thủ tục nào ở đây.")
  }

  @Test func noDossierIsTouched() {
    var driver = Self.open()
    let before = driver.office.entries
    driver.press("<down>", "<right>", "<left>", "<end>", "<esc>")
    #expect(driver.office.entries == before)
  }
}
