import DossierDomain
import SwiftProtobuf

/// The envelope of an entry, with its payload undecoded. Order, routing and the protocol need no more, so it also works
/// for kinds that this version does not know.
public struct EntryEnvelope: Hashable, Sendable {
  public var reference: EntryReference
  public var previousHash: [UInt8]
  public var clerk: ClerkID
  /// Milliseconds since 1970 UTC; not checked.
  public var at: Int64
  public var dossier: DossierID?
  public var base: Int64
  public var group: GroupID?
  public var revision: UInt32
  public var kind: UInt32
  public var payload: [UInt8]

  public init(
    reference: EntryReference, previousHash: [UInt8], clerk: ClerkID, at: Int64, dossier: DossierID?, base: Int64,
    group: GroupID?, revision: UInt32, kind: UInt32, payload: [UInt8]
  ) {
    self.reference = reference
    self.previousHash = previousHash
    self.clerk = clerk
    self.at = at
    self.dossier = dossier
    self.base = base
    self.group = group
    self.revision = revision
    self.kind = kind
    self.payload = payload
  }

  /// Nil if `canonicalBytes` would not give exactly these bytes: they contain an origin, fields of a newer version, or
  /// fields in another order.
  public init?(canonical bytes: [UInt8]) {
    guard let message = try? Dossier_Journal_Envelope(serializedBytes: bytes),
      let epoch = DeviceEpoch(bytes: message.epoch), message.sequence > 0, let clerk = ClerkID(bytes: message.clerk)
    else { return nil }
    self.init(
      reference: EntryReference(epoch: epoch, sequence: message.sequence), previousHash: Array(message.previousHash),
      clerk: clerk, at: message.at, dossier: DossierID(bytes: message.dossier), base: message.base,
      group: GroupID(bytes: message.group), revision: message.revision, kind: message.kind,
      payload: Array(message.payload))
    guard canonicalBytes == bytes else { return nil }
  }

  /// The only byte form of the entry.
  public var canonicalBytes: [UInt8] {
    let message = Dossier_Journal_Envelope.with {
      $0.epoch = Wire.data(reference.epoch)
      $0.sequence = reference.sequence
      $0.previousHash = Wire.data(bytes: previousHash)
      $0.clerk = Wire.data(clerk)
      $0.at = at
      $0.dossier = Wire.data(dossier)
      $0.base = base
      $0.group = Wire.data(group)
      $0.revision = revision
      $0.kind = kind
      $0.payload = Wire.data(bytes: payload)
    }
    // Serialising fails only for missing required fields and wrong Any messages, and these messages have neither.
    return (try? message.serializedBytes()) ?? []
  }
}
