import DossierDomain
import OfficeWork
import Synchronization

/// Passes on how far an exchange is, seldom enough that drawing it costs nothing.
final class ProgressReport: Sendable {
  private struct State {
    var last: SyncProgress?
    var shownAt: ContinuousClock.Instant?
    var phaseBegan = ContinuousClock.now
    /// While a desk begins: dossiers still to come, now and when that was first said.
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

  /// - Parameter dossiers: still to come with further messages, about; nil when what is told now is all.
  func expect(_ dossiers: Int?) {
    state.withLock { state in
      state.left = dossiers
      if dossiers == nil { state.firstLeft = nil }
      if let dossiers, state.firstLeft == nil { state.firstLeft = (dossiers, ContinuousClock.now) }
    }
  }

  /// At the speed of the messages so far; nil until something can be said.
  private static func secondsLeft(_ left: Int, of first: Int, _ elapsed: Duration) -> Int? {
    guard first > left else { return nil }
    return Int((Double(left) * (elapsed / .seconds(1)) / Double(first - left)).rounded(.up))
  }

  /// At the speed of this phase so far; nil until something can be said.
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
