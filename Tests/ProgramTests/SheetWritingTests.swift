import Console
import Documents
import DossierDomain
import Foundation
import Testing
import Version

@testable import DossierTUI

/// A table becomes a workbook in a process of its own, `dossier-sheet`.
@Suite(.serialized) struct SheetWritingTests {
  private static let helper = (Program.path as NSString).deletingLastPathComponent + "/dossier-sheet"

  /// A folder in which only the workbook may be left.
  private struct Place {
    let folder = NSTemporaryDirectory() + "sheet-" + UUID().uuidString
    var path: String { folder + "/sổ.xlsx" }
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder) } }

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// The table in a file that has no name any more.
  private func nameless(_ csv: String) throws -> FileHandle {
    let path = NSTemporaryDirectory() + "csv-" + UUID().uuidString
    try Data(csv.utf8).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    return try #require(FileHandle(forReadingAtPath: path))
  }

  private func fault(_ csv: String) throws -> SheetHelper.WritingFailure? {
    let place = try Place()
    defer { place.remove() }
    let table = try nameless(csv)
    do throws(SheetHelper.WritingFailure) {
      try SheetHelper.write(csv: table, to: place.path)
      return nil
    } catch {
      #expect(try place.names.isEmpty)
      return error
    }
  }

  @Test func aTableIsReadBackFromItsWorkbook() throws {
    let place = try Place()
    defer { place.remove() }
    let rows = [
      ["Mã hồ sơ", "Chủ hồ sơ", "Ghi chú"], ["001.10", "Hồ Thị Kăn Tưm", "=1+1"], ["0912345678", "a \"b\", c", "-5"],
    ]
    let csv = "\u{FEFF}" + rows.map(csvLine).joined()
    try SheetHelper.write(csv: nameless(csv), to: place.path)
    #expect(try place.names == ["sổ.xlsx"])
    #expect(try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int == 0o600)
    let read = try SheetHelper.rows(of: place.path)
    #expect(
      String(decoding: read.csv, as: UTF8.self) == """
        "Mã hồ sơ","Chủ hồ sơ","Ghi chú"
        "001.10","Hồ Thị Kăn Tưm","=1+1"
        "0912345678","a ""b"", c","-5"

        """)
    // What is there stays.
    let before = FileManager.default.contents(atPath: place.path)
    let table = try nameless("a\r\n")
    do throws(SheetHelper.WritingFailure) {
      try SheetHelper.write(csv: table, to: place.path)
      Issue.record("The workbook was overwritten.")
    } catch {
      #expect(error.wording(.en).contains("with that name"))
    }
    #expect(FileManager.default.contents(atPath: place.path) == before)
  }

  @Test func rowsAreDividedAmongSheets() throws {
    let place = try Place()
    defer { place.remove() }
    let csv = [["Mã"], ["1"], ["Phí"], ["-5"]].map(csvLine).joined()
    try SheetHelper.write(csv: nameless(csv), to: place.path, sheets: [("Thủ tục", 2), ("Phí", 2)])
    let read = try SheetHelper.rows(of: place.path, sheet: "Phí")
    #expect(String(decoding: read.csv, as: UTF8.self) == "\"Phí\"\n\"-5\"\n")
    #expect(read.otherSheets.map(\.name) == ["Thủ tục"])
    // Numbers that are not those of the rows are a fault.
    for rows in [1, 3] {
      let other = try Place()
      defer { other.remove() }
      let table = try nameless(csv)
      #expect(throws: SheetHelper.WritingFailure.self) {
        try SheetHelper.write(csv: table, to: other.path, sheets: [("Thủ tục", 2), ("Phí", rows)])
      }
      #expect(try other.names.isEmpty)
    }
  }

  @Test func aFaultNamesItsPlaceAndLeavesNothing() throws {
    let long = try #require(try fault(csvLine(["a"]) + csvLine(["b", String(repeating: "x", count: 32_768)])))
    #expect(long.row == 2 && long.column == 2)
    #expect(long.wording(.vi).hasPrefix("Dòng 2, cột 2: Ô có hơn 32.767"))
    let cut = try #require(try fault(csvLine(["a"]) + "b"))
    #expect(cut.row == 2 && cut.column == nil && cut.wording(.en).hasPrefix("Row 2: "))
    #expect(try fault("")?.wording(.en) == "The table has no row.")
  }

  /// Ended in the middle, the helper removes what it has begun.
  @Test func anInterruptedHelperLeavesNothing() throws {
    let place = try Place()
    defer { place.remove() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.helper)
    process.arguments = ["--for", ProgramVersion.text, "--write", place.path]
    let (input, messages) = (Pipe(), Pipe())
    (process.standardInput, process.standardError) = (input, messages)
    let watched = dup(input.fileHandleForReading.fileDescriptor)
    defer { close(watched) }
    try process.run()
    try messages.fileHandleForWriting.close()
    try input.fileHandleForWriting.write(contentsOf: Data(csvLine(["a", "b"]).utf8))
    // It has begun once it has read the row.
    let deadline = Date(timeIntervalSinceNow: 20)
    var unread: Int32 = 1
    while ioctl(watched, UInt(FIONREAD), &unread) == 0, unread > 0, Date() < deadline {
      usleep(2000)
    }
    #expect(process.isRunning && unread == 0)
    process.terminate()
    // One that did not hear of it would end here, with a workbook.
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 65)
    let said = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.hasSuffix("fault=interrupted\n"), "\(said)")
    #expect(try place.names.isEmpty)
  }

  @Test func theHelperRefusesAnotherVersionAndAnOutputTooMany() throws {
    let place = try Place()
    defer { place.remove() }
    func code(_ arguments: String...) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.helper)
      process.arguments = arguments
      (process.standardInput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try code("--for", "0.0.0", "--write", place.path) == 65)
    #expect(try code("--for", ProgramVersion.text, "--write", place.path, place.path) == 64)
    #expect(try code("--for", ProgramVersion.text, "--write") == 64)
    #expect(try place.names.isEmpty)
  }
}
