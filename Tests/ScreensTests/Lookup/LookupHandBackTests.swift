import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// A result is handed back from the search that found its dossier.
@Suite struct LookupHandBackTests {
  private static func found(_ text: String) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    _ = office.perform(
      Act(dossier: SampleOffice.id(0), commands: [.complete(DossierResult(approved: true, title: "Giấy xác nhận"))]),
      SampleOffice.lan.id, SampleOffice.moment("2026-11-25T08:10"))
    var driver = TestDriver.signedIn(office: office)
    driver.press("<F3>")
    driver.type(text)
    return driver
  }

  private static func status(_ driver: TestDriver, _ index: Int = 0) -> DossierStatus? {
    driver.office.dossier(SampleOffice.id(index))?.status
  }

  @Test(arguments: ["kan tum", "261118"])
  func theDossierIsShownWhileItIsHandedBack(text: String) {
    var driver = Self.found(text)
    driver.expect("F4 Trả kết quả")
    driver.press("<F4>")
    driver.expect("1 chính chủ, tại quầy")
    driver.press("<enter>")
    #expect(Self.status(driver) == .handedBack)
    #expect(driver.app.context == .detail)
    driver.press("u")
    #expect(Self.status(driver) == .completed)
    driver.press("<esc>")
    #expect(driver.app.context == .lookup)
    driver.expect(text)
  }

  @Test func aDossierWithoutAResultIsNotHandedBack() {
    var driver = Self.found("do thi thuy")
    driver.expectNot("F4")
    driver.press("<F4>")
    driver.expectSentence("không chuyển sang \"Đã trả kết quả\" được")
    #expect(driver.app.context == .lookup)
  }

  @Test func aProcedureIsNotHandedBack() {
    var driver = Self.found("con moi de")
    driver.press("<F4>")
    driver.expect("Hãy chọn một hồ sơ.")
  }

  /// What was done to it meanwhile counts.
  @Test func theDossierIsReadAgainAfterTheReturn() {
    var driver = Self.found("do thi thuy")
    driver.press("<enter>", "x", "<enter>", "<enter>", "<enter>", "<esc>")
    driver.expect("F4 Trả kết quả")
    driver.press("<F4>")
    // A paper was never marked.
    driver.expect("Những giấy tờ đó đã nhận đủ chưa?")
    driver.press("<enter>", "<enter>")
    #expect(Self.status(driver, 1) == .handedBack)
  }
}
