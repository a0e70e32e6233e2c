import VietnameseText

/// Turns what a clerk wants into the fact that is recorded, or says why it is not allowed.
///
/// - Parameters:
///   - dossier: as folded now; nil for a dossier that does not exist yet.
///   - history: its entries, for undo.
public func decide(
  _ command: DossierCommand, on dossier: Dossier?, context: DecisionContext, history: [RecordedAction] = []
) throws(Denial) -> DossierAction {
  if case .receive(let form) = command {
    guard dossier == nil else { throw .alreadyExists }
    return .receive(try reception(of: form, context))
  }
  guard let dossier else { throw .dossierUnknown }
  if case .undo(let reference) = command { return try undo(reference, history, context) }
  if let denial = denial(of: command, on: dossier, by: context.clerk) { throw denial }
  return try command.plan.action(Decision(dossier: dossier, context: context))
}

/// Whether a command could be given at all, before its details are looked at.
public func denial(of command: DossierCommand, on dossier: Dossier, by clerk: Clerk) -> Denial? {
  var receiver = ActionRule.Receiver.herself
  if case .assign(let target) = command { receiver = .clerk(target) }
  return command.rule.denial(on: dossier.standing, by: clerk, givingTo: receiver)
}

private func undo(
  _ reference: EntryReference, _ history: [RecordedAction], _ context: DecisionContext
) throws(Denial) -> DossierAction {
  let counted = CountingEntries(history)
  let counting = counted.entries.filter { entry in
    switch entry.action.rule.undoing {
    case .leftOut: false
    // It can be taken back itself: then the conflict waits again.
    case .standsAlone: entry.reference == reference && !counted.undone.contains(reference)
    case .undoable, .never: !counted.undone.contains(entry.reference)
    }
  }
  guard let entry = counting.first(where: { $0.reference == reference }) else { throw .nothingToUndo }
  // Entries of one group were one act and are undone together, last one first.
  let later = counting.drop { $0.reference != reference }.dropFirst()
  guard later.allSatisfy({ $0.group != nil && $0.group == entry.group }) else { throw .laterEntryBuildsOnIt }
  guard entry.clerk == context.clerk.id || context.clerk.has(.headOfDesk) else { throw .roleMissing([.headOfDesk]) }
  guard entry.action.rule.undoing != .never else { throw .nothingToUndo }
  return .undo(reference)
}
