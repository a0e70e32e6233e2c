import Dispatch
import DossierDomain
import DossierStore
import Screens

/// Writes what clerks' desks look like, with the forms that are half filled there. Only the newest state of a clerk is worth a
/// write: one a second, however many keys came, and never while a decision waits.
struct DraftRunner: Sendable {
  let workplace: Workplace
  let mailbox: Mailbox
  /// On which decisions are written too.
  let queue: DispatchQueue
  let acts: WaitingActs
  let delay: DispatchTimeInterval
  private let waiting = DraftKeeper()

  init(
    workplace: Workplace, mailbox: Mailbox, queue: DispatchQueue, acts: WaitingActs,
    delay: DispatchTimeInterval = .seconds(1)
  ) {
    self.workplace = workplace
    self.mailbox = mailbox
    self.queue = queue
    self.acts = acts
    self.delay = delay
  }

  func keep(_ state: SeatState, of clerk: ClerkID) {
    guard waiting.keep(state, of: clerk) else { return }
    queue.asyncAfter(deadline: .now() + delay) { writeBehindActs(clerk) }
  }

  /// A decision that came meanwhile stands behind this one in the queue: it goes first.
  private func writeBehindActs(_ clerk: ClerkID) {
    guard acts.isEmpty else { return queue.async { writeBehindActs(clerk) } }
    do throws(StoreError) { try write(clerk) } catch { mailbox.fail(error, workplace.language) }
  }

  /// An act has written her desk as it is after it: what waits here is from before, with what the act has used up.
  func forget(_ clerk: ClerkID) {
    _ = waiting.remove(clerk)
  }

  /// Writes at once whatever still waits.
  /// - Returns: why something could not be kept.
  func finish() -> StoreError? {
    queue.sync {
      waiting.clerks.compactMap { clerk -> StoreError? in
        do throws(StoreError) { try write(clerk) } catch { return error }
        return nil
      }.first
    }
  }

  private func write(_ clerk: ClerkID) throws(StoreError) {
    guard let state = waiting.remove(clerk) else { return }
    try workplace.store.drafts.keep(state.asDrafts, of: clerk, at: workplace.clock.now)
  }
}
