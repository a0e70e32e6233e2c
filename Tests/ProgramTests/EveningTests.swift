import Foundation
import Testing

/// The exchange's screens with a real database, and the state that remains after a restart, in the real program.
@Suite(.serialized) struct EveningTests {
  private func demo() throws -> Program {
    let program = Program()
    let made = try program.run("demo", "create", "--dossiers", "200", "--seed", "11", "--now", "2026-11-25T08:00")
    #expect(made.code == 0, "\(made.messages)")
    return program
  }

  /// Runs a script and returns the screen at its end.
  private func screen(
    _ program: Program, _ name: String, _ keys: String, now: String = "2026-11-25T16:30"
  ) throws -> String {
    let shot = try program.file(name + ".txt")
    let script = keys + "\n:save-screen \(shot)\n"
    let outcome = try program.run(
      "--script", try program.file(name + ".keys", Array(script.utf8)), "--size", "100x30", "--now", now)
    #expect(outcome.code == 0, "\(outcome.messages)")
    return try String(contentsOfFile: shot, encoding: .utf8)
  }

  @Test func anOfficeThatWorksAloneIsToldWhereItStands() throws {
    let program = try demo()
    defer { program.remove() }
    let status = try screen(program, "status", "<enter><esc>\n:sync-status")
    #expect(status.contains("mã nối máy"), "\(status)")
    #expect(status.contains("giữ tại máy này"), "\(status)")
    let refused = try screen(program, "key", "<enter><esc><F5>")
    #expect(refused.contains("Máy này chưa nối với tỉnh"), "\(refused)")
  }

  @Test func theOutboxPagesARealJournalAndIsFoundAgainAfterARestart() throws {
    let program = try demo()
    defer { program.remove() }
    let first = try screen(program, "outbox", "<enter><esc>\n:outbox\n<pgdn><pgdn><pgdn><down>/tiep nhan<enter><pgdn>")
    let row = try #require(first.split(separator: "\n").first { $0.hasPrefix("▶") })
    #expect(row.contains("đã ghi") && row.contains("Tiếp nhận hồ sơ"), "\(first)")
    let again = try screen(program, "again", "<enter>")
    #expect(again.split(separator: "\n").first { $0.hasPrefix("▶") } == row, "\(again)")
    let opened = try screen(program, "opened", "<enter><enter>")
    #expect(opened.contains("[3]Quá trình"), "\(opened)")
  }

  @Test func everythingMarkedIsThereAfterARestart() throws {
    let program = try demo()
    defer { program.remove() }
    let marked = try screen(program, "marked", "<enter><esc>7*")
    #expect(marked.contains("Đã chọn 200 hồ sơ"), "\(marked)")
    #expect(try screen(program, "restarted", "<enter>").contains("Đã chọn 200 hồ sơ"))
  }

  @Test func aClockSetBackIsConfirmedOnceBeforeACodeIsPrinted() throws {
    let program = try demo()
    defer { program.remove() }
    let reception = "<F2>1.004873<enter>Lê Thị Mơ<F2>"
    let asked = try screen(program, "asked", "<enter><esc>" + reception + "0", now: "2026-11-23T08:00")
    #expect(asked.contains("Hôm nay là thứ Hai, ngày 23/11/2026"), "\(asked)")
    let issued = try screen(program, "issued", "<enter><esc><F2><enter><F2>01", now: "2026-11-23T08:00")
    #expect(issued.contains("Đã tiếp nhận. Mã hồ sơ:"), "\(issued)")
    // The same person has such a dossier already: that is said, and the key pressed once more.
    let second = try screen(program, "second", "<enter><esc>" + reception + "<down><F2>0", now: "2026-11-23T08:05")
    #expect(second.contains("Đã tiếp nhận. Mã hồ sơ:"), "\(second)")
    #expect(try program.run("verify").code == 0)
  }

  @Test func anAbsenceFromTheCommandLineIsProposedAndReassigned() throws {
    let program = try demo()
    defer { program.remove() }
    let away = try program.run(
      "office", "absent", "Lê Quốc Đạt", "--from", "25/11/2026", "--to", "28/11/2026", "--substitute", "Hồ Thị Lan",
      "--now", "2026-11-25T16:00")
    #expect(away.code == 0, "\(away.messages)")
    let proposed = try screen(program, "proposed", "4<esc>\n:reassign-absent")
    #expect(proposed.contains("Hồ Thị Lan (người thay)"), "\(proposed)")
    let done = try screen(program, "done", "4<esc>\n:reassign-absent\n<enter>")
    #expect(done.contains("Chuyển hết hồ sơ: xong"), "\(done)")
  }
}
