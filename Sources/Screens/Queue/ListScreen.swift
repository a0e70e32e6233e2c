import OfficeWork
import Terminal

/// A screen that shows a list of dossiers: the queue itself, or a list that another screen has opened.
protocol ListScreen: PlacedScreen {
  var queue: QueueState { get set }
}

extension QueueState: ListScreen {
  var queue: QueueState {
    get { self }
    set { self = newValue }
  }

  /// Whether its dossiers are opened at what has to be settled.
  var listsConflicts: Bool {
    switch view {
    case .inConflict, .open(.inConflict, at: _): true
    case .dueToday, .newOnline, .inProgress, .waitingForCitizen, .toHandBack, .needsDecision, .all, .unassigned,
      .assigned, .ofAbsentClerks, .handedOver, .open:
      false
    }
  }
}

extension Context {
  /// The screens whose list moves, marks, sorts and filters like the queue.
  static let lists: Set<Context> = [.queue, .openWork]
}

extension App {
  /// The list on top; nil if another screen is there.
  var frontList: QueueState? { (top.screen as? any ListScreen)?.queue }

  /// Changes the list if it is the top screen.
  mutating func onQueue(_ body: (inout QueueState, inout Session) -> [Effect]) -> [Effect] {
    guard var screen = top.screen as? any ListScreen else { return [] }
    session.asker = top.id
    let effects = body(&screen.queue, &session) + screen.queue.followSelection(&session)
    top.screen = screen
    return effects
  }
}
