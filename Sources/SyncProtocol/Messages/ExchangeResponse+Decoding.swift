import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SwiftProtobuf

extension ExchangeResponse {
  /// Decodes strictly. The receiver has to check that the places follow its own position.
  public init(decoding bytes: [UInt8], limits: SyncLimits = .standard) throws(SyncProtocolError) {
    let message: Dossier_Sync_SyncResponse = try MessageParts.parse(bytes, .response(limits))
    guard message.acknowledged.count <= 64, message.forks.count <= limits.entries,
      message.unplaced.count <= limits.entries, message.lanes.count <= 64,
      message.blobs.count <= 10_000, message.books.count <= SyncLimits.books, message.credentials.count <= 1000
    else { throw .malformed("lists") }
    var heads: [EpochHead] = []
    for head in message.acknowledged { heads.append(try MessageParts.head(head)) }
    var forks: [EntryReference] = []
    for fork in message.forks {
      forks.append(
        EntryReference(
          epoch: try MessageParts.identifier(fork.epoch), sequence: try MessageParts.place(fork.sequence)))
    }
    var unplaced: [EntryReference] = []
    for reference in message.unplaced { unplaced.append(try MessageParts.reference(reference)) }
    var blobs: [BlobState] = []
    for state in message.blobs {
      guard state.hash.count == 32, state.received <= 64 << 20 else { throw .malformed("blob") }
      blobs.append(
        BlobState(hash: Array(state.hash), received: Int(state.received), isComplete: state.complete))
    }
    var books: [BookGrant] = []
    for grant in message.books {
      books.append(
        BookGrant(
          book: try MessageParts.identifier(grant.book), name: grant.name,
          lastNumber: try MessageParts.bookNumber(grant.lastNumber), isHeld: grant.isHeld))
    }
    var credentials: [ClerkCredential] = []
    for credential in message.credentials { credentials.append(try MessageParts.credential(credential)) }
    guard let rolling = RollingHash(bytes: message.rollingHash), message.logEpoch.count == 16 else {
      throw .malformed("position")
    }
    let grantedBytes = try EntryBatchDecoder.decode(message.grantedEntries, limits: limits)
    guard grantedBytes.count == message.granted.count else { throw .malformed("granted") }
    var granted: [GrantedEntry] = []
    for (grant, bytes) in zip(message.granted, grantedBytes) {
      granted.append(
        GrantedEntry(
          officeSequence: try MessageParts.place(grant.officeSequence), bytes: bytes,
          seal: try MessageParts.seal(grant.seal)))
    }
    self.init(
      serverTime: try MessageParts.instant(message.serverTime), logEpoch: Array(message.logEpoch),
      base: try MessageParts.sequence(message.base), places: try Self.places(message, limits), rolling: rolling,
      head: try MessageParts.sequence(message.head), acknowledged: heads, forks: forks,
      unplaced: unplaced,
      lanes: try MessageParts.blocks(message.lanes), blobs: blobs, books: books, credentials: credentials,
      checkpoint: message.hasCheckpoint ? try MessageParts.checkpoint(message.checkpoint) : nil,
      nextSlot: try MessageParts.optionalInstant(message.nextSlot), granted: granted,
      isRevoked: message.notice == MessageParts.revokedNotice,
      snapshot: message.hasSnapshot ? try MessageParts.page(message.snapshot, limits) : nil,
      histories: try MessageParts.places(message.histories, limits),
      historyPart: message.hasHistoryPart ? try MessageParts.historyPart(message.historyPart) : nil,
      isUnfinished: message.isUnfinished,
      readable: message.hasReadable ? try MessageParts.officeReads(message.readable) : nil,
      signatures: try MessageParts.signatures(message.signatures),
      signaturesThrough: message.hasSignatures ? try MessageParts.sequence(message.signatures.through) : nil,
      machineClerks: message.hasMachineClerks ? try MessageParts.machineClerks(message.machineClerks) : nil)
  }

  private static func places(
    _ message: Dossier_Sync_SyncResponse, _ limits: SyncLimits
  ) throws(SyncProtocolError) -> [OrderedEntry] {
    let count = Int(message.count)
    guard count <= limits.entries else { throw .tooMany(count) }
    let first = try MessageParts.sequence(message.base) + 1
    guard count == 0 || message.first == first else { throw .malformed("first") }
    return try message.places(at: first..<first + Int64(count), limits)
  }
}
