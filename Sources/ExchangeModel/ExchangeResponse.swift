import DossierDomain
import JournalFormat

/// The server's answer in one exchange: the next places of the office's order, and the data that the device asked for.
public struct ExchangeResponse: Hashable, Sendable {
  public var serverTime: Instant
  public var logEpoch: [UInt8]
  /// The place before the first of `places`: the request's position, or an earlier place if the log was restored since.
  public var base: Int64
  /// Consecutive places after `base`.
  public var places: [OrderedEntry]
  /// The rolling hash after the last of these places.
  public var rolling: RollingHash
  /// The last place of the office's order. The device has to fetch more while this is after the last place that it has.
  public var head: Int64
  /// For each epoch that the device named: the last entry up to which the server has the chain without gaps.
  public var acknowledged: [EpochHead]
  public var forks: [EntryReference]
  /// All blocks of the day's numbers that the device may issue from.
  public var lanes: [LaneBlock]
  public var blobs: [BlobState]
  public var books: [BookGrant]
  public var credentials: [ClerkCredential]
  public var checkpoint: Checkpoint?
  public var nextSlot: Instant?
  /// The contents of places that were withheld before and that the device may hold now.
  public var granted: [GrantedEntry]
  public var isRevoked: Bool
  /// The next page for a desk that begins; the answer then has no places.
  public var snapshot: SnapshotPage?
  /// All places up to the request's position of the dossiers whose entries the device asked for.
  public var histories: [OrderedEntry]
  /// Not nil if the places in `histories` are a part of one long history.
  public var historyPart: HistoryPart?
  /// More waits for the device than fits into one answer, besides places of the order. The device asks again at once.
  public var isUnfinished: Bool
  /// The device's own entries that are stored beside the order, because no desk could read them from the order.
  public var unplaced: [EntryReference]
  /// Nil if the province is older and does not report it.
  public var readable: OfficeReads?
  /// Proofs of who wrote entries, after the serial number that the request named.
  public var signatures: Signatures
  /// The serial number up to which these proofs are complete. Nil for a revoked machine, or if the province is older
  /// and accepts no signatures.
  public var signaturesThrough: Int64?
  /// Nil if nothing has changed since the last answer that the device has taken in.
  public var machineClerks: MachineClerks?

  public init(
    serverTime: Instant, logEpoch: [UInt8], base: Int64, places: [OrderedEntry], rolling: RollingHash, head: Int64,
    acknowledged: [EpochHead] = [], forks: [EntryReference] = [], unplaced: [EntryReference] = [],
    lanes: [LaneBlock] = [], blobs: [BlobState] = [],
    books: [BookGrant] = [], credentials: [ClerkCredential] = [], checkpoint: Checkpoint? = nil,
    nextSlot: Instant? = nil,
    granted: [GrantedEntry] = [], isRevoked: Bool = false, snapshot: SnapshotPage? = nil,
    histories: [OrderedEntry] = [], historyPart: HistoryPart? = nil, isUnfinished: Bool = false,
    readable: OfficeReads? = nil,
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
    self.historyPart = historyPart
    self.isUnfinished = isUnfinished
    self.unplaced = unplaced
    self.readable = readable
    self.signatures = signatures
    self.signaturesThrough = signaturesThrough
    self.machineClerks = machineClerks
  }
}

/// A part of a dossier's history that does not fit into one answer. The device stores the parts and takes them in
/// together after the last one, because a part alone would show the dossier in a state that it has left.
public struct HistoryPart: Hashable, Sendable {
  public var dossier: DossierID
  /// The part follows this place; 0 if it is the first part.
  public var after: Int64
  /// The place up to which the device then has the history.
  public var through: Int64
  public var isLast: Bool

  public init(dossier: DossierID, after: Int64, through: Int64, isLast: Bool) {
    self.dossier = dossier
    self.after = after
    self.through = through
    self.isLast = isLast
  }
}

/// The content of a place that was withheld before.
public struct GrantedEntry: Hashable, Sendable {
  public var officeSequence: Int64
  public var bytes: [UInt8]
  /// The same as in `OrderedEntry`.
  public var seal: [UInt8]

  public init(officeSequence: Int64, bytes: [UInt8], seal: [UInt8] = []) {
    self.officeSequence = officeSequence
    self.bytes = bytes
    self.seal = seal
  }
}

public struct BlobState: Hashable, Sendable {
  public var hash: [UInt8]
  /// The number of bytes that the server has, from the beginning of the attachment.
  public var received: Int
  public var isComplete: Bool

  public init(hash: [UInt8], received: Int, isComplete: Bool) {
    self.hash = hash
    self.received = received
    self.isComplete = isComplete
  }
}

/// A register book of the office: whether the device holds it now, and the last number entered in it.
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
