import Console
import DossierDomain
import Glibc

/// Says, if standard error is a terminal, how far the copy is that is made before an upgrade changes the data. On a slow
/// disk it takes seconds, once, and an empty terminal would look like a program that hangs.
final class UpgradeLine {
  private let language: Language
  private var line: TerminalLine
  private var last = -1

  init(_ language: Language, isShown: Bool) {
    self.language = language
    line = TerminalLine(
      isShown: isShown && isatty(STDERR_FILENO) == 1 && ProcessEnvironment.value(of: .term) != "dumb")
  }

  func show(_ percent: Int) {
    guard percent != last else { return }
    last = percent
    line.show(
      language.pick(
        "Lên bản mới: đang chép dữ liệu, để có thể quay lại bản cũ… \(percent) %",
        "New version: copying the data, so that the earlier version can be gone back to… \(percent) %"))
  }

  func end() { line.remove() }
}
