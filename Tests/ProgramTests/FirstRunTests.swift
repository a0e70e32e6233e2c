import Foundation
import Glibc
import Testing

/// A machine without an office: the program itself leads to one.
@Suite(.serialized) struct FirstRunInATerminal {
  private func open(_ program: Program, _ arguments: [String] = []) throws -> Pseudoterminal {
    try Pseudoterminal(["--data", program.folder] + arguments, term: "xterm-256color", columns: 100, rows: 30)
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Types everything and stands before the summary.
  private func fill(_ terminal: Pseudoterminal) {
    #expect(terminal.waits(for: "Chưa có đơn vị nào trên máy này"), "\(terminal.received)")
    terminal.send("1")
    #expect(terminal.waits(for: "Mã định danh"))
    terminal.send("la lay")
    #expect(terminal.waits(for: "19594"))
    terminal.send("\r")
    #expect(terminal.waits(for: "mã đơn vị 19594"))
    terminal.send("000.19.45.H50\rHồ Thị Lan\r")
    #expect(terminal.waits(for: "Enter xem lại"))
    terminal.send("\r")
    #expect(terminal.waits(for: "Xem lại:"), "\(terminal.received.suffix(3000))")
    // An Enter in one go with the last one founds nothing.
    terminal.rest(900)
  }

  @Test func aClerkFoundsTheOfficeChoosesHerPINAndBegins() throws {
    let program = Program()
    defer { program.remove() }
    let terminal = try open(program)
    fill(terminal)
    #expect(!exists(program.folder))
    terminal.send("\r")
    #expect(terminal.waits(for: "Ai đang ngồi ở quầy?"), "\(terminal.received.suffix(3000))")
    terminal.send("1")
    #expect(terminal.waits(for: "Chưa có mã PIN: chọn một mã từ 6 chữ số"))
    terminal.send("246813\r")
    #expect(terminal.waits(for: "Gõ lại lần nữa"))
    terminal.send("246813\r")
    #expect(terminal.waits(for: "Việc đầu tiên của đơn vị mới"), "\(terminal.received.suffix(3000))")
    terminal.forget()
    // F10 twice: to the queue, then out.
    terminal.send("\u{1B}[21~\u{1B}[21~")
    #expect(terminal.exitCode() == 0)
    #expect(terminal.isUsable)
    let settings = try #require(
      try program.json(program.run("office", "settings", "--json")) as? [String: Any])
    #expect(settings["name"] as? String == "xã La Lay")
    #expect(settings["agencyCode"] as? String == "000.19.45.H50")
    #expect(settings["unitCode"] as? String == "19594")
    #expect(settings["requiresPIN"] as? Bool == true)
    // The next start is an ordinary one, and she has a PIN.
    let again = try open(program)
    #expect(again.waits(for: "Ai đang ngồi ở quầy?"))
    again.send("1")
    #expect(again.waits(for: "Mã PIN:"))
  }

  @Test func leavingMakesNothingAndSaysWhatEveryCommandSays() throws {
    let program = Program()
    let terminal = try open(program)
    #expect(terminal.waits(for: "Chưa có đơn vị nào trên máy này"))
    terminal.send("\u{1B}[21~")
    #expect(terminal.exitCode() == 4)
    #expect(terminal.isUsable)
    #expect(terminal.waits(for: "dossier office create"))
    #expect(!exists(program.folder) && !exists(program.folder + "-demo"))
  }

  @Test func terminationMakesNothing() throws {
    let program = Program()
    let terminal = try open(program)
    fill(terminal)
    kill(terminal.process, SIGTERM)
    #expect(terminal.exitCode() == 4)
    #expect(terminal.isUsable)
    #expect(!exists(program.folder))
  }

  @Test func theInventedOfficeIsInAFolderOfItsOwn() throws {
    let program = Program()
    let demo = Program(folder: program.folder + "-demo")
    defer { demo.remove() }
    for _ in 0..<2 {
      let terminal = try open(program)
      #expect(terminal.waits(for: "Chưa có đơn vị nào trên máy này"))
      terminal.send("2")
      #expect(terminal.waits(for: "rm -r"))
      // A key that comes as fast as one that bounces is none.
      #expect(terminal.quietBytes() >= 0)
      terminal.send("\r")
      #expect(terminal.waits(for: "Trần Hữu Nghĩa"), "\(terminal.received.suffix(3000))")
      terminal.send("\u{1B}[21~")
      #expect(terminal.exitCode() == 0)
    }
    #expect(!exists(program.folder))
    #expect(try demo.run("verify").code == 0)
  }

  /// Nobody plays in a real office by mistake.
  @Test func aRealOfficeInTheFolderOfTheInventedOneIsNotOpened() throws {
    let program = Program()
    let real = try Program.office(Program(folder: program.folder + "-demo"))
    defer { real.remove() }
    let terminal = try open(program)
    #expect(terminal.waits(for: "Chưa có đơn vị nào trên máy này"))
    terminal.send("2")
    #expect(terminal.waits(for: "rm -r") && terminal.quietBytes() >= 0)
    terminal.send("\r")
    #expect(terminal.waits(for: "Thư mục này đã có đơn vị"), "\(terminal.received.suffix(3000))")
    #expect(terminal.isRunning)
  }

  /// Whatever keeps the folder from being made, what was typed is still there for another try.
  @Test func aFolderThatCannotBeMadeIsSaidAndCanBeTriedAgain() throws {
    let program = Program()
    defer { program.remove() }
    let terminal = try open(program)
    fill(terminal)
    // A file stands where the folder should be.
    try Data("x".utf8).write(to: URL(fileURLWithPath: program.folder))
    terminal.send("\r")
    #expect(terminal.waits(for: "những gì đã gõ vẫn còn đây"), "\(terminal.received.suffix(3000))")
    try FileManager.default.removeItem(atPath: program.folder)
    terminal.forget()
    terminal.send("\r")
    #expect(terminal.waits(for: "Ai đang ngồi ở quầy?"), "\(terminal.received.suffix(3000))")
  }

  @Test func withoutColoursSymbolsAndBoxesInEnglish() throws {
    let program = Program()
    let terminal = try Pseudoterminal(
      ["--data", program.folder, "--language", "en", "--plain", "--ascii"], term: "vt100", columns: 100,
      environment: ["NO_COLOR=1"])
    #expect(terminal.waits(for: "There is no office on this machine yet"), "\(terminal.received)")
    terminal.send("3")
    #expect(terminal.waits(for: "dossier --data \(program.folder) restore FILE"), "\(terminal.received)")
  }

  /// A script, a dumb terminal and a pipe get the sentence as before.
  @Test func withoutATerminalNothingIsAsked() throws {
    let program = Program()
    let script = try program.file("keys", Array("1\n".utf8))
    defer { program.remove() }
    for arguments in [[], ["open", "--script", script]] {
      let outcome = try program.run(arguments)
      #expect(outcome.code == 4, "\(arguments)")
      #expect(outcome.messages.contains("Chưa có đơn vị nào"), "\(outcome.messages)")
    }
    let dumb = try Pseudoterminal(["--data", program.folder], term: "dumb")
    #expect(dumb.waits(for: "Chưa có đơn vị nào"))
    #expect(dumb.exitCode() == 4)
    #expect(!exists(program.folder))
  }
}
