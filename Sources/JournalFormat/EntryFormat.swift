import DossierDomain
import SwiftProtobuf

/// The one canonical byte form of an entry: an envelope and an opaque payload, protobuf with fields in order.
public enum EntryFormat {
  public static let revision: UInt32 = 1
  public static let maximumBytes = 256 << 10

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
    guard envelope.sequence > 0 else { throw .malformed("sequence") }
    return Entry(
      reference: EntryReference(epoch: try Wire.identifier(envelope.epoch), sequence: envelope.sequence),
      previousHash: Array(envelope.previousHash),
      clerk: try Wire.identifier(envelope.clerk),
      at: try Wire.instant(envelope.at),
      dossier: try Wire.optionalIdentifier(envelope.dossier),
      base: envelope.base,
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
    guard envelope.originHash.count == 32, envelope.originSequence > 0 else { throw .malformed("origin") }
    return EntryOrigin(
      reference: EntryReference(epoch: try Wire.identifier(envelope.originEpoch), sequence: envelope.originSequence),
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
