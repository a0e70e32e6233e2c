import Foundation
import Testing

/// Every user of the machine can see a command line, and it stays in the shell's history, so it must not contain a
/// secret.
@Suite(.serialized) struct SecretArgumentTests {
  @Test(arguments: [
    ["restore", "copy", "--key", "K7QF"], ["enrol", "--server", "https://a", "--code", "K7QF", "--name", "1"],
  ])
  func aDeskTakesNoSecretAsAnArgument(arguments: [String]) throws {
    let outcome = try Program().run(arguments)
    #expect(outcome.code == 64)
    #expect(!outcome.messages.contains("K7QF"))
  }

  @Test func theProvinceTakesNoSecretAsAnArgument() throws {
    let province = try ProvinceProcess()
    defer { province.stop() }
    for address in [
      "postgresql://admin:geheim@127.0.0.1/province", "postgresql://127.0.0.1/province?password=geheim",
      "host=127.0.0.1 password=geheim",
    ] {
      let outcome = try province.attempt(["office", "list", "--postgres", address])
      #expect(outcome.code == 1 && outcome.messages.contains("PGPASSFILE"), "\(outcome)")
      #expect(!outcome.messages.contains("geheim"))
    }
    let simulator = try province.attempt(["portal-simulator", "--server", "https://a", "--token", "geheim"])
    #expect(simulator.code == 64 && !simulator.messages.contains("geheim"))
  }

  @Test func aBackupComesBackWithTheKeyFromStandardInput() throws {
    let program = try Program.office()
    let copy = Program()
    defer {
      program.remove()
      copy.remove()
    }
    let disk = try program.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let backup = try program.run("backup", "--to", disk)
    #expect(backup.code == 0, "\(backup.messages)")
    let file = backup.output.trimmingCharacters(in: .newlines)
    let key = try #require(try program.run("backup", "--show-key").output.split(separator: "\n").first)
    #expect(try copy.run("restore", file).code == 1)
    let restored = try copy.run("restore", file, typed: key + "\n")
    #expect(restored.code == 0, "\(restored.messages)")
    #expect(try copy.run("verify").code == 0)
  }

  @Test func aTerminalIsAskedAndDoesNotShowTheKey() throws {
    let program = try Program.office()
    let copy = Program()
    defer {
      program.remove()
      copy.remove()
    }
    let disk = try program.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let file = try program.run("backup", "--to", disk).output.trimmingCharacters(in: .newlines)
    let key = String(try #require(try program.run("backup", "--show-key").output.split(separator: "\n").first))
    let terminal = try Pseudoterminal(["--data", copy.folder, "restore", file], term: "xterm")
    #expect(terminal.waits(for: "Mã khôi phục:"))
    // With a typing error that is corrected.
    terminal.send("XY\u{7F}\u{7F}" + key + "\r")
    #expect(terminal.waits(for: "Đã khôi phục"), "\(terminal.received)")
    #expect(!terminal.received.contains(key.prefix(4)) && !terminal.received.contains("XY"))
  }
}
