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
    /// The part of requests and bytes that is for those without a certificate: enrolment, the portal, and strangers.
    var strangersPart = 8

    var strangers: Int { max(1, open / strangersPart) }
    var strangersBytes: Int { bytes / strangersPart }
  }

  /// What a request takes of the room while it is open.
  struct Place: Sendable {
    var lane: WorkQueue.Lane
    /// Of its body.
    var bytes: Int
    /// Nobody knows who it is.
    var isStranger: Bool
  }

  private struct State {
    var open = 0
    var bytes = 0
    var blobs = 0
    var strangers = 0
    var strangersBytes = 0
    var isStopping = false
  }

  private let limits: Limits
  private let state = Mutex(State())

  init(limits: Limits) {
    self.limits = limits
  }

  var open: Int { state.withLock { $0.open } }

  /// - Returns: false when the request has to come again later.
  func enter(_ place: Place) -> Bool {
    state.withLock { state in
      guard !state.isStopping, state.open < limits.open, state.bytes + place.bytes <= limits.bytes else { return false }
      if place.isStranger {
        guard state.strangers < limits.strangers, state.strangersBytes + place.bytes <= limits.strangersBytes else {
          return false
        }
      }
      if place.lane == .blobs {
        // Papers stand back when entries already take half of the room.
        guard state.blobs < limits.blobs, state.open - state.blobs < limits.open / 2 else { return false }
        state.blobs += 1
      }
      state.open += 1
      state.bytes += place.bytes
      if place.isStranger {
        state.strangers += 1
        state.strangersBytes += place.bytes
      }
      return true
    }
  }

  func leave(_ place: Place) {
    state.withLock { state in
      state.open -= 1
      state.bytes -= place.bytes
      if place.lane == .blobs { state.blobs -= 1 }
      if place.isStranger {
        state.strangers -= 1
        state.strangersBytes -= place.bytes
      }
    }
  }

  func stop() {
    state.withLock { $0.isStopping = true }
  }
}
