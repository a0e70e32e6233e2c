import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What dossiers wait for, and since when.
@Suite struct WaitingTests {
  private static let phone = "0912345678"

  /// One dossier of each kind of waiting, some days old.
  private static func office() -> MemoryOffice {
    var office = SampleOffice.busy(requiresPIN: false)
    let moment = SampleOffice.moment
    func receive(_ index: Int, _ owner: String, at: String) {
      let form = ReceptionForm(
        procedureCode: "2.000815", owner: Person(name: owner, phone: phone), components: [],
        assignee: SampleOffice.lan.id)
      _ = office.perform(
        Act(dossier: SampleOffice.id(index), commands: [.receive(form)]), SampleOffice.lan.id, moment(at))
    }
    func perform(_ index: Int, _ command: DossierCommand, at: String) {
      _ = office.perform(
        Act(dossier: SampleOffice.id(index), commands: [command]), SampleOffice.lan.id, moment(at))
    }
    // After 15:00, so that the appointment has not passed when the clock is stopped.
    receive(20, "Lê Văn Bảy", at: "2026-11-20T15:30")
    perform(20, .requestSupplement(items: ["Bản sao căn cước", "Ảnh 4x6"]), at: "2026-11-22T08:00")
    receive(21, "Hồ Thị Xuân", at: "2026-11-23T16:00")
    perform(21, .requestPayment(title: "Lệ phí", amount: 8000), at: "2026-11-25T08:00")
    receive(22, "Trần Văn Mười", at: "2026-11-20T10:00")
    perform(22, .complete(DossierResult(approved: true, title: "Bản sao")), at: "2026-11-23T08:00")
    office.submitOnline(SampleOffice.id(23), owner: "Võ Thị Sáu", at: moment("2026-11-24T16:00"))
    office.submitOnline(SampleOffice.id(24), owner: "Đinh Văn Tư", at: moment("2026-11-23T07:00"))
    return office
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    for (key, name) in [("2", "online"), ("4", "citizen"), ("5", "result")] {
      var driver = TestDriver.signedIn(office: Self.office(), size: size, language: language)
      driver.press(key)
      try Golden.check(driver.screen, GoldenTests.name("queue-waits-\(name)", size, language))
    }
  }

  @Test func theRowSaysHowLongAndThePreviewForWhat() {
    var driver = TestDriver.signedIn(office: Self.office())
    driver.press("4", "/")
    driver.type("bay")
    driver.expectFocus("chờ 3 ngày")
    driver.expectSentence("Chờ: Bản sao căn cước; Ảnh 4x6 · từ 22/11 (3 ngày) · 0912345678")
    driver.press("<esc>", "/")
    driver.type("xuan")
    driver.expectFocus("chờ hôm nay")
    driver.expectSentence("Chờ: Lệ phí 8.000 đ · từ 25/11 (hôm nay) · 0912345678")
    driver.press("<esc>", "5")
    driver.expectFocus("chờ trả 2 ngày")
    driver.expectSentence("Chờ trả kết quả · từ 23/11 (2 ngày) · 0912345678")
  }

  @Test func anOnlineSubmissionSaysTheWorkingTimeLeft() {
    var driver = TestDriver.signedIn(office: Self.office())
    driver.press("2", "/")
    driver.type("sau")
    driver.expectFocus("nhận: còn 6 giờ")
    driver.expectSentence("Nộp trực tuyến 16:00 24/11/2026 · còn 6 giờ làm việc để tiếp nhận (R)")
    driver.press("<esc>", "/")
    driver.type("dinh")
    driver.expectFocus("nhận: quá 1 giờ")
  }

  /// The same office, whose procedure gives one day for a supplement; that of 22 November ended on the 23rd.
  private static func lateSupplement() throws -> TestDriver {
    var office = office()
    var version = try #require(Catalogue.starter.version(of: "2.000815", on: SampleOffice.morning.civilDate))
    version.bounds.waitingDays = .known(1)
    office.snapshot.catalogue = Catalogue(changes: [version])
    return TestDriver.signedIn(office: office)
  }

  @Test func aSupplementThatHasNotComeInTimeIsSaidAndListed() throws {
    var driver = try Self.lateSupplement()
    driver.press("4", "/")
    driver.type("bay")
    driver.expectFocus("quá hạn bổ sung")
    driver.expectSentence("từ 22/11 đến 23/11 (3 ngày)")
    driver.press("<enter>")
    driver.expect("Hết hạn bổ sung 23/11/2026: ; gọi nhắc, D dừng.")
    driver.press("<esc>", "h")
    driver.expect("1 hồ sơ hết hạn bổ sung, công dân chưa nộp. & mở.")
    driver.press("&")
    driver.expect("1 hồ sơ · cả xã")
    driver.expectFocus("Lê Văn Bảy")
    driver.press("<esc>", "<F8>")
    driver.expect("Hết hạn bổ sung, công dân chưa nộp")
  }

  /// The dossier's own version counts where another one has replaced it since its first day.
  @Test func theDaysAreThoseOfTheVersionThatTheDossierNames() throws {
    var office = Self.office()
    var own = try #require(Catalogue.starter.version(of: "2.000815", on: SampleOffice.morning.civilDate))
    own.bounds.waitingDays = .known(1)
    var later = own
    later.bounds.waitingDays = .known(30)
    office.snapshot.catalogue = Catalogue(
      reading: KeptVersions(
        ofCode: { [later] code in code == later.code ? [later] : [] }, all: { [later] in [later] },
        named: { [own] in $0.code == own.code ? own : nil }))
    var driver = TestDriver.signedIn(office: office)
    driver.press("4", "/")
    driver.type("bay")
    driver.expectFocus("quá hạn bổ sung")
    driver.expectSentence("từ 22/11 đến 23/11 (3 ngày)")
    driver.press("<enter>")
    driver.expect("Hết hạn bổ sung 23/11/2026: ; gọi nhắc, D dừng.")
  }

  /// Nothing is said where the procedure's days are not known: they are never invented.
  @Test func withoutKnownDaysNoSupplementIsLate() {
    var driver = TestDriver.signedIn(office: Self.office())
    driver.press("4")
    driver.expectNot("quá hạn bổ sung")
    driver.press("h")
    driver.expectNot("hết hạn bổ sung")
  }

  /// The way on is the first answer of each question, but for the legal basis, which the head of desk gives.
  @Test func theHeadStopsItWithTheReasonProposed() throws {
    var driver = try Self.lateSupplement()
    driver.press("&", "d")
    driver.expect("▶ 1 dừng giải quyết")
    driver.press("<enter>")
    driver.expect("Không bổ sung trong hạn")
    driver.press("<enter>")
    driver.type("NĐ 118/2025")
    driver.press("<enter>", "2")
    let dossier = try #require(driver.office.dossier(SampleOffice.id(20)))
    #expect(dossier.status == .stopped)
    #expect(
      driver.office.entries[dossier.id]?.last?.action
        == .stop(
          reason: "Không bổ sung trong hạn (yêu cầu 22/11/2026, hạn 23/11/2026)",
          legalBasis: "NĐ 118/2025"))
  }

  /// Stopping it is not the others' decision; the citizen whom they called may withdraw it.
  @Test func otherClerksAreOfferedTheWithdrawalFirst() throws {
    var driver = try Self.lateSupplement()
    driver.press("<F12>", "2", "&", "d")
    driver.expect("▶ 1 công dân rút hồ sơ")
    driver.expect("2 dừng giải quyết")
  }

  /// Nothing is promised about papers while others are awaited.
  @Test func thePreviewNoLongerSaysThatAllPapersAreThere() {
    var driver = TestDriver.signedIn(office: Self.office())
    driver.press("4")
    driver.expectNot("Đủ giấy tờ")
  }
}
