import DossierDomain
import OfficeWork

/// Effects that may write to the journal. They are run in the order in which they were sent, each in the name of a
/// clerk.
public enum ActEffect: Hashable, Sendable {
  /// Answered by `performed`.
  case perform(RequestNumber, [Act], by: ClerkID)
  /// Receives a new dossier, whose id the runner creates; answered by `performed`.
  case receive(RequestNumber, [DossierCommand], by: ClerkID)
  /// The same in the place of a dossier that was entered under a wrong procedure and becomes void in the same act.
  case replace(RequestNumber, DossierID, [DossierCommand], by: ClerkID)
  /// Copies a file of at most 50 MB into the attachments, then records its hash as the digitised form of the paper with
  /// this number; answered by `performed`.
  case digitise(RequestNumber, DossierID, component: Int, path: String, by: ClerkID)
  /// A decision about the office itself: an absence, a confirmed date; answered by `officeChanged`.
  case performOffice(RequestNumber, OfficeAction, by: ClerkID)
  /// Gives all open dossiers of one clerk to another in one act; answered by `performed`.
  case reassignAll(RequestNumber, from: ClerkID, to: ClerkID, by: ClerkID)
  /// Records that the clerk is shown the full numbers of a dossier; answered by `numbersRead`.
  case readNumbers(RequestNumber, DossierID, purpose: String, by: ClerkID)
  /// Makes a paper out; answered by `paperIssued`, or by `performed` if it is denied.
  case issuePaper(RequestNumber, DossierID, NewPaper, viewer: Viewer)
  /// Gives so many blank receipts their numbers; answered by `blanksNumbered`.
  case printBlanks(RequestNumber, count: Int, by: ClerkID)
  /// Records that blank receipts will not be used, which cannot be undone; answered by `officeChanged`.
  case strikeBlanks(RequestNumber, [DossierCode], reason: String, by: ClerkID)
  /// Undoes an act of the clerk; answered by `undone`.
  case undo(RequestNumber, UndoScope, by: ClerkID)

  public var number: RequestNumber {
    switch self {
    case .perform(let number, _, _), .receive(let number, _, _), .replace(let number, _, _, _),
      .digitise(let number, _, _, _, _),
      .performOffice(let number, _, _), .reassignAll(let number, _, _, _), .readNumbers(let number, _, _, _),
      .issuePaper(let number, _, _, _), .printBlanks(let number, _, _), .strikeBlanks(let number, _, _, _),
      .undo(let number, _, _):
      number
    }
  }

  /// The reason for the act's weight; nil if it has none. An undo reverts an act and has none.
  var weight: Weight? {
    switch self {
    case .perform(_, let acts, _): acts.lazy.flatMap(\.commands).compactMap(\.weight).first
    case .receive(_, let commands, _): commands.lazy.compactMap(\.weight).first
    case .replace: DossierAction.Kind.void.rule.weight
    case .performOffice(_, let action, _): action.weight
    case .digitise, .reassignAll, .readNumbers, .issuePaper, .printBlanks, .strikeBlanks, .undo: nil
    }
  }

  /// Whether the clerk's seat after the act is stored in its transaction, so that no form comes back that it has used.
  var usesForms: Bool {
    switch self {
    case .perform, .receive, .replace, .digitise, .performOffice, .reassignAll, .readNumbers, .issuePaper: true
    case .printBlanks, .strikeBlanks, .undo: false
    }
  }

  /// The commands of the act, if they are the same for each dossier; otherwise empty.
  var commonCommands: [DossierCommand] {
    guard case .perform(_, let acts, _) = self, let first = acts.first?.commands else { return [] }
    return acts.allSatisfy { $0.commands == first } ? first : []
  }

  /// The clerk in whose name the act is done.
  public var clerk: ClerkID {
    switch self {
    case .perform(_, _, let clerk), .receive(_, _, let clerk), .replace(_, _, _, let clerk),
      .digitise(_, _, _, _, let clerk),
      .performOffice(_, _, let clerk), .reassignAll(_, _, _, let clerk), .readNumbers(_, _, _, let clerk),
      .printBlanks(_, _, let clerk), .strikeBlanks(_, _, _, let clerk), .undo(_, _, let clerk):
      clerk
    case .issuePaper(_, _, _, let viewer): viewer.clerk
    }
  }
}
