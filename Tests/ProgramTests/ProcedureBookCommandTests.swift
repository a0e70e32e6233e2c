import Foundation
import Testing

/// Procedures with their rules go to a spreadsheet and come back.
@Suite(.serialized) struct ProcedureBookCommandTests {
  private static let sheets = [
    "thu-tuc.csv": "Mã,Tên thủ tục,Thời hạn\n1.999999,Cấp thẻ A,3 ngày làm việc\n",
    "cau-hoi.csv": "Mã,Tên ngắn,Câu hỏi,Câu trả lời\n1.999999,mat,Đã mất thẻ cũ?,không | có\n",
    "giay-to.csv": "Mã,Khi,Giấy tờ,Cần\n1.999999,,Đơn,bắt buộc\n1.999999,mat = có,Đơn trình báo,bắt buộc\n",
    "phi.csv": "Mã,Khoản thu,Loại,Mức thu\n1.999999,Lệ phí cấp thẻ,lệ phí,8.000 mỗi bản\n",
  ]

  private func folder(_ name: String, _ sheets: [String: String], _ program: Program) throws -> String {
    let folder = try program.file(name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in sheets { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    return folder
  }

  @Test func aBookIsCheckedTakenInAndWrittenAgain() throws {
    let program = try Program.office()
    defer { program.remove() }
    let book = try folder("book", Self.sheets, program)
    let check = try program.run("office", "decide-procedures", book, "--check")
    #expect(check.code == 0, "\(check.messages)")
    #expect(check.output.contains("Nếu ghi: thủ tục mới 1, phiên bản mới 0, thay đổi 0, không đổi 0."))
    #expect(check.output.contains("Câu hỏi: 1, Giấy tờ: 2, Phí: 1"))
    #expect(check.messages.contains("Chưa ghi gì"))
    #expect(!(try program.run("office", "procedures", "--decided")).output.contains("1.999999"))

    #expect(try program.run("office", "decide-procedures", book).output.contains("Đã ghi 1 thủ tục"))
    for (format, name) in [("csv", "again"), ("xlsx", "again.xlsx")] {
      let path = try program.file(name)
      let written = try program.run("office", "procedures", "--decided", "--format", format, "--to", path)
      #expect(written.code == 0 && written.output.contains("Đã ghi 1 thủ tục vào"), "\(written.messages)")
      let same = try program.run("office", "decide-procedures", path, "--check")
      #expect(same.output.contains("thay đổi 0, không đổi 1."), "\(same.output)\(same.messages)")
      // What is there stays.
      #expect(try program.run("office", "procedures", "--decided", "--format", format, "--to", path).code == 1)
    }

    // A further fee is a change of this field only; what has no sheet stays.
    let dearer = try folder(
      "dearer",
      [
        "thu-tuc.csv": "Mã,Tên thủ tục\n1.999999,Cấp thẻ A\n",
        "phi.csv": "Mã,Khoản thu,Loại,Mức thu\n1.999999,Lệ phí cấp thẻ,lệ phí,9.000 mỗi bản\n", "nháp.csv": "a\n",
      ], program)
    let change = try program.run("office", "decide-procedures", dearer, "--check")
    #expect(
      change.output.contains(
        "  Phí: Lệ phí cấp thẻ: Mức thu: 8.000 đ mỗi bản → 9.000 đ mỗi bản\n"),
      "\(change.output)")
    #expect(!change.output.contains("Giấy tờ:") && change.messages.contains("giữ như đã biết"))
    #expect(change.messages.contains("không đọc \"nháp.csv\""), "\(change.messages)")
    #expect(try program.run("verify").code == 0)
  }

  /// The demo's dossiers were received by what the program knows; the new rules are tried on them and not taken in.
  @Test func newRulesAreTriedOnWhatWasReceived() throws {
    let program = Program()
    #expect(try program.run("demo", "create", "--dossiers", "60", "--seed", "1").code == 0)
    defer { program.remove() }
    let book = try folder(
      "book", ["thu-tuc.csv": "Mã,Tên thủ tục,Thời hạn\n2.000815,Chứng thực bản sao,60 ngày làm việc\n"], program)
    let tried = try program.run(
      "office", "decide-procedures", book, "--what-if", "--from", "2020-01-01", "--through", "2031-12-31")
    #expect(tried.code == 0, "\(tried.messages)")
    #expect(tried.output.contains("thử với 1 thủ tục mới hoặc thay đổi"), "\(tried.output)")
    #expect(tried.messages.contains("Chưa ghi gì."))
    #expect(try program.run("office", "procedures", "--decided").output.isEmpty)
    #expect(try program.run("office", "decide-procedures", book, "--what-if", "--check").code == 64)
    #expect(try program.run("office", "decide-procedures", book, "--from", "2026-01-01").code == 64)
  }

  @Test func aDecisionIsRecordedWithItsProceduresListedAndTakenBack() throws {
    let program = try Program.office()
    defer { program.remove() }
    let book = try folder("book", Self.sheets, program)
    let decision = [
      "--announcement", "2115/QĐ-UBND", "--date", "20/11/2026", "--title", "Công bố thủ tục cấp thẻ", "--signer",
      "Hồ Văn A",
      "--internal", "2", "--file", book + "/phi.csv",
    ]
    let wording = "Quyết định 2115/QĐ-UBND ngày 20/11/2026: 1 mới, 0 sửa đổi, 0 bãi bỏ; 2 quy trình nội bộ."
    let check = try program.run(["office", "decide-procedures", book, "--check"] + decision)
    #expect(check.code == 0 && check.output.contains(wording), "\(check.output)\(check.messages)")
    #expect(try program.run("office", "announcements").output.hasPrefix("0 quyết định"))
    #expect(try program.run(["office", "decide-procedures", book] + decision).output.contains(wording))
    let list = try program.run("office", "announcements")
    #expect(list.output.contains("2115/QĐ-UBND") && list.output.contains("Công bố thủ tục cấp thẻ"))
    #expect(
      list.output.contains("1 quyết định: 1 mới, 0 sửa đổi, 0 bãi bỏ = 1 thủ tục; 2 quy trình nội bộ."),
      "\(list.output)")
    #expect(try program.run("office", "announcements", "--year", "2025").output.hasPrefix("0 quyết định"))
    // Options of a decision without its number, and a number without its day.
    #expect(try program.run("office", "decide-procedures", book, "--title", "A").code == 64)
    #expect(try program.run("office", "decide-procedures", book, "--announcement", "1/QĐ").code == 64)

    let unknown = try program.run(
      "office", "retract-announcement", "9/QĐ", "--date", "20/11/2026", "--reason", "ban hành nhầm")
    #expect(unknown.code == 0 && unknown.output.contains("không thay đổi thủ tục nào"), "\(unknown.messages)")
    #expect(try program.run("office", "procedures", "--decided").output.contains("1.999999"))
    let retract = [
      "office", "retract-announcement", "2115/QĐ-UBND", "--date", "20/11/2026", "--reason", "ban hành nhầm",
    ]
    #expect(try program.run(retract).output.contains("Đã thu hồi quyết định 2115/QĐ-UBND ngày 20/11/2026."))
    #expect(!(try program.run("office", "procedures", "--decided")).output.contains("1.999999"))
    let after = try program.run("office", "announcements").output
    #expect(after.contains("ĐÃ THU HỒI (ban hành nhầm)") && after.contains("đã thu hồi 2 quyết định"), "\(after)")

    // The same version counts again only with a decision that stands.
    let again = try program.run("office", "decide-procedures", book)
    #expect(again.code == 1 && again.messages.contains("đã bị thu hồi"), "\(again.output)\(again.messages)")
    // A check refuses what the command would refuse.
    #expect(try program.run("office", "decide-procedures", book, "--check").code == 1)
    let nameless = ["--check", "--announcement", "2200/QĐ-UBND", "--date", "24/11/2026", "--title", "12"]
    #expect(try program.run(["office", "decide-procedures", book] + nameless).code == 1)
    let anew = ["--announcement", "2200/QĐ-UBND", "--date", "24/11/2026", "--title", "Công bố lại"]
    #expect(try program.run(["office", "decide-procedures", book] + anew).code == 0)
    #expect(try program.run("office", "procedures", "--decided").output.contains("1.999999"))
    #expect(try program.run("verify").code == 0)
  }

  @Test func everyFaultOfABookIsTold() throws {
    let program = try Program.office()
    defer { program.remove() }
    var sheets = Self.sheets
    sheets["phi.csv"] = "Mã,Khoản thu,Mức thu\n1.999999,Lệ phí cấp thẻ,8k\n"
    sheets["giay-to.csv"] = "Mã,Khi,Giấy tờ\n1.999999,mat = hỏng,Đơn\n"
    let book = try folder("book", sheets, program)
    for arguments in [["--check"], []] {
      let refused = try program.run(["office", "decide-procedures", book] + arguments)
      #expect(refused.code == 1)
      #expect(refused.messages.contains("[giay-to.csv]:2: cột \"Khi\": Câu hỏi \"mat\""), "\(refused.messages)")
      #expect(refused.messages.contains("[phi.csv]:2: cột \"Mức thu\": Không đọc được mức thu \"8k\""))
    }

    // What the versions say of each other is a fault too; a code that is not there is only said.
    sheets = Self.sheets
    sheets["lien-thong.csv"] = "Mã,Quan hệ,Thủ tục kia\n1.999999,gồm,1.999999\n1.999999,thường làm tiếp,1.999998\n"
    let circle = try folder("circle", sheets, program)
    let refused = try program.run("office", "decide-procedures", circle)
    #expect(refused.code == 1 && refused.messages.contains("[lien-thong.csv]:2: Thủ tục liên thông gồm chính nó"))
    sheets["lien-thong.csv"] = "Mã,Quan hệ,Thủ tục kia\n1.999999,thường làm tiếp,1.999998\n"
    let later = try program.run("office", "decide-procedures", try folder("later", sheets, program), "--check")
    #expect(later.code == 0 && later.messages.contains("[lien-thong.csv]:2: Thủ tục 1.999999 nhắc đến 1.999998"))
    #expect(try program.run("office", "procedures", "--format", "xlsx").code == 64)
    #expect(try program.run("office", "procedures", "--to", "x").code == 64)
  }
}
