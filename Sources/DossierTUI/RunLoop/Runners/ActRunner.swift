import DossierDomain
import DossierStore
import OfficeWork
import Screens

/// Runs the effects that may write to the journal. It is called on the writing queue.
struct ActRunner: Sendable {
  let workplace: Workplace

  /// Called on any other queue before the act.
  /// - Returns: the paper that it issues, drawn; nil for other acts.
  func draw(_ effect: ActEffect) -> DrawnPaper? {
    guard case .issuePaper(_, let dossier, let paper, let viewer) = effect else { return nil }
    return PaperDesk(workplace: workplace).draw(paper, for: dossier, viewer: viewer)
  }

  /// - Parameters:
  ///   - seatState: the clerk's seat once the act is done, stored in the same transaction.
  ///   - isConfirmed: the clerk has just given her PIN for the act.
  ///   - drawn: the paper that is issued.
  /// - Returns: the outcome for the screens.
  func run(
    _ effect: ActEffect, leaving seatState: SeatState?, isConfirmed: Bool, drawn: DrawnPaper? = nil
  ) -> Answer {
    let number = effect.number
    do throws(StoreError) {
      return try perform(effect, leaving: seatState?.asDrafts, isConfirmed: isConfirmed, drawn)
    } catch {
      return .failed(number, Failure(error, workplace.language))
    }
  }

  private func perform(
    _ effect: ActEffect, leaving drafts: [Draft]?, isConfirmed: Bool, _ drawn: DrawnPaper?
  ) throws(StoreError) -> Answer {
    let store = workplace.store
    let now = workplace.clock.now
    switch effect {
    case .perform(let number, let acts, let clerk):
      return .performed(
        number, try store.decisions.perform(acts, by: clerk, at: now, leaving: drafts, isConfirmed: isConfirmed))
    case .receive(let number, let commands, let clerk):
      let act = Act(dossier: .version7(at: now, random: store.random()), commands: commands)
      return .performed(
        number, try store.decisions.perform([act], by: clerk, at: now, leaving: drafts, isConfirmed: isConfirmed))
    case .replace(let number, let old, let commands, let clerk):
      return .performed(
        number,
        try store.decisions.replace(
          old, by: .version7(at: now, random: store.random()), commands, by: clerk, at: now, leaving: drafts,
          isConfirmed: isConfirmed))
    case .digitise(let number, let dossier, let component, let path, let clerk):
      do throws(AttachmentError) {
        let outcome = try store.scans.attach(
          file: TypedPath.resolved(path), as: component, of: dossier, by: clerk, at: now, leaving: drafts)
        return .performed(number, [outcome])
      } catch {
        return .failed(number, .other(error.wording(workplace.language)))
      }
    case .performOffice(let number, let action, let clerk):
      try store.decisions.perform(action, by: clerk, at: now, leaving: drafts, isConfirmed: isConfirmed)
      return .officeChanged(number, try workplace.officeSnapshot())
    case .reassignAll(let number, let from, let to, let clerk):
      return .performed(
        number, try store.decisions.reassignAll(from: from, to: to, by: clerk, at: now, leaving: drafts))
    case .readNumbers(let number, let dossier, let purpose, let clerk):
      try store.decisions.readNumbers(of: dossier, purpose: purpose, by: clerk, at: now, leaving: drafts)
      return .numbersRead(number, dossier)
    case .issuePaper(let number, let dossier, let paper, let viewer):
      do throws(PaperIssueFailure) {
        let outcome = try PaperDesk(workplace: workplace).issue(
          paper, for: dossier, viewer: viewer, leaving: drafts, drawn: drawn)
        return switch outcome {
        case .issued(let paper, let row): .paperIssued(number, paper, row)
        case .denied(let denial): .performed(number, [.denied(dossier, denial)])
        }
      } catch .store(let error) {
        throw error
      } catch {
        return .failed(number, .other(error.wording(workplace.language)))
      }
    case .printBlanks(let number, let count, let clerk):
      let blanks = try store.decisions.printBlanks(count, by: clerk, at: now)
      return .blanksNumbered(number, blanks.map(\.code))
    case .strikeBlanks(let number, let codes, let reason, let clerk):
      try store.decisions.strikeBlanks(codes.map(\.text), reason: reason, by: clerk, at: now)
      return .officeChanged(number, try workplace.officeSnapshot())
    case .undo(let number, let scope, let clerk):
      return .undone(number, try store.decisions.undoLast(scope, by: clerk, at: now))
    }
  }
}
