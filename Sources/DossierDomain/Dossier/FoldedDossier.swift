/// A dossier that has come to rest, as its entries made it: for desks that do not have these entries. A snapshot of an
/// office consists of them; whoever has one goes on folding from there.
public struct FoldedDossier: Hashable, Sendable {
  public var dossier: Dossier
  /// Every code that an entry gave it, also when the entry was undone: it may stand on paper.
  public var namedCodes: [DossierCode]

  public init(dossier: Dossier, namedCodes: [DossierCode]) {
    self.dossier = dossier
    self.namedCodes = namedCodes
  }

  /// Which rules made the fold: raised whenever the same entries come to another dossier.
  public static let revision: UInt32 = 2

  /// The fold of all of a dossier's entries, when they are not expected to matter one by one any more: it has ended, all of
  /// them count, and nobody has changed anything since `rest`.
  public init?(id: DossierID, entries: [RecordedAction], restingSince rest: Instant) {
    guard entries.allSatisfy({ $0.verdict == .accepted }), let dossier = Dossier.fold(id: id, entries: entries),
      dossier.status.isFinal || dossier.isVoid, dossier.lastChangedAt < rest
    else { return nil }
    self.init(dossier: dossier, namedCodes: entries.compactMap(\.action.namedCode))
  }
}

extension Dossier {
  /// Folds a dossier's entries behind what came before them.
  /// - Parameter base: nil when the entries are all there are.
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
  /// Whether entries behind this fold say something of entries within it, so that only the whole history tells what the
  /// dossier is.
  public func isReopened(by entries: some Collection<RecordedAction>) -> Bool {
    let known = Set(entries.map(\.reference))
    return entries.contains { entry in entry.action.namedEntry.map { !known.contains($0) } ?? false }
  }
}
