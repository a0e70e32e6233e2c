import Foundation
import Synchronization

/// A real print server with a printer behind it, started by the project's own script; all tests of this process share one. It ends with
/// the process, because its standard input is then closed.
struct TestPrinter: Sendable {
  /// The default queue, and another one with the same printer behind it.
  static let (queue, other) = ("quay-1", "Máy-in-A5")

  /// The server's socket.
  let server: String
  private let received: String
  private let input: FileHandle
  private let output: FileHandle

  private static let started = Mutex<TestPrinter?>(nil)

  struct NotStarted: Error, CustomStringConvertible {
    var description = "scripts/test-printer did not start; it says why. scripts/setup installs what it needs."
  }

  /// The shared one with paper, plugged in, its queues open and empty.
  static func ready() throws -> TestPrinter {
    try started.withLock { started in
      let printer = try started ?? TestPrinter()
      started = printer
      try printer.does("ready")
      return printer
    }
  }

  private init() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: FileManager.default.currentDirectoryPath + "/scripts/test-printer")
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    self.input = input.fileHandleForWriting
    self.output = output.fileHandleForReading
    let said = Self.line(from: self.output)?.split(separator: " ").map(String.init) ?? []
    guard said.count == 2 else { throw NotStarted() }
    (server, received) = (said[0], said[1])
  }

  private static func line(from output: FileHandle) -> String? {
    String(decoding: output.availableData, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }

  /// Carries out a line of the script, such as `unplug`, and returns when it is done.
  func does(_ line: String) throws {
    try input.write(contentsOf: Data((line + "\n").utf8))
    guard Self.line(from: output) == line else { throw NotStarted() }
  }

  /// What the printer was asked for beside this document, by the names of the protocol; nil if it has not got it.
  func options(of document: [UInt8]) throws -> [String: String]? {
    for name in try FileManager.default.contentsOfDirectory(atPath: received) where name.hasSuffix(".pdf") {
      let path = received + "/" + name
      guard FileManager.default.contents(atPath: path) == Data(document) else { continue }
      // It is written when the printer begins with the document.
      guard let options = FileManager.default.contents(atPath: path + ".options") else { continue }
      let pairs = String(decoding: options, as: UTF8.self).split(separator: "\n").map {
        $0.split(separator: "=", maxSplits: 1)
      }
      return Dictionary(pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { first, _ in first }
    }
    return nil
  }
}
