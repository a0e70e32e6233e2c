import DossierDomain
import Foundation
import JournalFormat
import SwiftProtobuf

extension ExchangeResponse {
  /// Decodes strictly. That the places follow what the receiver has is the receiver's to check.
  public init(decoding bytes: [UInt8], limits: SyncLimits = .standard) throws(SyncProtocolError) {
    let message: Dossier_Sync_SyncResponse = try MessageParts.parse(bytes)
    guard message.acknowledged.count <= 64, message.forks.count <= limits.entries, message.lanes.count <= 64,
      message.blobs.count <= 10_000, message.books.count <= 256, message.credentials.count <= 1000
    else { throw .malformed("lists") }
    var heads: [EpochHead] = []
    for head in message.acknowledged { heads.append(try MessageParts.head(head)) }
    var forks: [EntryReference] = []
    for fork in message.forks {
      forks.append(EntryReference(epoch: try MessageParts.identifier(fork.epoch), sequence: fork.sequence))
    }
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
          book: try MessageParts.identifier(grant.book), name: grant.name, lastNumber: Int(grant.lastNumber),
          isHeld: grant.isHeld))
    }
    var credentials: [Credential] = []
    for credential in message.credentials {
      guard credential.salt.count <= 64, credential.digest.count <= 64 else { throw .malformed("credential") }
      credentials.append(
        Credential(
          clerk: try MessageParts.identifier(credential.clerk), salt: Array(credential.salt),
          digest: Array(credential.digest)))
    }
    guard let rolling = RollingHash(bytes: message.rollingHash), message.logEpoch.count == 16, message.head >= 0 else {
      throw .malformed("position")
    }
    let grantedBytes = try EntryBatchDecoder.decode(message.grantedEntries, limits: limits)
    guard grantedBytes.count == message.granted.count else { throw .malformed("granted") }
    self.init(
      serverTime: Instant(milliseconds: message.serverTime), logEpoch: Array(message.logEpoch), base: message.base,
      places: try Self.places(message, limits), rolling: rolling, head: message.head, acknowledged: heads, forks: forks,
      lanes: try MessageParts.blocks(message.lanes), blobs: blobs, books: books, credentials: credentials,
      checkpoint: message.hasCheckpoint ? try MessageParts.checkpoint(message.checkpoint) : nil,
      nextSlot: message.nextSlot > 0 ? Instant(milliseconds: message.nextSlot) : nil,
      granted: zip(message.granted, grantedBytes).map { GrantedEntry(officeSequence: $0.officeSequence, bytes: $1) },
      isRevoked: message.notice == MessageParts.revokedNotice)
  }

  private static func places(
    _ message: Dossier_Sync_SyncResponse, _ limits: SyncLimits
  ) throws(SyncProtocolError) -> [OrderedEntry] {
    let count = Int(message.count)
    guard count <= limits.entries else { throw .tooMany(count) }
    guard message.base >= 0,
      count == 0 || (message.first == message.base + 1 && message.first < Int64.max - Int64(count))
    else {
      throw .malformed("first")
    }
    var contents = [OrderedEntry.Content?](repeating: nil, count: count)
    func put(_ content: OrderedEntry.Content, at index: Int) throws(SyncProtocolError) {
      guard contents.indices.contains(index), contents[index] == nil else { throw .malformed("place") }
      contents[index] = content
    }
    for run in message.own {
      let epoch: DeviceEpoch = try MessageParts.identifier(run.epoch)
      guard run.count <= message.count, run.first > 0, run.first < Int64.max - Int64(run.count) else {
        throw .malformed("own")
      }
      for offset in 0..<run.count {
        try put(
          .own(EntryReference(epoch: epoch, sequence: run.first + Int64(offset))), at: Int(run.place) + Int(offset))
      }
    }
    let hashes = Array(message.withheldHashes)
    guard hashes.count == message.withheld.count * 32 else { throw .malformed("withheld") }
    var index = 0
    for (number, step) in message.withheld.enumerated() {
      index += Int(step)
      try put(.withheld(hash: Array(hashes[number * 32..<number * 32 + 32])), at: index)
    }
    var bytes = try EntryBatchDecoder.decode(message.entries, limits: limits)[...]
    for index in contents.indices where contents[index] == nil {
      guard let next = bytes.popFirst() else { throw .malformed("places") }
      contents[index] = .bytes(next)
    }
    guard bytes.isEmpty else { throw .malformed("places") }
    return try ruled(contents, message)
  }

  private static func ruled(
    _ contents: [OrderedEntry.Content?], _ message: Dossier_Sync_SyncResponse
  ) throws(SyncProtocolError) -> [OrderedEntry] {
    var places: [OrderedEntry] = []
    places.reserveCapacity(contents.count)
    for (index, content) in contents.enumerated() {
      guard let content else { throw .malformed("places") }
      places.append(
        OrderedEntry(officeSequence: message.first + Int64(index), verdict: .accepted, content: content))
    }
    for ruling in message.rulings {
      guard places.indices.contains(Int(ruling.place)) else { throw .malformed("ruling") }
      places[Int(ruling.place)].verdict = try MessageParts.verdict(ruling)
    }
    for index in message.references {
      guard places.indices.contains(Int(index)) else { throw .malformed("reference") }
      places[Int(index)].isReference = true
    }
    return places
  }
}
