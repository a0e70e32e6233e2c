import Dispatch
import DossierDomain
import DossierStore
import Screens

/// Writes the seats of clerks, including half-filled forms. Only the newest state of each clerk is written, at most
/// once a second, and never before a waiting decision.
struct DraftRunner: Sendable {
  let workplace: Workplace
  let mailbox: Mailbox
  /// The queue on which decisions are written too.
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

  /// If a decision was queued meanwhile, this write is queued again behind it.
  private func writeBehindActs(_ clerk: ClerkID) {
    guard acts.isEmpty else { return queue.async { writeBehindActs(clerk) } }
    do throws(StoreError) { try write(clerk) } catch { mailbox.fail(error, workplace.language) }
  }

  /// The act has stored the seat as it is after it. A waiting state is older and still holds the form that the act has
  /// used, so it is discarded.
  func forget(_ clerk: ClerkID) {
    _ = waiting.remove(clerk)
  }

  /// Writes all waiting states at once.
  /// - Returns: the error if a state could not be written.
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
