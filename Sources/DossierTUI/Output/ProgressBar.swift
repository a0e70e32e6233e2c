import Glibc

/// A bar on standard error, when that is a terminal; nothing otherwise.
struct ProgressBar {
  private let total: Int
  private let isShown = isatty(STDERR_FILENO) == 1 && ProcessEnvironment.values["TERM"] != "dumb"
  private var lastPercent = -1

  init(total: Int) {
    self.total = max(1, total)
  }

  mutating func show(_ done: Int) {
    let percent = min(100, done * 100 / total)
    guard isShown, percent != lastPercent else { return }
    let goesBack = lastPercent < 0 ? "" : "\u{1B}[1A\r"
    lastPercent = percent
    let filled = percent * 40 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 40 - filled)
    Output.message("\(goesBack)\(bar) \(percent) %")
  }

  mutating func finish() {
    show(total)
  }
}
