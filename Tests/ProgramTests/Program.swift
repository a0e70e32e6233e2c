import DossierDomain
import DossierStore
import Foundation
import Testing

@testable import DossierTUI

/// Runs the built program as in production.
struct Program {
  struct Outcome {
    var code: Int32
    var output: String
    var messages: String
  }

  /// The path beside the test bundle, where the build puts the program.
  static let path: String = {
    let folders =
      CommandLine.arguments.map { ($0 as NSString).deletingLastPathComponent }
      + [FileManager.default.currentDirectoryPath + "/.build/debug"]
    let candidates = folders.flatMap { ["\($0)/dossier", "\($0)/DossierTUI"] }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? ".build/debug/dossier"
  }()

  let folder: String

  init(folder: String = NSTemporaryDirectory() + "dossier-test-" + UUID().uuidString) {
    self.folder = folder
  }

  /// An office with one clerk and without PINs, created like an administrator would.
  static func office(_ program: Program = Program()) throws -> Program {
    let made = try program.run(
      "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
      "Hồ Thị Lan", "--without-pin")
    #expect(made.code == 0, "\(made.messages)")
    return program
  }

  /// An office with PINs, whose first clerk has chosen hers.
  static func officeWithPINs(_ secret: String) throws -> Program {
    let program = Program()
    let made = try program.run(
      "office", "create", "--name", "xã La Lay", "--agency-code", "000.19.45.H50", "--unit-code", "19594", "--clerk",
      "Hồ Thị Lan")
    #expect(made.code == 0, "\(made.messages)")
    try program.choosePIN(secret, of: "Hồ Thị Lan")
    return program
  }

  /// Sets the PIN, as at the clerk's first sign-in at the desk.
  func choosePIN(_ secret: String, of name: String) throws {
    let store = try LocalStore(folder: folder, access: .readWrite)
    defer { store.close() }
    let clerk = try #require(try store.office.clerks().first { $0.name == name })
    _ = try store.signIn.setPIN(of: clerk.id, secret: secret, at: WallClock.machine.now)
  }

  /// The clerk's last entry is so many days later than now, or earlier.
  func moveLastEntry(days: Int) throws {
    let store = try LocalStore(folder: folder, access: .readWrite)
    defer { store.close() }
    let clerk = try #require(try store.office.clerks().first)
    let then = WallClock.machine.now.adding(minutes: days * 1440)
    try store.decisions.perform(.confirmClock(then.civilDate), by: clerk.id, at: then)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
    try? FileManager.default.removeItem(atPath: folder + ".files")
  }

  /// A file beside the data folder.
  func file(_ name: String, _ content: [UInt8] = []) throws -> String {
    try FileManager.default.createDirectory(atPath: folder + ".files", withIntermediateDirectories: true)
    let path = folder + ".files/" + name
    if !content.isEmpty { try Data(content).write(to: URL(fileURLWithPath: path)) }
    return path
  }

  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:], typed: String? = nil) throws -> Outcome {
    try run(arguments, environment: environment, typed: typed)
  }

  /// - Parameters:
  ///   - typed: the content of standard input, which is not a terminal.
  ///   - directory: the working directory, if not that of the tests.
  @discardableResult
  func run(
    _ arguments: [String], environment: [String: String] = [:], typed: String? = nil, in directory: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = ["--data", folder] + arguments
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    let input = Pipe()
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data((typed ?? "").utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, output: text, messages: complaint)
  }

  func json(_ outcome: Outcome) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }
}
