import DossierDomain
import Glibc
import Synchronization

/// How far an exchange is, on standard error when that is a terminal: one line that is written over.
final class SyncProgressLine: Sendable {
  private let language: Language
  private let isShown = isatty(STDERR_FILENO) == 1
  private let hasLine = Mutex(false)

  init(language: Language) {
    self.language = language
  }

  func show(_ progress: SyncProgress) {
    guard isShown else { return }
    hasLine.withLock { hasLine in
      Output.message((hasLine ? "\u{1B}[1A\u{1B}[2K\r" : "") + text(progress))
      hasLine = true
    }
  }

  /// Takes the line away.
  func finish() {
    hasLine.withLock { hasLine in
      if hasLine { Output.message("\u{1B}[1A\u{1B}[2K\r\u{1B}[1A") }
      hasLine = false
    }
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
