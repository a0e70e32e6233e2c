/// An entry that lost against the entry of another desk. The timeline shows both.
public struct Conflict: Hashable, Sendable {
  /// The entry without effect.
  public var loser: EntryReference
  /// The entry that stands.
  public var winner: EntryReference
  public var matter: Matter

  public init(loser: EntryReference, winner: EntryReference, matter: Matter) {
    self.loser = loser
    self.winner = winner
    self.matter = matter
  }
}

/// An entry that the province keeps back, with its reason.
public struct HeldEntry: Hashable, Sendable {
  public var entry: EntryReference
  public var reason: QuarantineReason

  public init(entry: EntryReference, reason: QuarantineReason) {
    self.entry = entry
    self.reason = reason
  }
}

/// Divides a dossier's entries into those that have an effect and those that only stay visible.
struct CountingEntries {
  private(set) var entries: [RecordedAction] = []
  private(set) var undone: Set<EntryReference> = []
  private(set) var conflicts: [Conflict] = []
  /// Entries that the province keeps back and has not released.
  private(set) var held: [RecordedAction] = []
  private(set) var released: Set<EntryReference> = []
  /// Conflicts that a clerk has settled.
  private(set) var settled: Set<EntryReference> = []

  init(_ all: some Sequence<RecordedAction>) {
    let all = Array(all)
    var takenBack: Set<EntryReference> = []
    for entry in all where entry.verdict.counts {
      if case .release(let reference) = entry.action { released.insert(reference) }
      if case .undo(let reference) = entry.action { takenBack.insert(reference) }
    }
    for entry in all where entry.verdict.counts && !takenBack.contains(entry.reference) {
      if case .settleConflict(let reference) = entry.action { settled.insert(reference) }
    }
    for entry in all {
      switch entry.verdict {
      case .accepted: entries.append(entry)
      case .quarantined: if released.contains(entry.reference) { entries.append(entry) } else { held.append(entry) }
      case .conflicted(let winner, let matter):
        if !settled.contains(entry.reference) {
          conflicts.append(Conflict(loser: entry.reference, winner: winner, matter: matter))
        }
      case .repeated: break
      }
    }
    for entry in entries {
      if case .undo(let reference) = entry.action { undone.insert(reference) }
    }
  }
}
