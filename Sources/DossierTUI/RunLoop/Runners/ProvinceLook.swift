import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import SyncClient
import Synchronization

/// Hears once, beside the sign-in, where the province stands: it may have more of this desk than the data know, when an image
/// of the disk was put back. Nothing is sent, and a province that cannot be reached is no news.
final class ProvinceLook: Sendable {
  /// The first code of a desk waits so long and no longer.
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

  /// Does nothing the second time.
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

  /// Until it has ended, or patience has. Begins it where nobody has.
  func wait() {
    start()
    _ = ended.wait(timeout: .now() + Self.patience)
  }

  func cancel() {
    running.withLock { $0?.cancel() }
    _ = ended.wait(timeout: .now() + .seconds(1))
  }

  /// An exchange is going to do all that and more.
  func giveWay() async {
    let task = running.withLock { $0 }
    task?.cancel()
    await task?.value
  }

  /// Nil for an office that works alone or has not begun to exchange, and where one only looks on.
  private var runner: ExchangeRunner? {
    guard workplace.store.access == .readWrite, let enrolment = try? workplace.store.exchange.enrolment(),
      (try? workplace.store.exchange.status(now: workplace.clock.now))?.lastExchangeAt != nil
    else { return nil }
    // Who waits for it waits for a link that is there.
    return try? workplace.exchangeRunner(enrolment, limits: .init(connectSeconds: 5, patienceSeconds: 20))
  }
}
