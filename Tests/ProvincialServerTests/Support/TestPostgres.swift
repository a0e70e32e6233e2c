import Foundation
import ProvincialServer
import Synchronization

/// A real PostgreSQL, made by the project's own script; one is for all tests of this process. It ends with the process,
/// because its standard input does.
struct TestPostgres: Sendable {
  let url: String
  private let input: FileHandle
  private let output: FileHandle

  private static let started = Mutex<TestPostgres?>(nil)

  static func shared() throws -> TestPostgres {
    try started.withLock { started in
      if let started { return started }
      let new = try TestPostgres()
      started = new
      return new
    }
  }

  struct NotStarted: Error {}

  /// - Parameter arguments: `--standby` for two of them.
  init(_ arguments: [String] = []) throws {
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

  /// Cuts the power of the first of two, and returns when the second has taken over.
  func takeOver() throws {
    input.write(Data("\n".utf8))
    guard Self.line(from: output) == "promoted" else { throw NotStarted() }
  }

  func stop() throws {
    try input.close()
    // Until the script has ended.
    _ = output.readDataToEndOfFile()
  }

  /// A URL under which nothing is there yet.
  func empty() throws -> String {
    let name = "t" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/psql")
    process.arguments = [url, "-qc", "CREATE SCHEMA \(name)"]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotStarted() }
    return url + "&options=-csearch_path%3D\(name)"
  }
}

/// The databases that every rule has to hold on.
enum StoreKind: CaseIterable, Sendable {
  case sqlite
  case postgresql

  func make() throws -> any ServerStore {
    switch self {
    case .sqlite: try SQLiteServerStore(path: nil)
    case .postgresql: try PostgresServerStore(url: TestPostgres.shared().empty(), connections: 4)
    }
  }
}
