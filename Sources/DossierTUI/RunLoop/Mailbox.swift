import Screens
import Synchronization

/// Carries answers from the worker threads to the UI thread, in the order in which they arrive.
final class Mailbox: Sendable {
  private let answers = Mutex<[Answer]>([])
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called after each delivery, from the worker's thread.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func deliver(_ answer: Answer) {
    answers.withLock { $0.append(answer) }
    wake()
  }

  /// Removes and returns all answers that have arrived.
  func collect() -> [Answer] {
    answers.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
