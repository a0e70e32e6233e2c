import DossierDomain
import ExchangeModel
import Foundation
import JournalFormat
import SwiftProtobuf

extension ExchangeRequest {
  public func encoded() throws(SyncProtocolError) -> [UInt8] { try MessageParts.serialise(message()) }

  /// The canonical JSON mapping of protobuf.
  public func encodedAsJSON() throws(SyncProtocolError) -> [UInt8] { try MessageParts.json(message()) }

  private func message() -> Dossier_Sync_SyncRequest {
    let message = Dossier_Sync_SyncRequest.with {
      $0.protocol = Self.protocolVersion
      $0.office = Data(office.bytes)
      $0.device = Data(device.bytes)
      $0.program = program
      $0.sentAt = sentAt.milliseconds
      $0.logEpoch = Data(position.logEpoch)
      $0.cursor = position.sequence
      $0.rollingHash = Data(position.rolling.bytes)
      $0.epochs = epochs.map(MessageParts.message)
      if !entries.isEmpty { $0.entries = EntryBatchEncoder.encode(entries) }
      $0.lanesHeld = lanesHeld.map(MessageParts.message)
      $0.lanesReturned = lanesReturned.map(MessageParts.message)
      $0.numbersWanted = UInt32(clamping: numbersWanted)
      $0.blobs = blobs.map { offer in
        .with {
          $0.hash = Data(offer.hash)
          $0.size = UInt64(clamping: offer.size)
        }
      }
      $0.books = books.map { state in
        .with {
          $0.book = Data(state.book.bytes)
          $0.lastNumber = UInt32(clamping: state.lastNumber)
          $0.isWanted = state.isWanted
          $0.isReturned = state.isReturned
        }
      }
      $0.withheld = UInt32(clamping: withheld)
      $0.mostEntries = UInt32(clamping: mostEntries ?? 0)
      $0.lastAnswer = lastAnswer?.milliseconds ?? 0
      switch beginning {
      case nil: break
      case .snapshot(let revision):
        $0.snapshotWanted = true
        $0.foldRevision = revision
      case .rest(let mark, let revision):
        $0.snapshot = MessageParts.message(mark)
        $0.foldRevision = revision
      }
      $0.histories = histories.map { Data($0.bytes) }
      $0.takesParts = takesParts
      $0.historyParts = historyParts.sorted { $0.key < $1.key }.map { dossier, through in
        .with {
          $0.dossier = Data(dossier.bytes)
          $0.through = through
        }
      }
      if reads != .unsaid { $0.reads = MessageParts.message(reads) }
      $0.points = points.map { point in
        .with {
          $0.sequence = point.sequence
          $0.rollingHash = Data(point.rolling.bytes)
        }
      }
      let signatures = Signatures(
        statements: statements, heads: witnessedHeads, machines: witnessedMachines)
      if !signatures.isEmpty { $0.signatures = MessageParts.message(signatures) }
      $0.headSignature = Data(machineHead?.signature ?? [])
      $0.machineKey = Data(machineKey?.bytes ?? [])
      $0.credentials = credentials.map(MessageParts.message)
      $0.signaturesThrough = signaturesThrough
      $0.seals = seals.sorted { $0.key < $1.key }.map { MessageParts.message(seal: $1, at: UInt32(clamping: $0)) }
    }
    return message
  }

  public init(
    decoding bytes: [UInt8], limits: SyncLimits = .standard
  ) throws(SyncProtocolError) {
    try self.init(MessageParts.parse(bytes, .request(limits)), limits)
  }

  /// From the canonical JSON mapping of protobuf.
  public init(json text: [UInt8], limits: SyncLimits = .standard) throws(SyncProtocolError) {
    try self.init(MessageParts.parse(json: text, .request(limits), limits), limits)
  }

  private init(_ message: Dossier_Sync_SyncRequest, _ limits: SyncLimits) throws(SyncProtocolError) {
    guard message.protocol <= Self.protocolVersion else { throw .newerProtocol(message.protocol) }
    guard message.protocol == Self.protocolVersion else { throw .malformed("protocol \(message.protocol)") }
    guard message.epochs.count <= 64, message.lanesHeld.count <= 64, message.lanesReturned.count <= 64,
      message.blobs.count <= 10_000, message.books.count <= SyncLimits.books, message.program.utf8.count <= 64,
      message.histories.count <= 256, message.historyParts.count <= 256, message.points.count <= 64,
      message.seals.count <= limits.entries,
      message.credentials.count <= 256
    else { throw .malformed("lists") }
    var epochs: [EpochHead] = []
    for head in message.epochs { epochs.append(try MessageParts.head(head)) }
    var blobs: [BlobOffer] = []
    for offer in message.blobs {
      guard offer.hash.count == 32, offer.size <= 64 << 20 else { throw .malformed("blob") }
      blobs.append(BlobOffer(hash: Array(offer.hash), size: Int(offer.size)))
    }
    var books: [BookState] = []
    for state in message.books {
      books.append(
        BookState(
          book: try MessageParts.identifier(state.book), lastNumber: try MessageParts.bookNumber(state.lastNumber),
          isWanted: state.isWanted, isReturned: state.isReturned))
    }
    var histories: [DossierID] = []
    for dossier in message.histories { histories.append(try MessageParts.identifier(dossier)) }
    var parts: [DossierID: Int64] = [:]
    for part in message.historyParts {
      parts[try MessageParts.identifier(part.dossier)] = try MessageParts.sequence(part.through)
    }
    var points: [OrderPoint] = []
    for point in message.points {
      let position = try MessageParts.position(Data(), point.sequence, point.rollingHash)
      points.append(OrderPoint(sequence: position.sequence, rolling: position.rolling))
    }
    var seals: [Int: [UInt8]] = [:]
    for seal in message.seals { seals[Int(seal.place)] = try MessageParts.seal(seal.code) }
    var credentials: [ClerkCredential] = []
    for credential in message.credentials { credentials.append(try MessageParts.credential(credential)) }
    let signatures = try MessageParts.signatures(message.signatures)
    self.init(
      office: try MessageParts.identifier(message.office), device: try MessageParts.identifier(message.device),
      program: message.program, sentAt: try MessageParts.instant(message.sentAt),
      position: try MessageParts.position(message.logEpoch, message.cursor, message.rollingHash), epochs: epochs,
      entries: try EntryBatchDecoder.decode(message.entries, limits: limits),
      lanesHeld: try MessageParts.blocks(message.lanesHeld),
      lanesReturned: try MessageParts.blocks(message.lanesReturned),
      numbersWanted: min(Int(message.numbersWanted), 9999), blobs: blobs, books: books,
      withheld: Int(message.withheld),
      mostEntries: message.mostEntries == 0 ? nil : min(Int(message.mostEntries), limits.entries),
      lastAnswer: try MessageParts.optionalInstant(message.lastAnswer),
      beginning: try Self.beginning(message), histories: histories, takesParts: message.takesParts,
      historyParts: parts, points: points,
      reads: message.hasReads ? try MessageParts.readable(message.reads) : .unsaid, seals: seals,
      statements: signatures.statements,
      machineHead: try Self.machineHead(message, epochs),
      machineKey: message.machineKey.isEmpty ? nil : try MessageParts.publicKey(message.machineKey),
      credentials: credentials, signaturesThrough: try MessageParts.sequence(message.signaturesThrough),
      witnessedHeads: signatures.heads, witnessedMachines: signatures.machines)
  }

  /// The signature on the end of the present epoch, which is the last one in the list.
  private static func machineHead(
    _ message: Dossier_Sync_SyncRequest, _ epochs: [EpochHead]
  ) throws(SyncProtocolError) -> MachineHead? {
    guard !message.headSignature.isEmpty else { return nil }
    guard let head = epochs.last, !head.isWitness, head.lastSequence > 0 else { throw .malformed("head") }
    return MachineHead(
      device: try MessageParts.identifier(message.device), epoch: head.epoch, sequence: head.lastSequence,
      hash: head.lastHash, at: try MessageParts.instant(message.sentAt),
      signature: try MessageParts.signature(message.headSignature))
  }

  private static func beginning(_ message: Dossier_Sync_SyncRequest) throws(SyncProtocolError) -> Beginning? {
    if message.hasSnapshot {
      return .rest(of: try MessageParts.mark(message.snapshot), foldRevision: message.foldRevision)
    }
    return message.snapshotWanted ? .snapshot(foldRevision: message.foldRevision) : nil
  }
}
