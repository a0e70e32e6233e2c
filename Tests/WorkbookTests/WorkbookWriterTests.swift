import Foundation
import Testing

@testable import Workbook

/// A table that was written as a workbook has the same cells for the next reader.
@Suite struct WorkbookWriterTests {
  /// A path in a folder of its own, so that everything that is left of a workbook can be seen.
  private struct Place {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("writer-\(UUID().uuidString)").path
    var path: String { folder + "/sổ.xlsx" }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder) } }

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ rows: [[String]]) throws {
      let writer = try WorkbookWriter(path: path)
      for row in rows { try writer.add(row) }
      try writer.finish()
    }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
  }

  private func readBack(_ rows: [[String]]) throws -> [[String]] {
    let place = try Place()
    defer { place.remove() }
    try place.write(rows)
    let workbook = try Workbook(path: place.path)
    var read: [[String]] = []
    _ = try workbook.read(try #require(workbook.sheets.first)) { read.append($0) }
    return read
  }

  private func part(_ name: String, of rows: [[String]]) throws -> String {
    let place = try Place()
    defer { place.remove() }
    try place.write(rows)
    var bytes: [UInt8] = []
    try WorkbookArchive(path: place.path).read(name) { piece, _ throws(WorkbookError) in bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func whatIsWrittenIsReadBackTheSame() throws {
    let rows = [
      ["Mã hồ sơ", "Chủ hồ sơ", "Ghi chú"],
      ["001.10", "=1+1", "+84905123456"],
      ["0912345678", "2026-10-05", "1E5"],
      ["Hồ Thị Kăn Tưm", "Đỗ Ữ ỡ", "e\u{309}\u{301} \u{1A0}"],
      ["a \"b\" 'c'", "<x> & y ]]>", "&amp; &#10;"],
      [" trước", "sau ", "\ttab\t"],
      ["một\nhai", "một\r\nhai", "\r"],
      ["", "", "cuối"],
      [],
      ["😀 👩‍👩‍👧", "_x000D_", "_x00_ _xyz0_ __x0041_ _x"],
      ["\u{FFFD}", "\u{7F}\u{85}", "\u{10FFFF}"],
    ]
    #expect(try readBack(rows) == rows)
  }

  @Test func charactersThatXMLForbidsAreRemoved() throws {
    #expect(try readBack([["a\u{0}b\u{1B}[1mc\u{1E}\u{1F}\u{FFFE}d\u{FFFF}"]]) == [["ab[1mcd"]])
  }

  /// The rows wait in pieces of 64 KB, of which a row can fill several.
  @Test func manyAndLongRowsKeepTheirOrder() throws {
    let long = (0..<9).map { String(repeating: "ữ\($0)", count: 10_000) }
    let rows = (1...3000).map { ["\($0)", "Hồ Thị Mẫu, thôn A Ngo"] } + [long, ["cuối"]]
    #expect(try readBack(rows) == rows)
  }

  @Test func theSameRowsGiveTheSameBytes() throws {
    let (one, other) = (try Place(), try Place())
    defer {
      one.remove()
      other.remove()
    }
    let rows = [["Mã"], ["001"]]
    try one.write(rows)
    try other.write(rows)
    let bytes = try one.bytes()
    #expect(try bytes == other.bytes())
    // An entry names no time but the first day of the calendar of ZIP, before its content and in the directory.
    let firstDay: [UInt8] = [0, 0, 0x21, 0]
    for (signature, distance) in [([0x50, 0x4B, 3, 4] as [UInt8], 10), ([0x50, 0x4B, 1, 2], 12)] {
      let headers = bytes.indices.filter { Array(bytes[$0...].prefix(4)) == signature }
      #expect(headers.count > 3)
      for header in headers { #expect(Array(bytes[(header + distance)...].prefix(4)) == firstDay) }
    }
    // Version 2.0 of ZIP: not every reader knows the 64-bit form.
    #expect(Array(bytes.prefix(6)) == [0x50, 0x4B, 3, 4, 20, 0])
    #expect(try FileManager.default.attributesOfItem(atPath: one.path)[.posixPermissions] as? Int == 0o600)
    #expect(try one.names == ["sổ.xlsx"])
  }

  @Test func severalSheetsAreReadBackByTheirNames() throws {
    let place = try Place()
    defer { place.remove() }
    let sheets: [(name: String, rows: [[String]])] = [
      ("Thủ tục", [["Mã", "Tên"], ["1.001193", "Đăng ký khai sinh"]]), ("Phí & \"lệ phí\" <1>", [["Mã"]]),
      ("Thời hạn", (1...3000).map { ["\($0)", "Hồ Thị Mẫu, thôn A Ngo"] }),
    ]
    #expect(WorkbookWriter.areSheetNames(sheets.map(\.name)))
    let writer = try WorkbookWriter(path: place.path, sheet: sheets[0].name)
    for (number, sheet) in sheets.enumerated() {
      if number > 0 { try writer.begin(sheet: sheet.name) }
      for row in sheet.rows { try writer.add(row) }
    }
    try writer.finish()
    #expect(try place.names == ["sổ.xlsx"])
    let workbook = try Workbook(path: place.path)
    #expect(workbook.sheets.map(\.name) == sheets.map(\.name))
    for (sheet, written) in zip(workbook.sheets, sheets) {
      var read: [[String]] = []
      _ = try workbook.read(sheet) { read.append($0) }
      #expect(read == written.rows)
    }
    // A spreadsheet edits all marked sheets together.
    for (number, isShown) in [(1, true), (2, false), (3, false)] {
      var bytes: [UInt8] = []
      try WorkbookArchive(path: place.path).read("xl/worksheets/sheet\(number).xml") { piece, _ throws(WorkbookError) in
        bytes += piece
      }
      #expect(String(decoding: bytes, as: UTF8.self).contains("tabSelected") == isShown)
    }
  }

  @Test(arguments: [
    ["Thủ tục", "thủ tục"], [""], [String(repeating: "a", count: 32)], ["a/b"], ["a:b"], ["[a]"], ["'a'"], ["a\nb"],
    (0...40).map(String.init),
  ]) func namesThatSpreadsheetsRefuseAreNone(_ names: [String]) {
    #expect(!WorkbookWriter.areSheetNames(names))
    #expect(WorkbookWriter.areSheetNames([String(repeating: "ữ", count: 31), "Thủ tục"]))
  }

  @Test func eachCellIsATextAndTheFirstRowStaysInSight() throws {
    let sheet = try part(
      "xl/worksheets/sheet1.xml", of: [["Mã", "Địa chỉ"], ["001", String(repeating: "a", count: 500)]])
    #expect(sheet.contains("<c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>001</t></is></c>"))
    #expect(sheet.contains("<c r=\"B1\" s=\"2\" t=\"inlineStr\"><is><t>Địa chỉ</t></is></c>"))
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
    #expect(sheet.contains("<col min=\"1\" max=\"1\" width=\"8\" style=\"1\" customWidth=\"1\"/>"))
    #expect(sheet.contains("<col min=\"2\" max=\"2\" width=\"60\" style=\"1\" customWidth=\"1\"/>"))
    #expect(sheet.contains("numberStoredAsText=\"1\""))
    #expect(!sheet.contains("<f"))
    let blanks = try part("xl/worksheets/sheet1.xml", of: [[" trước", "sau ", "một\nhai"]])
    #expect(blanks.split(separator: "<t xml:space=\"preserve\">").count == 4)
    #expect(try part("xl/styles.xml", of: [["Mã"]]).contains("<xf numFmtId=\"49\" fontId=\"1\""))
  }

  @Test(arguments: [
    (String(repeating: "ữ", count: 32_767), true), (String(repeating: "ữ", count: 32_768), false),
    (String(repeating: "😀", count: 16_383), true), (String(repeating: "😀", count: 16_384), false),
  ])
  func aCellThatNoSpreadsheetCanHoldIsRefusedWithItsPlace(_ cell: String, _ fits: Bool) throws {
    let rows = [["Ghi chú"], ["", cell]]
    if fits {
      #expect(try readBack(rows) == rows)
    } else {
      #expect(throws: WorkbookWritingError.cellTooLong(row: 2, column: 2)) { try readBack(rows) }
    }
  }

  @Test func rowsAndColumnsAreBoundedAsInReading() throws {
    let place = try Place()
    defer { place.remove() }
    let writer = try WorkbookWriter(path: place.path)
    #expect(throws: WorkbookWritingError.tooManyColumns(row: 1)) {
      try writer.add(Array(repeating: "x", count: 1001))
    }
    try writer.add(Array(repeating: "x", count: 1000))
    for _ in 1..<200_000 { try writer.add([]) }
    #expect(throws: WorkbookWritingError.tooManyRows) { try writer.add([]) }
    try writer.finish()
    let workbook = try Workbook(path: place.path)
    var last: [String]?
    let notes = try workbook.read(try #require(workbook.sheets.first)) { last = last ?? $0 }
    #expect(notes.rows == 200_000 && last?.count == 1000)
  }

  @Test func nothingIsOverwritten() throws {
    let place = try Place()
    defer { place.remove() }
    for name in [place.path, place.path + ".partial"] {
      try Data("mine".utf8).write(to: URL(fileURLWithPath: name))
      #expect(throws: WorkbookWritingError.exists) { try WorkbookWriter(path: place.path) }
      #expect(try String(contentsOfFile: name, encoding: .utf8) == "mine")
      try FileManager.default.removeItem(atPath: name)
    }
    // A link that appears while the workbook is written, and leads nowhere, stays too.
    let writer = try WorkbookWriter(path: place.path)
    try writer.add(["Mã"])
    #expect(throws: WorkbookWritingError.exists) {
      try writer.finish {
        try? FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: "nowhere")
        return true
      }
    }
    #expect(throws: WorkbookWritingError.exists) { try WorkbookWriter(path: place.path) }
    #expect(try place.names == ["sổ.xlsx"])
  }

  @Test func nothingIsLeftOfAFailure() throws {
    let place = try Place()
    defer { place.remove() }
    let writer = try WorkbookWriter(path: place.path)
    for number in 0..<9000 { try writer.add(["\(number)", "Hồ Thị Mẫu"]) }
    #expect(try place.names.isEmpty)
    var asked = 0
    #expect(throws: WorkbookWritingError.interrupted) {
      try writer.finish {
        asked += 1
        return asked < 3
      }
    }
    #expect(asked == 3)
    #expect(throws: WorkbookWritingError.empty) { try place.write([]) }
    #expect(throws: WorkbookWritingError.empty) { try place.write([[]]) }
    #expect(throws: WorkbookWritingError.cellTooLong(row: 1, column: 1)) {
      try place.write([[String(repeating: "x", count: 40_000)]])
    }
    #expect(try place.names.isEmpty)
    #expect(throws: WorkbookWritingError.notWritable) { try WorkbookWriter(path: place.folder + "/none/x.xlsx") }
  }
}
