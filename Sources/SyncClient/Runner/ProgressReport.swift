import DossierDomain
import Synchronization

/// Passes on how far an exchange is, seldom enough that drawing it costs nothing.
final class ProgressReport: Sendable {
  private struct State {
    var last: SyncProgress?
    var shownAt: ContinuousClock.Instant?
    var phaseBegan = ContinuousClock.now
  }

  private static let pause = Duration.milliseconds(250)
  private let state = Mutex(State())
  private let deliver: @Sendable (SyncProgress) -> Void

  init(_ deliver: @escaping @Sendable (SyncProgress) -> Void) {
    self.deliver = deliver
  }

  func show(_ transfer: TransferProgress) {
    let phase: SyncProgress.Phase =
      if transfer.sent < transfer.toSend { .sending } else {
        transfer.received == 0 ? .waitingForServer : .receiving
      }
    show(
      SyncProgress(
        phase: phase, bytesSent: transfer.sent, bytesToSend: transfer.toSend, bytesReceived: transfer.received,
        bytesToReceive: transfer.toReceive))
  }

  func show(_ progress: SyncProgress) {
    let now = ContinuousClock.now
    let shown = state.withLock { state -> SyncProgress? in
      let isNewPhase = state.last?.phase != progress.phase
      if isNewPhase { state.phaseBegan = now }
      guard isNewPhase || state.shownAt.map({ now - $0 >= Self.pause }) != false else { return nil }
      var progress = progress
      if progress.secondsLeft == nil { progress.secondsLeft = Self.secondsLeft(progress, now - state.phaseBegan) }
      state.last = progress
      state.shownAt = now
      return progress
    }
    if let shown { deliver(shown) }
  }

  /// At the speed of this phase so far; nil until something can be said.
  private static func secondsLeft(_ progress: SyncProgress, _ elapsed: Duration) -> Int? {
    let (done, all) =
      switch progress.phase {
      case .sending: (progress.bytesSent, progress.bytesToSend)
      case .receiving: (progress.bytesReceived, progress.bytesToReceive)
      default: (0, 0)
      }
    let seconds = elapsed / .seconds(1)
    guard done > 0, all > done, seconds > 0.5 else { return nil }
    return Int((Double(all - done) * seconds / Double(done)).rounded(.up))
  }
}
