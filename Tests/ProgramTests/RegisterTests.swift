import Foundation
import Testing

/// A register as a clerk brings it: looked at first, answered, taken in.
@Suite(.serialized) struct RegisterTests {
  private struct Check: Decodable {
    struct Column: Decodable {
      var heading: String
      var meaning: String
      var grounds: String
    }
    struct Report: Decodable {
      var imported: Int
      var unchanged: Int
      var rejectedCount: Int
      var remarkCount: Int
      var linesBeside: Int
      var questions: [String]
      var columnsLeftOut: [String]
    }
    var columns: [Column]
    var report: Report
  }

  private static let signed = """
    Mã hồ sơ;Khách;Ngày nhận;Ngày hẹn trả
    000.19.45.H50-261005-9001;Hồ Thị Mẫu;05/10/2026;07/10/2026
    ;;La Lay, ngày 30 tháng 10 năm 2026;
    Người lập sổ;;Thủ trưởng đơn vị;

    """

  @Test func aCheckSaysWhatIsUnderstoodAndWritesNothing() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("so.csv", Array(Self.signed.utf8))
    let open = try program.run("import", "register", file, "--check", "--json")
    #expect(open.code == 1)
    let asked = try JSONDecoder().decode(Check.self, from: Data(open.output.utf8))
    #expect(asked.columns.map(\.meaning) == ["code", "", "received", "due"])
    #expect(asked.report.questions.count == 1 && asked.report.questions.first?.contains("--column") == true)
    // The import refuses what the check asks.
    let refused = try program.run("import", "register", file)
    #expect(refused.code == 1 && refused.messages.contains("--column"))

    let answered = try program.run("import", "register", file, "--check", "--json", "--column", "khách=owner")
    #expect(answered.code == 0, "\(answered.messages)")
    let check = try JSONDecoder().decode(Check.self, from: Data(answered.output.utf8))
    #expect(check.report.imported == 1 && check.report.linesBeside == 2 && check.report.rejectedCount == 0)
    #expect(try program.run("list", "--view", "all", "--format", "json").output.contains("9001") == false)

    #expect(try program.run("import", "register", file, "--column", "Khách=owner").code == 0)
    let again = try program.run("import", "register", file, "--check", "--json", "--column", "B=owner")
    #expect(try JSONDecoder().decode(Check.self, from: Data(again.output.utf8)).report.unchanged == 1)
  }

  @Test func aTableForPeopleNamesColumnsGroundsAndTheFirstLines() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("so.csv", Array(Self.signed.replacing("Khách", with: "Chủ hồ sơ").utf8))
    let check = try program.run("import", "register", file, "--check", "--language", "vi")
    #expect(check.code == 0)
    for words in ["Hiểu là", "Hẹn trả kết quả", "theo tiêu đề", "mới 1,", "  mới: dòng 2: ", "không đọc được 0"] {
      #expect(check.output.contains(words), "\(words): \(check.output)")
    }
    #expect(check.messages.contains("2 dòng không phải hồ sơ") && check.messages.contains("Chưa nhập gì"))
  }

  @Test func aWordForAStatusAndAnOrderOfDatesCanBeSaid() throws {
    let program = try Program.office()
    defer { program.remove() }
    let table = """
      Mã hồ sơ;Chủ hồ sơ;Ngày nhận;Trạng thái
      A-1;Hồ Thị Một;05/13/2026;Xong bước 2
      A-2;Hồ Thị Hai;13/05/2026;Xong bước 2

      """
    let file = try program.file("so.csv", Array(table.utf8))
    let open = try program.run("import", "register", file)
    #expect(open.code == 1 && open.messages.contains("--date-order"))
    let read = try program.run("import", "register", file, "--date-order", "mdy", "--status", "xong bước 2=9")
    #expect(read.code == 1 && read.messages.contains("13/05/2026"))
    let list = try program.run("list", "--view", "all", "--format", "json").output
    #expect(
      list.contains("A-1") && !list.contains("A-2") && list.contains("\"status\" : 9") || list.contains("\"status\":9"))
    for wrong in [["--column", "x"], ["--column", "x=nothing"], ["--status", "x=11"], ["--date-order", "ymd"]] {
      #expect(try program.run(["import", "register", file] + wrong).code == 64)
    }
  }

  @Test func aWorkbookIsReadInAProcessOfItsOwn() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("so.xlsx", [])
    try Self.writeWorkbook(to: file)
    let read = try program.run("import", "register", file)
    #expect(read.code == 0, "\(read.messages)")
    #expect(read.messages.contains("\"Cũ\""))
    #expect(read.output.contains("6"), "\(read.output)")
    let list = try program.run("list", "--view", "all", "--format", "json").output
    #expect(list.contains("Hồ Thị Bảng") && list.contains("2026-10-05"))
    let shown = try program.run("show", "000.19.45.H50-261005-9001", "--json").output
    #expect(shown.contains("045••••••236"))
    let missing = try program.run("import", "register", file, "--sheet", "không có")
    #expect(missing.code == 1 && !missing.messages.contains("CSV UTF-8"))
    #expect(
      missing.messages.contains("Các trang của tệp: ") && missing.messages.contains("\"Cũ\""), "\(missing.messages)")
    let other = try program.file("khac.xlsx", Array("PK\u{3}\u{4}no archive".utf8))
    let refused = try program.run("import", "register", other)
    #expect(refused.code == 1 && refused.messages.contains("CSV UTF-8") && !refused.messages.contains("TCVN3"))
  }

  /// As a spreadsheet program writes it: a number cell with lost zeros, a date as a number with a format, a hidden
  /// sheet.
  private static func writeWorkbook(to path: String) throws {
    let script = """
      import sys, zipfile
      m = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
      t = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
      def s(c, x): return f'<c r="{c}" t="inlineStr"><is><t>{x}</t></is></c>'
      rows = f'<row r="1">{s("A1", "Mã hồ sơ")}{s("B1", "Chủ hồ sơ")}{s("C1", "Số giấy tờ")}{s("D1", "Ngày nhận")}{s("E1", "Ghi chú")}</row>'
      rows += f'<row r="3">{s("A3", "000.19.45.H50-261005-9001")}{s("B3", "Hồ Thị Bảng")}<c r="C3"><v>45098001236</v></c><c r="D3" s="1"><v>46300</v></c>{s("E3", "gọi")}</row>'
      # The last cell of row 5 is empty, so it is left out.
      for n in range(4, 9):
        note = "" if n == 5 else s(f"E{n}", "gọi")
        rows += f'<row r="{n}">{s(f"A{n}", f"000.19.45.H50-261005-900{n}")}{s(f"B{n}", "Hồ Văn Bảng")}{note}</row>'
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('xl/workbook.xml', f'<workbook {m} xmlns:r="{t}"><sheets><sheet name="Sổ" sheetId="1" r:id="a"/><sheet name="Cũ" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>')
        z.writestr('xl/_rels/workbook.xml.rels', f'<Relationships><Relationship Id="a" Type="{t}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="{t}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="c" Type="{t}/styles" Target="styles.xml"/></Relationships>')
        z.writestr('xl/styles.xml', f'<styleSheet {m}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
        z.writestr('xl/worksheets/sheet1.xml', f'<worksheet {m}><sheetData>{rows}</sheetData></worksheet>')
        z.writestr('xl/worksheets/sheet2.xml', f'<worksheet {m}><sheetData/></worksheet>')
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
