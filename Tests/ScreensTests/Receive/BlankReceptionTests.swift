import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What was received on a blank receipt is copied into the form when the current is back.
@Suite struct BlankReceptionTests {
  private static let code = BlanksDesk.code(21).text

  /// The desk was silent for the last three hours.
  private static func form() -> TestDriver {
    var driver = TestDriver.signedIn(office: BlanksDesk.office())
    driver.press("n")
    driver.type("1.004873")
    driver.press("<enter>")
    driver.type("Lê Văn Ninh")
    return driver
  }

  private static func state(_ driver: TestDriver) -> ReceiveState? { driver.app.top.screen as? ReceiveState }

  private static func takeBlank(_ driver: inout TestDriver) {
    driver.send(.key(.alt("p")))
  }

  private static func fill(_ driver: inout TestDriver, _ time: Instant) {
    takeBlank(&driver)
    driver.type(code.lowercased())
    driver.press("<tab>")
    driver.type("\(time.civilTime) \(time.civilDate.slashed)")
    driver.press("<tab>")
    driver.type("mat dien")
  }

  @Test func nobodyIsAskedForItOtherwise() {
    var driver = Self.form()
    #expect(Self.state(driver)?.fields.contains { $0.id == "blank-code" } == false)
    driver.issue()
    let issued = Self.state(driver)?.issued
    #expect(issued.flatMap { driver.office.dossier($0.id) }?.onBlank == nil)
  }

  @Test func theSameKeyTakesItBack() {
    var driver = Self.form()
    Self.fill(&driver, SampleOffice.morning.adding(minutes: -65))
    Self.takeBlank(&driver)
    #expect(Self.state(driver)?.isOnBlank == false)
    driver.issue()
    let issued = Self.state(driver)?.issued
    #expect(issued.flatMap { driver.office.dossier($0.id) }?.onBlank == nil)
  }

  /// Alt+P by mistake costs nothing: the cursor is where it was before.
  @Test(arguments: ["owner", "phone", "summary"] as [Field.ID])
  func theCursorGoesBackToWhereItWas(field: Field.ID) {
    var driver = Self.form()
    driver.go(to: field)
    Self.takeBlank(&driver)
    #expect(Self.state(driver)?.form.focus == "blank-code")
    driver.press("<tab>")
    Self.takeBlank(&driver)
    #expect(Self.state(driver)?.form.focus == field)
    // From elsewhere the key takes the blank back and leaves the cursor alone.
    Self.takeBlank(&driver)
    driver.go(to: "address")
    Self.takeBlank(&driver)
    #expect(Self.state(driver)?.isOnBlank == false && Self.state(driver)?.form.focus == "address")
  }

  @Test func itIsReceivedUnderTheCodeAndTimeOfThePaper() {
    var driver = Self.form()
    let time = SampleOffice.morning.adding(minutes: -65)
    Self.fill(&driver, time)
    driver.issue()
    let issued = Self.state(driver)?.issued
    let dossier = issued.flatMap { driver.office.dossier($0.id) }
    #expect(dossier?.code.text == Self.code)
    #expect(dossier?.receivedAt == time)
    #expect(dossier?.onBlank?.reason == "mat dien")
    driver.expectSentence("Công dân đã giữ nửa phiếu dự phòng. ^P in phiếu hẹn nếu cần.")
  }

  /// Several citizens came in one power cut.
  @Test func theReasonOfTheLastOneIsOffered() {
    var driver = Self.form()
    Self.fill(&driver, SampleOffice.morning.adding(minutes: -65))
    driver.issue()
    driver.press("n")
    Self.takeBlank(&driver)
    driver.press("<tab>", "<tab>")
    #expect(Self.state(driver)?.form.focus == "blank-reason")
    driver.expect("^B: mat dien")
    driver.press("<C-b>")
    #expect(Self.state(driver)?.text("blank-reason") == "mat dien")
  }

  @Test func whatIsMissingIsAskedFor() {
    var driver = Self.form()
    Self.takeBlank(&driver)
    driver.issue()
    driver.expect("Hãy nhập mã in trên phiếu dự phòng.")
    #expect(Self.state(driver)?.issued == nil)
  }

  /// A time without a day is shown with its day, and asks for it where several would do.
  @Test func theDayOfATimeIsSaidOrAskedFor() throws {
    var driver = Self.form()
    let today = SampleOffice.morning.civilDate
    Self.takeBlank(&driver)
    driver.type(Self.code)
    driver.press("<tab>")
    driver.type("4:30")
    #expect(Self.state(driver)?.blankTime == .dayMissing([]))
    driver.press("<bs>", "<bs>", "<bs>", "<bs>")
    driver.type("7:30")
    var form = try #require(Self.state(driver))
    let at = today.instant(atMinute: 7 * 60 + 30)
    form.silences = [SampleOffice.morning.adding(minutes: -180)...SampleOffice.morning.adding(minutes: 600)]
    #expect(form.blankMoment == at)
    form.silences = [SampleOffice.morning.adding(minutes: -1800)...SampleOffice.morning.adding(minutes: 600)]
    #expect(form.blankTime == .dayMissing([today.adding(days: -1), today]) && form.blank == nil)
    let asked = form.problems(.vi, now: driver.now).first { $0.field == "blank-time" }?.sentence
    #expect(asked?.contains("hãy ghi cả ngày") == true)
    #expect(form.appointment(driver.app.session, now: driver.now) == nil)
  }

  /// Otherwise it would be refused after all papers and the fee.
  @Test(arguments: [
    ("25:99", "Hãy nhập giờ ghi trên phiếu"), ("15:00", "Giờ trên phiếu chưa tới."),
    ("4:30", "Giờ đó máy vẫn ghi việc."), ("8:00 1/1", "Phiếu này in lúc"),
  ])
  func anImpossibleTimeIsToldWhenItsFieldIsLeft(typed: String, sentence: String) throws {
    var driver = Self.form()
    Self.takeBlank(&driver)
    driver.type(Self.code)
    driver.press("<tab>")
    driver.type(typed)
    driver.press("<tab>")
    driver.expectSentence(sentence)
    #expect(driver.app.session.message?.tone == .problem)
    // It stays beside what is typed next, until it is mended.
    driver.type("mat dien")
    #expect(driver.app.session.message == nil)
    driver.expectSentence(sentence)
    let state = try #require(Self.state(driver))
    #expect(state.problems(.vi, now: driver.now).contains { $0.field == "blank-time" })
    driver.press("<s-tab>")
    for _ in typed { driver.press("<bs>") }
    driver.type("7:30")
    driver.press("<tab>")
    #expect(driver.app.session.message?.tone != .problem)
    driver.expectSentence("Nhận trên phiếu: 07:30")
  }

  /// A silence that nothing has ended yet has no end, which is no time to name.
  @Test func theLastSilenceIsNamedAsFarAsItHasLasted() {
    var office = BlanksDesk.office()
    office.snapshot.silences = [SampleOffice.morning.adding(minutes: -180)...Instant(milliseconds: .max)]
    var driver = TestDriver.signedIn(office: office)
    driver.press("n")
    Self.takeBlank(&driver)
    driver.press("<tab>")
    driver.type("4:30")
    driver.press("<tab>")
    driver.expectSentence("đến \(driver.now.clockAndDate).")
  }

  @Test(arguments: [(24, "đã hủy (phiếu ướt)"), (25, "không dùng được nữa"), (77, "không in phiếu dự phòng mã")])
  func aPaperThatCannotBeEnteredIsToldWhenItsCodeIsLeft(number: Int, sentence: String) {
    var driver = Self.form()
    Self.takeBlank(&driver)
    driver.type(BlanksDesk.code(number).text)
    driver.press("<tab>")
    driver.expectSentence(sentence)
    driver.issue()
    #expect(Self.state(driver)?.issued == nil && Self.state(driver)?.form.focus == "blank-code")
  }

  @Test func dayAndNumberNameThePaper() {
    var driver = Self.form()
    Self.takeBlank(&driver)
    driver.type(BlanksDesk.code(21).short)
    driver.press("<tab>")
    #expect(Self.state(driver)?.text("blank-code") == Self.code)
  }

  /// F12 is pressed between two citizens of one power cut.
  @Test func theReasonIsOfferedAfterLockingToo() {
    var driver = Self.form()
    Self.fill(&driver, SampleOffice.morning.adding(minutes: -65))
    driver.issue()
    driver.press("<esc>", "<F12>")
    #expect(driver.app.session.clerk == nil && driver.app.session.lastTyped.isEmpty)
    driver.press("1", "n")
    Self.takeBlank(&driver)
    driver.press("<tab>", "<tab>", "<C-b>")
    #expect(Self.state(driver)?.text("blank-reason") == "mat dien")
  }

  /// The law changed between the paper and its entry: the form shows and asks for what the journal will record.
  @Test func theFormShowsTheRulesOfThePaper() throws {
    var driver = Self.form()
    let today = SampleOffice.morning.civilDate
    var new = try #require(driver.app.session.office.catalogue.version(of: "1.004873", on: today))
    new.rules = .none
    var old = new
    (old.timeLimit, old.fee, old.validFrom) = (.workingDays(5), .known(8000), .known(today.adding(days: -300)))
    (new.timeLimit, new.fee, new.validFrom) = (.workingDays(2), .known(0), .known(today))
    driver.office.snapshot.catalogue = Catalogue(changes: [old, new])
    driver.office.silences = [SampleOffice.morning.adding(minutes: -3000)...SampleOffice.morning.adding(minutes: 600)]
    driver.office.snapshot.silences = driver.office.silences
    driver.app.session.office = driver.office.snapshot
    let paper = today.adding(days: -1).instant(atMinute: 9 * 60 + 45)
    Self.fill(&driver, paper)
    #expect(Self.state(driver)?.procedure?.timeLimit == .workingDays(5))
    driver.expect("Nhận trên phiếu: 09:45 \(paper.civilDate.slashed)")
    let state = try #require(Self.state(driver))
    let shown = try #require(state.appointment(driver.app.session, now: driver.now)?.dueAt)
    let again = ReceiveState(
      place: try #require(state.place), driver.app.session.office.catalogue, now: SampleOffice.morning)
    #expect(again.procedure == state.procedure && again.versionDay == paper.civilDate)
    driver.issue()
    let dossier = try #require(Self.state(driver)?.issued.flatMap { driver.office.dossier($0.id) })
    #expect(dossier.dueAt == shown && dossier.fee == 8000 && dossier.receivedAt == paper)
    // Without the paper, what holds today counts again.
    var other = state
    other.wantsBlank = false
    for row in ReceptionField.ofBlank { other.form.set(row.field, "") }
    #expect(
      other.takeVersionOfDay(driver.app.session.office.catalogue) && other.procedure?.timeLimit == .workingDays(2))
  }

  /// A form in the place of such a dossier has the code and the time of the citizen's paper.
  @Test func theOneInItsPlaceKeepsCodeAndTime() throws {
    var driver = Self.form()
    let time = SampleOffice.morning.adding(minutes: -65)
    Self.fill(&driver, time)
    driver.issue()
    let dossier = try #require(Self.state(driver)?.issued.flatMap { driver.office.dossier($0.id) })
    var form = ReceiveState(replacing: dossier)
    form.today = SampleOffice.morning.civilDate.adding(days: 3)
    #expect(form.isOnBlank && form.blank == BlankEntry(code: Self.code, receivedAt: time, reason: "mat dien"))
  }

  /// What was begun is taken up again with what was copied.
  @Test func aDraftKeepsIt() throws {
    var driver = Self.form()
    let time = SampleOffice.morning.adding(minutes: -65)
    Self.fill(&driver, time)
    let state = try #require(Self.state(driver))
    let place = try #require(state.place)
    let again = ReceiveState(place: place, driver.app.session.office.catalogue, now: SampleOffice.morning)
    #expect(again.isOnBlank && again.blank == state.blank && again.blank?.receivedAt == time)
  }
}
