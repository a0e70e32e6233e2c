import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// To whom a result is handed back, how, and with which money.
@Suite struct HandBackTests {
  private static let id = DossierID(high: 8, low: 8)

  /// At a dossier with a result.
  private static func desk(
    _ procedure: String = "2.001035", applicant: String? = nil, delivery: ResultDelivery = .atDesk
  ) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    var form = ReceptionForm(procedureCode: procedure, owner: Person(name: "Hồ Thị Pỉ"), components: [])
    form.applicant = applicant.map { Person(name: $0) }
    form.delivery = delivery
    _ = office.perform(
      Act(
        dossier: id, commands: [.receive(form), .complete(DossierResult(approved: true, title: "Giấy xác nhận"))]),
      SampleOffice.lan.id, SampleOffice.moment("2026-11-25T08:10"))
    var driver = TestDriver.signedIn(office: office)
    driver.press("5")
    driver.expectFocus("Hồ Thị Pỉ")
    return driver
  }

  private static func handBack(_ driver: TestDriver) -> HandBack? { driver.office.dossier(id)?.handBack }

  @Test func enterHandsItToTheOwnerAtTheDesk() {
    var driver = Self.desk("1.004873")
    driver.press("t")
    driver.expect("▶ 1 chính chủ, tại quầy")
    driver.press("<enter>")
    #expect(Self.handBack(driver)?.recipient == "Hồ Thị Pỉ")
    #expect(Self.handBack(driver)?.delivery == .atDesk)
  }

  @Test func whoHandedInThePapersStandsBeforeTheOwner() {
    var driver = Self.desk("1.001193", applicant: "Hồ Văn Lâm")
    driver.press("t")
    driver.expect("▶ 1 người nộp Hồ Văn Lâm, tại quầy")
    driver.expect("2 chính chủ, tại quầy")
    driver.press("<enter>")
    #expect(Self.handBack(driver)?.recipient == "Hồ Văn Lâm")
  }

  @Test func theWayThatWasWishedAtTheReceptionStandsFirst() {
    var driver = Self.desk("1.004873", delivery: .post)
    driver.press("t")
    driver.expect("▶ 1 chính chủ, qua bưu chính")
    driver.press("2")
    #expect(Self.handBack(driver)?.delivery == .atDesk)
  }

  @Test func somebodyElseIsNamed() {
    var driver = Self.desk("1.004873")
    driver.press("t", "4", "<enter>")
    driver.expect("Chưa có nội dung.")
    driver.type("Hồ Văn Em")
    driver.press("<enter>", "2")
    #expect(Self.handBack(driver)?.recipient == "Hồ Văn Em")
    #expect(Self.handBack(driver)?.delivery == .post)
  }

  @Test func theUnpaidFeeIsTakenWithTheResultAndUndoneWithIt() {
    var driver = Self.desk()
    driver.press("t", "<enter>")
    driver.expect("Còn 50.000 đ chưa thu. Thu ngay?")
    #expect(Self.handBack(driver) == nil)
    driver.press("2")
    #expect(Self.handBack(driver) != nil)
    #expect(driver.office.dossier(Self.id)?.payments.map(\.method) == [.cash])
    driver.expectSentence("Đã thu 50.000 đ (tiền mặt)")
    driver.expectSentence("cho Hồ Thị Pỉ (tại quầy). U hoàn tác.")
    driver.press("u")
    driver.expectSentence("50.000 đ không còn ghi là đã thu.")
    #expect(Self.handBack(driver) == nil)
    #expect(driver.office.dossier(Self.id)?.unpaid == 50_000)
  }

  @Test func theFeeMayWait() {
    var driver = Self.desk()
    // An Enter that bounces records no money.
    driver.press("t", "<enter>", "<enter>")
    #expect(Self.handBack(driver) != nil)
    #expect(driver.office.dossier(Self.id)?.unpaid == 50_000)
  }

  /// Nobody knows what is unpaid of several dossiers, so each is handed back as before.
  @Test func severalAreHandedToTheirOwners() {
    var driver = Self.desk()
    _ = driver.office.perform(
      Act(dossier: SampleOffice.id(0), commands: [.complete(DossierResult(approved: true, title: "Giấy"))]),
      SampleOffice.lan.id, driver.now)
    driver.press("7", "5", "*", "t", "<enter>")
    driver.press("<enter>")
    #expect(driver.office.dossier(Self.id)?.handBack?.recipient == "Hồ Thị Pỉ")
    #expect(driver.office.dossier(SampleOffice.id(0))?.handBack?.recipient == "Hồ Thị Kăn Tưm")
  }

  /// At a dossier with a result that lacks a required paper.
  private static func lacking() -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    _ = office.perform(
      Act(dossier: SampleOffice.id(1), commands: [.complete(DossierResult(approved: true, title: "Giấy"))]),
      SampleOffice.lan.id, SampleOffice.moment("2026-11-25T08:10"))
    var driver = TestDriver.signedIn(office: office)
    driver.press("5", "/")
    driver.type("thuy")
    driver.press("<enter>")
    return driver
  }

  private static func papers(_ driver: TestDriver) -> [Component.Form]? {
    driver.office.dossier(SampleOffice.id(1))?.components.map(\.form)
  }

  /// The citizen is there for the last time, so what was never marked is named and asked for once.
  @Test func aPaperThatWasNeverMarkedIsAskedForBeforeTheResultIsGiven() {
    var driver = Self.lacking()
    driver.press("t")
    driver.expect("còn thiếu 1 giấy tờ: Giấy tờ, tài liệu có")
    driver.expect("▶ 1 chưa, vẫn trả kết quả")
    driver.press("4")
    driver.expect("chính chủ, tại quầy")
    driver.press("<enter>")
    #expect(driver.office.dossier(SampleOffice.id(1))?.status == .handedBack)
    #expect(Self.papers(driver) == [.original, .photocopy, .missing])
    // One act, so one undo takes back both.
    driver.press("u")
    #expect(driver.office.dossier(SampleOffice.id(1))?.status == .completed)
    #expect(Self.papers(driver) == [.original, .missing, .missing])
  }

  /// An Enter that bounces marks nothing, and the answer is not repeated on another dossier.
  @Test func itMayBeMissingAllTheSame() {
    var driver = Self.lacking()
    driver.press("t", "<enter>", "<enter>")
    #expect(driver.office.dossier(SampleOffice.id(1))?.status == .handedBack)
    #expect(Self.papers(driver) == [.original, .missing, .missing])
    driver.press("<esc>", ".")
    driver.expectSentence("Chưa có việc nào để lặp lại.")
  }
}
