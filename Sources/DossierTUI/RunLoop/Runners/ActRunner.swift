import DossierDomain
import DossierStore
import Screens

/// Runs what may write the journal; called on the queue of what is written.
struct ActRunner: Sendable {
  let desk: Desk
  let mailbox: Mailbox

  func run(_ effect: ActEffect) {
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
    case .undoLast(let number, let clerk):
      answer(number) { () throws(StoreError) in .undone(number, try store.undoLast(by: clerk, at: now)) }
    }
  }

  private func answer(_ number: RequestNumber, _ body: () throws(StoreError) -> Answer) {
    mailbox.answer(number, desk, body)
  }
}
