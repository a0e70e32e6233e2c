import Console
import Glibc

/// A bar on standard error if that is a terminal; otherwise nothing is drawn.
struct ProgressBar {
  private let total: Int
  private var line = TerminalLine(isShown: isatty(STDERR_FILENO) == 1 && ProcessEnvironment.value(of: .term) != "dumb")
  private var lastPercent = -1

  init(total: Int) {
    self.total = max(1, total)
  }

  mutating func show(_ done: Int) {
    let percent = min(100, done * 100 / total)
    guard percent != lastPercent else { return }
    lastPercent = percent
    let filled = percent * 40 / 100
    line.show(String(repeating: "█", count: filled) + String(repeating: "░", count: 40 - filled) + " \(percent) %")
  }

  mutating func finish() {
    show(total)
  }
}
