import DossierDomain
import OfficeWork
import Synchronization

/// Passes on the progress of an exchange, rarely enough that drawing it costs almost nothing.
final class ProgressReport: Sendable {
  private struct State {
    var last: SyncProgress?
    var shownAt: ContinuousClock.Instant?
    var phaseBegan = ContinuousClock.now
    /// While a new desk is filled: the dossiers still to come, now and at the first report.
    var left: Int?
    var firstLeft: (dossiers: Int, at: ContinuousClock.Instant)?
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
      progress.dossiersLeft = state.left
      if let left = state.left {
        progress.secondsLeft = state.firstLeft.flatMap { Self.secondsLeft(left, of: $0.dossiers, now - $0.at) }
      } else if progress.secondsLeft == nil {
        progress.secondsLeft = Self.secondsLeft(progress, now - state.phaseBegan)
      }
      state.last = progress
      state.shownAt = now
      return progress
    }
    if let shown { deliver(shown) }
  }

  /// - Parameter dossiers: the approximate number still to come with further messages; nil if this message is the last.
  func expect(_ dossiers: Int?) {
    state.withLock { state in
      state.left = dossiers
      if dossiers == nil { state.firstLeft = nil }
      if let dossiers, state.firstLeft == nil { state.firstLeft = (dossiers, ContinuousClock.now) }
    }
  }

  /// Estimated from the messages so far; nil until there is a basis for it.
  private static func secondsLeft(_ left: Int, of first: Int, _ elapsed: Duration) -> Int? {
    guard first > left else { return nil }
    return Int((Double(left) * (elapsed / .seconds(1)) / Double(first - left)).rounded(.up))
  }

  /// Estimated from the speed of this phase so far; nil until there is a basis for it.
  private static func secondsLeft(_ progress: SyncProgress, _ elapsed: Duration) -> Int? {
    let (done, all) =
      switch progress.phase {
      case .sending: (progress.bytesSent, progress.bytesToSend)
      case .receiving: (progress.bytesReceived, progress.bytesToReceive)
      case .connecting, .waitingForServer, .storing, .blobs, .waitingToRetry: (0, 0)
      }
    let seconds = elapsed / .seconds(1)
    guard done > 0, all > done, seconds > 0.5 else { return nil }
    return Int((Double(all - done) * seconds / Double(done)).rounded(.up))
  }
}
