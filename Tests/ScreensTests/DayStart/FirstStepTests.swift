import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// The first morning of an office: what is still to be set up.
@Suite struct FirstStepTests {
  private static let founded = SampleOffice.moment("2026-11-25T08:30")

  /// An office that was founded some minutes ago, whose first clerk has no PIN yet.
  static func newOffice(requiresPIN: Bool = true, founded: Instant = founded) -> MemoryOffice {
    let new = NewOffice(
      name: "xã La Lay", agencyCode: "000.19.45.H50", unitCode: "19594", firstClerk: "Hồ Thị Lan",
      requiresPIN: requiresPIN)
    let clerk = new.clerk(id: ClerkID(high: 1, low: 1))
    var snapshot = OfficeSnapshot(
      office: new.office(id: .version7(at: founded, random: (1, 1))), clerks: [clerk], absences: [],
      calendar: .standard)
    if requiresPIN { snapshot.clerksWithoutPIN = [clerk.id] }
    return MemoryOffice(snapshot: snapshot)
  }

  private static func arrived(
    _ office: MemoryOffice = newOffice(), size: Size = Size(columns: 80, rows: 24), language: Language = .vi,
    now: Instant = SampleOffice.morning
  ) -> TestDriver {
    var driver = TestDriver(office: office, size: size, language: language, now: now)
    guard office.snapshot.office.requiresPIN else { return driver }
    driver.press("1")
    driver.type("246813")
    driver.press("<enter>")
    driver.type("246813")
    driver.press("<enter>")
    return driver
  }

  @Test(arguments: FirstRunTests.sizes, Language.allCases)
  func looks(size: Size, language: Language) throws {
    let driver = Self.arrived(size: size, language: language)
    #expect(driver.app.context == .dayStart)
    // All four are seen on the smallest screen, too.
    for part in ["add-clerk", ":import", "--show-key", "dossier enrol"] { driver.expect(part) }
    try Golden.check(driver.screen, GoldenTests.name("day-start-new", size, language))
  }

  @Test(arguments: FirstRunTests.sizes, Language.allCases)
  func whoHasNoPINIsAskedToChooseOne(size: Size, language: Language) throws {
    var driver = TestDriver(office: Self.newOffice(), size: size, language: language)
    driver.press("<enter>")
    driver.expect(
      language.pick("Chưa có mã PIN: chọn một mã từ 6 chữ số", "No PIN yet: choose one of 6 or more digits"))
    try Golden.check(driver.screen, GoldenTests.name("first-pin", size, language))
  }

  @Test func theFirstPINIsTypedTwiceAndAskedForFromThenOn() {
    var driver = Self.arrived()
    #expect(driver.office.pins.values.first == "246813")
    driver.press("<F12>", "1")
    driver.expect("Mã PIN:")
    driver.expectNot("Chưa có mã PIN")
  }

  @Test func whereNothingIsRecordedNoPINIsChosen() {
    var office = Self.newOffice()
    office.snapshot.lookingOn = .anotherWindowWrites
    var driver = TestDriver(office: office)
    driver.press("1")
    driver.expect("Đang chỉ xem")
    driver.expectNot("Mã PIN mới")
  }

  @Test func eachStepDisappearsWhenItIsDone() {
    var driver = Self.arrived()
    for part in ["add-clerk", ":import", "--show-key", "dossier enrol"] { driver.expect(part) }
    driver.office.snapshot.clerks.append(SampleOffice.moi)
    driver.send(.answered(.office(driver.office.snapshot)))
    driver.expectNot("add-clerk")
    driver.office.hasBackup = true
    driver.send(.answered(.backup(BackupStatus(isConfigured: true, isRunning: false, lastAt: Self.founded))))
    driver.expectNot("--show-key")
    // Received before the office was founded here, so it came with the register.
    let form = ReceptionForm(procedureCode: "2.000815", owner: Person(name: "Trần Thị Hòa"), components: [])
    _ = driver.office.perform(
      Act(dossier: SampleOffice.id(1), commands: [.receive(form)]), ClerkID(high: 1, low: 1),
      SampleOffice.moment("2026-11-20T08:00"))
    driver.press("<esc>", "h")
    driver.expectNot(":import")
    driver.office.snapshot.isEnrolled = true
    driver.send(.answered(.office(driver.office.snapshot)))
    driver.expectNot("Việc đầu tiên")
  }

  @Test func anOfficeOfOneClerkIsNotAskedForMore() {
    let driver = Self.arrived(Self.newOffice(requiresPIN: false))
    driver.expect("Việc đầu tiên của đơn vị mới:")
    driver.expectNot("add-clerk")
  }

  @Test func anOfficeThatIsNotNewIsNotReminded() {
    let driver = Self.arrived(now: SampleOffice.moment("2027-01-05T08:00"))
    driver.expect("Chào Hồ Thị Lan")
    driver.expectNot("Việc đầu tiên")
  }
}
