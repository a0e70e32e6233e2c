import Foundation
import Testing

/// Days of work on a disk that loses power, so that unsynced data may be lost. Each runs in a separate process.
@Suite("The power goes at any moment", .serialized) struct CrashTests {
  /// The number of cuts and not a time limits the test, so that the result depends only on the change. `make simulate`
  /// runs more.
  @Test func whatWasReportedIsThereAndWhatIsThereIsWhole() throws {
    let seeds = ProcessInfo.processInfo.environment["CRASH_SEEDS"] ?? "1-5"
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

  /// The path beside the test bundle, where the build puts the program.
  private static var path: String {
    let folders =
      CommandLine.arguments.map { ($0 as NSString).deletingLastPathComponent }
      + [FileManager.default.currentDirectoryPath + "/.build/debug"]
    return folders.map { $0 + "/CrashRunner" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? ".build/debug/CrashRunner"
  }
}
