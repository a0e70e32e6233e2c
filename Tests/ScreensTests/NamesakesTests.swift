import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Wherever a person is chosen or found, the row says who she is if her name is not alone.
@Suite struct NamesakesTests {
  private static let marks = ["Hồ Thị Mai · 1985 · Thôn Ka Tăng · •••217", "Hồ Thị Mai · 1990 · Bản Mới"]

  @Test func everyViewOfTheQueueSaysIt() {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes())
    for view in ["1", "3", "7"] {
      driver.press(view)
      // The column may cut what comes last.
      driver.expect("Hồ Thị Mai · 1985 · Thôn Ka Tăng")
      driver.expect("Hồ Thị Mai · 1990 · Bản Mới")
      driver.expectNot("Trần Thị Hòa ·")
    }
  }

  @Test func aNameThatIsAloneTakesNoRoom() {
    var driver = TestDriver.signedIn(office: SampleOffice.busy(requiresPIN: false))
    driver.press("7")
    driver.expect("Số hóa")
    driver.expectNot(" · 19")
  }

  @Test func theCallListSaysIt() {
    var office = SampleOffice.withNamesakes()
    for index in 0..<2 {
      _ = office.perform(
        Act(dossier: SampleOffice.id(100 + index), commands: [.requestSupplement(items: ["Ảnh"])]),
        SampleOffice.lan.id, SampleOffice.moment("2026-11-25T08:20"))
    }
    var driver = TestDriver.signedIn(office: office)
    driver.press("4", ";")
    for mark in Self.marks { driver.expect(mark) }
  }

  @Test func theListOfUndosSaysIt() {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes(), size: Size(columns: 132, rows: 43))
    driver.press("<C-u>")
    for mark in Self.marks { driver.expect(mark) }
  }

  /// The prompt names the person as the list does.
  @Test func whoActsReadsWhoItIs() {
    var driver = TestDriver.signedIn(office: SampleOffice.withNamesakes())
    driver.press("7", "/")
    driver.type("ho thi mai")
    driver.press("<enter>", "<enter>", "c")
    driver.expect("· Hồ Thị Mai · 19")
  }

  @Test func twoDraftsOfOneNameAreToldApart() {
    func draft(_ birth: String, _ address: String) -> ReceptionDraft {
      let fields = [("owner", "Hồ Thị Mai"), ("birth", birth), ("address", address), ("procedure", "2.000815")]
      return ReceptionDraft(
        name: "receive", place: Place(name: "receive", fields: fields.map { Place.Field($0.0, $0.1) }))
    }
    let session = TestDriver.signedIn().app.session
    let drafts = [draft("12/03/1985", "Thôn Ka Tăng, xã La Lay"), draft("1990", "Bản Mới, xã La Lay")]
    #expect(drafts[0].title(session, among: drafts).hasPrefix("Hồ Thị Mai · 1985 · Thôn Ka Tăng · "))
    #expect(drafts[1].title(session, among: drafts).hasPrefix("Hồ Thị Mai · 1990 · Bản Mới · "))
    #expect(!drafts[0].title(session, among: [drafts[0]]).contains("1985"))
  }
}
