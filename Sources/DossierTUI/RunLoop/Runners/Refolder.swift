import Dispatch
import DossierStore
import Screens
import Synchronization

/// Does what an upgrade has left to do, while clerks work: copies the data as the earlier version left them, then computes
/// rows again, in one short transaction after the other, so that an act waits for one of them at most. The rows that are
/// left when the program ends are computed by the next one.
final class Refolder: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "dossier.refold", qos: .utility)
  private let isEnding = Mutex(false)

  init(workplace: Workplace, mailbox: Mailbox) {
    self.workplace = workplace
    self.mailbox = mailbox
  }

  func start() { queue.async { self.copy() } }

  /// Until the data are copied, the log holds every row that is computed again, so the rows wait.
  private func copy() {
    do throws(StoreError) { try workplace.store.upkeep.makeOwedCopy() } catch {
      return mailbox.fail(error, workplace.language)
    }
    next()
  }

  private func next() {
    guard !isEnding.withLock({ $0 }) else { return }
    do throws(StoreError) {
      guard try workplace.store.upkeep.refold() else {
        // The versions that dossiers name can all be found now.
        return mailbox.answer(workplace) { () throws(StoreError) in .office(try workplace.officeSnapshot()) }
      }
    } catch {
      return mailbox.fail(error, workplace.language)
    }
    queue.async { self.next() }
  }

  /// Waits for the copy, or the slice that is being computed.
  func cancel() {
    isEnding.withLock { $0 = true }
    queue.sync {}
  }
}
