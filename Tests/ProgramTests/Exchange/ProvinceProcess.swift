import DossierDomain
import DossierStore
import Foundation
import Glibc
import OfficeWork

@testable import DossierTUI

/// A real `provincial-server` process with an embedded database, in its own folder.
final class ProvinceProcess {
  let folder: String
  private let process = Process()
  private(set) var address = ""
  private(set) var fingerprint = ""

  enum Fault: Error {
    case notServing
    case refused(String)
  }

  private static let path = (Program.path as NSString).deletingLastPathComponent + "/provincial-server"

  /// - Parameter arguments: further arguments of `serve`, besides its address.
  init(
    folder: String = NSTemporaryDirectory() + "province-test-" + UUID().uuidString, _ arguments: [String] = []
  ) throws {
    self.folder = folder
    let lines = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = ["serve", "--data", folder, "--listen", "127.0.0.1:0"] + arguments
    process.standardOutput = lines
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.contains("listening ") || !text.hasSuffix("\n") {
      let more = lines.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Fault.notServing }
      text += String(decoding: more, as: UTF8.self)
    }
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if words.first == "listening" { address = words.last ?? "" }
      if words.first == "fingerprint" { fingerprint = words.last ?? "" }
    }
  }

  func stop() {
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  func run(_ arguments: String...) throws -> String {
    let outcome = try attempt(arguments)
    guard outcome.code == 0 else { throw Fault.refused(outcome.messages) }
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  func attempt(_ arguments: [String]) throws -> Program.Outcome {
    let command = Process()
    command.executableURL = URL(fileURLWithPath: Self.path)
    command.arguments = arguments + ["--data", folder]
    let (output, messages) = (Pipe(), Pipe())
    command.standardOutput = output
    command.standardError = messages
    command.standardInput = FileHandle.nullDevice
    try command.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    command.waitUntilExit()
    return Program.Outcome(code: command.terminationStatus, output: text, messages: complaint)
  }
}

extension Program {
  static let agency = "000.19.45.H50"

  /// Creates a demo office that worked alone, and enrols it as a desk of the province.
  /// - Parameter address: the address at which it reaches the province; nil for the province's own.
  func becomeOffice(of province: ProvinceProcess, over address: String? = nil, dossiers: Int) throws {
    try run("demo", "create", "--dossiers", "\(dossiers)", "--seed", "5")
    try join(province, over: address)
  }

  /// Enrols an office that worked alone as a desk of the province.
  func join(_ province: ProvinceProcess, over address: String? = nil) throws {
    try enrol(
      at: province, over: address,
      code: province.run(
        "office", "adopt", "--agency-code", Self.agency, "--unit-code", "19594", "--name", "xã La Lay",
        "--device-name", "1", "--everybody"))
  }

  /// Enrols one more desk, which is empty until its first exchange.
  func becomeDesk(of province: ProvinceProcess) throws {
    try enrol(
      at: province,
      code: province.run("office", "enrolment-code", "--everybody", "--office", Self.agency, "--device-name", "2"))
  }

  func enrol(at province: ProvinceProcess, over address: String? = nil, code: String) throws {
    let outcome = try run(
      "enrol", "--server", address ?? province.address, "--fingerprint", province.fingerprint, "--name", "Bàn",
      typed: code)
    guard outcome.code == 0 else { throw ProvinceProcess.Fault.refused(outcome.messages) }
  }

  func synchronise() throws -> [String: Any] {
    try json(run("sync", "--json", "--tries", "1")) as? [String: Any] ?? [:]
  }

  func codes() throws -> Set<String> { Set(try dossiers().map(\.code)) }

  /// All dossiers of the office. They are read in this process, because the command line would record the reading in
  /// the journal.
  func dossiers() throws -> [DossierRecord] {
    let workplace = try Workplace.open(WorkplaceOptions(data: folder), access: .readOnly)
    return try ListCommand.records(workplace, view: .all, search: "", limit: 100_000)
  }

  func outbox(_ state: EntryDelivery) throws -> Int {
    let store = try LocalStore(folder: folder, access: .readOnly)
    return try OutboxCommand.rows(of: store, search: "", state: state, limit: 100_000).count
  }
}
