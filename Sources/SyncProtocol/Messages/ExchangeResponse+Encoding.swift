import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SwiftProtobuf

extension ExchangeResponse {
  public func encoded() throws(SyncProtocolError) -> [UInt8] { try MessageParts.serialise(message()) }

  public func encodedAsJSON() throws(SyncProtocolError) -> [UInt8] { try MessageParts.json(message()) }

  private func message() -> Dossier_Sync_SyncResponse {
    var message = Dossier_Sync_SyncResponse()
    message.serverTime = serverTime.milliseconds
    message.logEpoch = Data(logEpoch)
    message.base = base
    message.first = places.first?.officeSequence ?? 0
    message.count = UInt32(places.count)
    message.rollingHash = Data(rolling.bytes)
    message.head = head
    message.put(places)
    message.acknowledged = acknowledged.map(MessageParts.message)
    message.forks = forks.map { reference in
      .with {
        $0.epoch = Data(reference.epoch.bytes)
        $0.sequence = reference.sequence
      }
    }
    message.lanes = lanes.map(MessageParts.message)
    message.blobs = blobs.map { state in
      .with {
        $0.hash = Data(state.hash)
        $0.received = UInt64(clamping: state.received)
        $0.complete = state.isComplete
      }
    }
    message.books = books.map { grant in
      .with {
        $0.book = Data(grant.book.bytes)
        $0.name = grant.name
        $0.lastNumber = UInt32(clamping: grant.lastNumber)
        $0.isHeld = grant.isHeld
      }
    }
    message.credentials = credentials.map(MessageParts.message)
    if let checkpoint { message.checkpoint = MessageParts.message(checkpoint) }
    message.nextSlot = nextSlot?.milliseconds ?? 0
    message.granted = granted.map { grant in
      .with {
        $0.officeSequence = grant.officeSequence
        $0.seal = Data(grant.seal)
      }
    }
    if !granted.isEmpty { message.grantedEntries = EntryBatchEncoder.encode(granted.map(\.bytes)) }
    if let snapshot { message.snapshot = MessageParts.message(snapshot) }
    if !histories.isEmpty { message.histories = MessageParts.message(histories) }
    if let historyPart { message.historyPart = MessageParts.message(historyPart) }
    message.isUnfinished = isUnfinished
    message.unplaced = unplaced.map(MessageParts.message)
    if let readable { message.readable = MessageParts.message(readable) }
    if let signaturesThrough {
      message.signatures = MessageParts.message(signatures, through: signaturesThrough)
    }
    if let machineClerks { message.machineClerks = MessageParts.message(machineClerks) }
    if isRevoked { message.notice = MessageParts.revokedNotice }
    return message
  }
}
