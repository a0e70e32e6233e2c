import Dispatch
import DossierStore
import Synchronization

/// Computes rows again after an upgrade, while clerks work: one short transaction after the other, so that an act waits for
/// one of them at most. What is left when the program ends is done by the next one.
final class Refolder: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "dossier.refold", qos: .utility)
  private let isEnding = Mutex(false)

  init(workplace: Workplace, mailbox: Mailbox) {
    self.workplace = workplace
    self.mailbox = mailbox
  }

  func start() { queue.async { self.next() } }

  private func next() {
    guard !isEnding.withLock({ $0 }) else { return }
    do throws(StoreError) {
      guard try workplace.store.upkeep.refold() else { return }
    } catch {
      return mailbox.fail(error, workplace.language)
    }
    queue.async { self.next() }
  }

  /// Waits for the slice that is being computed.
  func cancel() {
    isEnding.withLock { $0 = true }
    queue.sync {}
  }
}
