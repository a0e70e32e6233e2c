import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What was received on a blank receipt is copied into the form when the current is back.
@Suite struct BlankReceptionTests {
  private static let code = "000.19.45.H50-261124-0021"

  /// The desk was silent for the last three hours.
  private static func form() -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    let now = SampleOffice.morning
    office.blanks = [
      BlankReceipt(
        code: DossierCode(code, origin: .office), printedAt: now.adding(minutes: -5 * 1440), state: .unused)
    ]
    office.silences = [now.adding(minutes: -180)...now.adding(minutes: 600)]
    var driver = TestDriver.signedIn(office: office)
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
