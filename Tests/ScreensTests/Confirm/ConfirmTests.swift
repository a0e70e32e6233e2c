import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Results and all other important acts ask for the PIN once more.
@Suite struct ConfirmTests {
  private static let pin = "246813"

  /// In the list of all dossiers, signed in as the head of desk with a PIN.
  private static func desk(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = TestDriver(office: SampleOffice.busy(), size: size, language: language)
    driver.press("1")
    driver.type(pin)
    driver.press("<enter>", "<esc>", "7", "<home>")
    return driver
  }

  /// All questions about the result of the first dossier have been answered.
  static func atTheQuestion(size: Size = Size(columns: 80, rows: 24), language: Language = .vi) -> TestDriver {
    var driver = desk(size: size, language: language)
    driver.press("x", "1")
    driver.type("12/GXN")
    driver.press("<enter>")
    driver.type("Lê Quốc Đạt")
    driver.press("<enter>")
    return driver
  }

  private static func status(_ driver: TestDriver, _ index: Int = 0) -> DossierStatus? {
    driver.office.dossier(SampleOffice.id(index))?.status
  }

  @Test(arguments: GoldenTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    var driver = Self.atTheQuestion(size: size, language: language)
    driver.type("246")
    try Golden.check(driver.screen, GoldenTests.name("confirm", size, language))
  }

  @Test(arguments: Language.allCases)
  func looksPlainAsAScreenOfItsOwn(language: Language) throws {
    var driver = Self.atTheQuestion(language: language)
    driver.app.session.isPlain = true
    driver.type("999999")
    try Golden.check(
      driver.screen.withoutBoxes, GoldenTests.name("confirm-plain", Size(columns: 80, rows: 24), language))
  }

  @Test func aResultIsRecordedWithThePIN() {
    var driver = Self.atTheQuestion()
    driver.expect("Để ghi kết quả: 261118-0001 · Hồ Thị Kăn Tưm")
    #expect(Self.status(driver) != .completed)
    driver.type(Self.pin)
    driver.expect("Ghi kết quả: xong 261118-0001")
    #expect(Self.status(driver) == .completed)
    #expect(driver.office.confirmedActs.count == 1)
    // The next result asks again; undoing it does not.
    driver.press("u")
    driver.expect("Đã hoàn tác 261118-0001")
    driver.press("x", "1", "<enter>", "<enter>")
    driver.expect("Nhập lại mã PIN")
  }

  @Test func aWrongPINRecordsNothingAndSaysHowLongToWait() {
    var driver = Self.atTheQuestion()
    driver.type("999999")
    driver.expect("Sai mã PIN (lần 3). Hãy chờ 5 giây rồi gõ lại.")
    driver.expectNot("999999")
    driver.type(Self.pin)
    driver.press("<enter>")
    driver.expect("Hãy chờ 5 giây")
    #expect(Self.status(driver) != .completed)
    driver.now = Instant(milliseconds: driver.now.milliseconds + 5001)
    driver.press("<enter>")
    #expect(Self.status(driver) == .completed)
  }

  @Test func escapeDropsTheActAndKeepsEveryAnswer() {
    var driver = Self.atTheQuestion()
    driver.type("24")
    driver.press("<esc>")
    driver.expect("Đã bỏ, chưa ghi gì. Phần đã gõ vẫn còn.")
    driver.expect("Lê Quốc Đạt")
    #expect(Self.status(driver) != .completed)
    // One Enter asks for the PIN again, and all typed text is kept.
    driver.press("<enter>")
    driver.expect("Nhập lại mã PIN")
    driver.type(Self.pin)
    #expect(driver.office.dossier(SampleOffice.id(0))?.result?.documentNumber == "12/GXN")
    #expect(driver.office.dossier(SampleOffice.id(0))?.result?.signer == "Lê Quốc Đạt")
  }

  @Test func whatWasTypedForItOutlivesAPowerCut() {
    var driver = Self.atTheQuestion()
    driver.restart()
    driver.press("1")
    driver.type(Self.pin)
    driver.press("<enter>", "7", "<home>", "x", "1")
    driver.expect("12/GXN")
    driver.press("<enter>")
    driver.expect("Lê Quốc Đạt")
  }

  @Test func aReceptionAtOnceIsAResultToo() {
    var driver = Self.desk()
    driver.press("<F2>")
    driver.type("2.000815")
    driver.press("<enter>")
    driver.type("Lê Thị Mơ")
    driver.issue("<F4>")
    driver.expect("Để ghi kết quả: Lê Thị Mơ")
    driver.press("<esc>")
    driver.expect("Lê Thị Mơ")
    driver.expect("Đã bỏ, chưa ghi gì.")
    let before = driver.office.entries.count
    driver.issue("<F4>")
    driver.type(Self.pin)
    driver.expect("Đã giải quyết và trả ngay tại quầy.")
    #expect(driver.office.entries.count == before + 1)
    // A reception alone needs no PIN.
    driver.press("n")
    driver.type("2.000815")
    driver.press("<enter>")
    driver.type("Hồ Văn Chuôn")
    driver.issue()
    driver.expect("Đọc mã và giờ hẹn cho công dân")
  }

  @Test func aBulkActAsksOnce() {
    var driver = Self.desk()
    driver.press("*", "x", "1", "<enter>", "<enter>")
    driver.expect("Để ghi kết quả: 8 hồ sơ")
    driver.type(Self.pin)
    driver.expect("Xong 7 hồ sơ")
    #expect(driver.office.confirmedActs.count == 1)
  }

  @Test func whatHasNoWeightAsksNothing() {
    var driver = Self.desk()
    driver.press("w")
    driver.type("đã gọi")
    driver.press("<enter>")
    driver.expect("Ghi chú: xong")
    driver.press("<home>", "d", "1")
    driver.type("đổi ý")
    driver.press("<enter>", "2")
    #expect(Self.status(driver) == .withdrawn)
    #expect(driver.office.confirmedActs == [])
  }

  private static let ends: [(String, DossierStatus?, String)] = [
    ("2", .stopped, "Để dừng giải quyết"), ("3", nil, "Để hủy hồ sơ"),
  ]

  @Test(arguments: ends)
  func endingWithoutAResultHasWeight(choice: String, status: DossierStatus?, sentence: String) {
    var driver = Self.desk()
    driver.press("d", choice)
    driver.type("vì lý do này")
    driver.press("<enter>")
    if status != nil {
      driver.type("Luật Hộ tịch")
      driver.press("<enter>")
    }
    driver.press("2")
    driver.expect(sentence)
    driver.type(Self.pin)
    if let status { #expect(Self.status(driver) == status) }
    #expect(driver.office.dossier(SampleOffice.id(0))?.isVoid == (status == nil))
  }

  @Test func anOfficeWithoutPINsIsNotAsked() {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>", "x", "1", "<enter>", "<enter>")
    #expect(Self.status(driver) == .completed)
    #expect(driver.office.confirmedActs == [])
  }

  /// While the PIN is checked, the act is done only once, and the keys pressed meanwhile are not lost.
  @Test func keysWhileItIsCheckedComeAfterwards() throws {
    var driver = Self.atTheQuestion()
    for digit in "24681" { _ = driver.app.update(.key(.character(digit)), now: driver.now) }
    let asked = driver.app.update(.key(.character("3")), now: driver.now)
    #expect(asked == [.signIn(.confirm(SampleOffice.lan.id, secret: Self.pin))])
    driver.expect("Đang kiểm tra…")
    // An Enter out of habit, then keys for the next act.
    #expect(driver.app.update(.key(.enter), now: driver.now) == [])
    #expect(driver.app.update(.key(.character("w")), now: driver.now) == [])
    #expect(driver.app.update(.key(.character("a")), now: driver.now) == [])
    driver.send(.answered(.confirmed(.right)))
    #expect(Self.status(driver) == .completed)
    #expect(driver.office.confirmedActs.count == 1)
    guard let prompt = driver.app.top.overlay as? ActionPrompt else {
      Issue.record("no prompt:\n\(driver.text)")
      return
    }
    #expect(prompt.verb == "note" && prompt.input == "a")
  }

  /// The characters of a barcode scanner run no commands, not even after the PIN prompt.
  @Test func aScanWhileItIsCheckedIsSearchedFor() {
    var driver = Self.atTheQuestion()
    for digit in Self.pin { _ = driver.app.update(.key(.character(digit)), now: driver.now) }
    for character in "000.19.45.H50-261124-0006" {
      _ = driver.app.update(.key(.character(character)), now: driver.now)
    }
    driver.send(.answered(.confirmed(.right)))
    #expect(driver.app.context == .lookup)
    driver.expect("000.19.45.H50-261124-0006")
  }

  @Test func escapeWhileItIsCheckedDropsTheActWhateverTheAnswer() {
    var driver = Self.atTheQuestion()
    for digit in Self.pin { _ = driver.app.update(.key(.character(digit)), now: driver.now) }
    driver.press("<esc>")
    driver.send(.answered(.confirmed(.right)))
    #expect(Self.status(driver) != .completed)
    driver.expect("Lê Quốc Đạt")
  }

  @Test func aFailedCheckLetsHerTryAgain() {
    var driver = Self.atTheQuestion()
    for digit in Self.pin { _ = driver.app.update(.key(.character(digit)), now: driver.now) }
    driver.send(.answered(.failed(nil, .storeBusy)))
    driver.expect("Máy đang bận ghi.")
    driver.type(Self.pin)
    #expect(Self.status(driver) == .completed)
  }

  @Test func anIdleDeskDropsItAndSaysSo() {
    var driver = Self.atTheQuestion()
    driver.wait(minutes: 10)
    driver.expect("Chưa nhập mã PIN: việc này đã bỏ, chưa ghi gì.")
    driver.press("1")
    driver.type(Self.pin)
    #expect(Self.status(driver) != .completed)
    // The prompt is open with all typed text, and no act is waiting any more.
    driver.expect("Người ký")
    driver.expect("Lê Quốc Đạt")
    driver.expectNot("Nhập lại mã PIN")
  }

  @Test func anotherClerkFindsNothingWaiting() {
    var driver = Self.atTheQuestion()
    driver.press("<F12>", "2")
    driver.type("135724")
    driver.press("<enter>")
    driver.expectNot("Nhập lại mã PIN")
    #expect(Self.status(driver) != .completed)
    driver.press("<F12>", "1")
    driver.type(Self.pin)
    driver.press("<esc>", "<esc>")
    #expect(Self.status(driver) != .completed)
  }

  /// The question about the date comes after the PIN, and the PIN is not asked for again.
  @Test func aDoubtfulDateIsAskedAboutWithoutASecondPIN() {
    var driver = Self.desk()
    driver.office.lastEntryAt = SampleOffice.moment("2026-11-27T16:31")
    driver.press("<F2>")
    driver.type("2.000815")
    driver.press("<enter>")
    driver.type("Lê Thị Mơ")
    driver.issue("<F4>")
    driver.type(Self.pin)
    driver.expect("Xem lại ngày giờ máy")
    driver.press("1")
    driver.expect("Đã giải quyết và trả ngay tại quầy.")
  }
}
