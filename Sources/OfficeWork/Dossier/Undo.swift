import DossierDomain

/// Which act an undo takes back.
public enum UndoScope: Hashable, Sendable {
  /// The clerk's last act, whatever it was.
  case last
  /// Her last act on this dossier, otherwise her last act. An act that she may not expect is only named: a reception, an
  /// act on several dossiers, or one on another dossier than this one.
  case expected(in: DossierID?)
  /// The act with this entry.
  case act(EntryReference)
}

/// An act that can still be undone, for a question or a list.
public struct UndoableAct: Hashable, Sendable {
  /// The act's last entry.
  public var reference: EntryReference
  /// The reception if the act began a dossier, otherwise its last action.
  public var what: DossierAction
  public var at: Instant
  public var isReception: Bool
  /// How many dossiers it concerns; `rows` has the first ones.
  public var count: Int
  public var rows: [QueueRow]

  public init(
    reference: EntryReference, what: DossierAction, at: Instant, isReception: Bool, count: Int, rows: [QueueRow]
  ) {
    self.reference = reference
    self.what = what
    self.at = at
    self.isReception = isReception
    self.count = count
    self.rows = rows
  }

  public static let mostRows = 3
}

/// An act that was undone.
public struct UndoneAct: Hashable, Sendable {
  /// The dossiers as they are now.
  public var rows: [QueueRow]
  /// What was undone in each of them, in the order in which it was done.
  public var actions: [[DossierAction]]
  public var at: Instant

  public init(rows: [QueueRow], actions: [[DossierAction]], at: Instant) {
    self.rows = rows
    self.actions = actions
    self.at = at
  }

  /// The reception or acceptance if the act was one, because whatever came with it went with it; otherwise the act's last
  /// action.
  public var what: DossierAction? {
    actions.lazy.joined().first { $0.rule.issuesCode && $0.rule != .issueCode } ?? actions.last?.last
  }

  /// What was paid in the act and is not recorded as paid any more, in đồng; 0 if nothing was.
  public var unpaidAgain: Int {
    actions.lazy.joined().reduce(0) { sum, action in
      if case .recordPayment(let amount, _, _) = action { sum + amount } else { sum }
    }
  }

  /// The acts that would do the same once more; nil if the rules do not allow that for one of the actions.
  public var again: [Act]? {
    var acts: [Act] = []
    for (row, done) in zip(rows, actions) {
      // Whoever was given a code would be given another one.
      if done.contains(where: \.rule.issuesCode) { return nil }
      let commands = done.compactMap(\.again)
      guard commands.count == done.count else { return nil }
      acts.append(Act(dossier: row.id, commands: commands))
    }
    return acts
  }

  /// The reception, if the act began a dossier at the counter.
  public var reception: Reception? {
    actions.lazy.joined().compactMap { if case .receive(let reception) = $0 { reception } else { nil } }.first
  }
}
