import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The money at the moment of receiving.
@Suite struct FeeQuestionTests {
  private static func form(
    _ procedure: String = "1.004873", size: Size = Size(columns: 80, rows: 24), language: Language = .vi,
    idleLockMinutes: Int? = nil
  ) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    if let idleLockMinutes { office.snapshot.office.idleLockMinutes = idleLockMinutes }
    var driver = TestDriver.signedIn(office: office, size: size, language: language)
    driver.press("n")
    driver.type(procedure)
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.press("<tab>")
    return driver
  }

  private static func received(_ driver: TestDriver) -> Dossier? {
    guard let form = driver.app.top.screen as? ReceiveState, let issued = form.issued else { return nil }
    return driver.office.dossier(issued.id)
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.form("2.000815", size: size, language: language)
    driver.press("<F2>", "0")
    try Golden.check(driver.screen, GoldenTests.name("receive-fee", size, language))
  }

  @Test func enterTakesTheFeeInCash() {
    var driver = Self.form("2.000815")
    driver.press("<F2>", "0")
    driver.expect("Thu bao nhiêu (đồng)? 2.000")
    #expect(Self.received(driver) == nil)
    // Enter in one go with F2 is the habit of a form without a fee.
    driver.press("<enter>")
    #expect(Self.received(driver) == nil)
    driver.wait(minutes: 1)
    driver.press("<enter>")
    #expect(Self.received(driver)?.payments.map(\.paidAmount) == [2000])
    #expect(Self.received(driver)?.payments.map(\.method) == [.cash])
    driver.expect("Đã thu 2.000 đ (tiền mặt)")
    // The undo names the reception, not the payment that was recorded with it.
    driver.press("u")
    driver.expectSentence("Tiếp nhận hồ sơ, mã 261125-0009")
  }

  @Test func anotherAmountComesByTransferWithTheHandBackAtOnce() {
    var driver = Self.form("2.000815")
    driver.press("<F4>", "0", "<C-u>")
    driver.type("1.000")
    driver.wait(minutes: 1)
    driver.press("<tab>")
    let dossier = Self.received(driver)
    #expect(dossier?.status == .handedBack)
    #expect(dossier?.payments.map(\.paidAmount) == [1000])
    #expect(dossier?.payments.map(\.method) == [.transfer])
  }

  /// What stands there by itself gives way to the first digit; Backspace edits it.
  @Test(arguments: [([String](), "500", 500), (["<bs>"], "5", 2005), (["<left>"], "5", 20_050)])
  func theFirstDigitReplacesTheProposedAmount(keys: [String], typed: String, amount: Int) {
    var driver = Self.form("2.000815")
    driver.press("<F2>", "0")
    for key in keys { driver.press(key) }
    driver.type(typed)
    driver.wait(minutes: 1)
    driver.press("<enter>")
    if amount > 2000 { driver.press("2") }
    #expect(Self.received(driver)?.payments.map(\.paidAmount) == [amount])
  }

  @Test func moreThanTheFeeIsAskedAbout() {
    var driver = Self.form("2.000884")
    driver.press("<F2>", "0", "<C-u>")
    driver.type("100000")
    driver.wait(minutes: 1)
    driver.press("<enter>")
    driver.expect("Phí 10.000 đ. Vẫn thu 100.000 đ?")
    #expect(driver.screen.cursor?.row == driver.screen.lines.firstIndex { $0.contains("Vẫn thu 100.000 đ?") })
    // A key that repeats takes nothing, and the amount stands there to be changed.
    driver.press("<enter>")
    driver.expect("Thu bao nhiêu (đồng)? 100000")
    #expect(Self.received(driver) == nil)
    driver.press("<bs>", "<enter>")
    #expect(Self.received(driver)?.payments.map(\.paidAmount) == [10_000])
  }

  @Test func moreThanTheFeeIsTakenAfterAYes() {
    var driver = Self.form("2.000884")
    driver.press("<F2>", "0", "<C-u>")
    driver.type("100000")
    driver.wait(minutes: 1)
    driver.press("<tab>", "9", "2")
    #expect(Self.received(driver)?.payments.map(\.paidAmount) == [100_000])
    #expect(Self.received(driver)?.payments.map(\.method) == [.transfer])
  }

  /// The sum is shown as a sum, proposed, and recorded with its lines.
  @Test(arguments: [("2.000815", "12", "12 × (1 × 2.000)"), ("2.000635", "3", "3 × 8.000")])
  func aFeeOfPagesOrCopiesIsCounted(procedure: String, copies: String, calculation: String) throws {
    var driver = Self.form(procedure)
    var form = try #require(driver.app.top.screen as? ReceiveState)
    form.fill("copies-counted", copies)
    driver.app.top.screen = form
    driver.press("<down>")
    driver.expect("Lệ phí: \(calculation) = 24.000 đ")
    driver.press("<F2>", "0")
    driver.expect("Thu bao nhiêu (đồng)? 24.000")
    driver.wait(minutes: 1)
    driver.press("<enter>")
    #expect(Self.received(driver)?.payments.map(\.paidAmount) == [24_000])
    #expect(Self.received(driver)?.caseRecord.fee.map(\.calculation) == [calculation])
    #expect(Self.received(driver)?.caseRecord.fee.map(\.count?.quantity) == [Int(copies)])
  }

  @Test func theFeeMayWaitAndIsTakenLaterEvenAfterTheHandBack() {
    var driver = Self.form("2.000815")
    driver.press("<F4>", "0", "<F2>")
    #expect(Self.received(driver) == nil, "F2 that repeats answers nothing")
    driver.press("c")
    #expect(Self.received(driver)?.payments == [])
    #expect(Self.received(driver)?.unpaid == 2000)
    driver.press("<enter>", "p", "3")
    driver.expect("2.000")
    driver.press("<enter>", "1")
    driver.expectNot("✗")
    guard let detail = driver.app.top.screen as? DetailState else {
      Issue.record("not at the dossier:\n\(driver.text)")
      return
    }
    #expect(driver.office.dossier(detail.id)?.unpaid == 0)
    #expect(driver.office.dossier(detail.id)?.status == .handedBack)
  }

  @Test func escGoesBackToTheFormAndAMistypedAmountIsSaid() {
    var driver = Self.form("2.000815")
    driver.press("<F2>", "0", "<C-u>")
    driver.type("nhiều")
    driver.wait(minutes: 1)
    driver.press("<enter>")
    driver.expect("✗ Hãy gõ số tiền như 8.000.")
    driver.press("<esc>")
    driver.expect("Chưa cấp mã. Mẫu còn nguyên.")
    driver.expect("Hồ Thị Kăn Tưm")
    #expect(Self.received(driver) == nil)
  }

  /// The fee of yesterday's question may be another one today.
  @Test func aQuestionThatIsOpenOverMidnightIsAskedAgain() {
    var driver = Self.form("2.000815", idleLockMinutes: 0)
    driver.press("<F2>", "0")
    driver.now = driver.now.adding(minutes: 1440)
    driver.press("<enter>")
    driver.expect("Chưa cấp mã. Mẫu còn nguyên.")
    driver.press("<F2>")
    driver.expect("Thu bao nhiêu (đồng)? 2.000")
    driver.wait(minutes: 1)
    driver.press("<enter>")
    #expect(Self.received(driver)?.payments.map(\.paidAmount) == [2000])
  }

  @Test func whereNoFeeIsKnownNothingIsAsked() {
    var driver = Self.form("1.001193")
    driver.press("<F2>", "0")
    #expect(Self.received(driver) != nil)
  }
}
