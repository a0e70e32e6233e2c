import Glibc
import Testing

/// On a real console the kernel composes the screen, so these tests see what a clerk sees: no other terminal emulator and
/// no reading of escape sequences is involved. A console has no font here; `Glyphs` says which characters it may show.
@Suite(.serialized, .enabled(if: RealConsole.isPossible, "needs root and a console of the Linux kernel that is free"))
struct RealConsoleTests {
  private static let down = "\u{1B}[B"
  private static let home = "\u{1B}[1~"
  private static let end = "\u{1B}[4~"
  private static let backTab = "\u{1B}\t"
  private static let f1 = "\u{1B}[[A"
  private static let f10 = "\u{1B}[21~"

  /// The clock stands at the beginning of a minute, so that the title changes at no step.
  private static let clock = ["--now", "2026-11-25T08:00:05"]

  private func demo() throws -> Program {
    let program = Program()
    let made = try program.run(Self.clock + ["demo", "create", "--dossiers", "150", "--seed", "7"])
    #expect(made.code == 0, "\(made.messages)")
    return program
  }

  private func expect(
    _ console: RealConsole, _ step: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ isWanted: (RealConsole.Screen) -> Bool
  ) {
    let hasCome = console.waits(isWanted)
    let shown = console.screen.map(\.description) ?? "letters of single bytes"
    #expect(hasCome, "\(step):\n\(shown)", sourceLocation: sourceLocation)
  }

  @Test(.timeLimit(.minutes(3)), arguments: [false, true])
  func aClerkWorksOnTheConsoleAndLeavesItClean(isPlain: Bool) throws {
    let program = try demo()
    defer { program.remove() }
    let console = try RealConsole(["--data", program.folder] + Self.clock + (isPlain ? ["--plain"] : []))
    let mark = isPlain ? ">" : "▶"
    expect(console, "sign-in") { $0.cursorLine.hasPrefix("  \(mark) 1  Hồ Thị Lan") }
    console.press("\r")
    expect(console, "morning") { $0.shows("Chào Hồ Thị Lan. Hôm nay:") && $0.cursorLine.hasPrefix("\(mark) 1") }
    console.press("\u{1B}")
    expect(console, "queue") { $0.shows("Chủ hồ sơ") && $0.cursor.row == 4 && $0.cursorLine.hasPrefix(mark) }
    console.press(Self.down)
    expect(console, "down") { $0.cursor.row == 5 && $0.cursorLine.hasPrefix(mark) }
    console.press(Self.end)
    expect(console, "end") { $0.cursor.row > 5 && $0.cursorLine.hasPrefix(mark) }
    console.press(Self.home)
    expect(console, "home") { $0.cursor.row == 4 && $0.cursorLine.hasPrefix(mark) }
    try expectHelpLeavesNothing(console, mark)
    expectReception(console, mark)
    expectForeignLetters(console, mark, isPlain)
    console.press(Self.f10)
    expect(console, "end") { $0.shows("code 0") && $0.shows("modes as before") }
    console.press("xong\r")
    expect(console, "the shell reads lines again") { $0.shows("read: xong") }
    let left = try #require(console.screen)
    #expect(!left.shows("Hồ") && !left.shows("Nguyễn"), "\(left)")
    #expect(left.attributes == console.emptyAttributes)
  }

  private func expectHelpLeavesNothing(_ console: RealConsole, _ mark: String) throws {
    let before = try #require(console.settledScreen)
    console.press(Self.f1)
    expect(console, "help") { $0.shows("Phím và lệnh của màn hình này") && $0.cursorLine.contains("Tìm:") }
    console.press("\u{1B}")
    expect(console, "after the help\n\(before)") { $0.rows == before.rows && $0.cursor == before.cursor }
  }

  private func expectReception(_ console: RealConsole, _ mark: String) {
    console.press("n")
    expect(console, "reception") { $0.cursorLine.hasPrefix("\(mark) Thủ tục") }
    #expect(console.type("khai"))
    expect(console, "suggestions") { $0.shows("Đăng ký khai sinh") && $0.cursorLine.hasPrefix("\(mark) Thủ tục") }
    console.press(Self.down)
    expect(console, "a suggestion") { $0.cursorLine.hasPrefix("  \(mark) ") && $0.cursorLine.contains("Đăng ký") }
    console.press("\r")
    expect(console, "owner") { $0.cursorLine.hasPrefix("\(mark) Chủ hồ sơ") }
    let name = "Nguyễn Thị Đoan Trường ỸẴỘ"
    #expect(console.type(name))
    expect(console, "a name, each of whose letters has one column") { screen in
      let (row, end) = (screen.rows[screen.cursor.row], screen.cursor.column)
      let start = end - name.unicodeScalars.count
      return start > 0 && Array(row[start..<end]) == Array(name.unicodeScalars)
    }
    console.press(Self.backTab)
    expect(console, "back, at the last question of the procedure") { $0.cursorLine.hasPrefix("\(mark) Có ủy quyền") }
    console.press("\u{1B}")
    expect(console, "the form is kept") { $0.shows("Đã giữ nháp") && $0.cursorLine.hasPrefix(mark) }
  }

  /// A name from abroad must not move what stands to the right of it.
  private func expectForeignLetters(_ console: RealConsole, _ mark: String, _ isPlain: Bool) {
    console.press("w")
    expect(console, "note") { $0.shows("Ghi gì?") && !$0.cursorLine.hasPrefix(mark) }
    #expect(console.type("李x\u{323}é|"))
    expect(console, "foreign letters") { screen in
      let row = screen.rows[screen.cursor.row]
      let isFramed = isPlain || row.lastIndex(of: "│") == screen.rows[screen.cursor.row + 1].lastIndex(of: "│")
      return screen.cursorLine.contains("? xé|") && row[screen.cursor.column - 1] == "|" && isFramed
    }
    console.press("\u{1B}")
    expect(console, "the note is kept") { $0.cursorLine.hasPrefix(mark) && !$0.shows("Ghi gì?") }
  }

  @Test(.timeLimit(.minutes(1))) func aCrashLeavesNoNameOnTheConsole() throws {
    let program = try demo()
    defer { program.remove() }
    let console = try RealConsole(["--data", program.folder] + Self.clock)
    expect(console, "sign-in") { $0.shows("Hồ Thị Lan") }
    kill(try #require(console.program), SIGSEGV)
    expect(console, "end") { $0.shows("code \(128 + SIGSEGV)") && $0.shows("modes as before") }
    let left = try #require(console.screen)
    #expect(!left.shows("Hồ Thị Lan"), "\(left)")
    #expect(left.attributes == console.emptyAttributes)
  }
}
