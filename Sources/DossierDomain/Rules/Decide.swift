import VietnameseText

/// Turns a clerk's command into the action that is recorded, or throws the reason why it is not allowed.
///
/// - Parameters:
///   - dossier: the present fold; nil for a dossier that does not exist yet.
///   - history: the dossier's entries, which an undo needs.
public func decide(
  _ command: DossierCommand, on dossier: Dossier?, context: DecisionContext, history: [RecordedAction] = []
) throws(Denial) -> DossierAction {
  if case .receive(let form) = command {
    guard dossier == nil else { throw .alreadyExists }
    return .receive(try reception(of: form, context))
  }
  guard let dossier else { throw .dossierUnknown }
  if case .undo(let reference) = command { return try undo(reference, on: dossier, history, context) }
  if let denial = denial(of: command, on: dossier, by: context.clerk, at: context.now) { throw denial }
  return try command.plan.action(Decision(dossier: dossier, context: context))
}

/// Why the command cannot be given at all, before its details are checked; nil if it can.
public func denial(
  of command: DossierCommand, on dossier: Dossier, by clerk: Clerk, at now: Instant
) -> Denial? {
  var receiver = ActionRule.Receiver.herself
  if case .assign(let target) = command { receiver = .clerk(target) }
  return command.rule.denial(on: dossier.standing(at: now), by: clerk, givingTo: receiver)
}

private func undo(
  _ reference: EntryReference, on dossier: Dossier, _ history: [RecordedAction], _ context: DecisionContext
) throws(Denial) -> DossierAction {
  let counted = CountingEntries(history)
  let counting = counted.entries.filter { entry in
    switch entry.action.rule.undoing {
    case .leftOut: false
    // A settlement can be undone; the conflict is then open again.
    case .standsAlone: entry.reference == reference && !counted.undone.contains(reference)
    case .undoable, .never: !counted.undone.contains(entry.reference)
    }
  }
  guard let entry = counting.first(where: { $0.reference == reference }) else { throw .nothingToUndo }
  // The entries of one group were one act and are undone together, the last one first.
  let later = counting.drop { $0.reference != reference }.dropFirst()
  guard later.allSatisfy({ $0.group != nil && $0.group == entry.group }) else { throw .laterEntryBuildsOnIt }
  guard entry.clerk == context.clerk.id || context.clerk.has(.headOfDesk) else { throw .roleMissing([.headOfDesk]) }
  guard entry.action.rule.undoing != .never else { throw .nothingToUndo }
  // A void dossier has left some codes, and another one may bear them by now.
  if case .void = entry.action, let code = dossier.codes.first(where: { context.isCodeBorne($0.text, dossier.id) }) {
    throw .codeInUse(code.text)
  }
  return .undo(reference)
}
