import Dispatch
import Synchronization

/// Answers the newest question only: a newer one interrupts the query that still runs, and questions that were overtaken
/// before they began are never asked.
final class NewestLane: Sendable {
  private let queue: DispatchQueue
  private let newest = Mutex(0)
  private let interrupt: @Sendable () -> Void

  /// - Parameter interrupt: stops the question that runs now, if that can be done.
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

  /// Waits until the newest question is answered.
  func settle() {
    queue.sync {}
  }
}
