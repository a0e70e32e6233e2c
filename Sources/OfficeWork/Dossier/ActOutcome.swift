import DossierDomain

/// The outcome of one act.
public enum ActOutcome: Hashable, Sendable {
  case done(row: QueueRow, entries: [EntryReference])
  case denied(DossierID, Denial)

  public var isDone: Bool {
    switch self {
    case .done: true
    case .denied: false
    }
  }
}

public enum UndoOutcome: Hashable, Sendable {
  case undone(UndoneAct)
  /// Nothing was undone yet, because the clerk may not expect that it is this act.
  case asks(UndoableAct)
  case nothing
  case denied(Denial)
}
