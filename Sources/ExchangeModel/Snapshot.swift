import DossierDomain
import JournalFormat

/// Up to where a desk has a snapshot of its office: of which moment of the order, and behind what. The pages are told from
/// it alone.
public struct SnapshotMark: Hashable, Sendable {
  /// The office's order at that moment, signed by the province.
  public var moment: Checkpoint
  /// Entries about the office up to this place have been told.
  public var aboutOffice: Int64
  /// Dossiers are told from the last identifier down: down to this one they have been. Nil before the first.
  public var dossier: DossierID?

  public init(moment: Checkpoint, aboutOffice: Int64 = 0, dossier: DossierID? = nil) {
    self.moment = moment
    self.aboutOffice = aboutOffice
    self.dossier = dossier
  }
}

/// One page of an office as it was at a moment of its order, for a desk that begins: what has ended is folded, everything
/// else comes with its entries.
public struct SnapshotPage: Hashable, Sendable {
  /// What the page follows.
  public var before: SnapshotMark
  public var through: SnapshotMark
  public var isLast: Bool
  /// Dossiers that are still to come, about.
  public var left: Int
  /// With the places that they have in the order; there are others between them.
  public var places: [OrderedEntry]
  public var foldRevision: UInt32
  /// In the form of `FoldedFormat`.
  public var folded: [[UInt8]]

  public init(
    before: SnapshotMark, through: SnapshotMark, isLast: Bool, left: Int, places: [OrderedEntry], foldRevision: UInt32,
    folded: [[UInt8]]
  ) {
    self.before = before
    self.through = through
    self.isLast = isLast
    self.left = left
    self.places = places
    self.foldRevision = foldRevision
    self.folded = folded
  }
}
