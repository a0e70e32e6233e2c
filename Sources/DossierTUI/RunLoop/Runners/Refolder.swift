import Dispatch
import DossierStore
import Screens
import Synchronization

/// Does what an upgrade has left to do, while clerks work: copies the data as the earlier version left them, then computes
/// rows again, in one short transaction after the other, so that an act waits for one of them at most. While keys come, the
/// transactions are a tenth as long and have pauses between them, because a desk may have one core. The rows that are left
/// when the program ends are computed by the next one.
final class Refolder: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "dossier.refold", qos: .utility)
  private let isEnding = Mutex(false)
  private let lastKey = Mutex<DispatchTime?>(nil)

  /// So long after the last key she is taken to be reading.
  private static let quiet = DispatchTimeInterval.milliseconds(300)
  private static let pause = DispatchTimeInterval.milliseconds(20)
  private static let sliceWhileKeysCome = 4

  init(workplace: Workplace, mailbox: Mailbox) {
    self.workplace = workplace
    self.mailbox = mailbox
  }

  /// May be called from any thread.
  func noteKey() { lastKey.withLock { $0 = .now() } }

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
    let keysCome = lastKey.withLock { last in last.map { $0 + Self.quiet > .now() } ?? false }
    do throws(StoreError) {
      guard
        try workplace.store.upkeep.refold(slice: keysCome ? Self.sliceWhileKeysCome : UpkeepStore.refoldSlice)
      else {
        // The versions that dossiers name can all be found now.
        return mailbox.answer(workplace) { () throws(StoreError) in .office(try workplace.officeSnapshot()) }
      }
    } catch {
      return mailbox.fail(error, workplace.language)
    }
    if keysCome {
      queue.asyncAfter(deadline: .now() + Self.pause) { self.next() }
    } else {
      queue.async { self.next() }
    }
  }

  /// Waits for the copy, or the slice that is being computed.
  func cancel() {
    isEnding.withLock { $0 = true }
    queue.sync {}
  }
}
