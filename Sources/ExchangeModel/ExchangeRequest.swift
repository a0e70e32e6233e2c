import DossierDomain
import JournalFormat

/// The request of a device in one exchange: its position, its new entries, and its requests for numbers, books and
/// dossiers.
public struct ExchangeRequest: Hashable, Sendable {
  public static let protocolVersion: UInt32 = 1

  public var office: OfficeID
  public var device: DeviceID
  public var program: String
  /// The device's wall clock.
  public var sentAt: Instant
  /// The last place of the office's order that the device has.
  public var position: LogPosition
  /// The device's own epochs and those for which it is a witness, each with its last entry; the present epoch comes
  /// last.
  public var epochs: [EpochHead]
  /// Canonical bytes; the entries of each epoch are in the order of their sequences.
  public var entries: [[UInt8]]
  public var lanesHeld: [LaneBlock]
  public var lanesReturned: [LaneBlock]
  /// How many further numbers of the day the device would like to hold.
  public var numbersWanted: Int
  public var blobs: [BlobOffer]
  public var books: [BookState]
  /// The number of places up to `position` of which the device has only the hash.
  public var withheld: Int
  /// The limit for places in one answer; nil if the server may choose it.
  public var mostEntries: Int?
  /// The server's time of the last answer that the device has taken in, so that the server need not send older data
  /// again. Nil if there was none, or the device does not store it.
  public var lastAnswer: Instant?
  /// How a device without any place of the order wants to begin; nil for all others.
  public var beginning: Beginning?
  /// Dossiers that the device has only as folds and whose entries it wants.
  public var histories: [DossierID]
  /// The device can take a history in parts, and a snapshot that leaves large dossiers out. Earlier versions cannot.
  public var takesParts: Bool
  /// For those of `histories` of which a part has arrived: the last place of it.
  public var historyParts: [DossierID: Int64]
  /// The entries that the device can read.
  public var reads: ReadableContent
  /// Points of the order as the device has it, sent if the province has a different order. Several points ask which of
  /// them the province has; a single point is the last one that both have.
  public var points: [OrderPoint]
  /// The seals with which the province marked entries of other authors, by the index in `entries`.
  public var seals: [Int: [UInt8]]
  /// Clerks' signed statements about their entries that the province does not have yet.
  public var statements: [ClerkStatement]
  /// The machine's signature on the end of its present epoch, made at `sentAt`; nil if there is nothing new to sign.
  public var machineHead: MachineHead?
  /// The public key for that signature. The province identifies the machine by the hash of this key.
  public var machineKey: SigningPublicKey?
  /// PINs and keys that clerks have chosen or changed at this desk.
  public var credentials: [ClerkCredential]
  /// The serial number up to which the device has the province's data about signatures.
  public var signaturesThrough: Int64
  /// The proof of authorship for the chains that the device hands in as a witness: ends signed by the authors'
  /// machines, and the keys of these machines.
  public var witnessedHeads: [MachineHead]
  public var witnessedMachines: [Machine]

  public enum Beginning: Hashable, Sendable {
    /// With a snapshot; its folds are usable only if they have this revision.
    case snapshot(foldRevision: UInt32)
    /// With the rest of a snapshot that was begun earlier.
    case rest(of: SnapshotMark, foldRevision: UInt32)
  }

  public init(
    office: OfficeID, device: DeviceID, program: String, sentAt: Instant, position: LogPosition,
    epochs: [EpochHead], entries: [[UInt8]] = [], lanesHeld: [LaneBlock] = [], lanesReturned: [LaneBlock] = [],
    numbersWanted: Int = 0, blobs: [BlobOffer] = [], books: [BookState] = [], withheld: Int = 0,
    mostEntries: Int? = nil, lastAnswer: Instant? = nil, beginning: Beginning? = nil, histories: [DossierID] = [],
    takesParts: Bool = false, historyParts: [DossierID: Int64] = [:],
    points: [OrderPoint] = [], reads: ReadableContent = .unsaid, seals: [Int: [UInt8]] = [:],
    statements: [ClerkStatement] = [], machineHead: MachineHead? = nil, machineKey: SigningPublicKey? = nil,
    credentials: [ClerkCredential] = [], signaturesThrough: Int64 = 0, witnessedHeads: [MachineHead] = [],
    witnessedMachines: [Machine] = []
  ) {
    self.office = office
    self.device = device
    self.program = program
    self.sentAt = sentAt
    self.position = position
    self.epochs = epochs
    self.entries = entries
    self.lanesHeld = lanesHeld
    self.lanesReturned = lanesReturned
    self.numbersWanted = numbersWanted
    self.blobs = blobs
    self.books = books
    self.withheld = withheld
    self.mostEntries = mostEntries
    self.lastAnswer = lastAnswer
    self.beginning = beginning
    self.histories = histories
    self.takesParts = takesParts
    self.historyParts = historyParts
    self.reads = reads
    self.points = points
    self.seals = seals
    self.statements = statements
    self.machineHead = machineHead
    self.machineKey = machineKey
    self.credentials = credentials
    self.signaturesThrough = signaturesThrough
    self.witnessedHeads = witnessedHeads
    self.witnessedMachines = witnessedMachines
  }

  /// The request only searches for the point where two orders diverge.
  public var isSearch: Bool { points.count > 1 }
}

/// The end of an epoch's chain.
public struct EpochHead: Hashable, Sendable {
  public var epoch: DeviceEpoch
  /// 0 if there is none.
  public var lastSequence: Int64
  /// The hash of that entry; empty if there is none.
  public var lastHash: [UInt8]
  /// The epoch belongs to another device or to the province. After a restore of the province, the sender hands in
  /// entries of this epoch that have lost their places, as a witness for their author.
  public var isWitness: Bool

  public init(epoch: DeviceEpoch, lastSequence: Int64, lastHash: [UInt8] = [], isWitness: Bool = false) {
    self.epoch = epoch
    self.lastSequence = lastSequence
    self.lastHash = lastHash
    self.isWitness = isWitness
  }
}

/// An attachment that waits to be sent: the SHA-256 of its sealed bytes, and their number.
public struct BlobOffer: Hashable, Sendable {
  public var hash: [UInt8]
  public var size: Int

  public init(hash: [UInt8], size: Int) {
    self.hash = hash
    self.size = size
  }

  /// An offer without bytes: the device asks whether the province has the whole attachment of another desk.
  public static func question(_ hash: [UInt8]) -> BlobOffer { BlobOffer(hash: hash, size: 0) }

  public var isQuestion: Bool { size == 0 }
}

/// A register book in its state at the device.
public struct BookState: Hashable, Sendable {
  public var book: BookID
  public var lastNumber: Int
  public var isWanted: Bool
  public var isReturned: Bool

  public init(book: BookID, lastNumber: Int, isWanted: Bool, isReturned: Bool) {
    self.book = book
    self.lastNumber = lastNumber
    self.isWanted = isWanted
    self.isReturned = isReturned
  }
}
