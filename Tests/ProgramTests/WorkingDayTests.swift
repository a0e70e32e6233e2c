import Foundation
import Testing

/// The imported register is sorted by urgency, processed and exported again, with the real program on a real database.
@Suite(.serialized) struct WorkingDayTests {
  private let register = """
    Mã hồ sơ,Tên TTHC,"Tên cá nhân, tổ chức",Nhận hồ sơ,Hẹn trả
    000.19.45.H50-261118-0031,Cấp Giấy xác nhận tình trạng hôn nhân,Hồ Thị Kăn Tưm,18/11/2026,23/11/2026
    000.19.45.H50-261118-0032,Đăng ký lại khai sinh,Nguyễn Văn Ánh,18/11/2026,25/11/2026

    """

  private let day = """
    # the one clerk of an office without PIN is not asked who she is
    7/kan tum<enter>
    :save-screen SCREEN
    x1<enter><enter>
    t<enter>
    <esc>
    <F2>con moi de<enter>Pả Lăng A<tab><tab><tab><tab><tab><tab>045198001217<F2>0
    <esc><F8>
    :save-screen EVENING
    """

  @Test func anImportedRegisterIsTriagedProcessedAndExportedAgain() throws {
    let program = try Program.office()
    defer { program.remove() }
    try program.run("import", "register", try program.file("register.csv", Array(register.utf8)))
    let (screen, evening) = (try program.file("screen.txt"), try program.file("evening.txt"))
    let script = day.replacingOccurrences(of: "SCREEN", with: screen).replacingOccurrences(of: "EVENING", with: evening)
    let outcome = try program.run("--script", try program.file("day.keys", Array(script.utf8)), "--size", "100x30")
    #expect(outcome.code == 0, "\(outcome.messages)")
    let queue = try String(contentsOfFile: screen, encoding: .utf8)
    #expect(queue.contains("Hồ Thị Kăn Tưm") && !queue.contains("Nguyễn Văn Ánh"), "\(queue)")
    #expect(try String(contentsOfFile: evening, encoding: .utf8).contains("Hôm nay: nhận 1"))

    let rows = try #require(try program.json(program.run("list", "--view", "all", "--json")) as? [[String: Any]])
    let statuses = Dictionary(
      rows.compactMap { row in (row["ownerName"] as? String).map { ($0, row["status"] as? Int ?? 0) } },
      uniquingKeysWith: { first, _ in first })
    #expect(statuses == ["Hồ Thị Kăn Tưm": 10, "Nguyễn Văn Ánh": 4, "Pả Lăng A": 2])
    let exported = try program.run("export", "register", "--from", "01/01/2026", "--to", "31/12/2031").output
    #expect(exported.split(separator: "\r\n").count == 4)
    #expect(exported.contains("Đã trả kết quả"))
    #expect(try program.run("verify").code == 0)
  }

  @Test func aSecondWindowLooksOnWhileTheFirstWorks() throws {
    let program = Program()
    defer { program.remove() }
    try program.run("demo", "create", "--dossiers", "120", "--seed", "5")
    let first = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(first.waits(for: "Hồ Thị Lan"))
    let second = try program.run("import", "register", try program.file("register.csv", Array(register.utf8)))
    #expect(second.code == 4)
    #expect(try program.run("list", "--limit", "20").code == 0)
    // A command that has to be recorded must wait until the window that writes is closed.
    let many = try program.run("list", "--view", "all", "--by", "Hồ Thị Lan")
    #expect(many.code == 4 && many.output.isEmpty && many.messages.contains("cửa sổ khác"), "\(many)")
    let onlooker = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(onlooker.waits(for: "Hồ Thị Lan"))
  }
}
