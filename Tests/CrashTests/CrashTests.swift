import Foundation
import Testing

/// Days of work on a disk that loses its power: what was not synced is there or not. Each runs in a process of its own.
@Suite("The power goes at any moment", .serialized) struct CrashTests {
  /// By number and not by time, so that a change is judged by itself; `make simulate` looks further.
  @Test func whatWasReportedIsThereAndWhatIsThereIsWhole() throws {
    let seeds = ProcessInfo.processInfo.environment["CRASH_SEEDS"] ?? "1-10"
    let cuts = ProcessInfo.processInfo.environment["CRASH_CUTS"] ?? "50"
    let outcome = try Self.run(seeds, cuts)
    #expect(outcome.code == 0, "\(outcome.output)")
  }

  @Test func aDiskThatOnlySaysThatItWroteIsFoundOut() throws {
    let outcome = try Self.run("1", "30", "lie")
    #expect(outcome.code == 1, "\(outcome.output)")
    #expect(outcome.output.contains("was reported and is not there"))
  }

  private static func run(_ arguments: String...) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  /// Beside the test bundle; the build makes both.
  private static var path: String {
    let folders =
      CommandLine.arguments.map { ($0 as NSString).deletingLastPathComponent }
      + [FileManager.default.currentDirectoryPath + "/.build/debug"]
    return folders.map { $0 + "/CrashRunner" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? ".build/debug/CrashRunner"
  }
}
