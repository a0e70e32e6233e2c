import Dispatch
import DossierDomain
import DossierStore
import OfficeWork
import Screens

/// Reads from the store. Search and preview have lanes of their own, in which only the newest request is answered.
final class AskRunner: Sendable {
  private let workplace: Workplace
  private let mailbox: Mailbox
  private let backups: BackupRunner
  private let reading = DispatchQueue(label: "dossier.reading", qos: .userInteractive)
  private let searching: NewestLane
  private let previewing = NewestLane("dossier.preview") {}
  /// What is counted over many dossiers, so that no key's question stands behind it.
  private let counting = NewestLane("dossier.counting") {}
  private let registers: RegisterRunner

  init(workplace: Workplace, mailbox: Mailbox, backups: BackupRunner) {
    self.workplace = workplace
    self.mailbox = mailbox
    self.backups = backups
    registers = RegisterRunner(workplace: workplace)
    let store = workplace.store
    searching = NewestLane("dossier.search") { store.search.interrupt() }
  }

  /// Starts the reading and returns at once.
  func run(_ effect: AskEffect) {
    let (workplace, store, backups) = (workplace, workplace.store, backups)
    switch effect {
    case .office:
      reading.async {
        self.mailbox.answer(workplace) { () throws(StoreError) in .office(try workplace.officeSnapshot()) }
      }
    case .page(let request, let query, let office):
      read(request) { () throws(StoreError) in
        let page = try store.queue.page(query)
        office?.makeReady(for: page.rows)
        return page
      }
    case .counts(let request, let viewer, let endOfToday, let absent):
      read(request) { () throws(StoreError) in
        try store.queue.counts(viewer: viewer, endOfToday: endOfToday, absentClerks: absent)
      }
    case .card(let request, let id, let viewer):
      read(request) { () throws(StoreError) in try store.queue.card(id, viewer: viewer) }
    case .preview(let request, let id, let viewer):
      previewing.ask { self.answer(request) { () throws(StoreError) in try store.queue.card(id, viewer: viewer) } }
    case .search(let request, let query):
      searching.ask { self.answer(request) { () throws(StoreError) in try store.search.find(query) } }
    case .person(let request, let person, let viewer):
      read(request) { () throws(StoreError) in try store.queue.dossiers(of: person, viewer: viewer) }
    case .known(let request, let query):
      read(request) { () throws(StoreError) in try store.search.known(query) }
    case .favourites(let request, let start):
      read(request) { () throws(StoreError) in try store.reports.mostReceived(since: start, limit: 9) }
    case .sentBack(let request, let query):
      counting.ask { self.answer(request) { () throws(StoreError) in try store.reports.sentBack(query) } }
    case .findByCode(let request, let text, let viewer):
      read(request) { () throws(StoreError) in try store.queue.findByCode(text, viewer: viewer) }
    case .rows(let request, let ids, let viewer):
      read(request) { () throws(StoreError) in try store.queue.rows(ids, viewer: viewer) }
    case .undoable(let request, let viewer):
      read(request) { () throws(StoreError) in
        try store.queue.undoableActs(limit: AskEffect.mostUndoable, viewer: viewer)
      }
    case .dayEnd(let request, let viewer, let now):
      read(request) { () throws(StoreError) in
        var report = try store.reports.dayEnd(viewer: viewer, now: now)
        report.blanks = try BlankPrinting(workplace: workplace).counts()
        return EndOfDay(report: report, backup: backups.status)
      }
    case .syncStatus(let request, let now):
      read(request) { () throws(StoreError) in try store.exchange.status(now: now) }
    case .outbox(let request, let query):
      read(request) { () throws(StoreError) in try store.exchange.outbox(query) }
    case .files(let request, let typed):
      registers.offer(typed) { offers in self.answer(request) { () throws(StoreError) in offers } }
    case .registerLook(let request, let query):
      registers.look(query) { look in self.answer(request) { () throws(StoreError) in look } }
    case .takeRegister(let request, let query, let clerk):
      registers.take(query, by: clerk) { taken in self.answer(request) { () throws(StoreError) in taken } }
    case .blanks(let request, let viewer):
      read(request) { () throws(StoreError) in try BlankPrinting(workplace: workplace).drawer(viewer) }
    case .blank(let request, let code):
      read(request) { () throws(StoreError) in try store.decisions.blank(code) }
    case .calls(let request, let query):
      read(request) { () throws(StoreError) in try store.queue.calls(query) }
    case .strandedAppointments(let request, let date, let viewer):
      read(request) { () throws(StoreError) in try store.queue.strandedAppointments(from: date, viewer: viewer) }
    case .movedAppointments(let request, let clerk, let now, let unlessSeen):
      read(request) { () throws(StoreError) in
        try store.decisions.movedAppointments(by: clerk, at: now, unlessSeen: unlessSeen)
      }
    case .procedureNews(let request, let clerk, let now, let limit):
      read(request) { () throws(StoreError) in try store.office.procedureNews(of: clerk, at: now, limit: limit) }
    case .procedureDifference(let request, let item):
      read(request) { () throws(StoreError) in try store.office.procedureDifference(item) }
    case .firstSteps(let request, let founding):
      read(request) { () throws(StoreError) in
        FirstSteps(
          hasImported: try store.office.hasDossier(receivedBefore: founding), hasBackup: backups.status.lastAt != nil)
      }
    case .procedures(let catalogue): reading.async { catalogue.makeReady() }
    case .seat(let clerk):
      reading.async {
        self.mailbox.answer(workplace) { () throws(StoreError) in
          .seatState(clerk, SeatState(drafts: try store.drafts.kept(of: clerk, at: workplace.clock.now)))
        }
      }
    }
  }

  /// Waits until all requests have been answered.
  func settle() {
    reading.sync {}
    searching.settle()
    previewing.settle()
    counting.settle()
    registers.settle()
  }

  private func read<Response>(
    _ request: Request<Response>, _ body: @escaping @Sendable () throws(StoreError) -> Response
  ) {
    reading.async { self.answer(request, body) }
  }

  private func answer<Response>(_ request: Request<Response>, _ body: () throws(StoreError) -> Response) {
    mailbox.answer(request, workplace, body)
  }
}
