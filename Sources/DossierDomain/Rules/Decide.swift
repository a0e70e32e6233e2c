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
  try check(command, on: dossier, by: context.clerk)
  return try Decision(dossier: dossier, context: context).action(for: command)
}

/// Whether a command could be given at all, before its details are asked for: what the hint bar and the palette show.
public func denial(of command: DossierCommand, on dossier: Dossier, by clerk: Clerk) -> Denial? {
  do {
    try check(command, on: dossier, by: clerk)
    return nil
  } catch {
    return error
  }
}

private func check(_ command: DossierCommand, on dossier: Dossier, by clerk: Clerk) throws(Denial) {
  if let reason = dossier.voidReason, !command.concernsStruckToo { throw .voided(reason: reason) }
  if dossier.isConfidential, dossier.assignee != clerk.id, !clerk.has(.headOfDesk) { throw .confidential }
  let roles = RolePolicy.roles(for: command, dossier: dossier, clerk: clerk)
  guard roles.isEmpty || !roles.isDisjoint(with: clerk.roles) else { throw .roleMissing(roles) }
  if let target = target(of: command, from: dossier.status) {
    guard dossier.status.successors.contains(target) else {
      throw dossier.status.isFinal ? .alreadyFinal(dossier.status) : .moveNotAllowed(from: dossier.status, to: target)
    }
  } else if dossier.status.isFinal, !command.isAllowedAfterEnd {
    throw .alreadyFinal(dossier.status)
  }
}

/// The status that a command leads to; nil when it leads to none.
private func target(of command: DossierCommand, from status: DossierStatus) -> DossierStatus? {
  switch command {
  case .acceptOnline: .received
  // What came online has to be accepted first.
  case .handOver, .takeOver: status == .received || status == .registered ? .inProgress : nil
  case .requestSupplement: .supplementRequested
  case .requestPayment: .paymentRequested
  case .refuse: .refused
  case .withdraw: .withdrawn
  case .stop: .stopped
  case .complete: .completed
  case .reopen: .inProgress
  case .handBack: .handedBack
  default: nil
  }
}

extension DossierCommand {
  /// It needs a number of the lane, and a date that is beyond doubt.
  public var issuesCode: Bool {
    switch self {
    case .receive, .acceptOnline, .issueCode: true
    default: false
    }
  }

  /// What must not be kept is destroyed whatever became of the dossier.
  fileprivate var concernsStruckToo: Bool { if case .eraseScan = self { true } else { false } }

  /// Notes, scans, codes and corrections also come after the end.
  fileprivate var isAllowedAfterEnd: Bool {
    switch self {
    case .note, .digitise, .addCode, .issueCode, .correct, .assign, .settleConflict, .eraseScan: true
    default: false
    }
  }
}

private func undo(
  _ reference: EntryReference, _ history: [RecordedAction], _ context: DecisionContext
) throws(Denial) -> DossierAction {
  let counted = CountingEntries(history)
  let counting = counted.entries.filter { entry in
    switch entry.action {
    case .undo, .release, .eraseScan: false
    // Nothing builds on it, but it can be taken back itself: then the conflict waits again.
    case .settleConflict: entry.reference == reference && !counted.undone.contains(reference)
    default: !counted.undone.contains(entry.reference)
    }
  }
  guard let entry = counting.first(where: { $0.reference == reference }) else { throw .nothingToUndo }
  // Entries of one group were one act and are undone together, last one first.
  let later = counting.drop { $0.reference != reference }.dropFirst()
  guard later.allSatisfy({ $0.group != nil && $0.group == entry.group }) else { throw .laterEntryBuildsOnIt }
  guard entry.clerk == context.clerk.id || context.clerk.has(.headOfDesk) else { throw .roleMissing([.headOfDesk]) }
  switch entry.action {
  case .importRow, .importUpdate, .submitOnline: throw .nothingToUndo
  default: return .undo(reference)
  }
}
