import DossierDomain
import JournalFormat

/// What a device brought as an entry, before anybody says what it is worth.
enum Arrival {
  case candidate(OrderCandidate)
  /// No desk could take it from the order: it is kept beside it.
  case unplaceable(UnplaceableEntry)

  /// Nil when not even its place in its chain can be read.
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

/// An entry as it came, ready to be given a place: every desk can take it from there.
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
  /// Nil when its kind is known and its content cannot be read.
  var content: EntryContent?

  /// Nil for what `decodePlaced`, by which every desk takes entries, would refuse.
  init?(_ bytes: [UInt8]) {
    guard let entry = try? EntryFormat.decodePlaced(bytes) else { return nil }
    self.bytes = bytes
    hash = entryHash(bytes)
    reference = entry.reference
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

/// An entry that has a name and no form that a desk would take: a moment outside of the calendar, more bytes than an entry
/// may have, fields out of order. It is kept under its name, so that what follows it in its chain can be taken.
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

  /// More than this of one of them is not kept: hash and size still say what it was.
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
