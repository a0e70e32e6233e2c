import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens
import SyncClient
import Synchronization

/// Exchanges with the province while the clerk works. Only one exchange runs at a time; a request during a wait starts
/// the next try at once.
final class Synchroniser: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  /// The number of failed tries after which an exchange ends; nil to try until the program ends.
  private let mostTries: Int?
  private let control = ExchangeControl()
  private let running = Mutex<Task<Void, Never>?>(nil)
  private let group = DispatchGroup()
  private let lane = TaskLane("dossier.synchroniser")

  init(workplace: Workplace, mailbox: Mailbox, mostTries: Int?) {
    self.workplace = workplace
    self.mailbox = mailbox
    self.mostTries = mostTries
  }

  /// - Parameter look: is ended first, because two exchanges of one desk would send the same places twice.
  func start(after look: ProvinceLook) {
    running.withLock { task in
      guard task == nil else { return control.tryNow() }
      group.enter()
      task = Task(executorPreference: lane) {
        await look.giveWay()
        let answer = await self.exchange()
        self.running.withLock { $0 = nil }
        self.mailbox.deliver(answer)
        self.group.leave()
      }
    }
  }

  func cancel() {
    running.withLock { $0?.cancel() }
  }

  /// Waits for a running exchange.
  func settle() { group.wait() }

  private func exchange() async -> Answer {
    let (workplace, mailbox) = (workplace, mailbox)
    guard workplace.store.access == .readWrite else {
      return .syncFailed(.storeFailed(StoreError.readOnly.wording(workplace.language)))
    }
    let runner: ExchangeRunner
    do throws(StoreError) {
      guard let enrolment = try workplace.store.exchange.enrolment() else { return .syncFailed(.notEnrolled) }
      runner = try workplace.exchangeRunner(enrolment)
    } catch {
      // The screens wait for the end of the exchange that they started, so this failure must be delivered too.
      return .syncFailed(.storeFailed(error.wording(workplace.language)))
    }
    let result = await runner.run(retry: workplace.retryPolicy(mostTries: mostTries), control: control) {
      mailbox.deliver(.syncProgress($0))
    }
    return switch result {
    case .success(let summary): .synchronised(summary)
    case .failure(let failure): .syncFailed(failure)
    }
  }
}
