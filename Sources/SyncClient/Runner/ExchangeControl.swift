import Dispatch
import Synchronization

/// Ends the wait of an exchange from another thread, when the clerk wants to try at once.
public final class ExchangeControl: Sendable {
  private struct Waiting {
    var number = 0
    var continuation: CheckedContinuation<ExchangeMachine.Event, Never>?
  }

  private let waiting = Mutex(Waiting())
  private let queue = DispatchQueue(label: "dossier.exchange.wait", qos: .utility)

  public init() {}

  /// Does nothing if the exchange is not waiting.
  public func tryNow() { resume(with: .begin, number: nil) }

  /// - Returns: `.waited`, `.begin` if the clerk ended the wait, or `.cancel`.
  func wait(milliseconds: Int) async -> ExchangeMachine.Event {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let number = waiting.withLock { waiting in
          waiting.number += 1
          waiting.continuation = continuation
          return waiting.number
        }
        queue.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { self.resume(with: .waited, number: number) }
        if Task.isCancelled { resume(with: .cancel, number: number) }
      }
    } onCancel: {
      resume(with: .cancel, number: nil)
    }
  }

  /// - Parameter number: the wait to end; nil for the current one.
  private func resume(with event: ExchangeMachine.Event, number: Int?) {
    let continuation = waiting.withLock { waiting -> CheckedContinuation<ExchangeMachine.Event, Never>? in
      guard number == nil || number == waiting.number else { return nil }
      defer { waiting.continuation = nil }
      return waiting.continuation
    }
    continuation?.resume(returning: event)
  }
}
