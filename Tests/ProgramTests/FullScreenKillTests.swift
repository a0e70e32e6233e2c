import DossierDomain
import DossierStore
import Foundation
import Glibc
import OfficeWork
import Testing

/// The power fails while a clerk works in the full-screen program.
@Suite(.serialized) struct FullScreenKillTests {
  /// The clerk receives one dossier after the other until the process is killed.
  /// - Parameter step: the step of the work after which the process is killed at once.
  @Test(arguments: [1, 3, 5, 8, 14, 24])
  func eachCodeThatWasShownIsInTheJournal(step: Int) throws {
    let program = try Program.office()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Chủ hồ sơ") || terminal.waits(for: "Hôm nay"))
    terminal.forget()
    // Receives a dossier, redraws so that the terminal gets the whole code, and repeats.
    let work: [(keys: String, rest: Int32)] = [
      ("\u{1B}OQ\u{1B}[200~con moi de\u{1B}[201~", 40), ("\r\u{1B}[200~Pả Lăng A\u{1B}[201~\u{1B}OQ", 60), ("0", 60),
      ("\u{0C}", 30), ("\u{1B}", 40),
    ]
    for number in 0...step {
      terminal.send(work[number % work.count].keys)
      if number < step { terminal.rest(work[number % work.count].rest) }
    }
    kill(terminal.process, SIGKILL)
    #expect(terminal.exitCode() == -SIGKILL)
    let shown = Set(terminal.received.matches(of: /000\.19\.45\.H50-\d{6}-\d{4}/).map { String($0.output) })
    if step > 9 { #expect(!shown.isEmpty, "\(terminal.received.suffix(2000))") }
    let verified = try program.run("verify")
    #expect(verified.code == 0, "\(verified.output)")
    for code in shown {
      #expect(try program.run("show", code).code == 0, "\(code)")
    }
  }

  /// The citizen has her code. A form that came back filled in would issue her a second one. The process is killed as
  /// soon as the code is shown, after the form was stored; or later, when a waiting form would have been stored.
  @Test(arguments: [true, false])
  func aFormWhoseCodeWasShownDoesNotComeBack(wasKept: Bool) throws {
    let program = try Program.office()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Chào Hồ Thị Lan"))
    terminal.send("\u{1B}OQ")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    terminal.send("\u{1B}[200~con moi de\u{1B}[201~\r")
    #expect(terminal.waits(for: "khai sinh"))
    terminal.send("\u{1B}[200~Pả Lăng Một Mã\u{1B}[201~")
    if wasKept { try expectKept("Pả Lăng Một Mã", program, terminal) }
    terminal.send("\u{1B}OQ")
    #expect(terminal.leavesPapersOut())
    #expect(terminal.waits(for: "Đọc mã và giờ hẹn cho công dân"))
    // Nothing must happen in this time, in which a waiting form would be stored.
    if !wasKept { terminal.rest(1600) }
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

  @Test func atMostTheLastSecondOfTypingIsLost() throws {
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
    // The text is stored without a further key and without leaving the program.
    try expectKept("Pả Lăng Còn Đây", program, terminal)
    kill(terminal.process, SIGKILL)
    #expect(terminal.exitCode() == -SIGKILL)
    let again = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(again.waits(for: "Hồ Thị Lan"))
    again.send("\r")
    #expect(again.waits(for: "Pả Lăng Còn Đây"), "\(again.received.suffix(3000))")
  }

  /// Waits until a stored seat contains the words.
  private func expectKept(_ words: String, _ program: Program, _ terminal: Pseudoterminal) throws {
    let store = try LocalStore(folder: program.folder, access: .readOnly)
    let clerks = try store.office.clerks().map(\.id)
    func isKept() throws -> Bool {
      try clerks.contains { clerk in
        try store.drafts.kept(of: clerk, at: Instant(milliseconds: 0)).contains {
          String(decoding: $0.content, as: UTF8.self).contains(words)
        }
      }
    }
    for _ in 0..<200 where try !isKept() { terminal.rest(50) }
    #expect(try isKept(), "\(words)")
  }
}
