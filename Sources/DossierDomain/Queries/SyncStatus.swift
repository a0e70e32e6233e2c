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

/// Why an exchange came to nothing. Nothing recorded was lost; its sentences are in `Sync+Wording.swift`.
public enum SyncFailure: Error, Hashable, Sendable {
  case notEnrolled
  /// No route, no name, refused, timed out without progress.
  case unreachable
  /// The link broke in the middle.
  case interrupted
  /// The other end is not the province's server: another certificate.
  case wrongServer
  /// Something on the way answered in its place, e.g. a sign-in page of the network.
  case captivePortal
  case certificateExpired
  /// The province declared this machine lost. What waits was taken in, kept aside there, and has no effect.
  case deviceRevoked
  /// The server asks to come again later.
  case serverBusy(retryAfterSeconds: Int)
  /// The server cannot do its work, e.g. its disk is full.
  case serverFailed
  /// What came cannot be read: cut off, too large, of another kind. The reason is for the technician.
  case answerDamaged(String)
  /// What came does not fit to what is here: a place is missing or the hash over the order differs.
  case orderDiffers(String)
  /// The province was put back to an earlier state, and its operators have not said so.
  case provinceRestored
  /// This database is also in use on another machine.
  case copyInUse
  case newerProtocol
  /// The machine's own disk.
  case diskFull
  case storeFailed(String)
  case cancelled
}

/// What an exchange is doing now; shown as one line with a bar.
public struct SyncProgress: Hashable, Sendable {
  public enum Phase: Hashable, Sendable {
    case connecting
    case sending
    case waitingForServer
    case receiving
    case storing
    case blobs
    /// After a failure, until then.
    case waitingToRetry(until: Instant)
  }

  public var phase: Phase
  public var bytesSent: Int
  /// Zero: not known yet.
  public var bytesToSend: Int
  public var bytesReceived: Int
  public var bytesToReceive: Int
  /// Nil: not known yet.
  public var secondsLeft: Int?
  /// Why it waits to be tried again; nil while it does not.
  public var failure: SyncFailure?
  /// While a desk begins: about how many dossiers are still to come, in further messages.
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

/// What one whole exchange brought.
public struct SyncSummary: Hashable, Sendable {
  public var entriesSent: Int
  public var entriesReceived: Int
  public var conflicts: Int
  public var refused: Int
  public var bytesUp: Int
  public var bytesDown: Int
  public var roundTrips: Int
  /// Dossiers whose row may have changed; empty and `changedMany` when there were very many.
  public var changed: Set<DossierID>
  public var changedMany: Bool
  /// This database was found to run on another machine too; from now on it goes its own way, with new numbers.
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

/// One own entry in the outbox, with how far it is.
public struct OutboxRow: Hashable, Sendable, Identifiable {
  public var id: EntryReference
  public var at: Instant
  public var clerk: ClerkID
  /// Nil for an entry about the office.
  public var dossier: DossierID?
  /// Of the dossier; nil for an entry about the office.
  public var code: DossierCode?
  /// Nil for an entry about the office or of unknown kind.
  public var action: DossierAction?
  public var delivery: EntryDelivery
  /// `.accepted` until the province has said otherwise.
  public var verdict: Verdict
  /// The viewer may not see what the entry says.
  public var isConfidential: Bool
  /// Of the dossier; nil for an entry about the office, and where the viewer may not see it.
  public var ownerName: String?
  /// Of the entry that came first, when this one lost against it and it is here.
  public var winner: Author?

  public struct Author: Hashable, Sendable {
    public var clerk: ClerkID
    public var at: Instant

    public init(clerk: ClerkID, at: Instant) {
      self.clerk = clerk
      self.at = at
    }
  }

  public init(
    id: EntryReference, at: Instant, clerk: ClerkID, dossier: DossierID?, code: DossierCode?, action: DossierAction?,
    delivery: EntryDelivery, verdict: Verdict, isConfidential: Bool, ownerName: String? = nil, winner: Author? = nil
  ) {
    self.id = id
    self.at = at
    self.clerk = clerk
    self.dossier = dossier
    self.code = code
    self.action = action
    self.delivery = delivery
    self.verdict = verdict
    self.isConfidential = isConfidential
    self.ownerName = ownerName
    self.winner = winner
  }
}

/// A page of the outbox, newest entry first.
public struct OutboxQuery: Hashable, Sendable {
  /// Part of a code, of the owner's name or of what was done; empty for all.
  public var text: String
  /// Nil for all.
  public var delivery: EntryDelivery?
  /// The page begins after this entry; nil for the first page.
  public var after: EntryReference?
  public var limit: Int
  public var viewer: Viewer

  public init(
    text: String = "", delivery: EntryDelivery? = nil, after: EntryReference? = nil, limit: Int, viewer: Viewer
  ) {
    self.text = text
    self.delivery = delivery
    self.after = after
    self.limit = limit
    self.viewer = viewer
  }
}

public struct OutboxPage: Hashable, Sendable {
  public var rows: [OutboxRow]
  public var hasMore: Bool
  /// The last entry that was looked at: the next page begins after it. A search for what is rare can bring a short page
  /// with more behind it, so that a newer key is never kept waiting.
  public var scannedTo: EntryReference?

  public init(rows: [OutboxRow], hasMore: Bool, scannedTo: EntryReference? = nil) {
    self.rows = rows
    self.hasMore = hasMore
    self.scannedTo = scannedTo ?? rows.last?.id
  }
}
