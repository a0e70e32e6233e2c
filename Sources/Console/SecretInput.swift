import Glibc
import VietnameseText

/// Reads secrets that must not be arguments, because every user of the machine can see a command line and the shell
/// keeps it in its history.
public enum SecretInput {
  public enum Fault: Error, Hashable, Sendable {
    /// No secret was given, or the input was cancelled.
    case none
    case unreadable(errno: Int32)
    /// The input is longer than any secret.
    case tooLong
  }

  private static let longest = 4096

  /// Reads one line without its end: from `descriptor` if given; otherwise from the terminal without echo; otherwise
  /// the first line of standard input.
  /// - Parameter question: shown on the terminal only.
  public static func read(_ question: String, from descriptor: Int32? = nil) throws(Fault) -> String {
    let source = descriptor ?? STDIN_FILENO
    let bytes = isatty(source) == 1 ? try typed(question, on: source) : try line(from: source)
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else { throw .none }
    return text
  }

  /// Reads byte by byte, because the bytes after the line belong to another reader.
  private static func line(from source: Int32) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = try next(source), byte != UInt8(ascii: "\n") {
      bytes.append(byte)
      guard bytes.count <= longest else { throw .tooLong }
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }

  private static func next(_ source: Int32) throws(Fault) -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(source, &byte, 1)
      if count >= 0 { return count == 1 ? byte : nil }
      guard errno == EINTR else { throw .unreadable(errno: errno) }
    }
  }

  /// Signals from keys are switched off too, so that the terminal's echo is always restored.
  private static func typed(_ question: String, on terminal: Int32) throws(Fault) -> [UInt8] {
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { throw .unreadable(errno: errno) }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHONL | ICANON | ISIG)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { throw .unreadable(errno: errno) }
    defer {
      tcsetattr(terminal, TCSAFLUSH, &before)
      _ = Output.write("\n", to: STDERR_FILENO)
    }
    _ = Output.write(question.printable, to: STDERR_FILENO)
    var bytes: [UInt8] = []
    while let byte = try next(terminal) {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return bytes
      // ^C and ^D cancel, ^U clears the line, and backspace removes the last letter with all its bytes.
      case 0x03, 0x04: throw .none
      case 0x15: bytes = []
      case 0x08, 0x7F:
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
      default: if byte >= 0x20 { bytes.append(byte) }
      }
      guard bytes.count <= longest else { throw .tooLong }
    }
    throw .none
  }
}
