import Foundation

/// Data goes to standard output, messages to standard error; a closed pipe is not an error of ours.
enum Output {
  static func data(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: FileHandle.standardOutput)
  }

  static func message(_ text: String) {
    write(text + "\n", to: FileHandle.standardError)
  }

  /// Pretty JSON with sorted keys, so that two runs can be compared.
  static func json(_ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      data(String(decoding: try encoder.encode(value), as: UTF8.self))
    } catch {
      message("\(error)")
    }
  }

  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
