import DossierDomain
import Foundation
import JournalFormat
import SwiftProtobuf

/// What a device sends in one exchange: what it has, what is new, what it needs.
public struct ExchangeRequest: Hashable, Sendable {
  public static let protocolVersion: UInt32 = 1

  public var office: OfficeID
  public var device: DeviceID
  public var program: String
  /// The device's wall clock.
  public var sentAt: Instant
  /// Up to where the device has the office's order.
  public var position: LogPosition
  /// Its own epochs, the present one last: up to where it has written them.
  public var epochs: [EpochHead]
  /// Canonical bytes, each epoch's in order of their sequence.
  public var entries: [[UInt8]]
  public var lanesHeld: [LaneBlock]
  public var lanesReturned: [LaneBlock]
  /// How many more of a day's numbers it would like to hold.
  public var numbersWanted: Int
  public var blobs: [BlobOffer]
  public var books: [BookState]
  /// Places up to its position of which it has only the hash.
  public var withheld: Int
  /// Places that it wants in one answer at most; nil for as many as the server likes.
  public var mostEntries: Int?
  /// The server's time of the last answer that was taken in: what was told until then need not be told again. Nil when
  /// there was none, or the device does not keep it.
  public var lastAnswer: Instant?
  /// How it wants to begin, having nothing of the order yet.
  public var beginning: Beginning?
  /// Dossiers that it has folded and whose entries it wants.
  public var histories: [DossierID]
  /// Which entries it can read.
  public var reads: ReadableContent
  /// Of the order as the device has it, when the province knows another one: several ask which of them are known there, a
  /// single one says where both part.
  public var points: [OrderPoint]
  /// The province's word on entries that others have written, by their index.
  public var seals: [Int: [UInt8]]
  /// Clerks' words on what they wrote, which the province does not have yet.
  public var statements: [ClerkStatement]
  /// The machine's word on the head of its present epoch, given at `sentAt`; nil when there is nothing new to sign.
  public var machineHead: MachineHead?
  /// Whose signature that is; the province knows the machine by the hash of it.
  public var machineKey: SigningPublicKey?
  /// PINs and keys that were chosen or changed at this desk.
  public var credentials: [ClerkCredential]
  /// Up to where it has what the province tells of signatures.
  public var signaturesThrough: Int64
  /// What shows whose the chains are for which the device stands in: signed by their authors' machines, with the keys of
  /// these.
  public var witnessedHeads: [MachineHead]
  public var witnessedMachines: [Machine]

  public enum Beginning: Hashable, Sendable {
    /// With a snapshot, if the folds in it are of a revision that it can go on with.
    case snapshot(foldRevision: UInt32)
    /// With the one that was begun.
    case rest(of: SnapshotMark, foldRevision: UInt32)
  }

  public init(
    office: OfficeID, device: DeviceID, program: String, sentAt: Instant, position: LogPosition,
    epochs: [EpochHead], entries: [[UInt8]] = [], lanesHeld: [LaneBlock] = [], lanesReturned: [LaneBlock] = [],
    numbersWanted: Int = 0, blobs: [BlobOffer] = [], books: [BookState] = [], withheld: Int = 0,
    mostEntries: Int? = nil, lastAnswer: Instant? = nil, beginning: Beginning? = nil, histories: [DossierID] = [],
    points: [OrderPoint] = [], reads: ReadableContent = .unsaid, seals: [Int: [UInt8]] = [:],
    statements: [ClerkStatement] = [], machineHead: MachineHead? = nil, machineKey: SigningPublicKey? = nil,
    credentials: [ClerkCredential] = [], signaturesThrough: Int64 = 0, witnessedHeads: [MachineHead] = [],
    witnessedMachines: [Machine] = []
  ) {
    self.office = office
    self.device = device
    self.program = program
    self.sentAt = sentAt
    self.position = position
    self.epochs = epochs
    self.entries = entries
    self.lanesHeld = lanesHeld
    self.lanesReturned = lanesReturned
    self.numbersWanted = numbersWanted
    self.blobs = blobs
    self.books = books
    self.withheld = withheld
    self.mostEntries = mostEntries
    self.lastAnswer = lastAnswer
    self.beginning = beginning
    self.histories = histories
    self.reads = reads
    self.points = points
    self.seals = seals
    self.statements = statements
    self.machineHead = machineHead
    self.machineKey = machineKey
    self.credentials = credentials
    self.signaturesThrough = signaturesThrough
    self.witnessedHeads = witnessedHeads
    self.witnessedMachines = witnessedMachines
  }

  /// It asks where two orders part, and nothing else.
  public var isSearch: Bool { points.count > 1 }
}

/// How far an epoch's chain goes.
public struct EpochHead: Hashable, Sendable {
  public var epoch: DeviceEpoch
  /// 0 for none.
  public var lastSequence: Int64
  /// Of that entry; empty for none.
  public var lastHash: [UInt8]
  /// Of another device, or of the province itself, in a request after the province was restored: the sender has entries
  /// of it that have lost their places, and hands them in for whoever wrote them.
  public var isWitness: Bool

  public init(epoch: DeviceEpoch, lastSequence: Int64, lastHash: [UInt8] = [], isWitness: Bool = false) {
    self.epoch = epoch
    self.lastSequence = lastSequence
    self.lastHash = lastHash
    self.isWitness = isWitness
  }
}

/// An attachment that waits to be sent: SHA-256 of its sealed bytes and their number.
public struct BlobOffer: Hashable, Sendable {
  public var hash: [UInt8]
  public var size: Int

  public init(hash: [UInt8], size: Int) {
    self.hash = hash
    self.size = size
  }

  /// Offers nothing: the device asks whether the province has another desk's attachment whole.
  public static func question(_ hash: [UInt8]) -> BlobOffer { BlobOffer(hash: hash, size: 0) }

  public var isQuestion: Bool { size == 0 }
}

/// A register book as the device knows it.
public struct BookState: Hashable, Sendable {
  public var book: BookID
  public var lastNumber: Int
  public var isWanted: Bool
  public var isReturned: Bool

  public init(book: BookID, lastNumber: Int, isWanted: Bool, isReturned: Bool) {
    self.book = book
    self.lastNumber = lastNumber
    self.isWanted = isWanted
    self.isReturned = isReturned
  }
}

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
      message.blobs.count <= 10_000, message.books.count <= 256, message.program.utf8.count <= 64,
      message.histories.count <= 256, message.points.count <= 64, message.seals.count <= limits.entries,
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
      beginning: try Self.beginning(message), histories: histories, points: points,
      reads: message.hasReads ? try MessageParts.readable(message.reads) : .unsaid, seals: seals,
      statements: signatures.statements,
      machineHead: try Self.machineHead(message, epochs),
      machineKey: message.machineKey.isEmpty ? nil : try MessageParts.publicKey(message.machineKey),
      credentials: credentials, signaturesThrough: try MessageParts.sequence(message.signaturesThrough),
      witnessedHeads: signatures.heads, witnessedMachines: signatures.machines)
  }

  /// Of the present epoch, the last one.
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
