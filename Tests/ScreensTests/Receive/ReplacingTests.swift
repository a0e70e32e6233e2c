import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// A dossier was received under a wrong procedure.
@Suite struct ReplacingTests {
  /// A certified copy that was received for somebody who wanted another procedure.
  private static func wrong(_ driver: inout TestDriver) throws -> DossierID {
    driver.press("n")
    driver.type("1.004884")
    driver.press("<enter>")
    driver.type("Hồ Thị Kăn Tưm")
    driver.go(to: Field.ID("form", 0))
    driver.press("2")
    driver.issue()
    let id = try #require((driver.app.top.screen as? ReceiveState)?.issued?.id)
    driver.press("<enter>")
    #expect(driver.app.context == .detail)
    return id
  }

  private static func state(_ driver: TestDriver) -> ReceiveState? { driver.app.top.screen as? ReceiveState }

  @Test func personsAndPapersOfTheSameNamesAreTakenOver() throws {
    var driver = TestDriver.signedIn()
    let old = try Self.wrong(&driver)
    let marked = driver.office.dossier(old)?.components.filter { $0.form == .certifiedCopy }.map(\.name)
    driver.press("<C-w>")
    #expect(Self.state(driver)?.text("owner") == "Hồ Thị Kăn Tưm")
    #expect(Self.state(driver)?.procedure == nil)
    // Nothing has happened yet.
    #expect(driver.office.dossier(old)?.isVoid == false)
    driver.type("1.004884")
    driver.press("<enter>")
    #expect(Self.state(driver)?.components.filter { $0.form == .certifiedCopy }.map(\.name) == marked)
    // The dossier of the same procedure is the one that is replaced, so that nobody is warned of it.
    driver.issue()
    let new = try #require(Self.state(driver)?.issued?.id)
    let (dossier, former) = (try #require(driver.office.dossier(new)), try #require(driver.office.dossier(old)))
    #expect(former.voidReason == Replacement.reason(replacedBy: dossier.code))
    #expect(dossier.notes.map(\.text) == [Replacement.note(replacing: former.code)])
  }

  /// Whoever is sent away all the same does not keep the wrong dossier beside the refused one.
  @Test func aRefusalReplacesToo() throws {
    var driver = TestDriver.signedIn()
    let old = try Self.wrong(&driver)
    driver.press("<C-w>")
    driver.type("1.004884")
    driver.press("<enter>", "<A-k>")
    driver.type("Không thuộc thẩm quyền")
    driver.press("<enter>")
    driver.type("Luật Hộ tịch")
    driver.press("<enter>")
    #expect(Self.state(driver)?.issued?.status == .refused)
    #expect(driver.office.dossier(old)?.isVoid == true)
  }

  /// The undone code has made another dossier void; the form that comes back does so again.
  @Test func anUndoneReplacementStillReplaces() throws {
    var driver = TestDriver.signedIn()
    let old = try Self.wrong(&driver)
    driver.press("<C-w>")
    driver.type("1.004884")
    driver.press("<enter>")
    driver.issue()
    // Its form is left, so that it comes back as a draft.
    driver.press("<enter>", "u", "<enter>")
    #expect(driver.office.dossier(old)?.isVoid == false)
    let drafts = driver.app.receptionDrafts
    #expect(drafts.count == 1 && drafts.first.flatMap { ReplacedDossier($0.place) }?.id == old)
  }

  @Test func whoCameAndHowManyPapersAreTakenOverToo() throws {
    var driver = TestDriver.signedIn()
    let old = try Self.wrong(&driver)
    var dossier = try #require(driver.office.dossier(old))
    dossier.owner = Person(name: "Hộ Kinh Doanh A", kind: .householdBusiness, identityNumber: "045190001234")
    dossier.applicant = Person(name: "Hồ Thị Nộp", identityNumber: "045190001235", phone: "0902")
    dossier.applicant?.relation = Relation(.authorised)
    dossier.applicant?.relation?.text = "Giấy ủy quyền số 3"
    (dossier.channel, dossier.deliveryPlace, dossier.summary) = (.postal, "thôn A Ngo", "việc khác")
    let form = ReceiveState(replacing: dossier)
    #expect(form.text("owner-kind") == String(Person.Kind.householdBusiness.rawValue))
    #expect(form.text("applicant-number") == "045190001235" && form.text("applicant-phone") == "0902")
    #expect(form.relation == .authorised && form.text("relation-text") == "Giấy ủy quyền số 3")
    #expect(form.text("channel") == String(Channel.postal.rawValue) && form.text("delivery-place") == "thôn A Ngo")
    // It may speak of the wrong matter.
    #expect(form.text("summary").isEmpty)
    #expect(form.visit == dossier.id)
  }

  @Test func aFormThatIsGivenUpVoidsNothing() throws {
    var driver = TestDriver.signedIn()
    let old = try Self.wrong(&driver)
    driver.press("<C-w>", "<esc>")
    #expect(driver.office.dossier(old)?.isVoid == false)
  }

  @Test func theFormSaysWhatItReplacesAndADraftRemembersIt() throws {
    var driver = TestDriver.signedIn()
    let old = try Self.wrong(&driver)
    driver.press("<C-w>")
    driver.expectSentence("hồ sơ ấy được hủy khi cấp mã này")
    driver.restart()
    driver.press("1")
    let replaced = try #require(Self.state(driver)?.replaced)
    #expect(replaced.id == old)
    #expect(replaced.papers == driver.office.dossier(old).map { ReplacedDossier($0).papers })
    #expect(!replaced.papers.isEmpty)
  }

  @Test func whatHasEndedIsNotReplaced() throws {
    var driver = TestDriver.signedIn()
    let old = try Self.wrong(&driver)
    _ = driver.office.perform(
      Act(dossier: old, commands: [.withdraw(reason: "công dân xin rút")]), SampleOffice.lan.id, driver.now)
    driver.press("<esc>", "7", "<home>")
    _ = driver.app.open(DetailState(id: old), now: driver.now)
    driver.run(driver.app.appear(driver.now))
    driver.press("<C-w>")
    #expect(driver.app.context == .detail)
  }
}
