import Foundation
import Testing

/// Keys and people's data in memory are not written to a file when the program crashes.
@Suite struct NoDumpTests {
  @Test func aDeskLeavesNoCoreFile() throws {
    let program = Program()
    defer { program.remove() }
    #expect(try program.run("demo", "create", "--dossiers", "5", "--seed", "7").code == 0)
    let terminal = try Pseudoterminal(["--data", program.folder], term: "xterm-256color")
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    let limits = try String(contentsOfFile: "/proc/\(terminal.process)/limits", encoding: .utf8)
    let line = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(line?.split(separator: " ").dropFirst(4).prefix(2).map(String.init) == ["0", "0"])
    terminal.send("\u{1B}[21~")
    #expect(terminal.exitCode() == 0)
  }
}
