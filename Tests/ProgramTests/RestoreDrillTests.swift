import Foundation
import Glibc
import Testing

/// `dossier doctor --restore-drill` on the data of a demo.
@Suite(.serialized) struct RestoreDrillTests {
  private struct Office {
    let program = Program()
    var target: String { program.folder + ".files/usb" }
    var key = ""

    init(dossiers: Int = 20) throws {
      try program.run("demo", "create", "--dossiers", String(dossiers), "--seed", "1")
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      let settings = "backup-folder = \"\(target)\"\n"
      try settings.write(toFile: program.folder + "/settings.toml", atomically: true, encoding: .utf8)
      #expect(try program.run("backup").code == 0)
      key = try String(contentsOfFile: program.folder + "/recovery.key", encoding: .utf8)
    }

    /// The lines about the drill.
    func drill(_ typed: String) throws -> String {
      let output = try program.run("doctor", "--restore-drill", typed: typed).output.split(separator: "\n")
      let place = try #require(output.firstIndex { $0.contains("thử khôi phục") })
      return output[place...].joined(separator: "\n")
    }

    var isClean: Bool { !FileManager.default.fileExists(atPath: program.folder + "/.drill") }
  }

  @Test func theNewestBackupIsTriedAndNothingIsLeft() throws {
    let office = try Office()
    defer { office.program.remove() }
    let said = try office.drill(office.key)
    #expect(said.contains("☑ thử khôi phục: bản ") && said.contains("khôi phục mất 1 giây"), "\(said)")
    #expect(said.contains("20 hồ sơ"), "\(said)")
    #expect(office.isClean)
  }

  @Test func aWrongKeyADamagedBackupAndNoBackupAreSaid() throws {
    let office = try Office()
    defer { office.program.remove() }
    #expect(try office.drill("ABCD\n").contains("gõ sai"))
    let other = Program()
    defer { other.remove() }
    try other.run("demo", "create", "--dossiers", "1", "--seed", "2")
    try other.run("backup", "--to", other.file(""), "--by", "Nguyễn")
    let otherKey = try other.run("backup", "--show-key").output.split(separator: "\n").first ?? ""
    #expect(try office.drill(otherKey + "\n").contains("không đúng"))
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: office.target).first { $0.hasSuffix(".dossierbackup") })
    var bytes = try Data(contentsOf: URL(fileURLWithPath: office.target + "/" + name))
    bytes[bytes.count - 900] ^= 1
    try bytes.write(to: URL(fileURLWithPath: office.target + "/" + name))
    let damaged = try office.drill(office.key)
    #expect(damaged.contains("hỏng ở đoạn") && damaged.contains("dossier backup"), "\(damaged)")
    try FileManager.default.removeItem(atPath: office.target + "/" + name)
    #expect(try office.drill(office.key).contains("chưa có bản sao lưu nào"))
    #expect(office.isClean)
  }

  /// Restored data are as personal as the office's own, and nobody looks for them in a hidden folder.
  @Test func aDrillThatIsEndedFromOutsideLeavesNothing() async throws {
    let office = try Office(dossiers: 3000)
    defer { office.program.remove() }
    for number in [SIGINT, SIGTERM, SIGHUP] { try await endDrill(of: office, by: number) }
  }

  private func endDrill(of office: Office, by number: Int32) async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["--data", office.program.folder, "doctor", "--restore-drill"]
    process.standardOutput = FileHandle.nullDevice
    let input = Pipe()
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(office.key.utf8))
    for _ in 0..<2000 where office.isClean { try await Task.sleep(for: .milliseconds(2)) }
    try #require(!office.isClean)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + number)
    #expect(office.isClean, "\(number)")
  }
}
