import DossierDomain
import OfficeWork
import Terminal
import Testing

@testable import Screens

/// A newborn's parents, one of whom may bring the papers.
extension ReceptionPeopleScreenTests {
  @Test func theSecondCardOfANewbornIsTheOtherParents() throws {
    var driver = Self.inForm("1.001193")
    driver.type("Hồ Thị Mỹ Lan")
    try scan(Self.mother, &driver)
    let focus = try form(driver).form.focus
    #expect(try form(driver).relation == nil)
    try scan(Self.father, &driver)
    let state = try form(driver)
    // What was being typed goes on.
    #expect(state.form.focus == focus && state.text("owner") == "Hồ Thị Mỹ Lan")
    let reception = state.reception
    // She may be the grandmother: the clerk says what she is.
    #expect(reception.applicant?.relation == nil && reception.applicant?.identified == .cardQR)
    let father = try #require(reception.related.first)
    #expect(reception.related.count == 1 && father.relation == Relation(.father))
    #expect(father.identityNumber == "045088000001" && father.birth == "01/01/1988" && father.identified == .cardQR)
    #expect(try kept(state).reception == reception)
    #expect(state.fields.contains { $0.id == "mother" } && state.fields.contains { $0.id == "father" })
    driver.expectSentence("Đã lấy cha từ thẻ: Hồ Văn Cưới.")
    // She sees her row: it stands with whoever came, not at the end of the form.
    let ids = state.fields.map(\.id)
    #expect(ids.firstIndex(of: "father").map { ids[$0 - 1] } == "relation")
  }

  /// The parent who is scanned is named; the other one of the row is nobody.
  @Test func theMothersCardIsTheMothers() throws {
    var driver = Self.inForm("1.001193")
    try scan(Self.father, &driver)
    try scan(Self.mother, &driver)
    driver.expectSentence("Đã lấy mẹ từ thẻ: ")
    #expect(try form(driver).reception.related.map(\.relation) == [Relation(.mother)])
  }

  @Test func aGrandmotherIsNotTheMother() throws {
    var driver = Self.inForm("1.001193")
    try scan("045160001234||HỒ THỊ BÀ|02031960|Nữ|Thôn A Ngo, Đa Krông, Quảng Trị|01012022", &driver)
    try scan(Self.father, &driver)
    var state = try form(driver)
    state.fill("mother", "Trần Thị Mẫu")
    #expect(state.reception.applicant?.relation == nil)
    #expect(state.reception.related.map(\.name) == ["Hồ Văn Cưới", "Trần Thị Mẫu"])
  }

  /// The card of whoever brings the papers, scanned at the row of a parent, says which parent she is.
  @Test(arguments: [false, true]) func theApplicantsCardAtAParentSaysTheRelation(isTyped: Bool) throws {
    var driver = Self.inForm("1.001193")
    if isTyped {
      driver.go(to: "applicant")
      driver.type("Trần Thị Mẫu")
    } else {
      try scan(Self.mother, &driver)
    }
    driver.go(to: "mother")
    try scan(Self.mother, &driver)
    let state = try form(driver)
    #expect(state.reception.applicant?.relation == Relation(.mother) && state.reception.related.isEmpty)
    #expect(state.reception.applicant?.identityNumber == "045190001234" && state.text("mother").isEmpty)
    driver.expect("Đây là thẻ của người nộp, quan hệ: mẹ.")
    #expect(state.fields.contains { $0.id == state.form.focus })
  }

  @Test func aScanAtAParentKeepsTheRelationThatTheClerkChose() throws {
    var driver = Self.inForm("1.001193")
    try scan(Self.mother, &driver)
    driver.go(to: "relation")
    driver.press("5")
    driver.go(to: "mother")
    try scan(Self.mother, &driver)
    #expect(try form(driver).reception.applicant?.relation == Relation(.grandparent))
  }

  /// Number and name decide who is the applicant, in this order.
  @Test(
    arguments: [
      ("045190001234", "Trần Thị Mẫu", nil, 0), ("045190001234", "Trần Thị Mẫn", nil, 0),
      ("045190009999", "Trần Thị Mẫu", nil, 1), ("", "TRẦN THỊ MẪU", nil, 0), ("", "Trần Thị Mẫu", .mother, 0),
      ("", "Trần Thị Mẫu", .grandparent, 1), ("", "Trần Thị Khác", .mother, 1),
    ] as [(String, String, Relation.Kind?, Int)])
  func nobodyIsApplicantAndParent(number: String, name: String, relation: Relation.Kind?, count: Int) {
    var mother = Person(name: name, identityNumber: number)
    mother.relation = Relation(.mother)
    var reception = ReceptionForm(procedureCode: "1.001193", owner: Person(name: "Hồ Thị Mỹ Lan"), components: [])
    reception.applicant = Person(name: "Trần Thị Mẫu", identityNumber: "045190001234")
    reception.applicant?.relation = relation.map { Relation($0) }
    reception.related = [mother]
    reception.complete { _ in nil }
    #expect(reception.related.count == count)
    #expect(reception.applicant?.relation?.kind == (count == 0 ? .mother : relation))
  }

  @Test func whoBringsThePapersIsNotAParentTwice() throws {
    var driver = Self.inForm("1.001193")
    try scan(Self.mother, &driver)
    var state = try form(driver)
    state.fill("relation", String(Relation.Kind.mother.rawValue))
    state.fill("mother", "Trần Thị Mẫu")
    #expect(state.reception.related.isEmpty)
    state.fill("relation", String(Relation.Kind.grandparent.rawValue))
    #expect(state.reception.related.map(\.name) == ["Trần Thị Mẫu"])
  }
}
