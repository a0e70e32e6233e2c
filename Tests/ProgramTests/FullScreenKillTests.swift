import Foundation
import Glibc
import Testing

/// The power goes while a clerk works in the full-screen program.
@Suite(.serialized) struct FullScreenKillTests {
  /// The clerk receives one dossier after the other; the process is killed at a moment of its own.
  @Test(arguments: [150, 433, 700, 1111, 1740, 2503])
  func eachCodeThatWasShownIsInTheJournal(milliseconds: Int) async throws {
    let program = try Program.office()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Chủ hồ sơ") || terminal.waits(for: "Hôm nay"))
    terminal.forget()
    let process = terminal.process
    let end = Task.detached {
      try await Task.sleep(for: .milliseconds(milliseconds))
      kill(process, SIGKILL)
    }
    // Receive, redraw so that the whole code is on the wire, and again.
    while terminal.isRunning {
      terminal.send("\u{1B}OQ\u{1B}[200~con moi de\u{1B}[201~")
      terminal.rest(40)
      terminal.send("\r\u{1B}[200~Pả Lăng A\u{1B}[201~\u{1B}OQ")
      terminal.rest(60)
      terminal.send("\u{0C}")
      terminal.rest(30)
      terminal.send("\u{1B}")
      terminal.rest(40)
    }
    try await end.value
    let shown = Set(terminal.received.matches(of: /000\.19\.45\.H50-\d{6}-\d{4}/).map { String($0.output) })
    if milliseconds > 1000 { #expect(!shown.isEmpty, "\(terminal.received.suffix(2000))") }
    let verified = try program.run("verify")
    #expect(verified.code == 0, "\(verified.output)")
    for code in shown {
      #expect(try program.run("show", code).code == 0, "\(code)")
    }
  }

  /// The citizen has her code: a form that came back filled in would issue her a second one. Killed as soon as it is shown, when
  /// the form was kept before; and later, when what waited to be kept would have been.
  @Test(arguments: [(1600, 0), (0, 1600)])
  func aFormWhoseCodeWasShownDoesNotComeBack(before: Int, after: Int) async throws {
    let program = try Program.office()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Chào Hồ Thị Lan"))
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    terminal.send("\u{1B}[200~con moi de\u{1B}[201~\r")
    #expect(terminal.waits(for: "khai sinh"))
    terminal.send("\u{1B}[200~Pả Lăng Một Mã\u{1B}[201~")
    try await Task.sleep(for: .milliseconds(before))
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Đọc mã và giờ hẹn cho công dân"))
    try await Task.sleep(for: .milliseconds(after))
    kill(terminal.process, SIGKILL)
    #expect(terminal.exitCode() == -SIGKILL)
    let again = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(again.waits(for: "Chủ hồ sơ"), "\(again.received.suffix(3000))")
    again.send("7")
    #expect(again.waits(for: "Pả Lăng Một Mã"))
    again.send("\u{1B}OQ")
    #expect(again.waits(for: "Gõ vài chữ để chọn thủ tục"))
    again.send("\u{1B}OQ")
    #expect(again.waits(for: "Hãy chọn thủ tục."))
    again.send("\u{1B}")
    again.rest(100)
    again.send("\u{1B}[21~\u{1B}[21~")
    #expect(again.exitCode() == 0)
    let rows = try program.json(program.run("list", "--view", "all", "--json")) as? [Any]
    #expect(rows?.count == 1)
  }

  @Test func atMostTheLastSecondOfTypingIsLost() async throws {
    let program = Program()
    defer { program.remove() }
    try program.run("demo", "create", "--dossiers", "20", "--seed", "7")
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    terminal.send("\r")
    #expect(terminal.waits(for: "Hôm nay:"))
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    terminal.send("\u{1B}[200~con moi de\u{1B}[201~\r")
    #expect(terminal.waits(for: "khai sinh"))
    terminal.send("\u{1B}[200~Pả Lăng Còn Đây\u{1B}[201~")
    #expect(terminal.waits(for: "Pả Lăng Còn Đây"))
    // Longer than the second for which typing is held back.
    try await Task.sleep(for: .milliseconds(1600))
    kill(terminal.process, SIGKILL)
    #expect(terminal.exitCode() == -SIGKILL)
    let again = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(again.waits(for: "Hồ Thị Lan"))
    again.send("\r")
    #expect(again.waits(for: "Pả Lăng Còn Đây"), "\(again.received.suffix(3000))")
  }
}
