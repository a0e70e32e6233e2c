import DossierDomain
import JournalFormat

/// What a device sends in one exchange: what it has, what is new, what it needs.
public struct ExchangeRequest: Hashable, Sendable {
  public static let protocolVersion: UInt32 = 1

  public var office: OfficeID
  public var device: DeviceID
  public var program: String
  /// The device's wall clock.
  public var sentAt: Instant
  /// Up to where the device has the office's order.
  public var position: LogPosition
  /// Its own epochs, the present one last: up to where it has written them.
  public var epochs: [EpochHead]
  /// Canonical bytes, each epoch's in order of their sequence.
  public var entries: [[UInt8]]
  public var lanesHeld: [LaneBlock]
  public var lanesReturned: [LaneBlock]
  /// How many more of a day's numbers it would like to hold.
  public var numbersWanted: Int
  public var blobs: [BlobOffer]
  public var books: [BookState]
  /// Places up to its position of which it has only the hash.
  public var withheld: Int
  /// Places that it wants in one answer at most; nil for as many as the server likes.
  public var mostEntries: Int?
  /// The server's time of the last answer that was taken in: what was told until then need not be told again. Nil when
  /// there was none, or the device does not keep it.
  public var lastAnswer: Instant?
  /// How it wants to begin, having nothing of the order yet.
  public var beginning: Beginning?
  /// Dossiers that it has folded and whose entries it wants.
  public var histories: [DossierID]
  /// Which entries it can read.
  public var reads: ReadableContent
  /// Of the order as the device has it, when the province knows another one: several ask which of them are known there, a
  /// single one says where both part.
  public var points: [OrderPoint]
  /// The province's word on entries that others have written, by their index.
  public var seals: [Int: [UInt8]]
  /// Clerks' words on what they wrote, which the province does not have yet.
  public var statements: [ClerkStatement]
  /// The machine's word on the head of its present epoch, given at `sentAt`; nil when there is nothing new to sign.
  public var machineHead: MachineHead?
  /// Whose signature that is; the province knows the machine by the hash of it.
  public var machineKey: SigningPublicKey?
  /// PINs and keys that were chosen or changed at this desk.
  public var credentials: [ClerkCredential]
  /// Up to where it has what the province tells of signatures.
  public var signaturesThrough: Int64
  /// What shows whose the chains are for which the device stands in: signed by their authors' machines, with the keys of
  /// these.
  public var witnessedHeads: [MachineHead]
  public var witnessedMachines: [Machine]

  public enum Beginning: Hashable, Sendable {
    /// With a snapshot, if the folds in it are of a revision that it can go on with.
    case snapshot(foldRevision: UInt32)
    /// With the one that was begun.
    case rest(of: SnapshotMark, foldRevision: UInt32)
  }

  public init(
    office: OfficeID, device: DeviceID, program: String, sentAt: Instant, position: LogPosition,
    epochs: [EpochHead], entries: [[UInt8]] = [], lanesHeld: [LaneBlock] = [], lanesReturned: [LaneBlock] = [],
    numbersWanted: Int = 0, blobs: [BlobOffer] = [], books: [BookState] = [], withheld: Int = 0,
    mostEntries: Int? = nil, lastAnswer: Instant? = nil, beginning: Beginning? = nil, histories: [DossierID] = [],
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

  /// It asks where two orders part, and nothing else.
  public var isSearch: Bool { points.count > 1 }
}

/// How far an epoch's chain goes.
public struct EpochHead: Hashable, Sendable {
  public var epoch: DeviceEpoch
  /// 0 for none.
  public var lastSequence: Int64
  /// Of that entry; empty for none.
  public var lastHash: [UInt8]
  /// Of another device, or of the province itself, in a request after the province was restored: the sender has entries
  /// of it that have lost their places, and hands them in for whoever wrote them.
  public var isWitness: Bool

  public init(epoch: DeviceEpoch, lastSequence: Int64, lastHash: [UInt8] = [], isWitness: Bool = false) {
    self.epoch = epoch
    self.lastSequence = lastSequence
    self.lastHash = lastHash
    self.isWitness = isWitness
  }
}

/// An attachment that waits to be sent: SHA-256 of its sealed bytes and their number.
public struct BlobOffer: Hashable, Sendable {
  public var hash: [UInt8]
  public var size: Int

  public init(hash: [UInt8], size: Int) {
    self.hash = hash
    self.size = size
  }

  /// Offers nothing: the device asks whether the province has another desk's attachment whole.
  public static func question(_ hash: [UInt8]) -> BlobOffer { BlobOffer(hash: hash, size: 0) }

  public var isQuestion: Bool { size == 0 }
}

/// A register book as the device knows it.
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
