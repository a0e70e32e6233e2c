import Dispatch
import Foundation
import PostgresForTests
import ProvincialServer

/// The built `provincial-server`, run as in production.
final class ServerProcess {
  /// The path beside the test bundle, where the build puts the program.
  static let path: String = {
    let folders =
      CommandLine.arguments.map { ($0 as NSString).deletingLastPathComponent }
      + [FileManager.default.currentDirectoryPath + "/.build/debug"]
    let candidates = folders.flatMap { ["\($0)/provincial-server", "\($0)/ProvincialServerCommand"] }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? ".build/debug/provincial-server"
  }()

  struct NotRunning: Error {}

  let address: String
  let fingerprint: String
  /// The address for the operator's requests; empty without `--operations`.
  let operations: String
  private let process: Process
  /// Used instead of `Process.waitUntilExit`, which keeps a core busy all the time.
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameters:
  ///   - arguments: further arguments of `serve`, besides its address.
  ///   - descriptors: the limit of its open files; nil for the limit of the test process.
  init(_ arguments: [String], descriptors: Int? = nil, environment: [String: String] = [:]) throws {
    process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let arguments = ["serve", "--listen", "127.0.0.1:0"] + arguments
    if let descriptors {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "ulimit -n \(descriptors); exec \"$0\" \"$@\"", Self.path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: Self.path)
      process.arguments = arguments
    }
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
    var text = ""
    while !text.contains("listening ") || !text.hasSuffix("\n") {
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw NotRunning() }
      text += String(decoding: bytes, as: UTF8.self)
    }
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    func line(_ name: String) -> String { lines.first { $0.first == name }?.last ?? "" }
    fingerprint = line("fingerprint")
    operations = line("operations")
    address = line("listening")
  }

  /// A line of /proc/PID/limits.
  func limit(_ name: String) -> String {
    let limits = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/limits", encoding: .utf8)
    return limits?.split(separator: "\n").first { $0.hasPrefix(name) }.map(String.init) ?? ""
  }

  /// The peak of its resident memory, in KB.
  var peakMemory: Int {
    let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  deinit {
    if process.isRunning { kill() }
  }

  /// Kills the process, which has the same effect on it as a power cut.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    waitUntilEnd()
  }

  /// - Returns: the exit code.
  func stop() -> Int32 {
    process.terminate()
    waitUntilEnd()
    return process.terminationStatus
  }

  private func waitUntilEnd() {
    ended.wait()
    // Lets the next caller continue too.
    ended.signal()
  }

  /// Runs another command of the program and waits for its end.
  static func run(_ arguments: [String], input: String? = nil) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let lines = Pipe()
    process.standardInput = lines
    try process.run()
    lines.fileHandleForWriting.write(Data((input ?? "").utf8))
    try lines.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}

/// A separate folder for a server, and its database.
struct ServerPlace {
  let folder = NSTemporaryDirectory() + "province-test-" + UUID().uuidString
  let postgres: String?

  init(_ kind: StoreKind) throws {
    switch kind {
    case .sqlite: postgres = nil
    case .postgresql: postgres = try TestPostgres.shared().empty()
    }
  }

  init(_ postgres: TestPostgres) { self.postgres = postgres.url }

  var arguments: [String] { ["--data", folder] + (postgres.map { ["--postgres", $0] } ?? []) }

  func store() throws -> any ServerStore {
    if let postgres { return try PostgresServerStore(url: postgres, connections: 1) }
    return try SQLiteServerStore(path: folder + "/province.sqlite", checkpoints: false)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
