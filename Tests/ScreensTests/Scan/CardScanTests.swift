import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What a scanned code does on the screens. Every person is invented.
@Suite struct CardScanTests {
  static let known = "045190001234|191234567|TRẦN THỊ MẪU|02031990|Nữ|Thôn A Ngo, Đa Krông, Quảng Trị|01012022"
  static let other = "045099000001||Hồ Văn Cưới|01011999|Nam|Thôn Mẫu, Đa Krông, Quảng Trị|01012024||||"

  private static func driver() -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    let person = Person(
      name: "Trần Thị Mẫu", identityNumber: "045190001234", birth: "02/03/1990", sex: .female, phone: "0912345678",
      address: "Thôn A Ngo")
    _ = office.perform(
      Act(
        dossier: SampleOffice.id(30),
        commands: [.receive(ReceptionForm(procedureCode: "1.004873", owner: person, components: []))]),
      SampleOffice.lan.id, SampleOffice.moment("2026-11-23T10:00"))
    return TestDriver.signedIn(office: office)
  }

  private static func inForm() -> TestDriver {
    var driver = driver()
    driver.press("n")
    driver.type("2.000815")
    driver.press("<enter>")
    driver.go(to: "owner")
    return driver
  }

  private func scan(_ text: String, _ driver: inout TestDriver) throws {
    driver.send(.scan(try #require(ScannedCode(text))))
  }

  private func text(_ id: Field.ID, _ driver: TestDriver) -> String? {
    (driver.app.top.screen as? ReceiveState)?.text(id)
  }

  /// A signer has a name, whatever the scanner reads.
  @Test func aCodeIsNobodysName() throws {
    var driver = KeyDesk.at("do thi thuy", KeyDesk.office())
    let code = try #require(driver.app.top.screen.targets.first?.code.text)
    driver.press("x", "1")
    driver.type("12/UBND-XN")
    driver.press("<enter>")
    let prompt = try #require(driver.app.top.overlay as? ActionPrompt)
    #expect(prompt.question(driver.app.session, driver.now)?.id == "signer")
    try scan(code, &driver)
    #expect((driver.app.top.overlay as? ActionPrompt)?.kept == prompt.kept)
    driver.expectSentence("Ô này ghi tên, không ghi mã hồ sơ.")
  }

  @Test func onTheQueueACardShowsThePersonsDossiers() throws {
    var driver = Self.driver()
    try scan(Self.known, &driver)
    driver.expect("Hồ sơ của Trần Thị Mẫu (1)")
    driver.expectNot("045190001234")
    driver.press("<enter>")
    #expect(driver.app.context == .detail)
  }

  @Test func anUnknownPersonIsOfferedAReception() throws {
    var driver = Self.driver()
    try scan(Self.other, &driver)
    driver.expect("F2")
    driver.press("<F2>")
    #expect(text("owner", driver) == "Hồ Văn Cưới")
    #expect(text("number", driver) == "045099000001")
    #expect(text("birth", driver) == "01/01/1999")
    #expect(text("sex", driver) == "1")
    #expect(text("address", driver) == "Thôn Mẫu, Đa Krông, Quảng Trị")
  }

  @Test func theNextCardFillsTheOtherPerson() throws {
    var driver = Self.inForm()
    try scan(Self.known, &driver)
    #expect(text("owner", driver) == "TRẦN THỊ MẪU")
    try scan(Self.other, &driver)
    #expect(text("owner", driver) == "TRẦN THỊ MẪU")
    #expect(text("applicant", driver) == "Hồ Văn Cưới")
    let form = try #require(driver.app.top.screen as? ReceiveState)
    #expect(form.reception.applicant?.identityNumber == "045099000001")
    #expect(form.reception.applicant?.birth == "01/01/1999")
    #expect(form.card(of: .owner)?.oldNumber == "191234567")
    #expect(form.card(of: .applicant)?.further == ["", "", "", ""])
  }

  /// The card is read before it is known that the dossier is a newborn's, who has no card.
  @Test func aCardThatWasReadBeforeABirthWasChosenIsWhoBringsThePapers() throws {
    var driver = Self.driver()
    try scan(Self.other, &driver)
    driver.press("<F2>")
    driver.type("1.001193")
    driver.press("<enter>")
    for id in ["owner", "number", "birth", "sex"] as [Field.ID] { #expect(text(id, driver) == "") }
    #expect(text("applicant", driver) == "Hồ Văn Cưới")
    #expect(text("address", driver) == "Thôn Mẫu, Đa Krông, Quảng Trị")
    let form = try #require(driver.app.top.screen as? ReceiveState)
    #expect(form.reception.applicant?.identityNumber == "045099000001")
  }

  /// Of the applicant the form has a name only, and the one before stays.
  @Test func aCardWithoutLettersGivesNoApplicant() throws {
    var driver = Self.inForm()
    driver.go(to: "applicant")
    try scan(Self.other, &driver)
    driver.go(to: "applicant")
    try scan("045190001234||H? V?n C??i|01011990|Nữ|Th?n M?u|01012024", &driver)
    driver.expectSentence("Máy quét làm mất dấu tiếng Việt.")
    let form = try #require(driver.app.top.screen as? ReceiveState)
    #expect(form.reception.applicant?.identityNumber == "045099000001")
  }

  @Test func atTheApplicantACardFillsTheApplicantFirst() throws {
    var driver = Self.inForm()
    driver.go(to: "applicant")
    try scan(Self.other, &driver)
    #expect(text("applicant", driver) == "Hồ Văn Cưới")
    #expect(text("owner", driver) == "")
  }

  @Test func whatWasTypedIsShownBeforeItIsReplaced() throws {
    var driver = Self.inForm()
    driver.type("Hồ Văn Cười")
    try scan(Self.other, &driver)
    driver.expectSentence("Hồ Văn Cười → Hồ Văn Cưới")
    driver.press("<esc>")
    #expect(text("owner", driver) == "Hồ Văn Cười")
    #expect(text("number", driver) == "")
    try scan(Self.other, &driver)
    driver.press("<enter>")
    #expect(text("owner", driver) == "Hồ Văn Cưới")
    #expect(text("number", driver) == "045099000001")
  }

  @Test func aRepairedTextIsAskedAboutAndALostOneGivesNoName() throws {
    var driver = Self.inForm()
    try scan(Self.other.replacing("|", with: "~"), &driver)
    driver.expect("Máy quét và máy tính khác kiểu bàn phím.")
    driver.press("<enter>")
    #expect(text("owner", driver) == "Hồ Văn Cưới")
    driver = Self.inForm()
    try scan("045099000001||H? V?n C??i|01011999|Nam|Th?n M?u|01012024", &driver)
    driver.expect("Máy quét làm mất dấu tiếng Việt.")
    driver.press("<enter>")
    #expect(text("owner", driver) == "")
    #expect(text("number", driver) == "045099000001")
    #expect(text("address", driver) == "")
  }

  @Test func aCutTextOnlySaysWhy() throws {
    var driver = Self.inForm()
    try scan(String(Self.other.prefix(40)), &driver)
    driver.expectSentence("Chữ quét được bị thiếu một phần.")
    #expect(text("number", driver) == "")
  }

  @Test func aHealthInsuranceCardIsNamed() throws {
    var driver = Self.driver()
    driver.send(.scan(.insurance))
    driver.expectSentence("thẻ bảo hiểm y tế")
    #expect(driver.app.context == .queue)
  }

  @Test func theCodeOfAReceiptOpensItsDossierAndKeepsTheForm() throws {
    var driver = Self.driver()
    let code = try #require(driver.office.rows(driver.app.session.viewer).first { $0.id == SampleOffice.id(30) }).code
      .text
    driver.press("n")
    driver.type("2.000815")
    driver.press("<enter>")
    driver.go(to: "owner")
    driver.type("Hồ Thị Dở")
    try scan(code, &driver)
    #expect(driver.app.context == .detail)
    driver.expect("Trần Thị Mẫu")
    driver.press("<esc>")
    #expect(text("owner", driver) == "Hồ Thị Dở")
  }

  @Test func aCodeThatNobodyHasIsSaid() throws {
    var driver = Self.driver()
    try scan("000.19.45.H50-251124-9999", &driver)
    driver.expectSentence("Máy này không có hồ sơ của mã vừa quét.")
  }

  @Test func nothingIsScannedBeforeTheSignIn() throws {
    var driver = TestDriver(office: SampleOffice.busy())
    try scan(Self.known, &driver)
    driver.expectSentence("Hãy đăng nhập rồi quét lại.")
    driver.expectNot("045190001234")
  }

  @Test func theCardsSurviveARestart() throws {
    var driver = Self.inForm()
    try scan(Self.known, &driver)
    try scan(Self.other, &driver)
    let form = try #require(driver.app.top.screen as? ReceiveState)
    let again = ReceiveState(place: try #require(form.place), driver.app.session.office, now: driver.now)
    #expect(again.card(of: .owner) == form.card(of: .owner))
    #expect(again.card(of: .applicant) == form.card(of: .applicant))
  }
}
