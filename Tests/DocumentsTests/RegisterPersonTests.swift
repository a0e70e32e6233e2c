import DossierDomain
import Testing

@testable import Documents

/// What a register says of its owners besides name, number, phone and address.
@Suite struct RegisterPersonTests {
  private func read(_ table: String) throws -> RegisterCaseTests.Outcome {
    try RegisterCaseTests.read(Array(table.utf8))
  }

  @Test func birthSexAndMotherAreTakenIn() throws {
    let found = try read(
      """
      Mã hồ sơ;Chủ hồ sơ;Ngày sinh;Giới tính;Họ tên mẹ;Họ tên cha
      A-1;Hồ Thị Một;25/11/1998;Nữ;Hồ Thị Mẹ;Hồ Văn Cha
      A-2;Hồ Văn Hai;1975;nam;;
      A-3;Hồ Văn Ba;11/1960;;không;
      A-4;Công ty TNHH Bốn;01/02/2001;Nam;Hồ Thị Mẹ;

      """)
    #expect(found.dossiers.map(\.owner.birth) == ["25/11/1998", "1975", "11/1960", ""])
    #expect(found.dossiers.map(\.owner.sex) == [.female, .male, nil, nil])
    #expect(found.dossiers.map(\.owner.relative) == ["Hồ Thị Mẹ", "", "", ""])
    #expect(found.problems.isEmpty && found.remarks.isEmpty)
    #expect(found.understanding?.columns.last?.meaning == .parent)
  }

  @Test(arguments: [
    ("05/10/98", "05/10/1998"), ("1998-10-05", "05/10/1998"), ("1998-10-05T00:00:00", "05/10/1998"),
    ("05/10/1998 00:00:00", "05/10/1998"), ("1998.0", "1998"), ("36073", "05/10/1998"), ("05101998", "05/10/1998"),
    ("-", ""),
  ]) func aBirthIsReadAsItIsWritten(_ written: String, _ birth: String) throws {
    let found = try read("Mã hồ sơ;Chủ hồ sơ;Ngày sinh\nA-1;Hồ Một;\(written)\n")
    #expect(found.dossiers.map(\.owner.birth) == [birth] && found.remarks.isEmpty, "\(found.remarks)")
  }

  /// A usual form has the births of men and of women in two columns.
  @Test(arguments: [
    "Mã hồ sơ;Chủ hồ sơ;Năm sinh;;Ghi chú\n;;Nam;Nữ;\n", "Mã hồ sơ;Chủ hồ sơ;Năm sinh (nam);Năm sinh (nữ);Ghi chú\n",
    "Mã hồ sơ;Chủ hồ sơ;Ngày, tháng, năm sinh;Ngày, tháng, năm sinh;Ghi chú\n;;Nam;Nữ;\n",
  ]) func theBirthsOfMenAndWomenInTwoColumnsSayTheSexToo(_ headings: String) throws {
    let found = try read(
      headings + "A-1;Hồ Văn Một;1975;;\nA-2;Hồ Thị Hai;;25/11/1998;\nA-3;Hồ Ba;;;\nA-4;Hồ Bốn;1970;1971;\n")
    #expect(found.dossiers.map(\.owner.birth) == ["1975", "25/11/1998", "", ""])
    #expect(found.dossiers.map(\.owner.sex) == [.male, .female, nil, nil])
    #expect(found.remarks.map(\.kind) == [.birthUnreadable("1970 | 1971")])
  }

  private static let twoColumns = [
    "Mã hồ sơ;Chủ hồ sơ;Giới tính;;Ghi chú\n;;Nam;Nữ;\n", "Mã hồ sơ;Chủ hồ sơ;Giới tính (nam);Giới tính (nữ);Ghi chú\n",
    "Mã hồ sơ;Chủ hồ sơ;Giới tính;Giới tính;Ghi chú\n;;Nam;Nữ;\n",
  ]

  @Test(arguments: twoColumns, ["x", "X", "1", "✓", "v", "có", "word"])
  func theSexIsTickedInOneOfTwoColumns(_ headings: String, _ tick: String) throws {
    let (man, woman) = tick == "word" ? ("Nam", "Nữ") : (tick, tick)
    let found = try read(
      headings + "A-1;Hồ Văn Một;\(man);;\nA-2;Hồ Thị Hai;;\(woman);\nA-3;Hồ Ba;;;\nA-4;Hồ Bốn;0;\(woman);\n")
    #expect(found.dossiers.map(\.owner.sex) == [.male, .female, nil, .female])
    #expect(found.remarks.isEmpty, "\(found.remarks)")
    #expect(found.understanding?.columns.map(\.meaning)[2...3] == [.sex, .sexOfWoman])
  }

  @Test(arguments: twoColumns) func bothOrAnotherSignAreNoSexAndNamedAtTheirPlace(_ headings: String) throws {
    let found = try read(headings + "A-1;Hồ Một;x;x;\nA-2;Hồ Hai;;?;\nA-3;Hồ Ba;Nữ;;\nA-4;Hồ Bốn;x;;\n")
    #expect(found.dossiers.map(\.owner.sex) == [nil, nil, nil, .male])
    #expect(found.remarks.map(\.kind) == [.sexUnknown("x | x"), .sexUnknown("?"), .sexUnknown("Nữ")])
    let columns = found.understanding?.columns.map(\.heading) ?? []
    #expect(found.remarks.map(\.column) == [columns[2], columns[3], columns[2]])
  }

  @Test(arguments: ["Giới tính Nam/Nữ", "Giới tính Nữ/Nam", "Nam/Nữ"])
  func oneColumnForBothIsNotTicked(_ heading: String) throws {
    let found = try read("Mã hồ sơ;Chủ hồ sơ;\(heading)\nA-1;Hồ Một;Nữ\nA-2;Hồ Hai;x\n")
    #expect(found.dossiers.map(\.owner.sex) == [.female, nil])
    #expect(found.understanding?.columns[2].meaning == .sex)
  }

  /// "Giới tính, năm sinh" above "Nam" and "Nữ": the years are births.
  @Test func yearsBelowMenAndWomenAreBirths() throws {
    let found = try read(
      "Mã hồ sơ;Chủ hồ sơ;Giới tính, năm sinh;;Ghi chú\n;;Nam;Nữ;\nA-1;Hồ Một;1975;;\nA-2;Hồ Hai;;1980;\n")
    #expect(found.dossiers.map(\.owner.birth) == ["1975", "1980"])
    #expect(found.dossiers.map(\.owner.sex) == [.male, .female] && found.remarks.isEmpty)
  }

  @Test func aSexThatIsNotThatOfTheColumnOfTheBirthIsLeftOutAndNamed() throws {
    let found = try read(
      """
      Mã hồ sơ;Chủ hồ sơ;Năm sinh (nam);Năm sinh (nữ);Giới tính
      A-1;Hồ Một;1975;;Nam
      A-2;Hồ Hai;1975;;Nữ
      A-3;Hồ Ba;;1980;Nam
      A-4;Hồ Bốn;;1980;Chưa xác định

      """)
    #expect(found.dossiers.map(\.owner.sex) == [.male, nil, nil, .undetermined])
    #expect(found.dossiers.map(\.owner.birth) == ["1975", "1975", "1980", "1980"])
    #expect(found.remarks.map(\.kind) == [.sexAgainstBirth, .sexAgainstBirth])
    #expect(found.remarks.map(\.column) == ["Giới tính", "Giới tính"])
  }

  /// The row comes in; what cannot be is left out, with its line and column.
  @Test(arguments: [
    ("31/02/1998", RegisterRemark.Kind.birthUnreadable("31/02/1998")), ("28 tuổi", .birthUnreadable("28 tuổi")),
    ("01/01/1900", .birthUnreadable("01/01/1900")), ("01/02/2027", .birthInFuture("01/02/2027")),
    ("2027", .birthInFuture("2027")),
  ]) func aBirthThatCannotBeIsLeftOutAndNamed(_ written: String, _ kind: RegisterRemark.Kind) throws {
    let found = try read("Mã hồ sơ;Chủ hồ sơ;Ngày sinh\nA-1;Hồ Một;\(written)\n")
    #expect(found.dossiers.map(\.owner.birth) == [""])
    #expect(found.remarks == [RegisterRemark(line: 2, column: "Ngày sinh", kind: kind)])
  }

  @Test func aColumnOfBirthsWithTheMonthFirstIsReadSo() throws {
    let found = try read("Mã hồ sơ;Chủ hồ sơ;Ngày sinh\nA-1;Hồ Một;10/05/1998\nA-2;Hồ Hai;10/25/1998\n")
    #expect(found.dossiers.map(\.owner.birth) == ["05/10/1998", "25/10/1998"])
  }

  /// Days above 12 as text beside real dates up to 12: asked about, and the answer holds for births too.
  @Test(arguments: [(DateOrder.dayFirst, "05/06/1985"), (.monthFirst, "06/05/1985")])
  func aBirthThatASpreadsheetHasExchangedIsReadAsTheAnswerSays(_ order: DateOrder, _ birth: String) throws {
    let table = "Mã hồ sơ;Chủ hồ sơ;Ngày sinh\nA-1;Hồ Một;25/12/1985\nA-2;Hồ Hai;1985-06-05\n"
    #expect(throws: RegisterReader.ReadError.self) { try read(table) }
    let found = try RegisterCaseTests.read(Array(table.utf8), RegisterChoices(dateOrder: order))
    #expect(found.dossiers.map(\.owner.birth) == ["25/12/1985", birth] && found.remarks.isEmpty)
  }

  @Test(arguments: [
    ("Giới tính", "1", nil), ("Giới tính (1: nam, 0: nữ)", "1", Sex.male), ("Giới tính (1: nam, 0: nữ)", "0", .female),
    ("Giới tính (Nam = 1, Nữ = 2)", "2", .female), ("Giới tính (Nam = 1, Nữ = 2)", "0", nil), ("Nam/Nữ", "x1", nil),
    ("Nam/Nữ", "x", nil),
  ]) func aNumberIsASexOnlyWhereTheHeadingSaysIt(_ heading: String, _ written: String, _ sex: Sex?) throws {
    let found = try read("Mã hồ sơ;Chủ hồ sơ;\(heading)\nA-1;Hồ Một;\(written)\n")
    #expect(found.dossiers.map(\.owner.sex) == [sex])
    #expect(found.remarks.map(\.kind) == (sex == nil ? [.sexUnknown(written)] : []))
  }

  /// Where it is one program's word for an empty cell, a word about each would hide the others.
  @Test func nothingIsSaidOfCellsWithoutAValue() throws {
    let table = "Mã hồ sơ;Chủ hồ sơ;Ngày sinh;Giới tính;Họ tên mẹ\n"
    let rows = ["NULL", "chưa có", "-", "N/A", "không"].enumerated().map { place, word in
      "A-\(place + 1);Hồ Một;\(word);\(word);\(word)\n"
    }
    let found = try read(table + rows.joined() + "A-9;Hồ Chín;02/03/1990;Nữ;Hồ Thị Mẹ\n")
    #expect(found.dossiers.count == 6 && found.remarks.isEmpty, "\(found.remarks)")
    #expect(found.dossiers.last?.owner.birth == "02/03/1990" && found.dossiers.last?.owner.relative == "Hồ Thị Mẹ")
    #expect(
      found.dossiers.dropLast().allSatisfy {
        $0.owner.birth.isEmpty && $0.owner.sex == nil && $0.owner.relative.isEmpty
      })
  }

  /// The row comes in; what is no name is left out, with its line and column.
  @Test(arguments: [
    "Hồ Thị **", "đã chết", "Không rõ", "không xác định", "1960", "=A1&B1", "như trên",
    String(repeating: "Hồ ", count: 41),
  ]) func whatIsNoNameIsNotTakenForTheMothers(_ written: String) throws {
    let found = try read("Mã hồ sơ;Chủ hồ sơ;Họ tên mẹ\nA-1;Hồ Một;\(written)\n")
    #expect(found.dossiers.map(\.owner.relative) == [""])
    let shown = String(written.split(separator: " ").joined(separator: " ").prefix(80))
    #expect(found.remarks == [RegisterRemark(line: 2, column: "Họ tên mẹ", kind: .relativeUnreadable(shown))])
  }

  @Test func theMotherIsWrittenAsTheOwnerIs() throws {
    let found = try read(
      "Mã hồ sơ;Chủ hồ sơ;Họ tên mẹ\nA-1;Hồ  Một;Hồ  Thị Mẹ\nA-2;Hồ Hai;Hồ Thị Mẹ (1960)\nA-3;Hồ Ba;chưa có\n")
    #expect(found.dossiers.map(\.owner.relative) == ["Hồ Thị Mẹ", "Hồ Thị Mẹ (1960)", ""])
    #expect(
      found.remarks == [RegisterRemark(line: 3, column: "Họ tên mẹ", kind: .nameHasDigits("Hồ Thị Mẹ (1960)"))])
  }

  @Test func aSpouseStandsWhereNoMotherDoes() throws {
    let found = try read("Mã hồ sơ;Chủ hồ sơ;Họ tên vợ\nA-1;Hồ Một;Hồ Thị Vợ\n")
    #expect(found.dossiers.map(\.owner.relative) == ["Hồ Thị Vợ"])
    let both = try read("Mã hồ sơ;Chủ hồ sơ;Họ tên vợ;Họ tên mẹ\nA-1;Hồ Một;Hồ Thị Vợ;Hồ Thị Mẹ\n")
    #expect(both.dossiers.map(\.owner.relative) == ["Hồ Thị Mẹ"])
  }
}
