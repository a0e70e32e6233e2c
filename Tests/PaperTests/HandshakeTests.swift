import Foundation
import Testing

@Suite("The process that draws papers")
struct HandshakeTests {
  /// Beside the tests, as it is beside `dossier`.
  static let program: String = {
    let folders = CommandLine.arguments.map { ($0 as NSString).deletingLastPathComponent } + [".build/debug"]
    let candidates = folders.map { $0 + "/dossier-paper" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? ".build/debug/dossier-paper"
  }()

  @Test("It works for a program of its own version only") func version() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["--for", "another", "render"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
  }
}
