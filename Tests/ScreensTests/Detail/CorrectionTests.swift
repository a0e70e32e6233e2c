import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Corrections after the code. Every person is invented.
@Suite struct CorrectionTests {
  /// At a birth whose father was taken for the mother.
  private static func driver() throws -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    var form = ReceptionForm(
      procedureCode: "1.001193", owner: Person(name: "Hồ Thị Mỹ Lan", birth: "24/11/2026"), components: [])
    form.applicant = Person(name: "Trần Thị Mẫu", identityNumber: "045190001234")
    form.applicant?.relation = Relation(.father)
    _ = office.perform(
      Act(dossier: SampleOffice.id(30), commands: [.receive(form)]), SampleOffice.lan.id,
      SampleOffice.moment("2026-11-25T08:15"))
    var driver = TestDriver.signedIn(office: office)
    driver.press("7", "/")
    driver.type("my lan")
    driver.press("<enter>", "<enter>")
    try #require(driver.app.context == .detail)
    return driver
  }

  private static func correct(_ field: DossierAction.CorrectableField, _ driver: inout TestDriver) {
    driver.press("<C-e>")
    for _ in 1..<field.rawValue { driver.press("<down>") }
    driver.press("<enter>")
  }

  private static func finish(_ driver: inout TestDriver) {
    driver.type("ghi nhầm")
    driver.press("<enter>")
  }

  @Test func theRelationIsChosenAmongThosePossible() throws {
    var driver = try Self.driver()
    Self.correct(.applicantRelation, &driver)
    driver.expect("1 mẹ")
    driver.expectNot("1 cha")
    // A newborn has neither husband nor child.
    driver.expectNot("vợ, chồng")
    driver.expect("2 ông, bà")
    driver.press("1")
    Self.finish(&driver)
    #expect(driver.office.dossier(SampleOffice.id(30))?.applicant?.relation == Relation(.mother))
  }

  @Test func aParentAndTheSexAreCorrected() throws {
    var driver = try Self.driver()
    Self.correct(.mother, &driver)
    driver.type("Hồ Thị Mẹ")
    driver.press("<enter>")
    Self.finish(&driver)
    Self.correct(.ownerSex, &driver)
    driver.press("2")
    Self.finish(&driver)
    let dossier = try #require(driver.office.dossier(SampleOffice.id(30)))
    #expect(dossier.related.map(\.name) == ["Hồ Thị Mẹ"] && dossier.owner.sex == .female)
  }
}
