import Synchronization

/// The number of acts that wait to be written. Safe to use from any thread.
final class WaitingActs: Sendable {
  private let count = Mutex(0)

  var isEmpty: Bool { count.withLock { $0 == 0 } }

  func come() { count.withLock { $0 += 1 } }

  func begin() { count.withLock { $0 -= 1 } }
}
