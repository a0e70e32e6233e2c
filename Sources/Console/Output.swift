import Foundation
import Glibc
import Synchronization
import VietnameseText

/// Everything that a program says on its standard descriptors goes through here: data to standard output, messages to
/// standard error. What it quotes may come from anybody, so nothing leaves that steers a terminal.
///
/// A closed pipe is not an error of ours.
public enum Output {
  /// `errno` of the first piece of data that could not be written; the program ends with it.
  public static let failure = Mutex<Int32?>(nil)

  public static func data(_ text: String, terminator: String = "\n") {
    keep(write(text.printable + terminator, to: STDOUT_FILENO))
  }

  public static func message(_ text: String) {
    _ = write(text.printable + "\n", to: STDERR_FILENO)
  }

  /// Pretty JSON with sorted keys, so that two runs can be compared. Its strings are `cleaned`: who reads them decoded would
  /// have the escapes again.
  public static func json(_ value: some Encodable) {
    if let text = text(ofJSON: value) { data(text) }
  }

  /// What `json` says of a value; nil after a message where it cannot be said.
  public static func text(ofJSON value: some Encodable) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return cleanedStrings(inJSON: Array(try encoder.encode(value)))
    } catch {
      message("\(error)")
      return nil
    }
  }

  /// What is the program's own and must arrive as it is, the byte-order mark of a table or the colours of a picture; cells
  /// of tables were cleaned where they were written.
  public static func verbatim(_ own: String, terminator: String = "\n") {
    keep(write(own + terminator, to: STDOUT_FILENO))
  }

  /// What was made ready by `printable` before.
  public static func bytes(_ bytes: [UInt8]) {
    keep(bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) })
  }

  private static func keep(_ code: Int32?) {
    guard let code, code != EPIPE else { return }
    failure.withLock { $0 = $0 ?? code }
  }

  /// - Returns: `errno` when not all of it could be written.
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while let address = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, address, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
