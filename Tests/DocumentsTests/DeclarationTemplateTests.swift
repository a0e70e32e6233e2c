import DossierDomain
import ReferenceData
import Testing

@testable import Documents

@Suite struct DeclarationTemplateTests {
  @Test func eachFrequentProcedureHasADeclarationOrAReason() throws {
    for code in ShortNames.byCode.keys {
      let isListed = DeclarationList.byCode[code] != nil
      #expect(isListed != (DeclarationList.absences[code] != nil), "\(code)")
    }
    for code in DeclarationList.byCode.keys {
      #expect(try !Self.answer(code, 2026, 11, 24).templates.isEmpty, "\(code)")
    }
    #expect(try Self.answer("2.000815", 2026, 11, 24) == .nonePrescribed)
    #expect(try Self.answer("1.001776", 2026, 11, 24) == .fieldsUnknown)
    #expect(try Self.answer("9.999999", 2026, 11, 24) == .unknown)
  }

  /// The law of 2026 is in force from 1 March 2027, and its forms were not seen.
  @Test func aDeclarationIsForTheDayOfReception() throws {
    #expect(try Self.answer("1.001193", 2027, 2, 28).templates.map(\.id) == ["birth"])
    #expect(try Self.answer("1.001193", 2027, 3, 1) == .notValid)
    #expect(try Self.answer("3.000722", 2026, 8, 31) == .notValid)
    #expect(try Self.answer("1.000689", 2026, 9, 1).templates.map(\.id) == ["birth", "parent-child"])
  }

  @Test func anOfficeCanReplaceATextWithoutABuild() throws {
    let text = try #require(DeclarationTexts.byID["birth"])
    let own = text.replacing("promise\t?", with: "promise\tNguyên văn của phụ lục.")
    let answer = try Declarations.of(
      procedure: "1.001193", on: try Self.date(2026, 11, 24), own: ["birth": own])
    #expect(answer.templates.first?.blocks.contains(.promise(.known("Nguyên văn của phụ lục."))) == true)
  }

  @Test func aLabelIsTheTextBeforeTheBlank() throws {
    let fields = try DeclarationSamples.template("birth").fields
    func label(_ id: String) -> String? { fields.first { $0.id == id }?.label }
    #expect(label("requester.residence") == "Nơi cư trú")
    #expect(label("mother.birth") == "Năm sinh")
    #expect(label("child.ethnicity") == "Dân tộc")
    #expect(label("made.date") == "Ngày làm tờ khai")
  }

  @Test func theOwnerOfTheDossierIsOneOfItsPersons() throws {
    for template in try Declarations.all() {
      guard let owner = template.owner else { continue }
      #expect(template.fields.contains { $0.id == "\(owner.rawValue).name" }, "\(template.id)")
    }
    #expect(try DeclarationSamples.template("birth").owner == .child)
    #expect(try DeclarationSamples.template("marriage").owner == nil)
  }

  private static let valid = """
    form\tx\tTờ khai
    law\t?\t1/2024/TT
    valid\t?\t?
    confirmed\tno
    line\tTên: {child.name name A}
    """

  @Test func theSmallestTextIsADeclaration() throws {
    let template = try DeclarationTemplate(text: Self.valid)
    #expect(template.fields.map(\.id) == ["child.name"])
    #expect(template.isValid(on: try Self.date(1999, 1, 1)))
  }

  @Test(arguments: [
    ("surprise\tx", DeclarationTemplateFault.Reason.unknownRow),
    ("form\tx\ty", .repeated),
    ("line\tx\ty", .wrongCells),
    ("line\t", .wrongCells),
    ("line\tTên: \u{1B}[2J", .wrongCells),
    ("line\tTên: {child.name name A", .badField),
    ("line\tTên: }", .badField),
    ("line\tTên: {child.name name}", .badField),
    ("line\tTên: {child.name name Z}", .badField),
    ("line\tTên: {child.name name AA}", .badField),
    ("line\tTên: {child.name name A 900}", .badField),
    ("line\tTên: {child.name name A x9}", .badField),
    ("line\tTên: {child.name name/day A}", .badField),
    ("line\tTên: {child.other letters A}", .badField),
    ("line\tTên: {child name A}", .badField),
    ("line\t{child.other name A}", .badField),
    ("line\tTên: {stranger.name name A}", .unknownGroup),
    ("line\tTên: {child.sex choice:none A}", .unknownList),
    ("line\tTên: {child.name date A}", .differingField),
    ("line\tTên: {child.birthWords words F}", .unknownDate),
    ("line\tTên: {child.inLetters words F}", .unknownDate),
    ("line\tTên: {child.nameWords words F}", .unknownDate),
    ("owner\tstranger", .unknownGroup),
    ("row\tTên\t{name name A}", .wrongCells),
    ("columns\tstranger=Bên", .unknownGroup),
    ("sign\trequester", .wrongCells),
    ("valid\t2026-02-30\t?", .repeated),
    ("line\t" + String(repeating: "x", count: 601), .tooLarge),
    (String(repeating: "\n", count: 300), .tooLarge),
    (String(repeating: "x", count: 1 << 16), .tooLarge),
  ])
  func nothingIsGuessed(row: String, reason: DeclarationTemplateFault.Reason) throws {
    #expect { try DeclarationTemplate(text: Self.valid + "\n" + row) } throws: {
      ($0 as? DeclarationTemplateFault)?.reason == reason
    }
  }

  @Test func aFaultNamesItsLine() {
    #expect(throws: DeclarationTemplateFault(line: 3, reason: .badDate)) {
      try DeclarationTemplate(text: Self.valid.replacing("valid\t?", with: "valid\t2026-13-01"))
    }
    #expect(throws: DeclarationTemplateFault(line: 0, reason: .incomplete)) { try DeclarationTemplate(text: "") }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  private static func answer(_ code: String, _ year: Int, _ month: Int, _ day: Int) throws -> Declarations.Answer {
    try Declarations.of(procedure: code, on: try date(year, month, day))
  }
}
