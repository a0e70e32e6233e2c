import Glibc
import VietnameseText

/// A line on standard error that is drawn and overwritten, if standard error is a terminal. Its text passes through
/// `printable`; only the cursor movements are the program's own.
public struct TerminalLine: Sendable {
  /// Whether standard error is a terminal.
  public let isShown: Bool
  private var hasLine = false

  public init(isShown: Bool) {
    self.isShown = isShown
  }

  public mutating func show(_ text: String) {
    guard isShown else { return }
    draw((hasLine ? "\u{1B}[1A\u{1B}[2K\r" : "") + text.printable + "\n")
    hasLine = true
  }

  /// Removes the line.
  public mutating func remove() {
    guard isShown, hasLine else { return }
    draw("\u{1B}[1A\u{1B}[2K\r")
    hasLine = false
  }

  private func draw(_ text: String) { _ = Output.write(text, to: STDERR_FILENO) }
}
