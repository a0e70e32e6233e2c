import Documents
import Foundation
import Testing

@testable import DossierTUI

/// Settings and days off, set on the command line and by the province.
@Suite(.serialized) struct OfficeSettingsTests {
  /// - Parameter code: the default is a procedure with one working day.
  private func due(_ program: Program, _ received: String, of code: String = "1.004873") throws -> String? {
    let days = code == "1.004873" ? ["--days", "1"] : []
    let found = try program.run(["due", code, "--received", received, "--json"] + days)
    return (try program.json(found) as? [String: Any])?["dueAt"] as? String
  }

  @Test func settingsAreChangedForTheWholeOffice() throws {
    let program = try Program.office()
    defer { program.remove() }
    let changed = try program.run(
      "office", "set", "--hours", "07:30-11:30,13:00-16:30", "--rests-24-november", "yes", "--idle-lock", "5",
      "--extension-limit", "2")
    #expect(changed.code == 0, "\(changed.messages)")
    let settings = try #require(
      try program.json(program.run("office", "settings", "--json")) as? [String: Any])
    #expect(settings["hours"] as? String == "07:30-11:30,13:00-16:30")
    // What earlier versions could set is the law now.
    #expect(changed.messages.contains("24/11") && settings["restsOn24November"] == nil)
    #expect(settings["idleLockMinutes"] as? Int == 5)
    #expect(settings["extensionLimit"] as? Int == 2)
    #expect(settings["requiresPIN"] as? Bool == false)
    // 24 November 2026, a Tuesday, is a day off, and the office closes at 16:30.
    #expect(try due(program, "2026-11-23T08:00")?.hasPrefix("2026-11-25T16:30") == true)
    #expect(try program.run("office", "set", "--hours", "11:30-07:30,13:00-16:30").code == 64)
    #expect(try program.run("office", "settings").output.contains("Giờ làm việc: 07:30-11:30,13:00-16:30"))
  }

  @Test func whatIsPrintedOnPapersIsChecked() throws {
    let program = try Program.office()
    defer { program.remove() }
    let create = ["office", "create", "--name", "xã Khác", "--agency-code", "000.19.46.H50", "--unit-code", "19595"]
    let again = try program.run(create + ["--clerk", "Hồ Thị Lan"])
    #expect(again.code == 4)
    #expect(again.messages.contains("Thư mục này đã có đơn vị"))
    let other = Program()
    defer { other.remove() }
    #expect(try other.run(create + ["--clerk", " "]).code == 64)
    #expect(try program.run("office", "set", "--agency-code", "xyz").code == 64)
    #expect(try program.run("office", "add-clerk", "Hồ Thị Lan", "--role", "reception").code == 1)
    #expect(try program.run("office", "add-clerk", "Nguyễn Văn Bình", "--role", "reception").code == 0)
    #expect(try program.run("report", "--from", "02/11/2026", "--to", "01/11/2026").code == 64)
  }

  @Test func theYearlyDecisionIsTakenInAndTakenBack() throws {
    let program = try Program.office()
    defer { program.remove() }
    let table = "Ngày;Loại;Tên;Căn cứ\n27/11/2026;nghỉ hoán đổi;;TB\n28/11/2026;đi làm;Làm bù;TB\n"
    let taken = try program.run("office", "decide-days", try program.file("2026.csv", Array(table.utf8)))
    #expect(taken.code == 0, "\(taken.messages)")
    #expect(try due(program, "2026-11-26T08:00")?.hasPrefix("2026-11-28") == true)
    let listed = try program.run("office", "days", "--year", "2026", "--format", "csv").output
    #expect(listed.contains("28/11/2026,đi làm,Làm bù,TB"))
    // The listed rows are a valid decision too, and the command says which days it replaces.
    let second = try program.run("office", "decide-days", try program.file("again.csv", Array(listed.utf8)))
    #expect(second.output.contains("thay cho 2 ngày đã ghi trước"), "\(second.messages)")
    #expect(try program.run("office", "days", "--year", "2026", "--format", "csv").output == listed)
    let wrong = try program.run("office", "decide-days", try program.file("x.csv", Array("32/11/2026,x\n".utf8)))
    #expect(wrong.code == 1)
    #expect(wrong.messages.contains("x.csv:1: Không đọc được ngày"))
    #expect(try program.run("office", "default-days", "2026").code == 0)
    #expect(try due(program, "2026-11-26T08:00")?.hasPrefix("2026-11-27") == true)
    #expect(try program.run("verify").code == 0)
  }

  @Test func proceduresAreDecidedAndReceived() throws {
    let program = try Program.office()
    defer { program.remove() }
    #expect(try program.run("due", "1.999999", "--received", "2026-11-26T08:00").code == 3)
    let table = "Mã,Tên thủ tục,Thời hạn,Hiệu lực từ\n1.999999,Cấp thẻ A,1 ngày làm việc,01/11/2026\n"
    let file = try program.file("p.csv", Array(table.utf8))
    let first = try program.run("office", "decide-procedures", file)
    #expect(first.output.contains("Đã ghi 1 thủ tục"), "\(first.messages)")
    #expect(try program.run("office", "decide-procedures", file).output.contains("Đã ghi 0 thủ tục; 1 đã có"))
    #expect(try due(program, "2026-11-26T08:00", of: "1.999999")?.hasPrefix("2026-11-27") == true)
    let found =
      try program.json(program.run("office", "procedures", "the", "a", "--format", "json")) as? [[String: Any]]
    #expect(found?.first?["code"] as? String == "1.999999")
    let decided = try program.run("office", "procedures", "--decided", "--format", "csv")
    #expect(decided.output.contains("1.999999,Cấp thẻ A"))
    let wrong = try program.run("office", "decide-procedures", try program.file("x.csv", Array("Mã\n1\n".utf8)))
    #expect(wrong.code == 1)
    #expect(wrong.messages.contains("x.csv:1:"), "\(wrong.messages)")
    // A table of fees does not take the time limit away.
    let fees = try program.file("f.csv", Array("Mã;Tên;Lệ phí;Mức thu cũ\n1.999999;Cấp thẻ A;8.000,00\n".utf8))
    let second = try program.run("office", "decide-procedures", fees)
    #expect(second.messages.contains("không hiểu tên cột \"Mức thu cũ\""), "\(second.messages)")
    #expect(second.messages.contains("Bảng không có cột") && second.messages.contains("\"Thời hạn\""))
    let fee = try program.json(program.run("office", "procedures", "1.999999", "--format", "json")) as? [[String: Any]]
    #expect(fee?.first?["fee"] as? Int == 8000)
    #expect(try due(program, "2026-11-26T08:00", of: "1.999999")?.hasPrefix("2026-11-27") == true)
    #expect(try program.run("verify").code == 0)
  }

  @Test func theProvincesDecisionComesWithTheExchange() throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    _ = try province.run(
      "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
      "Hồ Thị Lan:reception+headOfDesk+administrator", "--without-pin")
    let code = try province.run("office", "enrolment-code", "--everybody", "--office", "000.19.45.H50")
    let desk = Program()
    defer { desk.remove() }
    try desk.enrol(at: province, code: code)
    #expect(try desk.run("sync").code == 0)
    let table = try desk.file("2026.csv", Array("27/11/2026,nghỉ hoán đổi,,TB\n28/11/2026,đi làm,,TB\n".utf8))
    #expect(try province.run("days", "set", table) == "2026: 2 days")
    let procedures = try desk.file("p.csv", Array("Code,Name,Time limit\n1.999999,Cấp thẻ A,same day\n".utf8))
    #expect(try province.run("procedures", "set", procedures) == "1 procedures")
    // A folder has the rules too.
    let book = try desk.file("book")
    try FileManager.default.createDirectory(atPath: book, withIntermediateDirectories: true)
    let sheets = [
      "procedures.csv": "Code,Name\n1.999999,Cấp thẻ A\n",
      "limits.csv": "Code,When,Time limit\n1.999999,channel = by post,2 working days\n",
    ]
    for (name, text) in sheets { try Data(text.utf8).write(to: URL(fileURLWithPath: book + "/" + name)) }
    #expect(try province.run("procedures", "set", book) == "1 procedures")
    #expect(try due(desk, "2026-11-26T08:00")?.hasPrefix("2026-11-27") == true)
    #expect(try desk.run("sync").code == 0)
    #expect(try due(desk, "2026-11-26T08:00")?.hasPrefix("2026-11-28") == true)
    #expect(try due(desk, "2026-11-26T08:00", of: "1.999999")?.hasPrefix("2026-11-26") == true)
    #expect(try desk.run("verify").code == 0)
  }

  @Test func tablesAreTakenFromWorkbooks() throws {
    let program = try Program.office()
    defer { program.remove() }
    func workbook(_ name: String, _ rows: [[String]]) throws -> String {
      let table = try program.file(name + ".csv", Array(rows.map(csvLine).joined().utf8))
      let path = try program.file(name)
      try SheetHelper.write(csv: try #require(FileHandle(forReadingAtPath: table)), to: path)
      return path
    }
    let days = try workbook(
      "2026.xlsx",
      [
        ["LỊCH NGHỈ NĂM 2026", "", ""], ["Ngày", "Loại", "Tên"], ["27/11/2026", "nghỉ hoán đổi", ""],
        ["28/11/2026", "đi làm", "Làm bù"],
      ])
    let taken = try program.run("office", "decide-days", days)
    #expect(taken.code == 0 && taken.output.contains("2026: đã ghi 2 ngày"), "\(taken.messages)")
    #expect(taken.messages.contains("dòng 1 không thuộc bảng"), "\(taken.messages)")
    let procedures = try workbook(
      "p.xlsx", [["Mã thủ tục", "Tên thủ tục", "Lệ phí"], ["1.999999", "Cấp thẻ A", "8000.0"]])
    #expect(try program.run("office", "decide-procedures", procedures).output.contains("Đã ghi 1 thủ tục"))
    let broken = try program.file("x.xlsx", Array("PK\u{3}\u{4}no archive".utf8))
    let refused = try program.run("office", "decide-days", broken)
    #expect(refused.code == 1 && refused.messages.contains("CSV UTF-8"), "\(refused.messages)")
  }
}
