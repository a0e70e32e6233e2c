import Glibc

/// The standard descriptors of the process: a description or a file comes in, a file or lines go out.
enum Descriptors {
  /// All of standard input; nil if it has more than `most` bytes or cannot be read.
  static func input(most: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0, bytes.count + count <= most else { return nil }
      if count == 0 { return bytes }
      bytes += piece.prefix(count)
    }
  }

  /// Writes everything to standard output, or ends the process.
  static func output(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { exit(74) }
      rest = rest.dropFirst(count)
    }
  }

  /// A line of standard error, without control characters.
  static func say(_ line: String) {
    let bytes = Array(line.utf8.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(300)) + [0x0A]
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
