import DossierDomain

/// The work that is still open at the end of a day; each line opens its dossiers.
public struct DayEndReport: Hashable, Sendable {
  public var receivedToday: Int
  public var finishedToday: Int
  public var handedBackToday: Int
  public var overdue: Int
  public var dueToday: Int
  public var notHandedOver: [DossierID]
  public var withoutScan: [DossierID]
  /// Dossiers received today whose fee is not paid, and the sum that is missing, in đồng.
  public var unpaid: [DossierID]
  public var unpaidAmount: Int
  /// Dossiers with a provisional code, whatever their day of reception.
  public var provisional: [DossierID]
  /// The state of the exchange with the province.
  public var sync: SyncStatus

  public init(
    receivedToday: Int = 0, finishedToday: Int = 0, handedBackToday: Int = 0, overdue: Int = 0,
    dueToday: Int = 0, notHandedOver: [DossierID] = [], withoutScan: [DossierID] = [], unpaid: [DossierID] = [],
    unpaidAmount: Int = 0, provisional: [DossierID] = [],
    sync: SyncStatus = SyncStatus()
  ) {
    self.receivedToday = receivedToday
    self.finishedToday = finishedToday
    self.handedBackToday = handedBackToday
    self.overdue = overdue
    self.dueToday = dueToday
    self.notHandedOver = notHandedOver
    self.withoutScan = withoutScan
    self.unpaid = unpaid
    self.unpaidAmount = unpaidAmount
    self.provisional = provisional
    self.sync = sync
  }
}
