import DossierDomain
import SwiftProtobuf

/// The only byte form of an entry: a protobuf envelope with its fields in order, and an opaque payload.
public enum EntryFormat {
  /// The highest revision that this version reads. A new field in a known action raises it. An action without new
  /// fields is written with its old revision, so that machines with earlier versions can still read it.
  public static let revision: UInt32 = 8
  public static let maximumBytes = 256 << 10
  /// The limit of sequence numbers and places. Sums and differences of numbers below it cannot overflow.
  public static let maximumSequence: Int64 = 1 << 53

  /// Encodes an entry that is about to be stored. A debug build decodes the result again to check it.
  /// - Throws: also if no reader would accept the entry, such as one with a time outside the calendar or a sequence
  ///   number above the limit.
  public static func write(_ entry: Entry) throws(EntryFormatError) -> [UInt8] {
    _ = try Wire.instant(entry.at.milliseconds)
    _ = try Wire.sequence(entry.reference.sequence)
    _ = try Wire.place(entry.base)
    let bytes = try encode(entry)
    assert((try? decode(bytes)) == entry, "decoding does not give the entry that was encoded: \(entry.content)")
    return bytes
  }

  /// The name of an entry and the hash of the one before it, even if the rest of the bytes is not a valid entry.
  /// - Returns: nil if the bytes contain no such name.
  public static func name(of bytes: [UInt8]) -> (EntryReference, previousHash: [UInt8])? {
    guard let envelope = try? Dossier_Journal_Envelope(serializedBytes: bytes),
      let epoch = DeviceEpoch(bytes: envelope.epoch),
      let sequence = try? Wire.sequence(envelope.sequence)
    else { return nil }
    return (EntryReference(epoch: epoch, sequence: sequence), Array(envelope.previousHash))
  }

  /// The author of an entry, even if the rest of the bytes is not a valid entry.
  public static func author(of bytes: [UInt8]) -> ClerkID? { authorAndMoment(of: bytes)?.0 }

  /// Also returns the time of writing, by the machine's clock.
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

  /// Decodes strictly: bytes that encoding would not give exactly are refused. Only the envelope and the payloads of
  /// unknown kinds are not compared.
  public static func decode(_ bytes: [UInt8]) throws(EntryFormatError) -> Entry {
    let entry = try decode(bytes, isTolerant: false)
    guard try encode(entry) == bytes else { throw .notCanonical }
    return entry
  }

  /// Like `decode`, for entries with a place in the province's order. A content that cannot be read is kept raw and
  /// folds to nothing, so that one bad entry stops no desk.
  public static func decodePlaced(_ bytes: [UInt8]) throws(EntryFormatError) -> Entry {
    var entry = try decode(bytes, isTolerant: true)
    if try encode(entry) == bytes { return entry }
    let envelope: Dossier_Journal_Envelope = try parse(bytes)
    entry.content = .unknown(kind: envelope.kind, payload: Array(envelope.payload))
    guard try encode(entry) == bytes else { throw .notCanonical }
    return entry
  }

  /// Decodes bytes that this machine wrote or verified before, without encoding them again for comparison. A content
  /// that cannot be read is kept raw.
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

  /// Whether an entry decides something about procedures, or may; the payload is not read.
  public static func mayDecideProcedures(_ bytes: [UInt8]) -> Bool {
    guard let envelope = try? Dossier_Journal_Envelope(serializedBytes: bytes),
      case .office(let kind)? = EntryKind(rawValue: envelope.kind)
    else { return true }
    return switch kind {
    case .setProcedure, .setProcedureRules, .announce, .retractAnnouncement: true
    case .setOffice, .setClerk, .setAbsence, .clearAbsence, .confirmClock, .mapClerk, .setDays, .recordReading,
      .setOpeningWeek, .setOpeningDay, .printBlanks, .strikeBlanks, .openBook:
      false
    }
  }

  /// The last place of the office's order that the author had seen, and the act that the entry belongs to; the payload
  /// is not read.
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
