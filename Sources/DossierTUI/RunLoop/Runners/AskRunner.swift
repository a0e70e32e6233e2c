import Dispatch
import DossierStore
import OfficeWork
import Screens

/// Answers questions to the store; search and preview on lanes of their own, where only the newest question counts.
final class AskRunner: Sendable {
  private let desk: Desk
  private let mailbox: Mailbox
  private let backups: BackupRunner
  private let reading = DispatchQueue(label: "dossier.reading", qos: .userInteractive)
  private let searching: NewestLane
  private let previewing = NewestLane("dossier.preview") {}

  init(desk: Desk, mailbox: Mailbox, backups: BackupRunner) {
    self.desk = desk
    self.mailbox = mailbox
    self.backups = backups
    let store = desk.store
    searching = NewestLane("dossier.search") { store.interruptSearch() }
  }

  /// Returns at once.
  func run(_ effect: AskEffect) {
    let (desk, store, backups) = (desk, desk.store, backups)
    switch effect {
    case .office: read(nil) { () throws(StoreError) in .office(try desk.officeSnapshot()) }
    case .page(let number, let query):
      read(number) { () throws(StoreError) in .page(number, try store.queuePage(query)) }
    case .counts(let number, let viewer, let endOfToday, let absent):
      read(number) { () throws(StoreError) in
        .counts(number, try store.counts(viewer: viewer, endOfToday: endOfToday, absentClerks: absent))
      }
    case .card(let number, let id, let viewer):
      read(number) { () throws(StoreError) in .card(number, try store.card(id, viewer: viewer)) }
    case .preview(let number, let id, let viewer):
      previewing.ask {
        self.answer(number) { () throws(StoreError) in .card(number, try store.card(id, viewer: viewer)) }
      }
    case .search(let number, let query):
      searching.ask { self.answer(number) { () throws(StoreError) in .search(number, try store.search(query)) } }
    case .person(let number, let person, let viewer):
      read(number) { () throws(StoreError) in
        .people(number, person: person, rows: try store.dossiers(of: person, viewer: viewer))
      }
    case .findByCode(let number, let text, let viewer):
      read(number) { () throws(StoreError) in .dossiersByCode(number, try store.findByCode(text, viewer: viewer)) }
    case .rows(let number, let ids, let viewer):
      read(number) { () throws(StoreError) in .rows(number, try store.rows(ids, viewer: viewer)) }
    case .dayEnd(let number, let viewer, let now):
      read(number) { () throws(StoreError) in
        .dayEnd(number, try store.dayEnd(viewer: viewer, now: now), backups.status)
      }
    case .syncStatus(let number, let now):
      read(number) { () throws(StoreError) in .syncStatus(number, try store.syncStatus(now: now)) }
    case .outbox(let number, let query):
      read(number) { () throws(StoreError) in .outbox(number, try store.outbox(query)) }
    case .desk(let clerk):
      read(nil) { () throws(StoreError) in
        .deskState(clerk, try store.desk(of: clerk).flatMap(DeskState.init(encoded:)))
      }
    }
  }

  /// Waits until everything that was asked has been answered.
  func settle() {
    reading.sync {}
    searching.settle()
    previewing.settle()
  }

  private func read(_ number: RequestNumber?, _ body: @escaping @Sendable () throws(StoreError) -> Answer) {
    reading.async { self.answer(number, body) }
  }

  private func answer(_ number: RequestNumber?, _ body: () throws(StoreError) -> Answer) {
    mailbox.answer(number, desk, body)
  }
}
