import Foundation

/// A real provincial server on this machine, with a folder of its own; ends with the test.
final class Province {
  struct NotUp: Error {}

  let folder = NSTemporaryDirectory() + "province-\(UUID().uuidString)"
  private let process = Process()
  let address: String
  let fingerprint: String

  private static var path: String { (Program.path as NSString).deletingLastPathComponent + "/provincial-server" }

  init() throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = ["serve", "--data", folder, "--listen", "127.0.0.1:0"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var said = ""
    var values: [String: String] = [:]
    while values["listening"] == nil {
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw NotUp() }
      said += String(decoding: bytes, as: UTF8.self)
      for line in said.split(separator: "\n").dropLast(said.hasSuffix("\n") ? 0 : 1) {
        let words = line.split(separator: " ", maxSplits: 1).map { String($0) }
        if words.count == 2 { values[words[0]] = words[1] }
      }
    }
    address = values["listening"] ?? ""
    fingerprint = values["fingerprint"] ?? ""
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What an administrator's command says: the one-time code.
  func administer(_ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments + ["--data", folder]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Makes a data folder a desk of this province.
  func enrol(_ desk: Program, _ name: String, code: String) throws -> Program.Outcome {
    try desk.run("enrol", "--server", address, "--fingerprint", fingerprint, "--name", name, "--code", code)
  }
}
