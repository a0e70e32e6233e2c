import DossierDomain

/// An open dossier whose appointment would be another one by the present calendar.
public struct MovedAppointment: Hashable, Sendable {
  public var row: QueueRow
  public var newDueAt: Instant

  public init(row: QueueRow, newDueAt: Instant) {
    self.row = row
    self.newDueAt = newDueAt
  }
}

/// All of them, the earliest appointment first.
public struct MovedAppointments: Hashable, Sendable {
  public var list: [MovedAppointment]
  /// Identifies the calendar; the head of desk is told once for each.
  public var calendarHash: String
  /// The head of desk was told about this calendar.
  public var isSeen: Bool

  public init(list: [MovedAppointment] = [], calendarHash: String = "", isSeen: Bool = false) {
    self.list = list
    self.calendarHash = calendarHash
    self.isSeen = isSeen
  }
}
