import Foundation
import Testing

/// Every decoder of data from others, with all inputs that once broke one and some hundreds of changed inputs, always the same. `make
/// fuzz` runs longer, guided by the code that an input reaches. Each decoder runs in a separate process, so that a trap
/// is reported with its input.
@Suite("Decoders take anything", .serialized) struct FuzzTests {
  @Test(arguments: try FuzzerProcess.targets()) func endsForAnyInput(target: String) throws {
    let count = ProcessInfo.processInfo.environment["FUZZ_COUNT"] ?? "500"
    let current = NSTemporaryDirectory() + "fuzz-\(target)-\(UUID().uuidString)"
    let outcome = try FuzzerProcess.run("run", target, FuzzerProcess.corpus + "/" + target, current, "1", count)
    guard outcome.code != 0 else { return try FileManager.default.removeItem(atPath: current) }
    let held = FileManager.default.contents(atPath: current) ?? Data()
    let size = held.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let input = current + ".input"
    try held.dropFirst(8).prefix(size).write(to: URL(fileURLWithPath: input))
    Issue.record(
      "\(target) ends with \(outcome.code); put \(input) into Corpus/\(target)\n\(outcome.output.suffix(2000))")
  }

  @Test func allAreNamed() throws {
    #expect(try FuzzerProcess.targets().count >= 19)
  }
}

/// Runs the fuzzer, which was built beside the test bundle.
enum FuzzerProcess {
  static let corpus = (#filePath as NSString).deletingLastPathComponent + "/../Corpus"

  static func targets() throws -> [String] { try run("list").output.split(separator: "\n").map(String.init) }

  static func run(_ arguments: String...) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    // The place of a trap is enough; a complete backtrace takes seconds.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  private static var path: String {
    let folders =
      CommandLine.arguments.map { ($0 as NSString).deletingLastPathComponent }
      + [FileManager.default.currentDirectoryPath + "/.build/debug"]
    return folders.map { $0 + "/Fuzzer" }.first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? ".build/debug/Fuzzer"
  }
}
