import DossierDomain
import JournalFormat

/// What the server answers in one exchange: the next places of the office's order, and what the device asked for.
public struct ExchangeResponse: Hashable, Sendable {
  public var serverTime: Instant
  public var logEpoch: [UInt8]
  /// The places follow this one: the request's position, or an earlier one in a log that was restored meanwhile.
  public var base: Int64
  /// Contiguous places behind `base`.
  public var places: [OrderedEntry]
  /// After the last of them.
  public var rolling: RollingHash
  /// The end of the office's order; more is to be fetched while it is beyond the last place.
  public var head: Int64
  /// Of the epochs that the device named: up to where the server has them without gaps.
  public var acknowledged: [EpochHead]
  public var forks: [EntryReference]
  /// All blocks of the day's numbers that the device may issue from.
  public var lanes: [LaneBlock]
  public var blobs: [BlobState]
  public var books: [BookGrant]
  public var credentials: [ClerkCredential]
  public var checkpoint: Checkpoint?
  public var nextSlot: Instant?
  /// Places that were withheld before and whose content the device may hold now.
  public var granted: [GrantedEntry]
  public var isRevoked: Bool
  /// The next page for a desk that begins; then there are no places.
  public var snapshot: SnapshotPage?
  /// All places up to the request's position of the dossiers whose entries it wanted.
  public var histories: [OrderedEntry]
  /// Own entries that are kept beside the order, because no desk could take them from there.
  public var unplaced: [EntryReference]
  /// Nil when an older province does not say it.
  public var readable: OfficeReads?
  /// What shows who wrote entries, behind what the request had of it.
  public var signatures: Signatures
  /// All of it has been told up to here. Nil when an older province takes no signatures, and for a revoked machine.
  public var signaturesThrough: Int64?
  /// Nil when nothing has changed since the last answer that was taken in.
  public var machineClerks: MachineClerks?

  public init(
    serverTime: Instant, logEpoch: [UInt8], base: Int64, places: [OrderedEntry], rolling: RollingHash, head: Int64,
    acknowledged: [EpochHead] = [], forks: [EntryReference] = [], unplaced: [EntryReference] = [],
    lanes: [LaneBlock] = [], blobs: [BlobState] = [],
    books: [BookGrant] = [], credentials: [ClerkCredential] = [], checkpoint: Checkpoint? = nil,
    nextSlot: Instant? = nil,
    granted: [GrantedEntry] = [], isRevoked: Bool = false, snapshot: SnapshotPage? = nil,
    histories: [OrderedEntry] = [], readable: OfficeReads? = nil,
    signatures: Signatures = Signatures(), signaturesThrough: Int64? = nil, machineClerks: MachineClerks? = nil
  ) {
    self.serverTime = serverTime
    self.logEpoch = logEpoch
    self.base = base
    self.places = places
    self.rolling = rolling
    self.head = head
    self.acknowledged = acknowledged
    self.forks = forks
    self.lanes = lanes
    self.blobs = blobs
    self.books = books
    self.credentials = credentials
    self.checkpoint = checkpoint
    self.nextSlot = nextSlot
    self.granted = granted
    self.isRevoked = isRevoked
    self.snapshot = snapshot
    self.histories = histories
    self.unplaced = unplaced
    self.readable = readable
    self.signatures = signatures
    self.signaturesThrough = signaturesThrough
    self.machineClerks = machineClerks
  }
}

/// The content of a place that was withheld before.
public struct GrantedEntry: Hashable, Sendable {
  public var officeSequence: Int64
  public var bytes: [UInt8]
  /// As in `OrderedEntry`.
  public var seal: [UInt8]

  public init(officeSequence: Int64, bytes: [UInt8], seal: [UInt8] = []) {
    self.officeSequence = officeSequence
    self.bytes = bytes
    self.seal = seal
  }
}

public struct BlobState: Hashable, Sendable {
  public var hash: [UInt8]
  /// Bytes that the server has from the beginning on.
  public var received: Int
  public var isComplete: Bool

  public init(hash: [UInt8], received: Int, isComplete: Bool) {
    self.hash = hash
    self.received = received
    self.isComplete = isComplete
  }
}

/// A register book of the office: whether the device holds it now, and the last number that was entered in it.
public struct BookGrant: Hashable, Sendable {
  public var book: BookID
  public var name: String
  public var lastNumber: Int
  public var isHeld: Bool

  public init(book: BookID, name: String, lastNumber: Int, isHeld: Bool) {
    self.book = book
    self.name = name
    self.lastNumber = lastNumber
    self.isHeld = isHeld
  }
}
