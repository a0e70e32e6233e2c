import Foundation
import Synchronization

/// A real PostgreSQL server, started by the project's own script; all tests of this process share one. It ends with the
/// process, because its standard input is then closed.
public struct TestPostgres: Sendable {
  public let url: String
  private let input: FileHandle
  private let output: FileHandle

  private static let started = Mutex<TestPostgres?>(nil)

  public static func shared() throws -> TestPostgres {
    try started.withLock { started in
      if let started { return started }
      let new = try TestPostgres()
      started = new
      return new
    }
  }

  public struct NotStarted: Error {}

  /// - Parameter arguments: `--standby` for two servers.
  public init(_ arguments: [String] = []) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: FileManager.default.currentDirectoryPath + "/scripts/postgres")
    process.arguments = arguments
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    self.input = input.fileHandleForWriting
    self.output = output.fileHandleForReading
    guard let line = Self.line(from: self.output) else { throw NotStarted() }
    url = line
  }

  private static func line(from output: FileHandle) -> String? {
    String(decoding: output.availableData, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }

  /// Cuts the power of the first of two servers, and returns when the second one has taken over.
  public func takeOver() throws {
    input.write(Data("\n".utf8))
    guard Self.line(from: output) == "promoted" else { throw NotStarted() }
  }

  public func stop() throws {
    try input.close()
    // Waits until the script has ended.
    _ = output.readDataToEndOfFile()
  }

  /// The URL of a new, empty schema.
  public func empty() throws -> String {
    let name = Self.newName()
    try Self.psql(url, "-qc", "CREATE SCHEMA \(name)")
    return url + "&options=-csearch_path%3D\(name)"
  }

  /// The URL of a new database with the content of a file from `pg_dump`.
  public func restored(from dump: String) throws -> String {
    let name = Self.newName()
    try Self.psql(url, "-qc", "CREATE DATABASE \(name)")
    let restored = url.replacingOccurrences(of: "/postgres?", with: "/\(name)?")
    try Self.psql(restored, "-qf", dump)
    return restored
  }

  private static func newName() -> String {
    "t" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
  }

  private static func psql(_ url: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/psql")
    process.arguments = ["-v", "ON_ERROR_STOP=1", url] + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotStarted() }
  }
}
