import Documents
import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// A paper that is scanned opens its dossier, and what its seal proves is said beside it.
@Suite struct PaperScanTests {
  private static let id = SampleOffice.id(30)

  private static func driver() throws -> (driver: TestDriver, dossier: Dossier) {
    var office = SampleOffice.busy(requiresPIN: false)
    let form = ReceptionForm(procedureCode: "1.004873", owner: Person(name: "Trần Thị Mẫu"), components: [])
    _ = office.perform(
      Act(dossier: id, commands: [.receive(form)]), SampleOffice.lan.id, SampleOffice.moment("2026-11-23T10:00"))
    let dossier = try #require(office.dossier(id))
    return (TestDriver.signedIn(office: office), dossier)
  }

  private static func text(_ code: String) -> String {
    "\(code)|1.004873||Giấy|dossier|2026-11-24T08:45:00+07:00|12/2026-7K3QZ0|receipt|"
      + String(repeating: "1", count: 205)
  }

  private static func scan(_ code: String, _ driver: inout TestDriver) throws {
    driver.send(.scan(try #require(ScannedCode(text(code)))))
  }

  private static func recorded(on dossier: Dossier) throws -> PaperCheck {
    let (form, number) = (try #require(PaperFormID("receipt")), try #require(PaperNumber("12/2026-7K3QZ0")))
    let issue = try #require(
      PaperIssue(
        form: form, template: "1", number: number, pageHash: Array(repeating: 7, count: PaperIssue.hashLength),
        sealed: String(repeating: "ab", count: 32)))
    let paper = IssuedPaper(issue: issue, at: SampleOffice.morning, by: SampleOffice.lan.id)
    let filed = FiledPaper(paper, on: dossier, visit: [dossier])
    return PaperCheck(
      at: .desk, .signed(SealingMachine(name: "Bàn 1", office: "xã La Lay")),
      record: .here(PaperCheck.Recorded(filed, isSame: true)))
  }

  @Test func aTruePaperOpensItsDossierAndIsSaidToBeTrue() throws {
    let (start, dossier) = try Self.driver()
    var driver = start
    driver.office.papers.check = try Self.recorded(on: dossier)
    try Self.scan(dossier.code.text, &driver)
    #expect(driver.app.context == .detail)
    driver.expectSentence("Giấy thật, có trong sổ: số 12/2026-7K3QZ0.")
    #expect(driver.app.session.message?.text.contains("12/2026-7K3QZ0") == true)
    // The next key takes it away, as any other message.
    driver.press("<down>")
    driver.expectNot("Giấy thật")
  }

  @Test(arguments: [
    (SealVerdict.wrong, "Giấy giả hoặc mã bị sửa"), (.unreadable, "Không đọc được mã trên giấy"),
    (.unknownMachine, "ở đây không biết máy đã ký"),
  ])
  func whatIsWrongWithItIsSaidBesideItsDossier(verdict: SealVerdict, sentence: String) throws {
    let (start, dossier) = try Self.driver()
    var driver = start
    driver.office.papers.check = PaperCheck(at: .desk, verdict)
    try Self.scan(dossier.code.text, &driver)
    #expect(driver.app.context == .detail)
    driver.expectSentence(sentence)
  }

  /// What is said of the paper says it already.
  @Test func aPaperOfNoDossierHereIsToldOnce() throws {
    var driver = try Self.driver().driver
    driver.office.papers.check = PaperCheck(at: .desk, .unknownMachine)
    try Self.scan("000.19.45.H50-261124-9999", &driver)
    #expect(driver.app.context == .lookup)
    driver.expectSentence("ở đây không biết máy đã ký")
    driver.expectNot("Máy này không có hồ sơ")
  }

  /// The dossier is open before anything is known of its paper.
  @Test func nothingWaitsForTheCheck() throws {
    let (start, dossier) = try Self.driver()
    var driver = start
    let code = try #require(ScannedCode(Self.text(dossier.code.text)))
    let effects = driver.app.update(.scan(code), now: driver.now)
    let checks = effects.filter { if case .device(.check) = $0 { true } else { false } }
    #expect(checks.count == 1)
    #expect(effects.contains { if case .ask(.findByCode) = $0 { true } else { false } })
    #expect(driver.app.session.message == nil)
  }

  /// A code alone, as on a file label, has nothing to check.
  @Test func aCodeWithoutASealIsOnlyOpened() throws {
    let (start, dossier) = try Self.driver()
    var driver = start
    let code = try #require(ScannedCode(dossier.code.text))
    let effects = driver.app.update(.scan(code), now: driver.now)
    #expect(!effects.contains { if case .device(.check) = $0 { true } else { false } })
  }
}
