import DossierDomain
import Testing

@testable import Documents

/// Tables as offices print them: titles above, totals and signatures below.
struct TextAroundTableTests {
  private func procedures(_ text: String) throws -> ProcedureTable.Contents {
    try ProcedureTable.read(Array(text.utf8))
  }

  private func days(_ text: String) throws -> CalendarTable.Contents { try CalendarTable.read(Array(text.utf8)) }

  @Test func proceduresAreReadFromAPrintedTable() throws {
    let contents = try procedures(
      """
      ỦY BAN NHÂN DÂN XÃ LA LAY;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      DANH MỤC THỦ TỤC HÀNH CHÍNH NĂM 2026;;;

      STT;Mã thủ tục;Tên thủ tục;Thời hạn giải quyết;Lệ phí
      (1);(2);(3);(4);(5)
      I;Lĩnh vực hộ tịch;;;
      1;1.999999;Cấp thẻ A;3 ngày làm việc;8.000
      II. CHỨNG THỰC;;;;
      2;1.999998;Cấp thẻ B;trong ngày;0
      STT;Mã thủ tục;Tên thủ tục;Thời hạn giải quyết;Lệ phí
      3;1.999997;Cấp thẻ C;trong ngày;0
      Tổng cộng: 3 thủ tục;;;;8.000
      ;;;La Lay, ngày 05 tháng 11 năm 2026;
      NGƯỜI LẬP BIỂU;;;CHỦ TỊCH;
      Hồ Thị Lan;;;Nguyễn Văn Bình;
      """)
    #expect(contents.versions.map(\.code) == ["1.999999", "1.999998", "1.999997"])
    #expect(contents.remarks.linesAround == [1, 2, 5, 6, 8, 10, 12, 13, 14, 15])
    let sentence = try #require(contents.remarks.sentences(.vi, file: "p.csv").first)
    #expect(sentence.hasPrefix("p.csv: dòng 1, 2, 5, 6, 8, 10, 12, 13, 14, 15 không thuộc bảng"))
  }

  @Test func aDamagedProcedureIsNoSignature() {
    let problems: [TableProblem<ProcedureTable.Reason>] = [
      .init(line: 2, .codeMissing), .init(line: 3, .codeMissing), .init(line: 4, .fault(.codeMalformed("1.99999"))),
      .init(line: 6, .codeMissing), .init(line: 7, .fault(.codeMalformed("1,999995"))),
    ]
    #expect(throws: ProcedureTable.ReadError.problems(problems)) {
      try procedures(
        """
        STT;Mã;Tên;Thời hạn
        1;;Cấp thẻ A;
        2;;Chủ tịch xã cho phép;3 ngày làm việc
        3;1.99999;Cấp thẻ C;
        Người lập biểu;;;
        4;;Cấp thẻ D;trong ngày
        5;1,999995;Cấp thẻ E;
        """)
    }
  }

  @Test func whatStandsAboveTheHeadingsIsNotLost() {
    #expect(throws: ProcedureTable.ReadError.problems([.init(line: 1, .aboveHeadings)])) {
      try procedures("1.999999;Cấp thẻ A\nMã;Tên\n1.999998;Cấp thẻ B\n")
    }
    #expect(throws: CalendarTable.ReadError.problems([.init(line: 1, .aboveHeadings)])) {
      try days("01/02/2027;nghỉ lễ\nNgày;Loại\n02/02/2027;nghỉ lễ\n")
    }
  }

  @Test(arguments: ["STT;Ngày;Loại;Tên", ""]) func daysAreReadFromAPrintedTable(_ headings: String) throws {
    let ordinal = headings.isEmpty ? ["", "", ""] : ["1;", "2;", ";"]
    let contents = try days(
      """
      ỦY BAN NHÂN DÂN XÃ LA LAY;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      LỊCH NGHỈ LỄ, TẾT NĂM 2027;;;
      \(headings)
      \(ordinal[0])01/02/2027;nghỉ lễ;Tết
      \(ordinal[1])02/02/2027;nghỉ lễ;Tết
      Tổng cộng: 2 ngày;;;
      \(ordinal[2]);La Lay, ngày 05 tháng 11 năm 2026
      NGƯỜI LẬP BIỂU;;CHỦ TỊCH
      Hồ Thị Lan;;Nguyễn Văn Bình
      """)
    #expect(contents.decisions.map(\.rows.count) == [2])
    #expect(contents.remarks.linesAround == [1, 2, 6, 7, 8, 9])
  }

  @Test func aDamagedDayIsNoSignature() {
    let problems: [TableProblem<CalendarTable.Reason>] = [
      .init(line: 2, .dateUnreadable("16 tháng 2")), .init(line: 4, .dateUnreadable("")),
      .init(line: 6, .dateUnreadable("31/02/2027")), .init(line: 7, .kindUnknown("hội làng")),
    ]
    #expect(throws: CalendarTable.ReadError.problems(problems)) {
      try days(
        """
        Ngày;Loại;Tên
        16 tháng 2;hội làng;
        01/02/2027;nghỉ lễ;Tết
        ;nghỉ lễ;Tết
        Người lập biểu;;
        31/02/2027;;
        03/02/2027;hội làng;
        """)
    }
    #expect(throws: CalendarTable.ReadError.problems([.init(line: 1, .dateUnreadable("16 tháng 2"))])) {
      try days("16 tháng 2;hội làng;\n01/02/2027;nghỉ lễ;Tết\n")
    }
  }
}
