import DossierDomain

/// The blank receipts of this desk, as their list shows them.
public struct BlankDrawer: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public var blank: BlankReceipt
    /// It has its number, and no printer has got it yet.
    public var isToPrint: Bool
    /// The dossier that bears its code; nil if none does, or if it was entered too long ago to be looked for.
    public var dossier: QueueRow?

    public init(_ blank: BlankReceipt, isToPrint: Bool = false, dossier: QueueRow? = nil) {
      (self.blank, self.isToPrint, self.dossier) = (blank, isToPrint, dossier)
    }
  }

  /// Of so many entered ones the dossier is looked for.
  public static let mostDossiers = 100

  /// Those that may still lie in the drawer stand first, since something is left to be done with them.
  public private(set) var items: [Item]

  /// - Parameter items: the latest ones first.
  public init(_ items: [Item]) {
    self.items = items.filter(\.blank.state.isOpen) + items.filter { !$0.blank.state.isOpen }
  }

  public var counts: BlankCounts {
    BlankCounts(unused: items.count { $0.blank.state == .unused }, toPrint: items.count(where: \.isToPrint))
  }
}

/// How many blank receipts this desk can use.
public struct BlankCounts: Hashable, Sendable {
  public var unused: Int
  /// Those of the unused that no printer has got yet.
  public var toPrint: Int

  public init(unused: Int, toPrint: Int) { (self.unused, self.toPrint) = (unused, toPrint) }
}
