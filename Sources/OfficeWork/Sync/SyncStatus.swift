import DossierDomain

/// Where this desk stands with the province: what the Sync screen shows. All of it is read from the store, so it is also
/// true after a restart.
public struct SyncStatus: Hashable, Sendable {
  /// Nil in an office that works alone.
  public var enrolment: Enrolment?
  public var lastExchangeAt: Instant?
  /// Why the last try failed; nil when it did not.
  public var lastFailure: SyncFailure?
  /// Own entries that the province has and keeps, and all own entries.
  public var entriesAcknowledged: Int
  public var entriesOwn: Int
  /// The office's order is here without gaps up to this place; its end as the province last said.
  public var completeUpTo: Int64
  public var head: Int64
  /// Attachments that the province has whole, and all.
  public var blobsComplete: Int
  public var blobsAll: Int
  /// Numbers of today that this desk may still issue, and its blocks.
  public var numbersLeft: Int
  public var lanes: [ClosedRange<Int>]
  /// The device's clock minus the province's, in milliseconds, as measured at the last exchange.
  public var clockSkew: Int64?
  /// Places whose content this desk may not hold.
  public var withheld: Int
  /// Dossiers in which an entry lost against another desk's and that nobody has looked at yet.
  public var conflicts: Int
  /// Entries that the province keeps back, of dossiers and of the office.
  public var refused: Int
  /// When the province would like to hear from this desk next.
  public var nextSlot: Instant?

  public struct Enrolment: Hashable, Sendable {
    public var server: String
    public var officeName: String
    public var deviceName: String
    public var certificateEndsAt: Instant

    public init(server: String, officeName: String, deviceName: String, certificateEndsAt: Instant) {
      self.server = server
      self.officeName = officeName
      self.deviceName = deviceName
      self.certificateEndsAt = certificateEndsAt
    }
  }

  public init(
    enrolment: Enrolment? = nil, lastExchangeAt: Instant? = nil, lastFailure: SyncFailure? = nil,
    entriesAcknowledged: Int = 0, entriesOwn: Int = 0, completeUpTo: Int64 = 0, head: Int64 = 0, blobsComplete: Int = 0,
    blobsAll: Int = 0, numbersLeft: Int = 0, lanes: [ClosedRange<Int>] = [], clockSkew: Int64? = nil, withheld: Int = 0,
    conflicts: Int = 0, refused: Int = 0, nextSlot: Instant? = nil
  ) {
    self.enrolment = enrolment
    self.lastExchangeAt = lastExchangeAt
    self.lastFailure = lastFailure
    self.entriesAcknowledged = entriesAcknowledged
    self.entriesOwn = entriesOwn
    self.completeUpTo = completeUpTo
    self.head = head
    self.blobsComplete = blobsComplete
    self.blobsAll = blobsAll
    self.numbersLeft = numbersLeft
    self.lanes = lanes
    self.clockSkew = clockSkew
    self.withheld = withheld
    self.conflicts = conflicts
    self.refused = refused
    self.nextSlot = nextSlot
  }

  public var waiting: Int { entriesOwn - entriesAcknowledged }
}
