import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SwiftProtobuf

/// Converts domain values to parts of messages and back.
enum MessageParts {
  static let revokedNotice = "device-revoked"

  static func serialise(_ message: some Message) throws(SyncProtocolError) -> [UInt8] {
    do { return try message.serializedBytes() } catch { throw .malformed("\(error)") }
  }

  /// - Parameter shape: the permitted content of the message, checked before anything is built from it.
  static func parse<M: Message>(_ bytes: [UInt8], _ shape: MessageShape) throws(SyncProtocolError) -> M {
    try MessageScan.check(bytes, shape)
    do { return try M(serializedBytes: bytes) } catch { throw .malformed("\(error)") }
  }

  static func json(_ message: some Message) throws(SyncProtocolError) -> [UInt8] {
    do { return try message.jsonUTF8Bytes() } catch { throw .malformed("\(error)") }
  }

  static func parse<M: Message>(
    json: [UInt8], _ shape: MessageShape, _ limits: SyncLimits
  ) throws(SyncProtocolError) -> M {
    guard json.count <= limits.inflatedBytes else { throw .tooLarge(json.count) }
    try JSONScan.check(json, most: shape.mostInJSON)
    do { return try M(jsonUTF8Bytes: json) } catch { throw .malformed("\(error)") }
  }

  static func identifier<Subject>(_ data: Data) throws(SyncProtocolError) -> Identifier<Subject> {
    guard let identifier = Identifier<Subject>(bytes: data) else { throw .malformed("identifier") }
    return identifier
  }

  static func message(_ block: LaneBlock) -> Dossier_Sync_Block {
    .with {
      $0.first = UInt32(block.first)
      $0.last = UInt32(block.last)
    }
  }

  static func blocks(_ messages: [Dossier_Sync_Block]) throws(SyncProtocolError) -> [LaneBlock] {
    var blocks: [LaneBlock] = []
    for message in messages {
      guard let block = LaneBlock(first: Int(message.first), last: Int(message.last)) else { throw .malformed("lane") }
      blocks.append(block)
    }
    return blocks
  }

  static func message(_ head: EpochHead) -> Dossier_Sync_EpochHead {
    .with {
      $0.epoch = Data(head.epoch.bytes)
      $0.lastSequence = head.lastSequence
      $0.lastHash = Data(head.lastHash)
      $0.isWitness = head.isWitness
    }
  }

  static func head(_ message: Dossier_Sync_EpochHead) throws(SyncProtocolError) -> EpochHead {
    guard message.lastHash.isEmpty || message.lastHash.count == 32 else { throw .malformed("head") }
    return EpochHead(
      epoch: try identifier(message.epoch), lastSequence: try sequence(message.lastSequence),
      lastHash: Array(message.lastHash), isWitness: message.isWitness)
  }

  static func position(_ logEpoch: Data, _ number: Int64, _ rolling: Data) throws(SyncProtocolError) -> LogPosition {
    guard logEpoch.isEmpty || logEpoch.count == 16, let rolling = RollingHash(bytes: rolling) else {
      throw .malformed("position")
    }
    return LogPosition(logEpoch: Array(logEpoch), sequence: try sequence(number), rolling: rolling)
  }

  static func message(_ checkpoint: Checkpoint) -> Dossier_Sync_Checkpoint {
    .with {
      $0.office = Data(checkpoint.office.bytes)
      $0.logEpoch = Data(checkpoint.position.logEpoch)
      $0.sequence = checkpoint.position.sequence
      $0.rollingHash = Data(checkpoint.position.rolling.bytes)
      $0.at = checkpoint.at.milliseconds
      $0.signature = Data(checkpoint.signature)
    }
  }

  static func checkpoint(_ message: Dossier_Sync_Checkpoint) throws(SyncProtocolError) -> Checkpoint {
    Checkpoint(
      office: try identifier(message.office),
      position: try position(message.logEpoch, message.sequence, message.rollingHash),
      at: try instant(message.at), signature: Array(message.signature))
  }

  // MARK: Verdicts

  /// Nil for the verdict "accepted", which most entries have.
  static func ruling(_ verdict: Verdict, place: UInt32) -> Dossier_Sync_Ruling? {
    var ruling = Dossier_Sync_Ruling()
    ruling.place = place
    switch verdict {
    case .accepted: return nil
    case .conflicted(let winner, let matter):
      ruling.kind = 1
      ruling.reason = matter.number
      ruling.other = message(winner)
    case .quarantined(let reason):
      ruling.kind = 2
      ruling.reason = UInt32(reason.rawValue)
    case .repeated(let first):
      ruling.kind = 3
      ruling.other = message(first)
    }
    return ruling
  }

  static func verdict(_ ruling: Dossier_Sync_Ruling) throws(SyncProtocolError) -> Verdict {
    switch ruling.kind {
    case 1:
      return .conflicted(with: try reference(ruling.other), over: Matter(number: ruling.reason))
    case 2:
      guard let reason = UInt8(exactly: ruling.reason) else { throw .malformed("quarantine") }
      return .quarantined(QuarantineReason(rawValue: reason))
    case 3: return .repeated(of: try reference(ruling.other))
    default: throw .malformed("verdict")
    }
  }

  static func message(_ reference: EntryReference) -> Dossier_Sync_Reference {
    .with {
      $0.epoch = Data(reference.epoch.bytes)
      $0.sequence = reference.sequence
    }
  }

  static func reference(_ message: Dossier_Sync_Reference) throws(SyncProtocolError) -> EntryReference {
    EntryReference(epoch: try identifier(message.epoch), sequence: try place(message.sequence))
  }
}
