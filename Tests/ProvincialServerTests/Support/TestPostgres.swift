import Foundation
import ProvincialServer
import Synchronization

/// One real PostgreSQL for all tests of this process, made by the project's own script. It ends with the process, because
/// its standard input does.
struct TestPostgres: Sendable {
  let url: String
  private let input: FileHandle

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

  private init() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: FileManager.default.currentDirectoryPath + "/scripts/postgres")
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.availableData
    guard let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first else { throw NotStarted() }
    url = String(line)
    self.input = input.fileHandleForWriting
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
