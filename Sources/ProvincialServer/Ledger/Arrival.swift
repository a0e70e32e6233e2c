import DossierDomain
import JournalFormat

/// An entry as a machine sent it, before it is judged.
enum Arrival {
  case candidate(OrderCandidate)
  /// No desk could read it from the order, so it is stored beside the order.
  case unplaceable(UnplaceableEntry)

  /// Nil if not even its sequence in its chain can be read.
  init?(_ bytes: [UInt8]) {
    if let candidate = OrderCandidate(bytes) {
      self = .candidate(candidate)
    } else if let entry = UnplaceableEntry(bytes) {
      self = .unplaceable(entry)
    } else {
      return nil
    }
  }

  var reference: EntryReference {
    switch self {
    case .candidate(let entry): entry.reference
    case .unplaceable(let entry): entry.reference
    }
  }

  var hash: [UInt8] {
    switch self {
    case .candidate(let entry): entry.hash
    case .unplaceable(let entry): entry.hash
    }
  }

  var previousHash: [UInt8] {
    switch self {
    case .candidate(let entry): entry.previousHash
    case .unplaceable(let entry): entry.previousHash
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .candidate(let entry): entry.bytes
    case .unplaceable(let entry): entry.bytes
    }
  }
}

/// An entry that can be given a place, because every desk can read it from there.
struct OrderCandidate {
  var bytes: [UInt8]
  var hash: [UInt8]
  var reference: EntryReference
  var previousHash: [UInt8]
  var clerk: ClerkID
  var at: Instant
  var dossier: DossierID?
  var base: Int64
  var group: GroupID?
  var origin: EntryOrigin?
  var revision: UInt32
  /// Nil if its kind is known and its content cannot be read.
  var content: EntryContent?

  /// Nil for bytes that `decodePlaced` would refuse, because every desk uses it to read entries.
  init?(_ bytes: [UInt8]) {
    guard let entry = try? EntryFormat.decodePlaced(bytes) else { return nil }
    self.bytes = bytes
    hash = entryHash(bytes)
    reference = entry.reference
    revision = entry.revision
    previousHash = entry.previousHash
    clerk = entry.clerk
    at = entry.at
    dossier = entry.dossier
    base = entry.base
    group = entry.group
    origin = entry.origin
    if case .unknown(let kind, _) = entry.content, EntryFormat.knows(kind: kind, revision: entry.revision) {
      content = nil
    } else {
      content = entry.content
    }
  }
}

/// An entry that has a name but no form that a desk would accept: a time outside the calendar, too many bytes, fields
/// out of order. It is stored under its name, so that the entries after it in its chain can be accepted.
struct UnplaceableEntry {
  var bytes: [UInt8]
  var hash: [UInt8]
  var reference: EntryReference
  var previousHash: [UInt8]

  init?(_ bytes: [UInt8]) {
    guard let (reference, previousHash) = EntryFormat.name(of: bytes) else { return nil }
    self.bytes = bytes
    self.reference = reference
    self.previousHash = previousHash
    hash = entryHash(bytes)
  }

  static let tables = [
    """
    CREATE TABLE unplaced_entry (
      office BYTES NOT NULL, epoch BYTES NOT NULL, epoch_sequence NUMBER NOT NULL, hash BYTES NOT NULL, device BYTES NOT NULL,
      size NUMBER NOT NULL, bytes BYTES, PRIMARY KEY (office, epoch, epoch_sequence))
    """
  ]

  /// At most this much of such an entry is stored; hash and size still identify the rest.
  private static let mostKept = EntryFormat.maximumBytes

  func keep(of device: DeviceRecord, in transaction: any ServerTransaction) throws {
    try transaction.run(
      """
      INSERT INTO unplaced_entry (office, epoch, epoch_sequence, hash, device, size, bytes)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (office, epoch, epoch_sequence) DO NOTHING
      """,
      [
        .blob(device.office.bytes), .blob(reference.epoch.bytes), .integer(reference.sequence), .blob(hash),
        .blob(device.id.bytes), .integer(Int64(bytes.count)), bytes.count <= Self.mostKept ? .blob(bytes) : .null,
      ])
  }

  static func hash(
    of reference: EntryReference, office: OfficeID, in transaction: any ServerTransaction
  ) throws -> [UInt8]? {
    try transaction.rows(
      "SELECT hash FROM unplaced_entry WHERE office = $1 AND epoch = $2 AND epoch_sequence = $3",
      [.blob(office.bytes), .blob(reference.epoch.bytes), .integer(reference.sequence)]
    ).first?.blob(0)
  }
}
