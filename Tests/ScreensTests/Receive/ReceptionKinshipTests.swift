import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// What the applicant is to a newborn, and what she cannot be. Every person is invented.
@Suite struct ReceptionKinshipTests {
  private typealias Samples = ReceptionPeopleScreenTests

  private static func afterCard(_ card: String) throws -> TestDriver {
    var driver = Samples.inForm("1.001193")
    driver.type("Hồ Thị Mỹ Lan")
    driver.go(to: "birth")
    driver.type("25112026")
    try scan(card, &driver)
    driver.go(to: "relation")
    return driver
  }

  private static func scan(_ text: String, _ driver: inout TestDriver) throws {
    driver.send(.scan(try #require(ScannedCode(text))))
  }

  private static func form(_ driver: TestDriver) throws -> ReceiveState {
    try #require(driver.app.top.screen as? ReceiveState)
  }

  @Test(arguments: [
    (ReceptionPeopleScreenTests.mother, Relation.Kind.mother, Relation.Kind.father),
    (ReceptionPeopleScreenTests.father, .father, .mother),
  ])
  func whatSheCanBeComesFirst(card: String, first: Relation.Kind, second: Relation.Kind) throws {
    var driver = try Self.afterCard(card)
    driver.press("<right>")
    #expect(try Self.form(driver).relation == first)
    driver.press("<right>")
    #expect(try Self.form(driver).relation == second)
    driver.press("<right>")
    #expect(try Self.form(driver).relation == .spouse)
    // The digits stay with their words.
    driver.press("1")
    #expect(try Self.form(driver).relation == .father)
  }

  /// The relation is asked about before the code, and taken as it is by a second key.
  private static func expectAskedOnce(_ sentence: String, _ driver: inout TestDriver) throws {
    driver.issue()
    let state = try form(driver)
    #expect(state.issued == nil && state.form.focus == "relation")
    driver.expectSentence(sentence)
    driver.now = Instant(milliseconds: driver.now.milliseconds + 1000)
    driver.issue()
    #expect(try form(driver).issued != nil)
  }

  @Test func aWomanWhoIsTheFatherIsAskedAbout() throws {
    var driver = try Self.afterCard(Samples.mother)
    driver.press("1")
    // Nobody is hidden by it.
    #expect(try Self.form(driver).fields.contains { $0.id == "father" })
    driver.press("<home>")
    try Self.expectAskedOnce(
      "Người nộp là nữ (theo thẻ hoặc số định danh), mà Quan hệ ghi: cha. Bấm lần nữa", &driver)
  }

  @Test func aNewbornHasNoChild() throws {
    var driver = try Self.afterCard(Samples.mother)
    driver.press("4", "<home>")
    try #require(try Self.form(driver).relation == .child)
    try Self.expectAskedOnce(
      "Quan hệ ghi: con, mà tuổi không hợp: người ấy sinh 02/03/1990, chủ hồ sơ sinh 25/11/2026.", &driver)
  }

  /// Whoever brings the papers of somebody old may be her child; a parent's card may be of a child.
  @Test func agesThatMayBeAreNotAskedAbout() throws {
    var driver = try Self.afterCard(Samples.mother)
    driver.press("4")
    var state = try Self.form(driver)
    #expect(state.ageDoubts.map(\.field) == ["relation"])
    state.fill("birth", "1950")
    #expect(state.ageDoubts.isEmpty)
    state.fill("relation", String(Relation.Kind.mother.rawValue))
    #expect(state.ageDoubts.map(\.field) == ["relation"])
    state.fill("birth", "25/11/2026")
    #expect(state.ageDoubts.isEmpty)
    driver.press("2")
    try Self.scan("045220000001||Hồ Văn Cưới|01012020|Nam|Thôn Mẫu, Đa Krông, Quảng Trị|01012024||||", &driver)
    #expect(try Self.form(driver).ageDoubts.map(\.field) == ["father"])
  }

  @Test func thereAreNotTwoFathers() throws {
    var driver = try Self.afterCard(Samples.mother)
    driver.press("1")
    try Self.scan(Samples.father, &driver)
    #expect(try Self.form(driver).text("father") == "Hồ Văn Cưới")
    driver.expectSentence("Hai người cùng ghi là cha: TRẦN THỊ MẪU và Hồ Văn Cưới.")
    for _ in 1...3 {
      driver.now = Instant(milliseconds: driver.now.milliseconds + 1000)
      driver.issue()
    }
    #expect(try Self.form(driver).issued == nil && Self.form(driver).form.focus == "relation")
    driver.press("2")
    driver.issue()
    let reception = try Self.form(driver).reception
    #expect(try Self.form(driver).issued != nil && reception.applicant?.relation == Relation(.mother))
    #expect(reception.related.map(\.name) == ["Hồ Văn Cưới"])
  }

  /// The number of the father's card was typed for the applicant.
  @Test func oneNumberIsNotBothParents() throws {
    var driver = try Self.afterCard(Samples.mother)
    try Self.scan(Samples.father, &driver)
    var state = try Self.form(driver)
    state.fill("relation", String(Relation.Kind.mother.rawValue))
    #expect(state.parentFault == nil)
    state.fill("applicant-number", "045088000001")
    #expect(state.parentFault == .oneNumber && state.reception.related.count == 1)
    #expect(state.problems(.vi, now: SampleOffice.morning).contains { $0.field == "relation" })
  }

  /// The card at the row of a parent says more than a relation of the other sex.
  @Test func theCardAtAParentsRowMendsTheRelation() throws {
    var driver = try Self.afterCard(Samples.mother)
    driver.press("1")
    driver.go(to: "mother")
    try Self.scan(Samples.mother, &driver)
    #expect(try Self.form(driver).relation == .mother)
  }
}
