import DossierDomain
import Testing

@testable import Documents

@Suite struct ProcedureTableTests {
  private func read(_ text: String) throws -> [ProcedureVersion] { try ProcedureTable.read(Array(text.utf8)).versions }

  @Test(arguments: Language.allCases) func whatIsWrittenIsReadAgain(_ language: Language) throws {
    var versions = Catalogue.starter.versions
    versions[0].validFrom = .known(CivilDate(dayNumber: 20_000))
    versions[0].validTo = .known(CivilDate(dayNumber: 21_000))
    versions[1].timeLimit = .hours(8)
    versions[1].bounds.supplements = .known(1)
    versions[1].bounds.waitingDays = .known(20)
    versions[1].bounds.extensions = .known(1)
    versions[1].bounds.extensionDays = .known(0)
    versions[1].hasPaperResult = false
    versions[1].rules.names = ProcedureNames(
      short: "Khai sinh", initials: ["ks", "k, s"], phrases: ["làm giấy khai sinh; sớm", "khai sinh"],
      sectorCode: "G15-HT", portalID: "9876")
    let read = try read(ProcedureTable.csv(versions, language))
    #expect(read.count == versions.count)
    for (read, var written) in zip(read, versions) {
      // Of the rules the table of procedures says the names only; the others have sheets of their own.
      let names = written.rules.names
      written.rules = .none
      written.rules.names = names
      #expect(read == written)
    }
  }

  @Test func columnsMayStandAnywhereAndBeMissing() throws {
    let table = """
      Tên thủ tục;Thời hạn;Phí (đồng);Mã;Hiệu lực từ;Thành phần hồ sơ
      Cấp thẻ A;3 ngày làm việc;10.000;1.999999;01/01/2027;"Đơn; Ảnh"
      Cấp thẻ B;trong ngày;?;1.999998;;
      """
    let versions = try read(table)
    #expect(versions.map(\.timeLimit) == [.workingDays(3), .sameDay])
    #expect(versions.map(\.fee) == [.known(10_000), .unknown])
    #expect(versions[0].components == ["Đơn", "Ảnh"])
    #expect(versions[0].validFrom.value?.slashed == "01/01/2027")
    #expect(versions[1].standing == .inForce)
  }

  @Test func aRowThatCannotBeReadIsToldWithItsLineAndNothingIsTaken() {
    let table = """
      Mã,Tên thủ tục,Thời hạn,Phí (đồng),Tình trạng
      1.999999,Cấp thẻ A,ba ngày,,
      1.99999,Cấp thẻ B,,,
      1.999997,Cấp thẻ C,,miễn phí,
      1.999996,Cấp thẻ D,,,tạm dừng
      1.999995,Cấp thẻ E,,,
      1.999995,Cấp thẻ E,,,
      """
    #expect(
      throws: ProcedureTable.ReadError.problems([
        .init(line: 2, column: "Thời hạn", .limitUnreadable("ba ngày")),
        .init(line: 3, .fault(.codeMalformed("1.99999"))),
        .init(line: 4, column: "Phí (đồng)", .feeUnreadable("miễn phí")),
        .init(line: 5, column: "Tình trạng", .standingUnknown("tạm dừng")),
        .init(line: 7, .twice(code: "1.999995")),
      ])
    ) { try read(table) }
    #expect(throws: ProcedureTable.ReadError.problems([.init(line: 1, .columnsMissing)])) { try read("a,b\n1,2\n") }
    #expect(throws: ProcedureTable.ReadError.empty) { try read("Mã,Tên thủ tục\n") }
  }

  private func fee(_ text: String) throws -> Known<Int>? {
    try read("Mã;Tên thủ tục;Phí (đồng)\n1.999999;Cấp thẻ A;\(text)\n").first?.fee
  }

  @Test(arguments: [
    ("8000", 8000), ("8.000", 8000), ("8,000", 8000), ("8 000", 8000), ("8\u{A0}000", 8000), ("8000.0", 8000),
    ("8000,00", 8000), ("8.000,00", 8000), ("8,000.00", 8000), ("1.250.000", 1_250_000), ("8.000đ", 8000),
    ("8.000 đ", 8000), ("8000 đồng", 8000), ("8.000 VND", 8000), ("8.000 VNĐ", 8000), ("0", 0), ("500", 500),
    ("0.00", 0),
  ]) func aFeeIsReadAsPeopleWriteIt(_ text: String, _ fee: Int) throws {
    #expect(try self.fee(text) == .known(fee))
  }

  @Test(arguments: [
    "8.00", "8.0", "8,00", "500.00", "8000.5", "8.000,50", "80.00.0", "8.00.000", "8000.000", "1.000,000", "1.000.00",
    "-8000", "8.000/bản", "8k", "đồng", "8.000 - 10.000", "1.0000", ".000", "99999999999999999999",
  ]) func aFeeThatIsNoPlainAmountIsToldWithItsLineAndColumnAndIsNotGuessed(_ text: String) {
    #expect(
      throws: ProcedureTable.ReadError.problems([.init(line: 2, column: "Phí (đồng)", .feeUnreadable(text))])
    ) { try fee(text) }
  }

  @Test func aCellThatCannotBeReadIsNamedByItsHeading() {
    let error = ProcedureTable.ReadError.problems([.init(line: 7, column: "Lệ phí", .feeUnreadable("8k"))])
    #expect(error.sentences(.vi, file: "p.csv").first?.hasPrefix("p.csv:7: cột \"Lệ phí\": Không đọc được") == true)
    #expect(error.sentences(.en, file: "p.csv").first?.hasPrefix("p.csv:7: column \"Lệ phí\": Cannot read") == true)
  }

  @Test(arguments: [
    "Mã thủ tục;Tên thủ tục hành chính;Thời gian giải quyết;Lệ phí;Giấy tờ phải nộp",
    "MÃ TTHC;Tên;Thời hạn giải quyết;Phí, lệ phí;Thành phần hồ sơ",
    "ma so;Thủ tục;Thoi han;Phí;thanh phan ho so", "Code;Procedure;Time limit;Fee;Papers",
  ]) func headingsInOtherCommonWordsAreUnderstood(_ headings: String) throws {
    let contents = try ProcedureTable.read(
      Array("STT;\(headings)\n1;1.999999;Cấp thẻ A;3 ngày làm việc;8.000;Đơn\n".utf8))
    #expect(contents.remarks.headingsNotUnderstood == [])
    #expect(contents.versions.map(\.timeLimit) == [.workingDays(3)])
    #expect(contents.versions.map(\.fee) == [.known(8000)])
    #expect(contents.versions.map(\.components) == [["Đơn"]])
  }

  /// A workbook's cell comes with a vertical tab in place of its line end.
  @Test(arguments: ["\n", "\r\n", "\u{B}", ";\n", "; "]) func papersStandOnLinesOrBetweenSemicolons(_ divider: String)
    throws
  {
    let table =
      "Mã,Tên thủ tục,Thành phần hồ sơ,Ghi chú\n1.999999,Cấp thẻ A,\"Đơn\(divider) Ảnh \(divider)Hộ chiếu\",\"a\nb\"\n"
    let version = try #require(try ProcedureTable.read(Array(table.utf8)).versions.first)
    #expect(version.components == ["Đơn", "Ảnh", "Hộ chiếu"] && version.note == "a b")
  }

  @Test func aHeadingThatIsNotUnderstoodIsNamed() throws {
    let contents = try ProcedureTable.read(
      Array("Mã;Tên thủ tục;Lệ phí (nghìn đồng);Cơ quan thực hiện\n1.999999;Cấp thẻ A;8;xã\n".utf8))
    #expect(contents.remarks.headingsNotUnderstood == ["Lệ phí (nghìn đồng)", "Cơ quan thực hiện"])
    #expect(contents.versions.map(\.fee) == [.unknown])
    #expect(
      contents.remarks.sentences(.vi, file: "p.csv") == [
        "p.csv: không hiểu tên cột \"Lệ phí (nghìn đồng)\", \"Cơ quan thực hiện\"; những gì ghi trong đó không được đọc."
      ])
    #expect(contents.remarks.sentences(.en, file: "p.csv").first?.contains("are not understood") == true)
  }

  @Test func twoColumnsOfOneMeaningAreNotGuessedBetween() {
    #expect(
      throws: ProcedureTable.ReadError.problems([.init(line: 1, .columnTwice(first: "Phí", second: "Lệ phí"))])
    ) { try read("Mã;Tên;Phí;Lệ phí\n1.999999;Cấp thẻ A;8000;5000\n") }
  }
}
