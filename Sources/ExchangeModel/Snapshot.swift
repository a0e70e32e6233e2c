import DossierDomain
import JournalFormat

/// How far a desk has received a snapshot of its office: the moment of the order that the snapshot shows, and the last
/// part received. The server computes each page from the mark alone.
public struct SnapshotMark: Hashable, Sendable {
  /// The position of the office's order at that moment, signed by the province.
  public var moment: Checkpoint
  /// Entries about the office have been sent up to this place.
  public var aboutOffice: Int64
  /// Dossiers are sent in descending order of their identifiers. This is the last one sent; nil before the first.
  public var dossier: DossierID?

  public init(moment: Checkpoint, aboutOffice: Int64 = 0, dossier: DossierID? = nil) {
    self.moment = moment
    self.aboutOffice = aboutOffice
    self.dossier = dossier
  }
}

/// One page of an office's state at one moment of its order, for a desk that begins. Dossiers at rest are folds;
/// everything else comes as entries.
public struct SnapshotPage: Hashable, Sendable {
  /// The mark that the page continues from.
  public var before: SnapshotMark
  public var through: SnapshotMark
  public var isLast: Bool
  /// The approximate number of dossiers still to come.
  public var left: Int
  /// The entries, with their places in the order; these places are not consecutive.
  public var places: [OrderedEntry]
  public var foldRevision: UInt32
  /// Each in the form of `FoldedFormat`.
  public var folded: [[UInt8]]
  /// Dossiers that are too large for a page. The device asks for their histories when it has the snapshot.
  public var leftOut: [DossierID]

  public init(
    before: SnapshotMark, through: SnapshotMark, isLast: Bool, left: Int, places: [OrderedEntry], foldRevision: UInt32,
    folded: [[UInt8]], leftOut: [DossierID] = []
  ) {
    self.before = before
    self.through = through
    self.isLast = isLast
    self.left = left
    self.places = places
    self.foldRevision = foldRevision
    self.folded = folded
    self.leftOut = leftOut
  }
}
