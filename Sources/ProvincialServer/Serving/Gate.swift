import Synchronization

/// Lets in as many requests as can be served soon, before anything of their bodies is read. Slow lines hold a place only,
/// no thread; what their bodies may take in memory is counted beforehand.
final class Gate: Sendable {
  struct Limits: Sendable {
    /// Requests at once, being read, waiting or worked on.
    var open = 512
    /// Bytes that their bodies may have together.
    var bytes = 256 << 20
    /// Of the open ones, those that bring or fetch papers.
    var blobs = 128
  }

  private struct State {
    var open = 0
    var bytes = 0
    var blobs = 0
    var isStopping = false
  }

  private let limits: Limits
  private let state = Mutex(State())

  init(limits: Limits) {
    self.limits = limits
  }

  var open: Int { state.withLock { $0.open } }

  /// - Returns: false when the request has to come again later.
  func enter(_ lane: WorkQueue.Lane, bytes: Int) -> Bool {
    state.withLock { state in
      guard !state.isStopping, state.open < limits.open, state.bytes + bytes <= limits.bytes else { return false }
      if lane == .blobs {
        // Papers stand back when entries already take half of the room.
        guard state.blobs < limits.blobs, state.open - state.blobs < limits.open / 2 else { return false }
        state.blobs += 1
      }
      state.open += 1
      state.bytes += bytes
      return true
    }
  }

  func leave(_ lane: WorkQueue.Lane, bytes: Int) {
    state.withLock { state in
      state.open -= 1
      state.bytes -= bytes
      if lane == .blobs { state.blobs -= 1 }
    }
  }

  func stop() {
    state.withLock { $0.isStopping = true }
  }
}
