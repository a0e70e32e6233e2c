import Console
import DossierDomain
import Glibc
import OfficeWork
import Synchronization

/// Shows the progress of an exchange on standard error if that is a terminal, in one line that is overwritten.
final class SyncProgressLine: Sendable {
  private let language: Language
  private let line = Mutex(TerminalLine(isShown: isatty(STDERR_FILENO) == 1))

  init(language: Language) {
    self.language = language
  }

  func show(_ progress: SyncProgress) {
    line.withLock { if $0.isShown { $0.show(text(progress)) } }
  }

  /// Removes the line.
  func finish() {
    line.withLock { $0.remove() }
  }

  private func text(_ progress: SyncProgress) -> String {
    let dossiers = progress.dossiersLeft.map {
      language.pick(", còn khoảng \($0) hồ sơ", ", about \($0) dossiers to come")
    }
    let left =
      (dossiers ?? "") + (progress.secondsLeft.map { language.pick(", còn \($0) giây", ", \($0) s left") } ?? "")
    return switch progress.phase {
    case .connecting: language.pick("Đang kết nối…", "Connecting…")
    case .sending:
      language.pick("Đang gửi ", "Sending ") + "\(progress.bytesSent)/\(progress.bytesToSend) B" + left
    case .waitingForServer: language.pick("Tỉnh đang xử lý…", "The province is at work…")
    case .receiving:
      language.pick("Đang nhận ", "Receiving ") + "\(progress.bytesReceived)/\(progress.bytesToReceive) B" + left
    case .storing: language.pick("Đang ghi…", "Storing…")
    case .blobs:
      language.pick("Giấy tờ quét ", "Scans ") + "\(progress.bytesSent)/\(progress.bytesToSend) B" + left
    case .waitingToRetry(let until):
      language.pick("Thử lại lúc \(until.civilTime)", "Trying again at \(until.civilTime)")
    }
  }
}
