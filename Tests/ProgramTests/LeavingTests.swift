import Foundation
import Glibc
import Testing

/// The files on the disk after the program has ended, and its behaviour when somebody removes its files.
@Suite(.serialized) struct LeavingTests {
  private static let reception = "\u{1B}OQ\u{1B}[200~con moi de\u{1B}[201~\r\u{1B}[200~Pả Lăng A\u{1B}[201~\u{1B}OQ"
  /// F10 twice: returns to the queue, then leaves.
  private static let leave = "\u{1B}[21~\u{1B}[21~"
  private static var code: Regex<Substring> { /000\.19\.45\.H50-\d{6}-\d{4}/ }

  private func desk(_ program: Program) throws -> Pseudoterminal {
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Hôm nay"), "\(terminal.received)")
    terminal.forget()
    terminal.send("\u{1B}")
    #expect(terminal.waits(for: "Chủ hồ sơ"), "\(terminal.received)")
    return terminal
  }

  private func log(_ program: Program) -> Int {
    let size = try? FileManager.default.attributesOfItem(atPath: program.folder + "/dossier.sqlite-wal")[.size]
    return size as? Int ?? 0
  }

  @Test func leavingAndCommandsLeaveNothingInTheLog() throws {
    let program = try Program.office()
    defer { program.remove() }
    #expect(log(program) == 0)
    let register = "Mã hồ sơ,Chủ hồ sơ,Nhận hồ sơ\nA-261118-0031,Hồ Thị Mơ,18/11/2026\n"
    try program.run("import", "register", program.file("register.csv", Array(register.utf8)))
    #expect(log(program) == 0)
    let terminal = try desk(program)
    terminal.send(Self.reception)
    #expect(terminal.leavesPapersOut())
    #expect(terminal.waits(for: "Đã tiếp nhận"), "\(terminal.received)")
    #expect(log(program) > 0)
    terminal.send(Self.leave)
    #expect(terminal.exitCode() == 0)
    #expect(log(program) == 0)
  }

  /// A "cleaner" removes files that it takes for temporary while the program is open.
  @Test func noCodeIsGivenOutOnceTheLogIsGone() throws {
    let program = try Program.office()
    defer { program.remove() }
    let terminal = try desk(program)
    for name in ["-wal", "-shm"] { unlink(program.folder + "/dossier.sqlite" + name) }
    terminal.forget()
    terminal.send(Self.reception)
    #expect(terminal.leavesPapersOut())
    #expect(terminal.waits(for: "đã bị xóa hoặc thay"), "\(terminal.received)")
    #expect(terminal.received.firstMatch(of: Self.code) == nil)
    terminal.send(Self.leave)
    #expect(terminal.exitCode() != nil)
    #expect(try program.run("verify").code == 0)
    let again = try desk(program)
    again.send(Self.reception)
    #expect(again.leavesPapersOut())
    #expect(again.waits(for: "Đã tiếp nhận"), "\(again.received)")
  }

  /// An image of the disk from the morning is put back at noon, so the province has more entries.
  @Test func theFirstCodeWaitsForTheProvinceAndRepeatsNone() throws {
    let province = try ProvinceProcess()
    let program = Program()
    defer {
      program.remove()
      province.stop()
    }
    try program.becomeOffice(of: province, dossiers: 20)
    #expect(try program.synchronise()["failure"] == nil)
    let file = program.folder + "/dossier.sqlite"
    let image = try Data(contentsOf: URL(fileURLWithPath: file))
    let first = try code(program, "first")
    #expect(try program.synchronise()["failure"] == nil)
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: image)
    try handle.close()
    let second = try code(program, "second")
    #expect(first != second)
    #expect(try program.synchronise()["failure"] == nil)
    #expect(try program.codes().isSuperset(of: [first, second]))
  }

  /// Receives a dossier with a script and returns its code.
  private func code(_ program: Program, _ name: String) throws -> String {
    let screen = try program.file(name + ".txt")
    let keys = "<enter><esc><F2>con moi de<enter>Pả Lăng A<F2>0\n:save-screen \(screen)\n"
    let outcome = try program.run(
      "--script", program.file(name + ".keys", Array(keys.utf8)), "--size", "100x30")
    #expect(outcome.code == 0, "\(outcome.messages)")
    let text = try String(contentsOfFile: screen, encoding: .utf8)
    return String(try #require(text.firstMatch(of: Self.code), "\(text)").output)
  }
}
