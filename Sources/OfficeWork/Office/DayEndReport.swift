import DossierDomain

/// The work that is still open at the end of a day; each line opens its dossiers.
public struct DayEndReport: Hashable, Sendable {
  public var receivedToday: Int
  public var finishedToday: Int
  public var handedBackToday: Int
  /// How many dossiers there are of each kind of open work; a kind without any may be left out.
  public var open: [OpenWork: Int]
  /// The sum that is missing for the dossiers received today, in đồng.
  public var unpaidAmount: Int
  /// Papers that were issued here and are not known to be printed.
  public var toPrint: Int
  /// Of blank receipts; nil if there are none and nobody expects any.
  public var blanks: BlankCounts?
  /// The state of the exchange with the province.
  public var sync: SyncStatus

  public init(
    receivedToday: Int = 0, finishedToday: Int = 0, handedBackToday: Int = 0, open: [OpenWork: Int] = [:],
    unpaidAmount: Int = 0, toPrint: Int = 0, blanks: BlankCounts? = nil, sync: SyncStatus = SyncStatus()
  ) {
    self.receivedToday = receivedToday
    self.finishedToday = finishedToday
    self.handedBackToday = handedBackToday
    self.open = open
    self.unpaidAmount = unpaidAmount
    self.toPrint = toPrint
    self.blanks = blanks
    self.sync = sync
  }

  public func count(_ work: OpenWork) -> Int { open[work] ?? 0 }
}
