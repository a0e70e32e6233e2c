import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import SyncClient
import Synchronization

/// Asks once, during the sign-in, where the province stands. If an image of the disk was put back, the province has
/// more entries of this desk than the data. Nothing is sent, and a province that cannot be reached is not reported.
final class ProvinceLook: Sendable {
  /// The longest time that the first code waits.
  private static let patience = DispatchTimeInterval.seconds(3)

  private let workplace: Workplace
  private let mailbox: Mailbox
  private let running = Mutex<Task<Void, Never>?>(nil)
  private let ended = DispatchGroup()
  private let lane = TaskLane("dossier.look")

  init(workplace: Workplace, mailbox: Mailbox) {
    self.workplace = workplace
    self.mailbox = mailbox
  }

  /// A second call does nothing.
  func start() {
    running.withLock { task in
      guard task == nil, let runner else { return }
      ended.enter()
      task = Task(executorPreference: lane) {
        if case .success(let summary) = await runner.look(), summary.beganNewLife || summary.entriesReceived > 0 {
          self.mailbox.deliver(.synchronised(summary))
        }
        self.ended.leave()
      }
    }
  }

  /// Waits until the look has ended, but not longer than the patience. Starts it if it was not started.
  func wait() {
    start()
    _ = ended.wait(timeout: .now() + Self.patience)
  }

  func cancel() {
    running.withLock { $0?.cancel() }
    _ = ended.wait(timeout: .now() + .seconds(1))
  }

  /// Ends the look, because an exchange is about to do the same and more.
  func giveWay() async {
    let task = running.withLock { $0 }
    task?.cancel()
    await task?.value
  }

  /// Nil if the office works without a province, has not begun to exchange, or the session is read-only.
  private var runner: ExchangeRunner? {
    guard workplace.store.access == .readWrite, let enrolment = try? workplace.store.exchange.enrolment(),
      (try? workplace.store.exchange.status(now: workplace.clock.now))?.lastExchangeAt != nil
    else { return nil }
    // A clerk waits for this answer, so only a working connection is used: the limits are short.
    return try? workplace.exchangeRunner(enrolment, limits: .init(connectSeconds: 5, patienceSeconds: 20))
  }
}
