/// The fold of a dossier that has ended, for desks that do not have its entries. A snapshot of an office consists of
/// these, and later entries are folded onto them.
public struct FoldedDossier: Hashable, Sendable {
  public var dossier: Dossier
  /// Every code that an entry gave it, even if the entry was undone, because the code may have been printed.
  public var namedCodes: [DossierCode]

  public init(dossier: Dossier, namedCodes: [DossierCode]) {
    self.dossier = dossier
    self.namedCodes = namedCodes
  }

  /// The version of the folding rules. It is raised whenever the same entries give another dossier.
  public static let revision: UInt32 = 2

  /// The fold of all entries of a dossier whose single entries are not expected to be needed again: it has ended, all
  /// its entries count, and nobody has changed it since `rest`.
  public init?(id: DossierID, entries: [RecordedAction], restingSince rest: Instant) {
    guard entries.allSatisfy({ $0.verdict == .accepted }), let dossier = Dossier.fold(id: id, entries: entries),
      dossier.status.isFinal || dossier.isVoid, dossier.lastChangedAt < rest
    else { return nil }
    self.init(dossier: dossier, namedCodes: entries.compactMap(\.action.namedCode))
  }
}

extension Dossier {
  /// Folds a dossier's entries onto its base record.
  /// - Parameter base: nil if there are no earlier entries.
  public static func fold(id: DossierID, onto base: FoldedDossier?, entries: some Sequence<RecordedAction>) -> Dossier?
  {
    guard let base else { return fold(id: id, entries: entries) }
    let counting = CountingEntries(entries)
    var dossier = base.dossier
    for entry in counting.entries where !counting.undone.contains(entry.reference) { dossier.advance(by: entry) }
    dossier.setAttention(from: counting.conflicts, counting.held)
    return dossier
  }
}

extension FoldedDossier {
  /// Whether later entries concern entries inside this fold, so that the dossier can only be computed from the whole
  /// history.
  public func isReopened(by entries: some Collection<RecordedAction>) -> Bool {
    let known = Set(entries.map(\.reference))
    return entries.contains { entry in entry.action.namedEntry.map { !known.contains($0) } ?? false }
  }
}
