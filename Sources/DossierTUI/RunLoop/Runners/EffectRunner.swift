import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens

/// Runs effects off the UI thread, each family by its own runner, and delivers what came of them.
///
/// Several queues, because they must not wait for each other: what is written (in order), what is read, the search and the
/// preview, where a newer question overtakes the older one, and backups.
final class EffectRunner: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let writing = DispatchQueue(label: "dossier.writing", qos: .userInitiated)
  private let asks: AskRunner
  private let acts: ActRunner
  private let backups: BackupRunner
  private let drafts: DraftRunner
  private let waitingActs = WaitingActs()
  private let synchroniser: Synchroniser
  private let look: ProvinceLook

  /// - Parameter mostTries: of an exchange that comes to nothing; nil for as long as the program runs.
  init(workplace: Workplace, mailbox: Mailbox, mostTries: Int? = nil) {
    self.workplace = workplace
    self.mailbox = mailbox
    backups = BackupRunner(workplace: workplace)
    asks = AskRunner(workplace: workplace, mailbox: mailbox, backups: backups)
    acts = ActRunner(workplace: workplace)
    drafts = DraftRunner(workplace: workplace, mailbox: mailbox, queue: writing, acts: waitingActs)
    look = ProvinceLook(workplace: workplace, mailbox: mailbox)
    synchroniser = Synchroniser(workplace: workplace, mailbox: mailbox, mostTries: mostTries)
  }

  /// Behind the sign-in: hears where the province stands.
  func lookAtProvince() { writing.async { self.look.start() } }

  /// Starts an effect; returns at once.
  /// - Returns: what only the session itself can do.
  func run(_ effect: Effect) -> ProgramEffect? {
    switch effect {
    case .program(let effect): return effect
    case .ask(let effect): asks.run(effect)
    case .act(let effect, let seatState, let isConfirmed):
      waitingActs.come()
      writing.async {
        self.waitingActs.begin()
        self.run(effect, leaving: seatState, isConfirmed: isConfirmed)
      }
    case .exchange(let effect): run(effect)
    case .signIn(let effect): writing.async { self.run(effect) }
    case .keep(let effect): run(effect)
    }
    return nil
  }

  /// On the queue of what is written.
  private func run(_ effect: ActEffect, leaving seatState: SeatState?, isConfirmed: Bool) {
    // The first code waits a little for the province, which may know of papers that these data do not.
    if effect.codeIssuingRequest != nil { look.wait() }
    let answer = acts.run(effect, leaving: seatState, isConfirmed: isConfirmed)
    if seatState != nil, answer.hasRecorded { drafts.forget(effect.clerk) }
    mailbox.deliver(answer)
  }

  private func run(_ effect: ExchangeEffect) {
    switch effect {
    case .start: synchroniser.start(after: look)
    case .cancel: synchroniser.cancel()
    case .wantHistory(let request, let id, let viewer):
      let store = workplace.store
      writing.async {
        self.mailbox.answer(request, self.workplace) { () throws(StoreError) in
          try store.exchange.wantHistory(of: id)
          return try store.queue.card(id, viewer: viewer)
        }
      }
    }
  }

  /// On the queue of what is written.
  private func run(_ effect: SignInEffect) {
    let (store, now) = (workplace.store, workplace.clock.now)
    func answer(_ body: () throws(StoreError) -> Answer) { mailbox.answer(workplace, body) }
    switch effect {
    case .check(let clerk, let secret):
      answer { () throws(StoreError) in .signIn(try store.signIn.attempt(clerk, secret: secret, at: now)) }
    case .setPIN(let clerk, let secret, let old):
      answer { () throws(StoreError) in
        .signIn(try store.signIn.setPIN(of: clerk, secret: secret, replacing: old, at: now))
      }
    case .confirm(let clerk, let secret):
      answer { () throws(StoreError) in .confirmed(try store.signIn.confirm(clerk, secret: secret, at: now)) }
    case .leave(let clerk):
      do throws(StoreError) { try store.signIn.signOut(clerk) } catch { mailbox.fail(error, workplace.language) }
    }
  }

  private func run(_ effect: KeepEffect) {
    switch effect {
    case .seat(let clerk, let state): drafts.keep(state, of: clerk)
    case .lastNumber(let last, let day):
      writing.async {
        do throws(StoreError) { try self.workplace.store.decisions.enterLastPrinted(last, on: day) } catch {
          self.mailbox.fail(error, self.workplace.language)
        }
      }
    case .backup: backups.start { self.mailbox.deliver($0.isRunning ? .backup($0) : .backedUp($0)) }
    }
  }

  /// Noon has come: makes the backup that is due.
  func backUpIfDue() {
    if backups.isDue(now: workplace.clock.now) { backups.start { self.mailbox.deliver(.backup($0)) } }
  }

  /// The next moment at which a backup may become due; nil where no second place is set.
  func nextBackup(after now: Instant) -> Instant? {
    guard backups.status.isConfigured else { return nil }
    let noon = now.civilDate.instant(atMinute: 720)
    return noon > now ? noon : now.civilDate.adding(days: 1).instant(atMinute: 720)
  }

  /// Waits until what came of every act has been told.
  func settleActs() {
    writing.sync {}
  }

  /// Waits until everything that was started has been answered.
  func settle() {
    settleActs()
    asks.settle()
    synchroniser.settle()
  }

  /// Waits until everything that was to be written is durable: before leaving.
  /// - Returns: what to say where a clerk's place, and what she typed last, could not be kept.
  func finish() -> String? {
    look.cancel()
    synchroniser.cancel()
    synchroniser.settle()
    let failure = drafts.finish()
    // What cannot be signed now is signed when its clerk is here again.
    writing.sync { try? workplace.store.signIn.signSessions() }
    backups.finish(now: workplace.clock.now)
    return failure.map {
      workplace.language.pick("Những gì đang gõ dở chưa giữ được. ", "What was being typed could not be kept. ")
        + $0.wording(workplace.language)
    }
  }
}
