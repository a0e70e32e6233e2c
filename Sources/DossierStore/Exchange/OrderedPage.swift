import DossierDomain
import JournalFormat

/// One page of the office's order as it came, with everything that is to be written with it in one transaction.
public struct OrderedPage: Sendable {
  public var logEpoch: [UInt8]
  /// The places follow this one; earlier than the desk's position when the province was restored.
  public var base: Int64
  public var places: [OrderedEntry]
  public var rolling: RollingHash
  public var head: Int64
  /// Own epochs: the last sequence that the province has, and that entry's hash.
  public var acknowledged: [(epoch: DeviceEpoch, sequence: Int64, hash: [UInt8])]
  public var lanes: [LaneBlock]
  public var lanesReturnedInRequest: [LaneBlock]
  public var granted: [(officeSequence: Int64, bytes: [UInt8])]
  public var credentials: [ClerkCredential]
  /// Those that the request told.
  public var credentialsTold: [ClerkCredential]
  /// Device minus server, in milliseconds.
  public var clockSkew: Int64
  public var nextSlot: Instant?
  public var books: [Book]
  public var booksReturnedInRequest: Set<BookID>
  /// The province's clock: what it told until then need not be told again.
  public var answeredAt: Instant?
  /// For a desk that begins; then there are no places.
  public var snapshot: SnapshotPart?
  /// All places of dossiers whose entries were asked for, up to the desk's position.
  public var histories: [OrderedEntry]
  public var historiesAsked: [DossierID]
  /// Own entries that the province keeps beside its order.
  public var unplaced: [EntryReference]
  /// What all machines of the office can read; nil when an older province does not say it.
  public var readable: OfficeReads?
  /// The province's word that an entry counts, by the entry's hash: of those that nobody else may hand in without it.
  public var seals: [[UInt8]: [UInt8]]
  /// What shows who wrote entries, and up to where all of it has been told now.
  public var signatures: Signatures
  /// Nil when the province takes none.
  public var signaturesThrough: Int64?
  /// The machine's own word that went with the request.
  public var machineHead: MachineHead?
  /// Nil when nothing has changed.
  public var machineClerks: MachineClerks?
  /// The request handed in what others wrote.
  public var broughtWitnessed: Bool

  /// A register book of the office, and whether this desk holds it.
  public struct Book: Hashable, Sendable {
    public var id: BookID
    public var name: String
    public var lastNumber: Int
    public var isHeld: Bool

    public init(id: BookID, name: String, lastNumber: Int, isHeld: Bool) {
      self.id = id
      self.name = name
      self.lastNumber = lastNumber
      self.isHeld = isHeld
    }
  }

  public init(
    logEpoch: [UInt8], base: Int64, places: [OrderedEntry], rolling: RollingHash, head: Int64,
    acknowledged: [(epoch: DeviceEpoch, sequence: Int64, hash: [UInt8])], lanes: [LaneBlock],
    lanesReturnedInRequest: [LaneBlock], granted: [(officeSequence: Int64, bytes: [UInt8])] = [],
    credentials: [ClerkCredential] = [], credentialsTold: [ClerkCredential] = [], clockSkew: Int64 = 0,
    nextSlot: Instant? = nil,
    books: [Book] = [], booksReturnedInRequest: Set<BookID> = [], answeredAt: Instant? = nil,
    snapshot: SnapshotPart? = nil, histories: [OrderedEntry] = [], historiesAsked: [DossierID] = [],
    unplaced: [EntryReference] = [], readable: OfficeReads? = nil,
    seals: [[UInt8]: [UInt8]] = [:], signatures: Signatures = Signatures(), signaturesThrough: Int64? = nil,
    machineHead: MachineHead? = nil, machineClerks: MachineClerks? = nil,
    broughtWitnessed: Bool = false
  ) {
    self.logEpoch = logEpoch
    self.base = base
    self.places = places
    self.rolling = rolling
    self.head = head
    self.acknowledged = acknowledged
    self.lanes = lanes
    self.lanesReturnedInRequest = lanesReturnedInRequest
    self.granted = granted
    self.credentials = credentials
    self.credentialsTold = credentialsTold
    self.clockSkew = clockSkew
    self.nextSlot = nextSlot
    self.books = books
    self.booksReturnedInRequest = booksReturnedInRequest
    self.answeredAt = answeredAt
    self.snapshot = snapshot
    self.histories = histories
    self.historiesAsked = historiesAsked
    self.unplaced = unplaced
    self.readable = readable
    self.seals = seals
    self.signatures = signatures
    self.signaturesThrough = signaturesThrough
    self.machineHead = machineHead
    self.machineClerks = machineClerks
    self.broughtWitnessed = broughtWitnessed
  }
}

/// What a page changed here.
public struct AppliedPage: Hashable, Sendable {
  public var position: LogPosition
  public var received: Int
  public var ownPlaced: Int
  public var conflicts: Int
  public var refused: Int
  public var changed: Set<DossierID>
  /// Some dossiers are folded here and need their entries.
  public var wantsHistories = false
  /// Own entries that were not acknowledged before.
  public var acknowledged = 0
}

/// Why a page was not taken. Nothing of it was written.
public enum OrderFault: Error, Hashable, Sendable {
  /// It does not follow what is here.
  case gap(expected: Int64, got: Int64)
  /// The hash over the order differs after this page: something was left out, added or changed.
  case hashDiffers(at: Int64)
  /// A place names an own entry that this database never wrote, or wrote differently: it runs on two machines.
  case forked(EntryReference)
  case malformed(String)
}
