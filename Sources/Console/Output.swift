import Foundation
import Glibc
import Synchronization
import VietnameseText

/// All output of a program on its standard descriptors: data on standard output, messages on standard error. Quoted
/// text may come from anybody, so control sequences for a terminal are removed.
///
/// A closed pipe is not treated as an error.
public enum Output {
  /// `errno` of the first data that could not be written; the program exits with a failure then.
  public static let failure = Mutex<Int32?>(nil)

  public static func data(_ text: String, terminator: String = "\n") {
    keep(write(text.printable + terminator, to: STDOUT_FILENO))
  }

  public static func message(_ text: String) {
    _ = write(text.printable + "\n", to: STDERR_FILENO)
  }

  /// Prints pretty JSON with sorted keys, so that two runs can be compared. Its strings are cleaned before encoding,
  /// because a reader that decodes them would otherwise restore the control sequences.
  public static func json(_ value: some Encodable) {
    if let text = text(ofJSON: value) { data(text) }
  }

  /// The JSON text of a value; nil after printing a message if the value cannot be encoded.
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

  /// Prints the program's own text unchanged, such as the byte-order mark of a table or the colours of a picture. The
  /// cells of tables have been cleaned before.
  public static func verbatim(_ own: String, terminator: String = "\n") {
    keep(write(own + terminator, to: STDOUT_FILENO))
  }

  /// Prints bytes that `printable` has cleaned before.
  public static func bytes(_ bytes: [UInt8]) {
    keep(bytes.withUnsafeBytes { write($0, to: STDOUT_FILENO) })
  }

  private static func keep(_ code: Int32?) {
    guard let code, code != EPIPE else { return }
    failure.withLock { $0 = $0 ?? code }
  }

  /// - Returns: `errno` if not everything could be written.
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
