import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The counter of certified copies: who, a line for each kind of paper, one key.
@Suite struct CertificationScreenTests {
  private func counter(_ driver: TestDriver) throws -> CertificationState {
    try #require(driver.app.top.screen as? CertificationState)
  }

  /// At the first line, with a requester.
  private func atTheLines(_ name: String = "Hồ Thị Pỉ") throws -> TestDriver {
    var driver = TestDriver.signedIn()
    driver.press(",")
    #expect(driver.app.context == .certification)
    driver.type(name)
    driver.press("<tab>", "<tab>")
    driver.expectFocus("Giấy 1")
    return driver
  }

  /// Answers after what is asked could be read.
  private func answer(_ driver: inout TestDriver, _ key: String) {
    driver.now = Instant(milliseconds: driver.now.milliseconds + 1000)
    driver.press(key)
  }

  private func received(_ driver: TestDriver) -> Dossier? {
    guard let row = (driver.app.top.screen as? CertificationState)?.issued else { return nil }
    return driver.office.dossier(row.id)
  }

  @Test func aBatchIsReceivedWithItsFee() throws {
    var driver = try atTheLines()
    driver.type("bang 2 30")
    driver.expectSentence("30 Bằng tốt nghiệp, 2 trang: 30 × (2 × 2.000) = 120.000 đ")
    driver.press("<enter>")
    driver.expectFocus("Giấy 2")
    driver.type("hocba 5 10")
    driver.expectSentence("Phí: 190.000 đ · 2 số trong sổ")
    driver.press("<F2>")
    driver.expect("Bản chính đã đối chiếu?")
    // A key that repeats says nothing.
    driver.press("<enter>")
    driver.expect("Bản chính đã đối chiếu?")
    answer(&driver, "1")
    driver.expect("190.000")
    answer(&driver, "<enter>")
    let dossier = try #require(received(driver))
    #expect(dossier.certified.map(\.typed) == ["bang 2 30", "hocba 5 10"])
    #expect(dossier.fee == 190_000 && dossier.payments.map(\.paidAmount) == [190_000])
    #expect(dossier.owner.name == "Hồ Thị Pỉ" && dossier.components.allSatisfy { $0.form == .original })
    driver.expect(dossier.code.text)
    driver.expect("Đã thu 190.000 đ")
  }

  @Test func whatIsWrongIsSaidAndNothingIsAsked() throws {
    var driver = try atTheLines()
    driver.type("bang 2")
    driver.press("<F2>")
    driver.expectSentence("gõ số trang bản chính rồi số bản")
    #expect(try counter(driver).question == nil)
    driver.type(" 30")
    driver.press("<s-tab>")
    driver.type("123")
    driver.press("<F2>")
    #expect(try counter(driver).form.focus == "number" && counter(driver).question == nil)
  }

  @Test func withoutTheOriginalsNothingIsReceived() throws {
    var driver = try atTheLines()
    driver.type("bang 2 30")
    driver.press("<F2>")
    answer(&driver, "2")
    #expect(try counter(driver).issued == nil && counter(driver).question == nil)
    driver.expectFocus("Giấy 1")
    driver.expectSentence("Chưa nhận. Mẫu còn nguyên.")
  }

  /// The clerk answers again for other papers than she has compared.
  @Test func anotherPaperIsComparedToo() throws {
    var driver = try atTheLines()
    driver.type("bang 2 30")
    driver.press("<F2>")
    answer(&driver, "1")
    answer(&driver, "<esc>")
    #expect(try counter(driver).isCompared)
    driver.press("<enter>")
    driver.type("hocba 5 1")
    #expect(try !counter(driver).isCompared)
    driver.press("<F2>")
    driver.expect("Bản chính đã đối chiếu?")
  }

  @Test func theNextBatchOfThePersonTakesOneKey() throws {
    var driver = try atTheLines()
    driver.type("bang 2 30")
    driver.press("<F2>")
    answer(&driver, "1")
    answer(&driver, "c")
    driver.expect("Chưa thu 120.000 đ")
    driver.press(",")
    driver.expectFocus("Giấy 1")
    #expect(try counter(driver).owner.name == "Hồ Thị Pỉ")
    driver.press("<esc>")
  }

  @Test func whatWasTypedIsKept() throws {
    var driver = try atTheLines()
    driver.type("bang 2 30")
    driver.press("<esc>")
    #expect(driver.app.context == .queue)
    driver.press(",")
    #expect(try counter(driver).lines.map(\.typed) == ["bang 2 30"])
    driver.restart()
  }

  @Test func aCardSaysWhoAsks() throws {
    var driver = TestDriver.signedIn()
    driver.press(",")
    driver.send(.scan(try #require(ScannedCode(CardScanTests.other))))
    driver.expectFocus("Giấy 1")
    let owner = try counter(driver).owner
    #expect(owner.name == "Hồ Văn Cưới" && owner.identityNumber == "045099000001" && owner.identified == .cardQR)
    // Another card is somebody else's, which is asked.
    driver.send(.scan(try #require(ScannedCode(CardScanTests.known))))
    driver.expect("Thẻ của người yêu cầu?")
    driver.press("<enter>")
    #expect(try counter(driver).owner.identityNumber == "045190001234")
  }

  /// The citizen gets the other system's code, which the counter does not ask for.
  @Test func besideAnotherSystemTheReceptionFormIsUsed() {
    var office = SampleOffice.busy(requiresPIN: false)
    office.snapshot.office.ownCodesFrom = CivilDate(text: "01/01/2027")
    var driver = TestDriver.signedIn(office: office)
    driver.press(",")
    #expect(driver.app.context == .queue)
    driver.expectSentence("bấm N tiếp nhận")
  }

  @Test func itIsOpenedByItsName() {
    var driver = TestDriver.signedIn()
    driver.press(":")
    driver.type("chứng thực bản")
    driver.press("<enter>")
    #expect(driver.app.context == .certification)
  }
}
