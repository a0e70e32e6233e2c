import DossierDomain
import DossierStore
import Foundation
import Testing

@Suite(.serialized) struct ProgramInATerminal {
  private func demo() throws -> Program {
    let program = Program()
    let made = try program.run("demo", "create", "--dossiers", "150", "--seed", "7")
    #expect(made.code == 0, "\(made.messages)")
    return program
  }

  /// The first sign-in of the day shows the most urgent work first; the queue is behind it.
  private func signIn(_ terminal: Pseudoterminal) {
    terminal.send("\r")
    #expect(terminal.waits(for: "Hôm nay:"))
    // Text of the queue that was painted before must not count.
    terminal.forget()
    terminal.send("\u{1B}")
    #expect(terminal.waits(for: "Chủ hồ sơ"))
  }

  @Test(arguments: ["linux", "xterm-256color", "vt100", "screen"])
  func aClerkSignsInSeesTheQueueAndLeavesACleanTerminal(term: String) throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: term)
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    #expect(!terminal.isUsable)
    terminal.send("\u{1B}[21~")
    #expect(terminal.exitCode() == 0)
    #expect(terminal.isUsable)
  }

  /// The sequence stands between two paints, and the Linux console, which would print a part of it, never gets it.
  @Test(arguments: [("xterm-256color", true), ("linux", false)])
  func aCodeGoesToTheClipboardOfAWindow(term: String, isCopied: Bool) throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: term)
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    terminal.send("7")
    terminal.forget()
    terminal.send("\u{3}")
    #expect(terminal.waits(for: isCopied ? "Đã chép mã" : "không có bộ nhớ tạm"))
    if isCopied {
      #expect(terminal.waits(for: "\u{1B}]52;c;"))
      #expect(terminal.waits(for: "\u{1B}\\"))
    } else {
      terminal.rest(200)
      #expect(!terminal.received.contains("]52;"))
    }
    terminal.send("\u{1B}[21~")
    #expect(terminal.exitCode() == 0)
  }

  @Test func nothingIsWrittenWhileNothingShownChanges() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(
      ["--data", program.folder, "--now", "2026-11-25T08:00:10"], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    #expect(terminal.quietBytes() == 0)
  }

  @Test func terminationLeavesAUsableTerminalAndKeepsWhatWasTyped() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    terminal.send("n")
    #expect(terminal.waits(for: "Tiếp nhận hồ sơ"))
    // The queue may have shown a dossier of the same procedure.
    terminal.forget()
    terminal.send("\u{1B}[200~khai sinh\u{1B}[201~")
    #expect(terminal.waits(for: "Đăng ký khai sinh"))
    kill(terminal.process, SIGTERM)
    #expect(terminal.exitCode() == 0)
    #expect(terminal.isUsable)
    let again = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(again.waits(for: "Hồ Thị Lan"))
    again.send("\r")
    #expect(again.waits(for: "khai sinh"), "\(again.received.suffix(3000))")
  }

  @Test func aScannersBurstSearchesAndRunsNoCommand() throws {
    let program = try demo()
    defer { program.remove() }
    let entries = try LocalStore(folder: program.folder, access: .readOnly).office.entryCount()
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    terminal.send("000.19.45.H50-tttxxxuuu")
    #expect(terminal.waits(for: "Tìm hồ sơ, thủ tục, người"))
    terminal.send("\u{1B}")
    #expect(terminal.waits(for: "Chủ hồ sơ"))
    terminal.send("\u{1B}[21~")
    #expect(terminal.exitCode() == 0)
    #expect(try LocalStore(folder: program.folder, access: .readOnly).office.entryCount() == entries)
  }

  /// Each key of the burst changes the screen at once, and the first one would leave the program.
  @Test func aBurstThatBeginsWithTheLetterForLeavingSearchesToo() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    terminal.send("QUANGTRI-0001")
    #expect(terminal.waits(for: "Tìm hồ sơ, thủ tục, người"))
    terminal.forget()
    terminal.send("\u{1B}")
    #expect(terminal.waits(for: "Chủ hồ sơ"))
    terminal.send("q")
    #expect(terminal.exitCode() == 0)
  }

  /// The digits of a card number are also the numbers of the clerks.
  @Test func aScanAtTheEntranceSignsNobodyIn() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    terminal.send("1234567890")
    terminal.rest(500)
    terminal.forget()
    terminal.send("\u{0C}")
    #expect(terminal.waits(for: "Ai đang ngồi ở quầy?"))
  }

  @Test func aResizeStormAndTenThousandKeysDoNotHurt() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    for step in 0..<200 { terminal.resize(columns: UInt16(20 + step % 120), rows: UInt16(5 + step % 40)) }
    terminal.resize(columns: 100, rows: 30)
    terminal.forget()
    for _ in 0..<100 {
      terminal.send(String(repeating: "\u{1B}[B\u{1B}[A", count: 50))
      terminal.rest(5)
    }
    terminal.forget()
    terminal.send("\u{0C}")
    #expect(terminal.waits(for: "Chủ hồ sơ"))
  }

  @Test func aTooSmallWindowSaysWhatItNeeds() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color", columns: 40, rows: 10)
    #expect(terminal.waits(for: "Cần 60x20"))
  }

  @Test func aDumbTerminalIsExplained() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "dumb")
    #expect(terminal.waits(for: "TERM=dumb"))
    #expect(terminal.exitCode() == 5)
  }

  @Test func aTerminalThatTheMachineDoesNotKnowIsDrawnAllTheSameAndSaysSo() throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(["--data", program.folder], term: "no-such-terminal", columns: 130, rows: 30)
    #expect(terminal.waits(for: "TERM=no-such-terminal"))
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    terminal.send("\u{1B}[21~")
    #expect(terminal.exitCode() == 0)
  }

  /// 24-bit colours are used if COLORTERM announces them and the theme has some, and not otherwise.
  @Test(
    arguments: [
      ("truecolor", "dark", true), ("24bit", "dark", true), ("", "dark", false), ("yes", "dark", false),
      ("truecolor", "default", false),
    ])
  func allColoursAreUsedWhereTheTerminalSaysThatItHasThem(colourTerm: String, theme: String, isDirect: Bool) throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(
      ["--data", program.folder, "--theme", theme], term: "xterm-256color", environment: ["COLORTERM=\(colourTerm)"])
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    signIn(terminal)
    #expect(terminal.received.contains(/\u{1B}\[[0-9;]*38[:;]2[:;]/) == isDirect)
  }

  /// On the morning screen Esc opens the queue, as soon as no sequence can follow any more.
  @Test(arguments: [("20", true), ("5000", false)])
  func theDelayOfALoneEscapeIsThatOfTheEnvironment(delay: String, opensTheQueue: Bool) throws {
    let program = try demo()
    defer { program.remove() }
    let terminal = try Pseudoterminal(
      ["--data", program.folder], term: "xterm-256color", environment: ["ESCDELAY=\(delay)"])
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    terminal.send("\r")
    #expect(terminal.waits(for: "Hôm nay:"))
    terminal.rest(300)
    terminal.forget()
    terminal.send("\u{1B}")
    terminal.rest(1500)
    // The clock in the title may change meanwhile, which takes a few bytes.
    #expect((terminal.received.utf8.count > 200) == opensTheQueue)
  }

  @Test func withoutATerminalItSaysSo() throws {
    let program = try demo()
    defer { program.remove() }
    let outcome = try program.run("open")
    #expect(outcome.code == 5)
    #expect(outcome.messages.contains("--script"))
  }
}
