import DossierDomain

/// The present step of an exchange, shown as one line with a bar.
public struct SyncProgress: Hashable, Sendable {
  public enum Phase: Hashable, Sendable {
    case connecting
    case sending
    case waitingForServer
    case receiving
    case storing
    case blobs
    /// The exchange failed and is tried again at this time.
    case waitingToRetry(until: Instant)
  }

  public var phase: Phase
  public var bytesSent: Int
  /// Zero if not known yet.
  public var bytesToSend: Int
  public var bytesReceived: Int
  public var bytesToReceive: Int
  /// Nil if not known yet.
  public var secondsLeft: Int?
  /// The failure after which the exchange waits; nil while it does not wait.
  public var failure: SyncFailure?
  /// While a new desk receives its office: about how many dossiers are still to come, in further messages.
  public var dossiersLeft: Int?

  public init(
    phase: Phase, bytesSent: Int = 0, bytesToSend: Int = 0, bytesReceived: Int = 0, bytesToReceive: Int = 0,
    secondsLeft: Int? = nil, failure: SyncFailure? = nil, dossiersLeft: Int? = nil
  ) {
    self.phase = phase
    self.bytesSent = bytesSent
    self.bytesToSend = bytesToSend
    self.bytesReceived = bytesReceived
    self.bytesToReceive = bytesToReceive
    self.secondsLeft = secondsLeft
    self.failure = failure
    self.dossiersLeft = dossiersLeft
  }
}

/// The results of one complete exchange.
public struct SyncSummary: Hashable, Sendable {
  public var entriesSent: Int
  public var entriesReceived: Int
  public var conflicts: Int
  public var refused: Int
  public var bytesUp: Int
  public var bytesDown: Int
  public var roundTrips: Int
  /// Dossiers whose row may have changed. If very many changed, it is empty and `changedMany` is true.
  public var changed: Set<DossierID>
  public var changedMany: Bool
  /// The same database was found on another machine; this one began a new epoch with new numbers.
  public var beganNewLife: Bool

  public init(
    entriesSent: Int = 0, entriesReceived: Int = 0, conflicts: Int = 0, refused: Int = 0, bytesUp: Int = 0,
    bytesDown: Int = 0, roundTrips: Int = 0, changed: Set<DossierID> = [], changedMany: Bool = false,
    beganNewLife: Bool = false
  ) {
    self.entriesSent = entriesSent
    self.entriesReceived = entriesReceived
    self.conflicts = conflicts
    self.refused = refused
    self.bytesUp = bytesUp
    self.bytesDown = bytesDown
    self.roundTrips = roundTrips
    self.changed = changed
    self.changedMany = changedMany
    self.beganNewLife = beganNewLife
  }
}
