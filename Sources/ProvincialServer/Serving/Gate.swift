import Synchronization

/// Admits as many requests as can be served soon, before their bodies are read. A slow connection takes a place but no
/// thread; the memory of its body is reserved beforehand.
final class Gate: Sendable {
  struct Limits: Sendable {
    /// The limit of open requests: those being read, waiting or worked on.
    var open = 512
    /// The limit for the sum of their bodies in bytes.
    var bytes = 256 << 20
    /// How many of the open requests may transfer papers.
    var blobs = 128
    /// The divisor that gives the share of clients without a certificate: enrolment, the portal, and strangers.
    var strangersPart = 8

    var strangers: Int { max(1, open / strangersPart) }
    var strangersBytes: Int { bytes / strangersPart }
  }

  /// What an open request uses.
  struct Place: Sendable {
    var lane: WorkQueue.Lane
    /// The size of its body.
    var bytes: Int
    /// The client is not known.
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

  /// - Returns: false if the request has to be sent again later.
  func enter(_ place: Place) -> Bool {
    state.withLock { state in
      guard !state.isStopping, state.open < limits.open, state.bytes + place.bytes <= limits.bytes else { return false }
      if place.isStranger {
        guard state.strangers < limits.strangers, state.strangersBytes + place.bytes <= limits.strangersBytes else {
          return false
        }
      }
      if place.lane == .blobs {
        // Papers have to wait if entries use half of the places already.
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
