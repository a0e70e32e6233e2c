import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// Who sees the full numbers of a dossier, and what is recorded of it.
@Suite("Full numbers on the screen")
struct NumberTests {
  static let number = "045191176943"
  static let masked = "045••••••943"
  private static let id = DossierID(high: 8, low: 8)

  /// The dossier of one holder, opened by another clerk or herself.
  static func opened(
    by clerk: Clerk, heldBy holder: Clerk, _ commands: [DossierCommand] = [], lookingOn: LookingOn? = nil
  ) -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    let form = ReceptionForm(
      procedureCode: "2.000815", owner: Person(name: "Hồ Thị Mơ", identityNumber: number), components: [],
      assignee: holder.id)
    let outcome = office.perform(
      Act(dossier: id, commands: [.receive(form)] + commands), SampleOffice.lan.id, SampleOffice.morning)
    if case .denied(_, let denial) = outcome { Issue.record("\(denial)") }
    office.snapshot.lookingOn = lookingOn
    var driver = TestDriver(office: office)
    driver.press(String((office.snapshot.clerks.firstIndex(of: clerk) ?? 0) + 1))
    if driver.app.context == .dayStart { driver.press("<esc>") }
    driver.press("0")
    driver.type(String(office.dossier(id)?.code.text.suffix(4) ?? ""))
    driver.press("<enter>")
    driver.expect(masked)
    return driver
  }

  static func record(_ purpose: String, _ clerk: Clerk) -> MemoryOffice.NumberReadingRecord {
    MemoryOffice.NumberReadingRecord(dossier: id, purpose: purpose, clerk: clerk.id)
  }

  @Test func whoHoldsTheDossierNeedsOneKeyAndIsRecordedOnce() {
    var driver = Self.opened(by: SampleOffice.dat, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    driver.expect(Self.number)
    driver.expect("Đã ghi lại lần xem này.")
    driver.press("<C-n>")
    driver.expect(Self.masked)
    driver.press("<C-n>")
    driver.expect(Self.number)
    driver.press("<esc>", "<enter>")
    driver.expect(Self.masked)
    driver.press("<C-n>")
    driver.expect(Self.number)
    #expect(driver.office.readings == [Self.record("Giải quyết hồ sơ đang giữ", SampleOffice.dat)])
    // After another sign-in it is another reading.
    driver.press("<F12>", "2")
    driver.expect(Self.masked)
    driver.press("<C-n>")
    driver.expect(Self.number)
    #expect(driver.office.readings.count == 2)
  }

  @Test func whoHasHandedTheDossierOverReadsThemNoMore() {
    var driver = Self.opened(by: SampleOffice.dat, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    driver.expect(Self.number)
    driver.press("<C-n>")
    let outcome = driver.office.perform(
      Act(dossier: Self.id, commands: [.assign(to: SampleOffice.moi.id)]), SampleOffice.lan.id, driver.now)
    if case .denied(_, let denial) = outcome { Issue.record("\(denial)") }
    driver.press("<esc>", "<enter>")
    driver.press("<C-n>")
    driver.expectSentence("Số đầy đủ chỉ hiện cho người giữ hồ sơ")
    driver.expect(Self.masked)
  }

  @Test func theReceptionComparesWithTheCardWhereTheCitizenComes() {
    let completed = DossierCommand.complete(DossierResult(approved: true, title: "Bản sao"))
    var driver = Self.opened(by: SampleOffice.moi, heldBy: SampleOffice.dat, [completed])
    driver.press("<C-n>")
    driver.expect(Self.number)
    #expect(driver.office.readings == [Self.record("Đối chiếu với giấy tờ của công dân", SampleOffice.moi)])
  }

  @Test func othersAreToldWhoMay() {
    for (clerk, holder) in [(SampleOffice.moi, SampleOffice.dat), (SampleOffice.dat, SampleOffice.moi)] {
      var driver = Self.opened(by: clerk, heldBy: holder)
      driver.expectNot("^N Hiện số")
      driver.press("<C-n>")
      driver.expectSentence("Số đầy đủ chỉ hiện cho người giữ hồ sơ")
      driver.expect(Self.masked)
      #expect(driver.office.readings.isEmpty)
    }
  }

  @Test func theHeadOfDeskSaysWhatFor() {
    var driver = Self.opened(by: SampleOffice.lan, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    driver.expect("Xem số đầy đủ để làm gì?")
    driver.press("<esc>")
    driver.expect(Self.masked)
    driver.press("<C-n>", "<enter>")
    driver.expect(Self.number)
    #expect(driver.office.readings == [Self.record("Đối chiếu với giấy tờ của công dân", SampleOffice.lan)])
    var other = Self.opened(by: SampleOffice.lan, heldBy: SampleOffice.dat)
    other.press("<C-n>", "5")
    other.type("ab")
    other.press("<enter>")
    other.expect("Hãy gõ từ 3 đến 200 ký tự.")
    other.type("c theo công văn 12")
    other.press("<enter>")
    other.expect(Self.number)
    #expect(other.office.readings == [Self.record("abc theo công văn 12", SampleOffice.lan)])
  }

  @Test func theyAreMaskedAMinuteAfterTheLastKey() {
    var driver = Self.opened(by: SampleOffice.dat, heldBy: SampleOffice.dat)
    driver.press("<C-n>")
    let shown = driver.now
    #expect(driver.app.nextChange(after: shown).map { $0 <= shown.adding(minutes: 1) } ?? false)
    driver.now = Instant(milliseconds: shown.milliseconds + 40_000)
    driver.press("<right>")
    driver.now = Instant(milliseconds: shown.milliseconds + 90_000)
    driver.send(.timePassed)
    driver.expect(Self.number)
    driver.now = Instant(milliseconds: shown.milliseconds + 100_000)
    driver.send(.timePassed)
    driver.expect(Self.masked)
    driver.expectNot(Self.number)
  }

  @Test func whatCannotBeRecordedIsNotShown() {
    var driver = Self.opened(by: SampleOffice.dat, heldBy: SampleOffice.dat, lookingOn: .anotherWindowWrites)
    driver.press("<C-n>")
    driver.expect(Self.masked)
    #expect(driver.office.readings.isEmpty)
  }
}

extension TestDriver {
  /// Shows the full numbers of the dossier in view, for the most usual purpose if one has to be given.
  mutating func showNumbers() {
    press("<C-n>")
    if app.top.overlay is ActionPrompt { press("<enter>") }
  }
}
