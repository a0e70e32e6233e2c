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
  public static let revision: UInt32 = 4

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
    dossier.numberings += numberings(of: entries, undone: counting.undone, released: counting.released)
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

// MARK: Folds by earlier rules

extension FoldedDossier {
  /// The same dossier by the present rules; nil if the fields of the earlier fold do not suffice, so that its entries
  /// are needed.
  ///
  /// Revision 3 remembers the first missed appointment, does not count an erased scan or a look-up as digitised, and
  /// leaves a missing paper missing when it is scanned. Revision 4 has the steps, the verification and the people and
  /// counts of a reception, which no dossier has that was folded before; programs of revision 3 cannot read the record of
  /// one that has them.
  public func converted(from revision: UInt32) -> FoldedDossier? {
    if revision == 3 { return self }
    // A scan that is there and an erased one look alike, and nobody knows the form of a paper before its scan.
    guard revision == 2, !hasScan else { return nil }
    var converted = self
    switch firstMissed {
    case .never: break
    case .at(let due): converted.dossier.missedDueAt = due
    case .unknown: return nil
    }
    for (index, component) in dossier.components.enumerated() where component.digitisation == .reusedResult {
      switch (component.form, component.lookupMethod) {
      case (.replacedByLookup, .some): converted.dossier.components[index].digitisation = .none
      case (.reused, nil): break
      // It was both looked up and reused, or got another form afterwards.
      case (.replacedByLookup, nil), (.reused, .some), (.missing, _), (.original, _), (.certifiedCopy, _),
        (.photocopy, _), (.electronic, _), (.notApplicable, _):
        return nil
      }
    }
    return converted
  }

  private var hasScan: Bool {
    dossier.components.contains { !$0.blobHash.isEmpty || $0.digitisation == .digitised }
      || dossier.result?.blobHash.isEmpty == false
  }

  private enum Missed {
    case never
    case at(Instant)
    case unknown
  }

  /// Known if the fields show that the present appointment is the first one.
  private var firstMissed: Missed {
    guard let appointment = dossier.appointment else { return .never }
    let payments = dossier.payments.filter { $0.requestedAt != $0.paidAt }
    guard dossier.extensions.isEmpty, dossier.verifications.isEmpty, appointment.previousDueAt == nil else {
      return .unknown
    }
    let hasPauses = !dossier.supplementRequests.isEmpty || !payments.isEmpty
    guard hasPauses else { return .never }
    guard !dossier.isImported, dossier.supplementRequests.count + payments.count == 1 else { return .unknown }
    // Only a pause that never ended leaves the appointment as it was.
    let open =
      dossier.supplementRequests.first { $0.receivedAt == nil }?.requestedAt
      ?? payments.first { $0.paidAt == nil }?.requestedAt
    guard let open else { return .unknown }
    return open.civilDate > appointment.dueAt.civilDate ? .at(appointment.dueAt) : .never
  }
}
