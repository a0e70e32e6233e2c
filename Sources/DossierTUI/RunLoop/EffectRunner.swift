import Dispatch
import DossierDomain
import DossierStore
import Screens

/// Runs effects off the UI thread and delivers what came of them.
///
/// Several queues, because they must not wait for each other: what is written (in order), what is read, the search and the
/// preview, where a newer question overtakes the older one, and backups.
final class EffectRunner: Sendable {
  private let desk: Desk
  private let mailbox: Mailbox
  private let writing = DispatchQueue(label: "dossier.writing", qos: .userInitiated)
  private let reading = DispatchQueue(label: "dossier.reading", qos: .userInteractive)
  private let searching: NewestLane
  private let previewing: NewestLane
  private let backups: BackupRunner
  private let drafts = DraftKeeper()
  private let synchroniser: Synchroniser

  /// - Parameter mostTries: of an exchange that comes to nothing; nil for as long as the program runs.
  init(desk: Desk, mailbox: Mailbox, mostTries: Int? = nil) {
    self.desk = desk
    self.mailbox = mailbox
    let store = desk.store
    searching = NewestLane("dossier.search") { store.interruptSearch() }
    previewing = NewestLane("dossier.preview") {}
    backups = BackupRunner(desk: desk)
    synchroniser = Synchroniser(desk: desk, mailbox: mailbox, mostTries: mostTries)
  }

  /// Starts an effect; returns at once. Effects of the run loop itself (quit, suspend, redraw, theme) are not for here.
  func run(_ effect: Effect) {
    switch effect {
    case .perform, .receive, .digitise, .performOffice, .reassignAll, .wantHistory, .undoLast, .setPIN, .signIn:
      writing.async { self.write(effect) }
    case .saveDesk(let clerk, let state):
      // Only the newest state of a clerk is worth a write: one a second, however many keys came.
      if drafts.keep(state, of: clerk) {
        writing.asyncAfter(deadline: .now() + .seconds(1)) {
          self.answer(nil) { () throws(StoreError) in
            try self.writeDraft(of: clerk)
            return nil
          }
        }
      }
    case .search(let number, let query):
      searching.ask {
        self.answer(number) { () throws(StoreError) in .search(number, try self.desk.store.search(query)) }
      }
    case .loadPreview(let number, let id, let viewer):
      previewing.ask {
        self.answer(number) { () throws(StoreError) in .card(number, try self.desk.store.card(id, viewer: viewer)) }
      }
    case .synchronise: synchroniser.start()
    case .cancelSynchronise: synchroniser.cancel()
    case .startBackup: backups.start { self.mailbox.deliver($0.isRunning ? .backup($0) : .backedUp($0)) }
    default: reading.async { self.read(effect) }
    }
  }

  /// Noon has come: makes the backup that is due.
  func backUpIfDue() {
    if backups.isDue(now: desk.clock.now) { backups.start { self.mailbox.deliver(.backup($0)) } }
  }

  /// The next moment at which a backup may become due; nil where no second place is set.
  func nextBackup(after now: Instant) -> Instant? {
    guard backups.status.isConfigured else { return nil }
    let noon = now.civilDate.instant(atMinute: 720)
    return noon > now ? noon : now.civilDate.adding(days: 1).instant(atMinute: 720)
  }

  /// Waits until everything that was started has been answered.
  func settle() {
    writing.sync {}
    reading.sync {}
    searching.settle()
    previewing.settle()
    synchroniser.settle()
  }

  /// Waits until everything that was to be written is durable: before leaving.
  /// - Returns: what to say where a clerk's place, and what she typed last, could not be kept.
  func finish() -> String? {
    synchroniser.cancel()
    synchroniser.settle()
    let failure = writing.sync {
      drafts.clerks.compactMap { clerk -> StoreError? in
        do throws(StoreError) { try writeDraft(of: clerk) } catch { return error }
        return nil
      }.first
    }
    backups.finish(now: desk.clock.now)
    return failure.map {
      desk.language.pick("Những gì đang gõ dở chưa giữ được. ", "What was being typed could not be kept. ")
        + $0.wording(desk.language)
    }
  }

  private func writeDraft(of clerk: ClerkID) throws(StoreError) {
    guard let state = drafts.take(clerk) else { return }
    try desk.store.saveDesk(state.encoded, of: clerk)
  }

  private func write(_ effect: Effect) {
    let store = desk.store
    let now = desk.clock.now
    switch effect {
    case .perform(let number, let acts, let clerk):
      answer(number) { () throws(StoreError) in .performed(number, try store.perform(acts, by: clerk, at: now)) }
    case .receive(let number, let commands, let clerk):
      let act = Act(dossier: .version7(at: now, random: store.random()), commands: commands)
      answer(number) { () throws(StoreError) in .performed(number, try store.perform([act], by: clerk, at: now)) }
    case .digitise(let number, let dossier, let component, let path, let clerk):
      do throws(AttachmentError) {
        let outcome = try store.digitise(file: typedPath(path), as: component, of: dossier, by: clerk, at: now)
        mailbox.deliver(.performed(number, [outcome]))
      } catch {
        mailbox.deliver(.failed(number, .other(error.wording(desk.language))))
      }
    case .performOffice(let number, let action, let clerk):
      answer(number) { () throws(StoreError) in
        try store.perform(action, by: clerk, at: now)
        return .officeChanged(number, try desk.officeSnapshot())
      }
    case .reassignAll(let number, let from, let to, let clerk):
      answer(number) { () throws(StoreError) in
        .performed(number, try store.reassignAll(from: from, to: to, by: clerk, at: now))
      }
    case .wantHistory(let number, let id, let viewer):
      answer(number) { () throws(StoreError) in
        try store.wantHistory(of: id)
        return .card(number, try store.card(id, viewer: viewer))
      }
    case .undoLast(let number, let clerk):
      answer(number) { () throws(StoreError) in .undone(number, try store.undoLast(by: clerk, at: now)) }
    case .signIn(let clerk, let secret):
      answer(nil) { () throws(StoreError) in .signIn(try store.signIn(clerk, secret: secret, at: now)) }
    case .setPIN(let clerk, let secret):
      answer(nil) { () throws(StoreError) in .signIn(try store.setFirstPIN(of: clerk, secret: secret, at: now)) }
    default: break
    }
  }

  private func read(_ effect: Effect) {
    let store = desk.store
    switch effect {
    case .loadOffice:
      answer(nil) { () throws(StoreError) in .office(try desk.officeSnapshot()) }
    case .loadPage(let number, let query):
      answer(number) { () throws(StoreError) in .page(number, try store.queuePage(query)) }
    case .loadCounts(let number, let viewer, let endOfToday, let absent):
      answer(number) { () throws(StoreError) in
        .counts(number, try store.counts(viewer: viewer, endOfToday: endOfToday, absentClerks: absent))
      }
    case .loadCard(let number, let id, let viewer):
      answer(number) { () throws(StoreError) in .card(number, try store.card(id, viewer: viewer)) }
    case .loadPerson(let number, let person, let viewer):
      answer(number) { () throws(StoreError) in
        .people(number, person: person, rows: try store.dossiers(of: person, viewer: viewer))
      }
    case .findByCode(let number, let text, let viewer):
      answer(number) { () throws(StoreError) in .dossiersByCode(number, try store.findByCode(text, viewer: viewer)) }
    case .loadRows(let number, let ids, let viewer):
      answer(number) { () throws(StoreError) in .rows(number, try store.rows(ids, viewer: viewer)) }
    case .loadDayEnd(let number, let viewer, let now):
      answer(number) { () throws(StoreError) in
        .dayEnd(number, try store.dayEnd(viewer: viewer, now: now), backups.status)
      }
    case .loadSyncStatus(let number, let now):
      answer(number) { () throws(StoreError) in .syncStatus(number, try store.syncStatus(now: now)) }
    case .loadOutbox(let number, let query):
      answer(number) { () throws(StoreError) in .outbox(number, try store.outbox(query)) }
    case .loadDesk(let clerk):
      answer(nil) { () throws(StoreError) in
        .deskState(clerk, try store.desk(of: clerk).flatMap(DeskState.init(encoded:)))
      }
    default: break
    }
  }

  /// Delivers what `body` returns, or the failure in the screens' terms; nil is delivered as nothing.
  private func answer(_ number: RequestNumber?, _ body: () throws(StoreError) -> Answer?) {
    do throws(StoreError) {
      if let answer = try body() { mailbox.deliver(answer) }
    } catch {
      // Overtaken by a newer question, whose answer is on its way.
      if !error.isInterruption { mailbox.deliver(.failed(number, Failure(error, desk.language))) }
    }
  }
}

extension Failure {
  init(_ error: StoreError, _ language: Language) {
    self =
      switch error {
      case .busy, .inUse: .storeBusy
      case .diskFull: .diskFull
      case .readOnly: .readOnly(.anotherWindowWrites)
      case .readOnlyDisk: .readOnlyDisk
      case .damaged: .storeDamaged
      case .denied(let denial): .notPermitted(denial)
      default: .other(error.wording(language))
      }
  }
}
