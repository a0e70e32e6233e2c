import Foundation
import Glibc
import Testing

/// The power fails while the program writes. Everything that it reported remains, and nothing is half written.
@Suite(.serialized) struct KillTests {
  @Test(arguments: [120, 260, 450, 800])
  func anImportThatIsKilledLeavesASoundJournalAndGoesOn(milliseconds: Int) async throws {
    let program = try Program.office()
    defer { program.remove() }
    let rows = (1...3000).map { "A-261118-\($0),Đăng ký khai sinh,Hồ Thị Số \($0),18/11/2026,18/11/2026" }
    let register = "Mã hồ sơ,Tên TTHC,Chủ hồ sơ,Nhận hồ sơ,Hẹn trả\n" + rows.joined(separator: "\n")
    let file = try program.file("register.csv", Array(register.utf8))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["--data", program.folder, "import", "register", file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try await Task.sleep(for: .milliseconds(milliseconds))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let verified = try program.run("verify")
    #expect(verified.code == 0, "\(verified.output)")
    let report = try #require(try program.json(program.run("import", "register", file, "--json")) as? [String: Any])
    let (imported, unchanged) = (report["imported"] as? Int ?? -1, report["unchanged"] as? Int ?? -1)
    // Each group of 1,000 rows is written completely or not at all.
    #expect(imported + unchanged == 3000)
    #expect(unchanged.isMultiple(of: 1000))
    #expect(try program.run("verify").code == 0)
  }
}
