import Dispatch
import Synchronization

/// Answers the newest request only. A newer one interrupts the running query, and waiting requests that were replaced
/// are never run.
final class NewestLane: Sendable {
  private let queue: DispatchQueue
  private let newest = Mutex(0)
  private let interrupt: @Sendable () -> Void

  /// - Parameter interrupt: stops the running query, if possible.
  init(_ label: String, interrupt: @escaping @Sendable () -> Void) {
    queue = DispatchQueue(label: label, qos: .userInteractive)
    self.interrupt = interrupt
  }

  func ask(_ question: @escaping @Sendable () -> Void) {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    interrupt()
    queue.async {
      guard self.newest.withLock({ $0 }) == number else { return }
      question()
    }
  }

  /// Waits until the newest request is answered.
  func settle() {
    queue.sync {}
  }
}
