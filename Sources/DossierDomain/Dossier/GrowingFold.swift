/// A fold that grows entry by entry: each entry is applied once, to the state of the ones before it. Only an undo and a
/// release change the effect of earlier entries; after one of them the next request folds everything again.
public struct GrowingFold: Sendable {
  public let id: DossierID
  /// All entries in journal order, including those without effect.
  public private(set) var entries: [RecordedAction] = []
  /// The number of applications of entries so far, as a measure of cost.
  public private(set) var applied = 0
  /// The entries that used numbers of a book, also those without effect.
  private var numbered: [RecordedAction] = []
  /// Nil if an entry has changed the effect of an earlier one.
  private var state: State? = State()

  private struct State: Sendable {
    /// The fold of the entries that count; nil until one of them begins a dossier.
    var dossier: Dossier?
    var undone: Set<EntryReference> = []
    var released: Set<EntryReference> = []
    var settled: Set<EntryReference> = []
    var conflicts: [Conflict] = []
    var held: [RecordedAction] = []
    /// The first held entry that would begin the dossier. Held entries of another machine about it may stand before it.
    var heldBeginning: RecordedAction?

    mutating func hold(_ entry: RecordedAction) {
      held.append(entry)
      if heldBeginning == nil, entry.action.beginsDossier { heldBeginning = entry }
    }
  }

  public init(id: DossierID) { self.id = id }

  public mutating func append(_ entry: RecordedAction) {
    entries.append(entry)
    if case .sendToSigner = entry.action { numbered.append(entry) }
    guard state != nil else { return }
    switch entry.verdict {
    case .accepted: accept(entry)
    case .quarantined:
      if state?.released.contains(entry.reference) == true { state = nil } else { state?.hold(entry) }
    case .conflicted(let winner, let matter):
      if state?.settled.contains(entry.reference) == false {
        state?.conflicts.append(Conflict(loser: entry.reference, winner: winner, matter: matter))
      }
    case .repeated: break
    }
  }

  /// The present dossier; nil if no entry begins one.
  ///
  /// It never fails: the journal is the only source, and an entry that does not fit changes nothing.
  public mutating func dossier() -> Dossier? {
    if state == nil { foldAll() }
    guard let state else { return nil }
    var dossier = state.dossier
    if dossier == nil, let beginning = state.heldBeginning {
      // A citizen may have its code on paper, so the dossier stays visible and struck out until the province releases
      // it.
      dossier = Dossier(id: id, beginning: beginning)
      dossier?.voidReason = Dossier.heldReason
    }
    dossier?.setAttention(from: state.conflicts, state.held)
    if !numbered.isEmpty {
      dossier?.numberings = Dossier.numberings(of: numbered, undone: state.undone, released: state.released)
    }
    return dossier
  }

  private mutating func accept(_ entry: RecordedAction) {
    let isSettling = if case .settleConflict = entry.action { true } else { false }
    if entry.action.rule.reachesBack || (isSettling && state?.undone.contains(entry.reference) == true) {
      state = nil
      return
    }
    apply(entry)
    if case .settleConflict(let reference) = entry.action {
      state?.settled.insert(reference)
      state?.conflicts.removeAll { $0.loser == reference }
    }
  }

  private mutating func apply(_ entry: RecordedAction) {
    let isUndone = state?.undone.contains(entry.reference) == true
    if state?.dossier == nil {
      state?.dossier = Dossier(id: id, beginning: entry)
      if isUndone { state?.dossier?.voidReason = Dossier.undoneReason }
    } else if isUndone {
      return
    } else {
      state?.dossier?.advance(by: entry)
    }
    applied += 1
  }

  private mutating func foldAll() {
    let counting = CountingEntries(entries)
    var state = State(
      undone: counting.undone, released: counting.released, settled: counting.settled, conflicts: counting.conflicts)
    for entry in counting.held { state.hold(entry) }
    self.state = state
    for entry in counting.entries { apply(entry) }
  }
}
