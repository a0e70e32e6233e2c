import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens

/// Runs effects off the UI thread, each family with its own runner, and delivers the answers.
///
/// There are several queues, because they must not wait for each other: writing (in order), reading, search and preview
/// (in which a newer request replaces an older one), printers, and backups.
final class EffectRunner: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let writing = DispatchQueue(label: "dossier.writing", qos: .userInitiated)
  private let drawing = DispatchQueue(label: "dossier.drawing", qos: .userInitiated)
  private let asks: AskRunner
  private let acts: ActRunner
  private let backups: BackupRunner
  private let devices: DeviceRunner
  private let drafts: DraftRunner
  private let waitingActs = WaitingActs()
  private let synchroniser: Synchroniser
  private let look: ProvinceLook
  private let refolder: Refolder

  /// - Parameter mostTries: the number of failed tries after which an exchange ends; nil to try until the program ends.
  init(workplace: Workplace, mailbox: Mailbox, mostTries: Int? = nil) {
    self.workplace = workplace
    self.mailbox = mailbox
    backups = BackupRunner(workplace: workplace)
    asks = AskRunner(workplace: workplace, mailbox: mailbox, backups: backups)
    acts = ActRunner(workplace: workplace)
    devices = DeviceRunner(workplace: workplace, mailbox: mailbox)
    drafts = DraftRunner(workplace: workplace, mailbox: mailbox, queue: writing, acts: waitingActs)
    look = ProvinceLook(workplace: workplace, mailbox: mailbox)
    refolder = Refolder(workplace: workplace, mailbox: mailbox)
    synchroniser = Synchroniser(workplace: workplace, mailbox: mailbox, mostTries: mostTries)
  }

  /// Called during the sign-in: asks where the province stands.
  func lookAtProvince() { writing.async { self.look.start() } }

  /// Called during the sign-in: goes on with what an upgrade has left to do.
  func refoldIfNeeded() { if workplace.isRefolding || workplace.store.upkeep.owesCopy { refolder.start() } }

  /// Keys go before what can be done later.
  func noteKey() { refolder.noteKey() }

  /// Starts an effect and returns at once.
  /// - Returns: the effect that only the session can run; nil if it was started here.
  func run(_ effect: Effect) -> ProgramEffect? {
    switch effect {
    case .program(let effect): return effect
    case .ask(let effect): asks.run(effect)
    case .act(let effect, let seatState, let isConfirmed):
      waitingActs.come()
      draw(effect) { drawn in
        self.waitingActs.begin()
        self.run(effect, leaving: seatState, isConfirmed: isConfirmed, drawn)
      }
    case .exchange(let effect): run(effect)
    case .signIn(let effect): writing.async { self.run(effect) }
    case .device(let effect): devices.run(effect)
    case .keep(let effect): run(effect)
    }
    return nil
  }

  /// Papers are drawn beside the acts of others, which wait for no drawing.
  /// - Parameter act: runs on the writing queue.
  private func draw(_ effect: ActEffect, then act: @escaping @Sendable (DrawnPaper?) -> Void) {
    guard case .issuePaper = effect else { return writing.async { act(nil) } }
    drawing.async {
      let drawn = self.acts.draw(effect)
      self.writing.async { act(drawn) }
    }
  }

  /// Runs on the writing queue.
  private func run(_ effect: ActEffect, leaving seatState: SeatState?, isConfirmed: Bool, _ drawn: DrawnPaper?) {
    // The first code or paper waits a short time for the province, which may know of printed papers that are missing from these
    // data.
    if effect.takesNumber { look.wait() }
    let answer = acts.run(effect, leaving: seatState, isConfirmed: isConfirmed, drawn: drawn)
    if seatState != nil, answer.hasRecorded { drafts.forget(effect.clerk) }
    if case .blanksNumbered(_, let codes) = answer { devices.keep(codes) }
    mailbox.deliver(answer)
    if let received = effect.received(answer) { printPaper(of: received, effect) }
  }

  /// The paper that a reception hands out by itself. The code is on the screen before it begins; issuing waits its turn among the
  /// acts, and drawing and printing go on beside them.
  private func printPaper(of received: DossierID, _ effect: ActEffect) {
    devices.prepare(for: received, by: effect.clerk) { form, viewer in
      let issue = ActEffect.issuePaper(effect.number, received, NewPaper(form), viewer: viewer)
      self.draw(issue) { drawn in
        let answer = self.acts.run(issue, leaving: nil, isConfirmed: false, drawn: drawn)
        guard case .paperIssued(_, let paper, _) = answer else { return self.devices.tellNotIssued(answer) }
        self.mailbox.deliver(answer)
        self.devices.printOut([PaperName(received, paper.number)], viewer)
      }
    }
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

  /// Runs on the writing queue.
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
    case .appointmentsSeen(let hash):
      writing.async {
        do throws(StoreError) { try self.workplace.store.decisions.noteAppointmentsSeen(hash) } catch {
          self.mailbox.fail(error, self.workplace.language)
        }
      }
    case .proceduresSeen(let mark, let clerk):
      writing.async {
        do throws(StoreError) { try self.workplace.store.office.noteProceduresSeen(mark, by: clerk) } catch {
          self.mailbox.fail(error, self.workplace.language)
        }
      }
    case .backup: backups.start { self.mailbox.deliver($0.isRunning ? .backup($0) : .backedUp($0)) }
    }
  }

  /// Makes the backup that is due from noon on.
  func backUpIfDue() {
    if backups.isDue(now: workplace.clock.now) { backups.start { self.mailbox.deliver(.backup($0)) } }
  }

  /// The next moment at which a backup may become due; nil if no second place is set.
  func nextBackup(after now: Instant) -> Instant? {
    guard backups.status.isConfigured else { return nil }
    let noon = now.civilDate.instant(atMinute: 720)
    return noon > now ? noon : now.civilDate.adding(days: 1).instant(atMinute: 720)
  }

  /// Waits until the outcome of every act has been delivered.
  func settleActs() {
    drawing.sync {}
    writing.sync {}
  }

  /// Waits until every started effect has been answered.
  func settle() {
    settleActs()
    asks.settle()
    devices.settle()
    synchroniser.settle()
  }

  /// Called before exit: waits until all writes are durable.
  /// - Returns: a sentence if a clerk's seat or last typed text could not be stored.
  func finish() -> String? {
    look.cancel()
    refolder.cancel()
    synchroniser.cancel()
    synchroniser.settle()
    drawing.sync {}
    let failure = drafts.finish()
    devices.finish()
    // A reception may have its paper drawn meanwhile.
    drawing.sync {}
    // Entries that cannot be signed now are signed at their clerk's next sign-in.
    writing.sync { try? workplace.store.signIn.signSessions() }
    backups.finish(now: workplace.clock.now)
    return failure.map {
      workplace.language.pick("Những gì đang gõ dở chưa giữ được. ", "What was being typed could not be kept. ")
        + $0.wording(workplace.language)
    }
  }
}

extension ActEffect {
  /// The dossier that it has received; nil if it has not, or is another act.
  fileprivate func received(_ answer: Answer) -> DossierID? {
    switch self {
    case .receive, .replace:
      guard case .performed(_, let outcomes) = answer, case .done(let row, _)? = outcomes.first else { return nil }
      return row.id
    case .perform, .digitise, .performOffice, .reassignAll, .readNumbers, .issuePaper, .printBlanks, .strikeBlanks,
      .undo:
      return nil
    }
  }
}
