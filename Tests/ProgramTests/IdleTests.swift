import Foundation
import Glibc
import Testing

/// If nothing happens at a desk, none of the program's threads wakes up, whatever was done before.
@Suite(.serialized) struct IdleTests {
  @Test(.timeLimit(.minutes(5))) func aDeskSleepsInTheMorningAndAfterAPowerCutABackupAndAnExchange() throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    let desk = Program()
    defer { desk.remove() }
    try desk.becomeOffice(of: province, dossiers: 20)
    let second = try desk.file("second")
    try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: true)
    try "backup-folder = \"\(second)\"\n".write(
      toFile: desk.folder + "/settings.toml", atomically: true, encoding: .utf8)
    let cut = try signedIn(desk)
    #expect(cut.sleeps(), "in the morning")
    kill(cut.process, SIGKILL)
    #expect(cut.exitCode() == -SIGKILL)

    let terminal = try signedIn(desk)
    #expect(terminal.sleeps(), "after a power cut")
    // Keys that arrive at once would be treated as pasted text.
    for keys in [":", "backup", "\r"] {
      terminal.send(keys)
      terminal.rest(300)
    }
    while try FileManager.default.contentsOfDirectory(atPath: second).allSatisfy({ $0.hasPrefix(".") }) {
      terminal.rest(300)
    }
    #expect(terminal.sleeps(), "after a backup")
    terminal.send("\u{1B}[15~")
    #expect(terminal.waits(for: "Đã đồng bộ"), "\(terminal.received.suffix(2000))")
    #expect(terminal.sleeps(), "after an exchange")
  }

  private func signedIn(_ desk: Program) throws -> Pseudoterminal {
    let terminal = try Pseudoterminal(["--data", desk.folder], term: "xterm-256color", columns: 100, rows: 30)
    #expect(terminal.waits(for: "Hồ Thị Lan"))
    terminal.send("\r")
    #expect(terminal.waits(for: "Cuối ngày"), "\(terminal.received.suffix(2000))")
    return terminal
  }
}
