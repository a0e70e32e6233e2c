import Glibc
import VietnameseText

/// Lines on standard error that the program draws and writes over, when that is a terminal. What comes in goes through
/// `printable` as everywhere; only the movements are ours.
public struct TerminalLine: Sendable {
  /// Whether anybody sees it.
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

  /// Takes the line away.
  public mutating func remove() {
    guard isShown, hasLine else { return }
    draw("\u{1B}[1A\u{1B}[2K\r")
    hasLine = false
  }

  private func draw(_ text: String) { _ = Output.write(text, to: STDERR_FILENO) }
}
