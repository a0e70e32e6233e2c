import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

@Suite struct SignInTests {
  @Test func theFirstPaintNeedsOnlyTheOffice() {
    let driver = TestDriver()
    driver.expect("Ai đang ngồi ở quầy?")
    driver.expect("Hồ Thị Lan")
    #expect(driver.leftOver.isEmpty)
  }

  @Test func aWrongPINSaysHowLongToWaitAndIsNeverShown() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("1111")
    driver.expectNot("1111")
    driver.press("<enter>")
    driver.expect("Sai mã PIN (lần 3). Hãy chờ 5 giây rồi gõ lại.")
    driver.type("246813")
    driver.press("<enter>")
    driver.expect("Hãy chờ")
    driver.now = Instant(milliseconds: driver.now.milliseconds + 5001)
    // The text typed meanwhile is still there.
    driver.press("<enter>")
    driver.expect("Chào Hồ Thị Lan.")
  }

  @Test func anotherClerkTakesOverInEightKeysAndEachFindsHerPlace() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("246813")
    driver.press("<enter>", "7", "<down>", "<down>", "w")
    driver.type("nửa chừng")
    let lan = driver.text
    driver.press("<F12>")
    driver.expectNot("nửa chừng")
    driver.press("2")
    driver.type("135724")
    driver.press("<enter>")
    driver.expect("Lê Quốc Đạt")
    // Eight keys are enough: her PIN was right here before, so it needs no Enter, and an Enter out of habit does
    // nothing.
    driver.press("<F12>", "1")
    driver.type("246813")
    #expect(driver.text == lan)
    driver.press("<enter>")
    #expect(driver.text == lan)
    #expect(!driver.office.entries.values.joined().contains { $0.action == .note("nửa chừng") })
  }

  @Test func aShortPINIsChangedBeforeSheWorks() {
    var driver = TestDriver()
    driver.office.pins[SampleOffice.lan.id] = "2468"
    driver.press("1")
    driver.type("2468")
    driver.press("<enter>")
    driver.expect("Mã PIN nay phải có từ 6 chữ số: hãy đặt mã mới.")
    driver.type("2468")
    driver.press("<enter>")
    driver.expect("Mã mới phải khác mã cũ.")
    // The program says so at once, before she types it a second time.
    driver.type("24681")
    driver.press("<enter>")
    driver.expect("Mã quá ngắn. Hãy đặt từ 6 chữ số")
    driver.expect("Mã PIN nay phải có từ 6 chữ số")
    driver.type("135792")
    driver.press("<enter>")
    driver.expect("Gõ lại lần nữa:")
    driver.type("135793")
    driver.press("<enter>")
    driver.expect("Hai lần gõ khác nhau.")
    driver.type("135792")
    driver.press("<enter>")
    driver.type("135792")
    driver.press("<enter>")
    driver.expect("Chào Hồ Thị Lan.")
    #expect(driver.office.pins[SampleOffice.lan.id] == "135792")
    // The PIN without Enter now has the length of the new one.
    driver.press("<F12>", "1")
    driver.type("135792")
    driver.expect("Chào Hồ Thị Lan.")
  }

  /// N out of habit does not go into the name of the citizen.
  @Test(arguments: [true, false]) func aFormThatIsOpenAgainSaysSo(isRestarted: Bool) throws {
    var driver = ReceptionPeopleScreenTests.inForm("1.004873")
    driver.type("Hồ Thị Mai")
    driver.now = driver.now.adding(minutes: 5)
    if isRestarted { driver.restart() } else { driver.press("<F12>") }
    driver.press("1", "n", "n")
    #expect((driver.app.top.screen as? ReceiveState)?.text("owner") == "Hồ Thị Mai")
    driver.expectSentence("Mở lại phần đang gõ dở")
    driver.now = driver.now.adding(minutes: 1)
    driver.go(to: "owner")
    driver.type("n")
    #expect((driver.app.top.screen as? ReceiveState)?.text("owner") == "Hồ Thị Main")
  }

  @Test func leavingTheChangeForgetsThePINThatWasTyped() {
    var driver = TestDriver()
    driver.office.pins[SampleOffice.lan.id] = "2468"
    driver.press("1")
    driver.type("2468")
    driver.press("<enter>", "<esc>")
    driver.expectNot("Mã PIN nay")
    guard let state = driver.app.top.screen as? SignInState else { return }
    #expect(state.replaced == nil && state.sent.isEmpty && state.secret.isEmpty)
  }

  /// An answer for somebody else, which arrives after the clerk has returned to the list, signs nobody in.
  @Test func anAnswerAfterEscapeAsksNobodyForANewPIN() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("2468")
    _ = driver.app.update(.key(.enter), now: driver.now)
    driver.press("<esc>", "2")
    driver.send(.answered(.signIn(.mustChangePIN(SampleOffice.lan, .tooShort))))
    driver.expectNot("Mã PIN mới")
  }

  @Test func onlyWhoMayWorkAtThisMachineIsListed() {
    var office = SampleOffice.busy()
    office.snapshot.machineClerks = .only([SampleOffice.dat.id])
    var driver = TestDriver(office: office)
    driver.expect("1  Lê Quốc Đạt")
    driver.expectNot("Hồ Thị Lan")
    driver.press("1")
    driver.type("135724")
    driver.press("<enter>")
    driver.expect("Chào Lê Quốc Đạt.")
    // Work can be given to every clerk, even to those who may not sign in at this machine.
    driver.press("<esc>", "7", "<home>", "c")
    driver.expect("3 Hồ Thị Lan")
  }

  @Test(arguments: Language.allCases)
  func whereNobodyMayWorkItSaysWhatToDo(language: Language) throws {
    var office = SampleOffice.busy()
    office.snapshot.isEnrolled = true
    office.snapshot.machineClerks = .only([])
    let size = Size(columns: 80, rows: 24)
    var driver = TestDriver(office: office, size: size, language: language)
    try Golden.check(driver.screen, GoldenTests.name("sign-in-nobody", size, language))
    driver.press("1", "<enter>", "<down>")
    #expect(driver.app.context == .signIn)
    driver.press("<F5>")
    #expect(driver.leftOver == [.exchange(.start)])
    // An administrator has permitted a clerk, and the exchange has brought the change.
    office.snapshot.machineClerks = .only([SampleOffice.moi.id])
    driver.send(.answered(.office(office.snapshot)))
    driver.expect("1  Kray Thị Mơi")
    driver.press("<F5>")
    #expect(driver.leftOver == [])
  }

  @Test func helpThatIsOpenedMeanwhileKeepsNobodyOut() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("246813")
    let sent = driver.app.update(.key(.enter), now: driver.now)
    driver.press("<F1>")
    driver.run(sent)
    driver.expect("Chào Hồ Thị Lan.")
  }

  @Test func aFailedCheckLetsHerTryAgain() {
    var driver = TestDriver()
    driver.press("1")
    driver.type("24")
    _ = driver.app.update(.key(.enter), now: driver.now)
    driver.send(.answered(.failed(nil, .storeBusy)))
    driver.expect("Máy đang bận ghi.")
    driver.press("1")
    driver.type("246813")
    driver.press("<enter>", "1")
    driver.expect("Kăn Tưm")
  }

  @Test func anIdleDeskLocksAndClears() {
    var driver = TestDriver.signedIn()
    driver.wait(minutes: 9)
    driver.expect("Kăn Tưm")
    driver.wait(minutes: 1)
    driver.expectNot("Kăn Tưm")
    driver.expect("Ai đang ngồi ở quầy?")
  }

  @Test func theNextMomentOfChangeIsTheMinuteOrAnAppointment() {
    let driver = TestDriver.signedIn()
    let next = driver.app.nextChange(after: SampleOffice.moment("2026-11-25T08:42:30"))
    #expect(next == SampleOffice.moment("2026-11-25T08:43"))
  }
}
