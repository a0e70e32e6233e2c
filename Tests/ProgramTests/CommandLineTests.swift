import Foundation
import GRDB
import Testing

@Suite(.serialized) struct CommandLineTests {
  private let register = """
    TT;Mã hồ sơ;Tên TTHC;Số lượng hồ sơ (bộ);Tên cá nhân, tổ chức;Địa chỉ, SĐT;Nhận hồ sơ;Hẹn trả;Trả kết quả;Ghi chú
    1;000.19.45.H50-261118-0031;Cấp Giấy xác nhận tình trạng hôn nhân;1;Hồ Thị Kăn Tưm;Thôn A Ngo, 0912345678;18/11/2026;23/11/2026;;
    2;000.19.45.H50-261118-0032;Đăng ký khai sinh;1;Nguyễn Văn Ánh;Thôn La Lay;18/11/2026 09:00;18/11/2026;18/11/2026;
    3;000.19.45.H50-261118-0033;Đăng ký khai sinh;1;Lê Quốc Đạt;Thôn La Lay;32/11/2026;18/11/2026;;
    Tổng cộng;;;3;;;;;;
    """

  @Test func anImportReportsWhatBecameOfEachRowAndKeepsBadRowsAside() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("register.csv", Array(register.utf8))
    let first = try program.run("import", "register", file, "--json")
    #expect(first.code == 1)
    let report = try #require(try program.json(first) as? [String: Any])
    #expect(report["imported"] as? Int == 2)
    #expect((report["rejected"] as? [[String: Any]])?.first?["line"] as? Int == 4)
    let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    #expect(rejects.contains("Lê Quốc Đạt"))
    let second = try #require(try program.json(program.run("import", "register", file, "--json")) as? [String: Any])
    #expect(second["imported"] as? Int == 0)
    #expect(second["unchanged"] as? Int == 2)
    let changed = register.replacingOccurrences(of: "23/11/2026;;", with: "23/11/2026;20/11/2026;")
    let third = try program.file("changed.csv", Array(changed.utf8))
    let update = try #require(try program.json(program.run("import", "register", third, "--json")) as? [String: Any])
    #expect(update["updated"] as? Int == 1)
  }

  /// In an earlier version a file of open quotes filled the memory with the reports of its rows.
  @Test func badRowsAreWrittenAsideAsTheyComeAndOnlyTheFirstAreListed() throws {
    let program = try Program.office()
    defer { program.remove() }
    let text = "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ\n" + String(repeating: "\"x\n", count: 2999)
    let file = try program.file("quotes.csv", Array(text.utf8))
    let report = try #require(try program.json(program.run("import", "register", file, "--json")) as? [String: Any])
    #expect((report["rejected"] as? [Any])?.count == 1000)
    #expect(report["rejectedCount"] as? Int == 2999)
    let rejects = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    #expect(rejects.split(separator: "\r\n").count == 3000)
  }

  @Test func whatIsExportedComesBackUnchanged() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("register.csv", Array(register.utf8))
    try program.run("import", "register", file)
    let exported = try program.run("export", "register", "--from", "01/11/2026", "--to", "30/11/2026")
    #expect(exported.code == 0)
    #expect(exported.output.contains("Hồ Thị Kăn Tưm"))
    let copy = try program.file("copy.csv", Array(exported.output.utf8))
    let again = try #require(try program.json(program.run("import", "register", copy, "--json")) as? [String: Any])
    #expect(again["unchanged"] as? Int == 2)
    #expect(again["imported"] as? Int == 0)
  }

  @Test func whatCannotBeReceivedHasNoAppointment() throws {
    let program = Program()
    let police = try program.run("due", "1.004222", "--received", "2026-11-26T08:00")
    #expect(police.code == 1 && police.output.isEmpty)
    #expect(police.messages.contains("Công an"))
    let old = try program.run("due", "2.002621", "--received", "2026-11-26T08:00", "--days", "5")
    #expect(old.code == 1 && old.messages.contains("3.000722"))
  }

  /// A folder name that was mistyped must not be created.
  @Test(arguments: [
    ["rebuild"], ["sync"], ["import", "register", "x.csv"], ["verify"], ["list"], ["office", "settings"],
  ])
  func nothingIsMadeWhereThereIsNoOffice(arguments: [String]) throws {
    let program = Program()
    let outcome = try program.run(arguments)
    #expect(outcome.code == 4)
    #expect(outcome.messages.contains("Chưa có đơn vị nào"), "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: program.folder))
  }

  @Test func outputThatCannotBeWrittenIsSaid() throws {
    let program = try Program.office()
    defer { program.remove() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["--data", program.folder, "office", "procedures"]
    let messages = Pipe()
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = messages
    try process.run()
    let text = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 4)
    #expect(text.contains("ổ đĩa đầy"), "\(text)")
  }

  @Test func aRegisterIsNeverOverwrittenByItsRejects() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("register.csv", Array(register.utf8))
    let refused = try program.run("import", "register", file, "--rejects", file)
    #expect(refused.code == 1)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == register)
    let kept = try program.run("import", "register", file, "--rejects", "/nonexistent/x.csv", "--json")
    #expect(kept.code == 1 && kept.messages.contains("/nonexistent/x.csv"))
    #expect((try program.json(kept) as? [String: Any])?["imported"] as? Int == 2)
  }

  /// The rows of the first import are being corrected when the second one has some.
  @Test func aFileOfRejectedRowsStays() throws {
    let program = try Program.office()
    defer { program.remove() }
    let file = try program.file("register.csv", Array(register.utf8))
    try program.run("import", "register", file)
    let first = try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8)
    try Data("being corrected".utf8).write(to: URL(fileURLWithPath: file + ".rejects.csv"))
    let again = try program.run("import", "register", file)
    #expect(again.messages.contains("register.csv.rejects-2.csv"), "\(again.messages)")
    #expect(try String(contentsOfFile: file + ".rejects.csv", encoding: .utf8) == "being corrected")
    #expect(try String(contentsOfFile: file + ".rejects-2.csv", encoding: .utf8) == first)
  }

  /// The power fails during a rebuild. The office is kept, and the program says what to do.
  @Test func aRebuildThatWasCutOffIsSaid() throws {
    let program = try Program.office()
    defer { program.remove() }
    try program.run("import", "register", try program.file("register.csv", Array(register.utf8)))
    let database = try DatabaseQueue(path: program.folder + "/dossier.sqlite")
    try database.write { db in
      try db.execute(sql: "INSERT INTO setting VALUES ('rebuild', 'begun'); DELETE FROM dossier")
    }
    try database.close()
    for arguments in [
      ["list"], ["report", "--from", "01/11/2026", "--to", "30/11/2026"],
      ["export", "register", "--from", "01/11/2026", "--to", "30/11/2026"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.code == 4 && outcome.messages.contains("dossier rebuild"), "\(outcome.messages)")
    }
    #expect(try program.run("rebuild").code == 0)
    #expect(try program.run("verify").code == 0)
    #expect(try (program.json(program.run("list", "--view", "all", "--json")) as? [Any])?.count == 2)
  }

  @Test func listAndShowHaveStableKeys() throws {
    let program = try Program.office()
    defer { program.remove() }
    try program.run("import", "register", try program.file("register.csv", Array(register.utf8)))
    let rows = try #require(
      try program.json(program.run("list", "--view", "all", "--search", "kan tum", "--format", "json"))
        as? [[String: Any]])
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row["code"] as? String == "000.19.45.H50-261118-0031")
    #expect(row["procedureCode"] as? String == "1.004873")
    #expect(row["status"] as? Int == 4)
    #expect((row["dueAt"] as? String)?.hasPrefix("2026-11-23T") == true)
    let shown = try program.run("show", "0031", "--json")
    #expect(shown.code == 0)
    #expect(try program.run("show", "9999").code == 3)
  }

  @Test func theAppointmentComesWithItsReasoning() throws {
    let program = Program()
    let outcome = try program.run("due", "1.004873", "--received", "2026-11-20T16:00", "--json")
    let report = try #require(try program.json(outcome) as? [String: Any])
    #expect(report["dueAt"] as? String == "2026-11-26T17:00:00+07:00")
    #expect((report["reasons"] as? [String])?.contains { $0.contains("147") } == true)
    #expect(try program.run("due", "1.013225", "--received", "2026-11-20").code == 1)
    #expect(try program.run("due", "9.999999", "--received", "2026-11-20").code == 3)
  }

  @Test func aMissingOrForeignDatabaseIsExplained() throws {
    let program = Program()
    defer { program.remove() }
    #expect(try program.run("list").code == 4)
    try FileManager.default.createDirectory(atPath: program.folder, withIntermediateDirectories: true)
    let path = program.folder + "/dossier.sqlite"
    let content = Data("not a database at all, just some text that is long enough".utf8)
    try content.write(to: URL(fileURLWithPath: path))
    let outcome = try program.run("list")
    #expect(outcome.code == 4)
    #expect(outcome.messages.contains(path))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
  }

  @Test func brokenSettingsAreReportedWithTheirLineAndTheDefaultsHold() throws {
    let program = try Program.office()
    defer { program.remove() }
    try Data("language = \"en\"\ntheme = [broken\n".utf8).write(
      to: URL(fileURLWithPath: program.folder + "/settings.toml"))
    let outcome = try program.run("list")
    #expect(outcome.code == 0)
    #expect(outcome.messages.contains("settings.toml:"))
    #expect(outcome.output.contains("Mã hồ sơ"))
  }

  @Test func rebuiltProjectionsVerify() throws {
    let program = Program()
    defer { program.remove() }
    try program.run("demo", "create", "--dossiers", "300", "--seed", "3")
    #expect(try program.run("verify").code == 0)
    #expect(try program.run("rebuild").code == 0)
    #expect(try program.run("verify").code == 0)
  }
}
