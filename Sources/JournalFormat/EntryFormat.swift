import DossierDomain
import SwiftProtobuf

/// The one canonical byte form of an entry: an envelope and an opaque payload, protobuf with fields in order.
public enum EntryFormat {
  /// The highest revision that this version reads. A new field in a known act raises it; an act without new fields is
  /// written with the revision that it always had, so that machines of earlier versions go on reading it.
  public static let revision: UInt32 = 1
  public static let maximumBytes = 256 << 10
  /// Sequences and places end here: nothing that is computed from one can overflow.
  public static let maximumSequence: Int64 = 1 << 53

  /// The bytes of an entry that is about to be kept. A debug build reads back what it wrote.
  /// - Throws: also for what no reader would take: a moment outside of the calendar, a sequence beyond all bounds.
  public static func write(_ entry: Entry) throws(EntryFormatError) -> [UInt8] {
    _ = try Wire.instant(entry.at.milliseconds)
    _ = try Wire.sequence(entry.reference.sequence)
    _ = try Wire.place(entry.base)
    let bytes = try encode(entry)
    assert((try? decode(bytes)) == entry, "an entry that does not come back as it was written: \(entry.content)")
    return bytes
  }

  /// The name of an entry and the hash of the one before it, also of bytes that are no entry that anybody would take.
  /// - Returns: nil when there is no such name in them.
  public static func name(of bytes: [UInt8]) -> (EntryReference, previousHash: [UInt8])? {
    guard let envelope = try? Dossier_Journal_Envelope(serializedBytes: bytes),
      let epoch = DeviceEpoch(bytes: envelope.epoch),
      let sequence = try? Wire.sequence(envelope.sequence)
    else { return nil }
    return (EntryReference(epoch: epoch, sequence: sequence), Array(envelope.previousHash))
  }

  /// In whose name an entry is, whatever else is in it.
  public static func author(of bytes: [UInt8]) -> ClerkID? { authorAndMoment(of: bytes)?.0 }

  /// Also when it was written, by the machine's clock.
  static func authorAndMoment(of bytes: [UInt8]) -> (ClerkID, Instant)? {
    guard let envelope = try? Dossier_Journal_Envelope(serializedBytes: bytes),
      let clerk = ClerkID(bytes: envelope.clerk)
    else { return nil }
    return (clerk, Instant(milliseconds: envelope.at))
  }

  public static func encode(_ entry: Entry) throws(EntryFormatError) -> [UInt8] {
    let (kind, payload) = try payload(of: entry.content)
    var envelope = Dossier_Journal_Envelope()
    envelope.epoch = Wire.data(entry.reference.epoch)
    envelope.sequence = entry.reference.sequence
    envelope.previousHash = Wire.data(bytes: entry.previousHash)
    envelope.clerk = Wire.data(entry.clerk)
    envelope.at = entry.at.milliseconds
    envelope.dossier = Wire.data(entry.dossier)
    envelope.base = entry.base
    envelope.group = Wire.data(entry.group)
    envelope.revision = entry.revision
    envelope.kind = kind
    envelope.payload = Wire.data(bytes: payload)
    if let origin = entry.origin {
      envelope.originEpoch = Wire.data(origin.reference.epoch)
      envelope.originSequence = origin.reference.sequence
      envelope.originHash = Wire.data(bytes: origin.hash)
    }
    let bytes = try serialise(envelope)
    guard bytes.count <= maximumBytes else { throw .tooLarge(bytes.count) }
    return bytes
  }

  /// Decodes strictly: what would not be written in exactly these bytes is refused. Only the envelope and payloads of
  /// unknown kinds are taken as they are.
  public static func decode(_ bytes: [UInt8]) throws(EntryFormatError) -> Entry {
    let entry = try decode(bytes, isTolerant: false)
    guard try encode(entry) == bytes else { throw .notCanonical }
    return entry
  }

  /// As `decode`, for what the province has given a place: a content that cannot be read is kept raw and folds to nothing,
  /// so that one bad entry blocks nobody.
  public static func decodePlaced(_ bytes: [UInt8]) throws(EntryFormatError) -> Entry {
    var entry = try decode(bytes, isTolerant: true)
    if try encode(entry) == bytes { return entry }
    let envelope: Dossier_Journal_Envelope = try parse(bytes)
    entry.content = .unknown(kind: envelope.kind, payload: Array(envelope.payload))
    guard try encode(entry) == bytes else { throw .notCanonical }
    return entry
  }

  /// Decodes bytes that this device wrote or verified before, without encoding them again for comparison. A content that
  /// cannot be read stays raw.
  public static func decodeTrusted(_ bytes: [UInt8]) throws(EntryFormatError) -> Entry {
    try decode(bytes, isTolerant: true)
  }

  private static func decode(_ bytes: [UInt8], isTolerant: Bool) throws(EntryFormatError) -> Entry {
    guard bytes.count <= maximumBytes else { throw .tooLarge(bytes.count) }
    let envelope: Dossier_Journal_Envelope = try parse(bytes)
    guard envelope.previousHash.isEmpty || envelope.previousHash.count == 32 else { throw .malformed("previous hash") }
    return Entry(
      reference: EntryReference(
        epoch: try Wire.identifier(envelope.epoch), sequence: try Wire.sequence(envelope.sequence)),
      previousHash: Array(envelope.previousHash),
      clerk: try Wire.identifier(envelope.clerk),
      at: try Wire.instant(envelope.at),
      dossier: try Wire.optionalIdentifier(envelope.dossier),
      base: try Wire.place(envelope.base),
      group: try Wire.optionalIdentifier(envelope.group),
      revision: envelope.revision,
      origin: try origin(envelope),
      content: isTolerant ? tolerantContent(envelope) : try content(envelope))
  }

  private static func tolerantContent(_ envelope: Dossier_Journal_Envelope) -> EntryContent {
    (try? content(envelope)) ?? .unknown(kind: envelope.kind, payload: Array(envelope.payload))
  }

  /// Whether this version of the program can read entries of a kind and revision.
  public static func knows(kind: UInt32, revision: UInt32) -> Bool {
    revision <= Self.revision && EntryKind(rawValue: kind) != nil
  }

  /// The office sequence that the author had seen, and the act that the entry belongs to, without reading the payload.
  public static func base(of bytes: [UInt8]) throws(EntryFormatError) -> (sequence: Int64, act: EntryAct?) {
    let envelope: Dossier_Journal_Envelope = try parse(bytes)
    guard let group: GroupID = try Wire.optionalIdentifier(envelope.group) else { return (envelope.base, nil) }
    return (envelope.base, EntryAct(group: group, dossier: try Wire.optionalIdentifier(envelope.dossier)))
  }

  private static func origin(_ envelope: Dossier_Journal_Envelope) throws(EntryFormatError) -> EntryOrigin? {
    guard !envelope.originEpoch.isEmpty else { return nil }
    guard envelope.originHash.count == 32 else { throw .malformed("origin") }
    return EntryOrigin(
      reference: EntryReference(
        epoch: try Wire.identifier(envelope.originEpoch), sequence: try Wire.sequence(envelope.originSequence)),
      hash: Array(envelope.originHash))
  }

  static func serialise(_ message: some Message) throws(EntryFormatError) -> [UInt8] {
    do {
      return try message.serializedBytes()
    } catch {
      throw .malformed("\(error)")
    }
  }

  static func parse<M: Message>(_ bytes: [UInt8]) throws(EntryFormatError) -> M {
    do {
      return try M(serializedBytes: bytes)
    } catch {
      throw .malformed("\(error)")
    }
  }
}
