import Foundation
import Glibc
import Synchronization

/// Data goes to standard output, messages to standard error; a closed pipe is not an error of ours.
enum Output {
  /// `errno` of the first piece of data that could not be written; the program ends with it.
  static let failure = Mutex<Int32?>(nil)

  static func data(_ text: String, terminator: String = "\n") {
    guard let code = write(text + terminator, to: STDOUT_FILENO), code != EPIPE else { return }
    failure.withLock { $0 = $0 ?? code }
  }

  static func message(_ text: String) {
    _ = write(text + "\n", to: STDERR_FILENO)
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

  /// - Returns: `errno` when not all of it could be written.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
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
}
