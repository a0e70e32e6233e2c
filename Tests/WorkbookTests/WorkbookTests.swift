import Foundation
import Testing

@testable import Workbook

/// Workbooks made part by part, as spreadsheets write them and as nobody should.
@Suite struct WorkbookTests {
  private func rows(_ parts: [String: String], sheet: String? = nil) throws -> (rows: [[String]], notes: Workbook.Notes)
  {
    let path = try MadeWorkbook(parts).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let workbook = try Workbook(path: path)
    var rows: [[String]] = []
    let chosen = try #require(
      sheet.map { name in workbook.sheets.first { $0.name == name } } ?? workbook.sheets.first { !$0.isHidden })
    let notes = try workbook.read(chosen) { rows.append($0) }
    return (rows, notes)
  }

  private func sheet(_ cells: String) -> [String: String] { MadeWorkbook.parts(sheet: cells) }

  @Test func textsNumbersFormulasAndErrorsAreRead() throws {
    let read = try rows(
      sheet(
        """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Hồ </t><r><t>Thị</t></r></is></c></row>
        <row r="3"><c r="A3"><v>45098001236</v></c><c r="B3"><v>4.5098001236E10</v></c><c r="C3" t="str"><f>A1</f><v>kết quả</v></c>\
        <c r="D3" t="e"><v>#REF!</v></c><c r="E3" t="b"><v>1</v></c><c r="F3"><v>0.1</v></c></row>
        """))
    #expect(
      read.rows == [
        ["Mã hồ sơ", "", "Hồ Thị"], [], ["45098001236", "45098001236", "kết quả", "#REF!", "TRUE", "0.1"],
      ])
  }

  /// The workbook stores 1.004873 in the digits of the nearest binary number.
  @Test func aNumberIsTheOneThatWasTyped() throws {
    let read = try rows(
      sheet(
        "<row r=\"1\"><c r=\"A1\"><v>1.0048729999999999</v></c><c r=\"B1\"><v>2.0008149999999998</v></c></row>"))
    #expect(read.rows == [["1.004873", "2.000815"]])
  }

  @Test func whatXMLCannotHoldIsUnescaped() throws {
    let read = try rows(
      sheet(
        """
        <row r="1"><c r="A1" t="str"><v>Thôn A_x000D_ xã B_x005F_x000D_</v></c><c r="B1" t="str"><v>a_xy_x00_x0041</v></c></row>
        """))
    #expect(read.rows == [["Thôn A\r xã B_x000D_", "a_xy_x00_x0041"]])
  }

  @Test func datesAndPaddedNumbersFollowTheirFormats() throws {
    let read = try rows(
      sheet(
        """
        <row r="1"><c r="A1" s="1"><v>46300</v></c><c r="B1" s="2"><v>46300.34375</v></c><c r="C1" s="3"><v>45098001236</v></c>\
        <c r="D1" s="4"><v>46300</v></c><c r="E1"><v>46300</v></c></row>
        """))
    #expect(read.rows == [["2026-10-05", "2026-10-05T08:15:00", "045098001236", "46300", "46300"]])
  }

  @Test func theCalendarOf1904IsKnown() throws {
    var parts = sheet("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44838</v></c></row>")
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]?.replacing(
      "<sheets>", with: "<workbookPr date1904=\"1\"/><sheets>")
    #expect(try rows(parts).rows == [["2026-10-05"]])
  }

  @Test func hiddenRowsAndSheetsAreSaid() throws {
    let parts = MadeWorkbook.parts(
      sheet: "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
      hiddenSheet: true)
    let read = try rows(parts)
    #expect(read.notes.hiddenRows == 1 && read.notes.rows == 2)
    let path = try MadeWorkbook(parts).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try Workbook(path: path).sheets.map(\.isHidden) == [false, true])
  }

  @Test func aCellMergedOverRowsHasItsValueInEach() throws {
    var parts = sheet(
      """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>46300</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>\
      <row r="3"><c r="A3"><v>3</v></c></row>
      """)
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]?
      .replacing(
        "</sheetData>",
        with: "</sheetData><mergeCells><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/></mergeCells>")
    #expect(try rows(parts).rows == [["1", "2026-10-05"], ["2", "2026-10-05"], ["3"]])
  }

  @Test func prefixesAndPhoneticTextsDoNotMatter() throws {
    var parts = sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>")
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]?
      .replacing("<", with: "<x:").replacing("<x:/", with: "</x:").replacing("<x:?", with: "<?").replacing(
        "xmlns=", with: "xmlns:x=")
    #expect(try rows(parts).rows == [["Chủ hồ sơ"]])
  }

  @Test(arguments: [
    ("<row r=\"200001\"><c r=\"A200001\"><v>1</v></c></row>", WorkbookError.tooManyRows),
    ("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>", .tooManyColumns),
    ("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>", .damaged),
    ("<row r=\"1\"><c t=\"str\"><v>x</v><row r=\"2\"/></c></row>", .damaged),
    ("<c r=\"A1\"><v>1</v></c>", .damaged), ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", .damaged),
    ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>", .damaged),
    ("<row r=\"2\"></row><row r=\"2\"></row>", .damaged), ("<row r=\"1\"><c", .damaged),
  ])
  func whatCannotBeASheetIsRefused(_ cells: String, _ error: WorkbookError) {
    #expect(throws: error) { try rows(sheet(cells)) }
  }

  @Test func aDocumentTypeIsRefused() {
    var parts = sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    parts["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + (parts["xl/worksheets/sheet1.xml"] ?? "")
    #expect(throws: WorkbookError.damaged) { try rows(parts) }
  }

  @Test func aPartThatUnpacksToMuchMoreIsRefused() {
    let blanks = String(repeating: " ", count: 30 << 20)
    #expect(throws: WorkbookError.tooLarge) { try rows(sheet(blanks)) }
  }

  @Test func whatIsNoWorkbookIsSaidToBeNone() throws {
    #expect(throws: WorkbookError.notAWorkbook) { try rows(["word/document.xml": "<x/>"]) }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("no-\(UUID().uuidString)").path
    try Data("no archive".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: WorkbookError.notAWorkbook) { try Workbook(path: path) }
  }

  @Test(arguments: [
    ("dd/mm/yyyy", CellFormats.Format.date), ("[$-42A]dd mmmm yyyy;@", .date), ("h:mm", .date), ("\"ngày\" 0", .plain),
    ("0.00", .plain),
    ("000000000000", .padded(12)), ("#,##0", .plain), ("[Red]0", .plain), ("\\d0", .plain),
  ])
  func aFormatSaysWhatANumberMeans(_ code: String, _ format: CellFormats.Format) {
    #expect(CellFormats.format(id: 164, code: code) == format)
  }
}

/// A workbook in a file of its own, packed by Python.
struct MadeWorkbook {
  let path: String

  init(_ parts: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID().uuidString).xlsx").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import json, sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:\n  for n, t in json.load(sys.stdin).items(): z.writestr(n, t)",
      path,
    ]
    let input = Pipe()
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(parts))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  static func parts(sheet cells: String, hiddenSheet: Bool = false) -> [String: String] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let second = hiddenSheet ? "<sheet name=\"Cũ\" sheetId=\"2\" state=\"hidden\" r:id=\"r4\"/>" : ""
    var parts = [
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml":
        "<workbook \(main) xmlns:r=\"\(types)\"><sheets><sheet name=\"Sổ\" sheetId=\"1\" r:id=\"r1\"/>\(second)</sheets></workbook>",
      "xl/_rels/workbook.xml.rels": """
      <Relationships><Relationship Id="r1" Type="\(types)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="r2" Type="\(types)/styles" Target="styles.xml"/>\
      <Relationship Id="r4" Type="\(types)/worksheet" Target="worksheets/sheet2.xml"/>\
      <Relationship Id="r3" Type="\(types)/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>
      """,
      "xl/sharedStrings.xml":
        "<sst \(main)><si><t>Mã hồ sơ</t></si><si><r><t>Chủ </t></r><r><t>hồ sơ</t></r><rPh><t>x</t></rPh></si></sst>",
      "xl/styles.xml": """
      <styleSheet \(main)><numFmts><numFmt numFmtId="164" formatCode="000000000000"/><numFmt numFmtId="165" formatCode="&quot;ngày&quot; 0"/>\
      </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>\
      <xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
      """,
      "xl/worksheets/sheet1.xml": "<worksheet \(main)><sheetData>\(cells)</sheetData></worksheet>",
    ]
    if hiddenSheet { parts["xl/worksheets/sheet2.xml"] = "<worksheet \(main)><sheetData/></worksheet>" }
    return parts
  }
}
