import DossierDomain

/// The state of this desk's exchange with the province, as the Sync screen shows it. All values are read from the
/// store, so they survive a restart.
public struct SyncStatus: Hashable, Sendable {
  /// Nil in an office that works alone.
  public var enrolment: Enrolment?
  public var lastExchangeAt: Instant?
  /// Why the last exchange failed; nil if it succeeded.
  public var lastFailure: SyncFailure?
  /// How many of the own entries (`entriesOwn`) the province has stored.
  public var entriesAcknowledged: Int
  public var entriesOwn: Int
  /// The office's order is stored here without gaps up to this place; `head` is its last place at the province.
  public var completeUpTo: Int64
  public var head: Int64
  /// How many of the attachments (`blobsAll`) the province has completely.
  public var blobsComplete: Int
  public var blobsAll: Int
  /// How many of today's numbers this desk can still issue, and its lanes.
  public var numbersLeft: Int
  public var lanes: [ClosedRange<Int>]
  /// The machine's clock minus the province's, in milliseconds, measured at the last exchange.
  public var clockSkew: Int64?
  /// The number of places whose content this desk may not hold.
  public var withheld: Int
  /// The number of dossiers in which an entry lost against another desk's and that nobody has settled yet.
  public var conflicts: Int
  /// The number of entries that the province keeps back, about dossiers and about the office.
  public var refused: Int
  /// The time at which the province wants the next exchange.
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
