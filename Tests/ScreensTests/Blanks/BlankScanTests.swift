import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The code of a blank receipt leads to what is left to be done with it, from wherever it is scanned or typed.
@Suite struct BlankScanTests {
  private static func code(_ number: Int) -> String { BlanksDesk.code(number).text }

  private static func scan(_ number: Int, _ driver: inout TestDriver) { driver.send(.scan(.dossier(code(number)))) }

  private static func form(_ driver: TestDriver) -> ReceiveState? { driver.app.top.screen as? ReceiveState }

  @Test(arguments: [[], ["<F3>"], ["<F8>"], ["7", "<enter>"]])
  func oneThatIsNotEnteredOpensTheFormAtItsTime(keys: [String]) {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    for key in keys { driver.press(key) }
    Self.scan(21, &driver)
    #expect(driver.app.context == .receive)
    #expect(Self.form(driver)?.text("blank-code") == Self.code(21) && Self.form(driver)?.form.focus == "blank-time")
    driver.expectSentence("Phiếu dự phòng 261124-0021: gõ giờ ghi trên phiếu.")
    BlanksDesk.receive(&driver)
    #expect(Self.form(driver)?.issued?.code.text == Self.code(21))
    // From then on the code is that of a dossier.
    driver.press("<esc>")
    Self.scan(21, &driver)
    #expect(driver.app.context == .detail)
    let opened = driver.app.top.screen.targets.first
    #expect(opened?.code.text == Self.code(21))
  }

  @Test func aStruckOneSaysSoWithItsReason() {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    Self.scan(24, &driver)
    #expect(Self.form(driver) == nil)
    driver.expectSentence("đã hủy (phiếu ướt)")
  }

  @Test func oneOfAnotherDeskSaysWhereItIsEntered() {
    var office = BlanksDesk.office()
    office.blanksElsewhere = [
      Self.code(31): .ofOther(machine: "Bàn 2", struck: nil), Self.code(32): .ofOther(machine: "", struck: nil),
      Self.code(33): .ofOther(machine: "Bàn 2", struck: "in hỏng"),
    ]
    var driver = TestDriver.signedIn(office: office)
    Self.scan(31, &driver)
    #expect(Self.form(driver) == nil)
    driver.expectSentence("do máy Bàn 2 in và chưa thấy nhập. Nhập ở máy đó.")
    Self.scan(32, &driver)
    driver.expectSentence("do máy khác của cơ quan in")
    Self.scan(33, &driver)
    driver.expectSentence("đã hủy ở máy Bàn 2 (in hỏng)")
    Self.scan(34, &driver)
    driver.expectSentence("Máy này không có hồ sơ của mã vừa quét.")
  }

  /// The form that was begun becomes a draft, and one that has nothing in it is used.
  @Test func aFormThatWasBegunStaysAsItIs() {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    driver.press("n", "<tab>")
    driver.type("Ho Van Nam")
    Self.scan(22, &driver)
    #expect(Self.form(driver)?.text("owner") == "" && Self.form(driver)?.text("blank-code") == Self.code(22))
    #expect(driver.app.session.receptionDraftCount == 1)
    driver.expectSentence("Đã giữ nháp.")
    #expect(driver.app.frames.count { $0.screen is ReceiveState } == 1)
  }

  @Test func anEmptyFormIsUsed() {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    driver.press("n")
    Self.scan(22, &driver)
    #expect(Self.form(driver)?.text("blank-code") == Self.code(22))
    #expect(driver.app.session.receptionDraftCount == 0)
    #expect(driver.app.frames.count { $0.screen is ReceiveState } == 1)
    driver.press("<esc>")
    #expect(driver.app.context == .queue)
  }

  /// Scanned twice, nothing is typed anew.
  @Test func theOneThatIsBeingEnteredGoesOn() {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    Self.scan(22, &driver)
    driver.type("7:10")
    driver.press("<tab>")
    Self.scan(22, &driver)
    #expect(Self.form(driver)?.text("blank-time") == "7:10" && Self.form(driver)?.form.focus == "blank-reason")
    #expect(driver.app.session.receptionDraftCount == 0)
    driver.expectSentence("Mẫu này đang nhập phiếu ấy.")
  }

  /// Where there is no scanner, the code is typed.
  @Test func aTypedCodeIsEnteredWithEnter() {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    driver.press("<F3>")
    driver.type(Self.code(23))
    #expect(driver.app.context == .lookup)
    driver.expectSentence("Enter: nhập phiếu này.")
    driver.press("<enter>")
    #expect(Self.form(driver)?.text("blank-code") == Self.code(23))
    driver.press("<esc>", "<bs>")
    driver.press("<enter>")
    #expect(Self.form(driver) == nil)
  }

  @Test func whoOnlyLooksOnIsToldThatItIsNotEntered() {
    var office = BlanksDesk.office()
    office.snapshot.lookingOn = .anotherWindowWrites
    var driver = TestDriver.signedIn(office: office)
    Self.scan(21, &driver)
    #expect(Self.form(driver) == nil)
    driver.expectSentence("Phiếu dự phòng 261124-0021 chưa nhập.")
  }

  /// A void dossier whose blank is used up is still opened at once.
  @Test func aVoidDossierIsOpenedIfNoBlankIsLeft() throws {
    var driver = TestDriver.signedIn()
    let id = SampleOffice.id(0)
    let outcome = driver.office.perform(
      Act(dossier: id, commands: [.void(reason: "lập nhầm")]), SampleOffice.lan.id, SampleOffice.morning)
    #expect(outcome.isDone)
    let code = try #require(driver.office.dossier(id)).code.text
    driver.send(.scan(.dossier(code)))
    #expect(driver.app.context == .detail && driver.app.top.screen.targets.first?.id == id)
  }
}
