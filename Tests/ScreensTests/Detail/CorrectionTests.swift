import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// Corrections after the code. Every person is invented.
@Suite struct CorrectionTests {
  /// At a birth whose father was taken for the mother.
  private static func driver(_ related: [Person] = []) throws -> TestDriver {
    var office = SampleOffice.busy(requiresPIN: false)
    var form = ReceptionForm(
      procedureCode: "1.001193", owner: Person(name: "Hồ Thị Mỹ Lan", birth: "24/11/2026"), components: [])
    form.applicant = Person(name: "Trần Thị Mẫu", identityNumber: "045190001234")
    form.applicant?.relation = Relation(.father)
    form.related = related
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

  private static func mother() -> Person {
    var mother = Person(name: "Lê Thị Mẹ", identityNumber: "045192000008", birth: "03/03/1992")
    mother.relation = Relation(.mother)
    return mother
  }

  private static func named(_ name: String, same key: String?) throws -> Dossier {
    var driver = try driver([mother()])
    correct(.mother, &driver)
    driver.expectSentence("Nội dung đúng của mục: tên mẹ")
    driver.type(name)
    driver.press("<enter>")
    if let key {
      driver.expectSentence("Người khác; bỏ: ngày sinh, số")
      driver.press(key)
    }
    driver.expectSentence("Vì sao sửa tên mẹ?")
    finish(&driver)
    return try #require(driver.office.dossier(SampleOffice.id(30)))
  }

  /// A spelling is corrected without losing what is known of her. Capitals are no question.
  @Test(arguments: [("Lê Thị Mè", "1"), ("LÊ THỊ MẸ", nil)] as [(String, String?)])
  func aCorrectedSpellingKeepsThePerson(name: String, key: String?) throws {
    let mother = try #require(try Self.named(name, same: key).related.first)
    #expect(mother.name == name && mother.birth == Self.mother().birth)
    #expect(mother.identityNumber == Self.mother().identityNumber && mother.relation == Relation(.mother))
  }

  @Test func anotherPersonHasNothingOfTheFormerOne() throws {
    let dossier = try Self.named("Hồ Thị Khác", same: "2")
    #expect(dossier.related.map(\.name) == ["Hồ Thị Khác"] && dossier.related[0].relation == Relation(.mother))
    #expect(dossier.related[0].identityNumber.isEmpty && dossier.related[0].birth.isEmpty)
  }

  /// The applicant's number goes with her, and her relation.
  @Test func anotherApplicantIsNotTheFormerOne() throws {
    var driver = try Self.driver()
    Self.correct(.applicantName, &driver)
    driver.type("Hồ Văn Nộp")
    driver.press("<enter>")
    driver.expectSentence("Người khác; bỏ: số, quan hệ")
    driver.press("2")
    Self.finish(&driver)
    #expect(driver.office.dossier(SampleOffice.id(30))?.applicant == Person(name: "Hồ Văn Nộp"))
  }

  @Test func whoIsTakenAwayIsSaidWithWhatGoes() throws {
    var driver = try Self.driver([Self.mother()])
    Self.correct(.mother, &driver)
    driver.press("<end>", "<C-u>", "<enter>")
    driver.expectSentence("Bỏ cả: ngày sinh, số")
    Self.finish(&driver)
    #expect(driver.office.dossier(SampleOffice.id(30))?.related.isEmpty == true)
  }

  /// Items behind the ninth have a key, too.
  @Test func everyItemHasAKey() throws {
    var driver = try Self.driver()
    driver.press("<C-e>", "c")
    driver.expectSentence("Nội dung đúng của mục: tên mẹ")
    driver.press("<esc>")
    driver = try Self.driver()
    driver.press("<C-e>", "0")
    driver.expectSentence("Nội dung đúng của mục: giới tính chủ hồ sơ")
  }
}
