import DossierDomain
import OfficeWork
import Testing

@testable import Screens

/// A batch of certified copies goes to the signer, and its numbers are said.
@Suite struct SignerScreenTests {
  private static let id = DossierID(high: 8, low: 8)

  /// In the list, with a batch of two papers, and another dossier.
  static func desk(isOpen: Bool = true, batches: Int = 1) throws -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    if isOpen {
      let volume = BookVolume(book: BookID(high: 1, low: 1), kind: .copies, year: 2026, number: 1)
      office.openVolume = OpenVolume(volume: try #require(volume), lastNumber: 14)
    }
    for batch in 0..<batches {
      var form = ReceptionForm(procedureCode: "2.000815", owner: Person(name: "Hồ Thị Pỉ"), components: [])
      form.certified = ["bang 2 30", "hocba 5 10"].compactMap { try? CertifiedLine(typed: $0) }
      _ = office.perform(
        Act(dossier: DossierID(high: 8, low: 8 + UInt64(batch)), commands: [.receive(form)]), SampleOffice.lan.id,
        SampleOffice.morning)
    }
    return TestDriver.signedIn(office: office)
  }

  static func open(_ driver: inout TestDriver) {
    driver.press("<F3>")
    driver.type("ho thi pi")
    driver.press("<enter>")
  }

  @Test func itsNumbersAreTakenAndSaid() throws {
    var driver = try Self.desk()
    Self.open(&driver)
    driver.expectSentence("30 Bằng tốt nghiệp, 2 trang; 10 Học bạ, 5 trang")
    driver.press("_")
    driver.expect("Ai ký?")
    driver.type("Lê Văn Sơn")
    driver.press("<enter>")
    driver.expectSentence("số 15–16, quyển số 01/2026 - SCT/BS")
    let numbering = try #require(driver.office.dossier(Self.id)?.standingNumbering)
    #expect(numbering.numbers == [15, 16] && numbering.signer == "Lê Văn Sơn")
    // The next batch is signed by the same person.
    driver.press("_")
    driver.expectSentence("Lê Văn Sơn")
  }

  @Test func aClosedBookIsSaidAndNothingIsNumbered() throws {
    var driver = try Self.desk(isOpen: false)
    Self.open(&driver)
    driver.press("_")
    driver.type("Lê Văn Sơn")
    driver.press("<enter>")
    driver.expectSentence("dossier book open copies")
    #expect(driver.office.dossier(Self.id)?.numberings.isEmpty == true)
  }

  /// A book is of the year of its numbers.
  @Test func aDateInDoubtIsAskedAbout() throws {
    var driver = try Self.desk()
    Self.open(&driver)
    driver.office.lastEntryAt = SampleOffice.moment("2026-01-05T08:00")
    driver.press("_")
    driver.type("Lê Văn Sơn")
    driver.press("<enter>")
    #expect(driver.app.top.overlay is ClockQuestion)
    driver.press("1")
    #expect(driver.office.dossier(Self.id)?.standingNumbering?.numbers == [15, 16])
  }

  @Test func onlyWhatIsCertifiedGoesThere() throws {
    var driver = TestDriver.signedIn()
    driver.press("7", "<home>")
    let row = try #require(driver.app.top.screen.targets.first)
    #expect(BookKind(procedure: row.procedureCode) == nil, "another row is needed for this test")
    driver.press("_")
    driver.expect("không chứng thực bản sao")
  }
}
