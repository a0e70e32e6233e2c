import DossierDomain
import Foundation
import JournalFormat
import SwiftProtobuf

/// Packs entries into columns. An entry that the columns would not return byte for byte is sent as it is.
struct EntryBatchEncoder {
  private var batch = Dossier_Sync_EntryBatch()
  private var epochs: [DeviceEpoch: UInt32] = [:]
  private var clerks: [ClerkID: UInt32] = [:]
  private var dossiers = RecentIdentifiers()
  private var groups = RecentIdentifiers()
  /// Sequence and hash of the last entry of each epoch, so that the next one's previous hash need not be sent.
  private var heads: [DeviceEpoch: (sequence: Int64, hash: [UInt8])] = [:]
  private var lastAt: Int64 = 0
  private var lastBase: Int64 = 0
  private var revisions: [UInt32] = []
  private var payloads: [UInt32: [UInt8]] = [:]
  private var place: UInt32 = 0

  /// - Parameter entries: canonical bytes, in the order in which they are to come out.
  static func encode(_ entries: some Sequence<[UInt8]>) -> Dossier_Sync_EntryBatch {
    var encoder = EntryBatchEncoder()
    for bytes in entries { encoder.add(bytes) }
    return encoder.finish()
  }

  private mutating func add(_ bytes: [UInt8]) {
    defer { place += 1 }
    guard let envelope = EntryEnvelope(canonical: bytes), isRegular(envelope) else {
      batch.irregular.append(
        .with {
          $0.place = place
          $0.bytes = Data(bytes)
        })
      return
    }
    addRun(envelope)
    heads[envelope.reference.epoch] = (envelope.reference.sequence, entryHash(bytes))
    let clerk = clerks[envelope.clerk] ?? UInt32(clerks.count)
    if clerk == clerks.count {
      clerks[envelope.clerk] = clerk
      batch.clerks.append(Data(envelope.clerk.bytes))
    }
    batch.clerk.append(clerk)
    let at = envelope.at
    batch.dossier.append(dossiers.code(of: envelope.dossier?.bytes, at: at))
    batch.group.append(groups.code(of: envelope.group?.bytes, at: at))
    batch.at.append(at &- lastAt)
    lastAt = at
    batch.base.append(envelope.base &- lastBase)
    lastBase = envelope.base
    revisions.append(envelope.revision)
    batch.kind.append(envelope.kind)
    batch.payloadLength.append(UInt32(envelope.payload.count))
    payloads[envelope.kind, default: []] += envelope.payload
  }

  /// Whether columns can return the entry unchanged. An entry without a previous hash must not follow its chain in this
  /// batch, because the decoder would then add the hash.
  private func isRegular(_ envelope: EntryEnvelope) -> Bool {
    switch envelope.previousHash.count {
    case 32: true
    case 0: heads[envelope.reference.epoch].map { $0.sequence &+ 1 != envelope.reference.sequence } ?? true
    default: false
    }
  }

  private mutating func addRun(_ envelope: EntryEnvelope) {
    let epoch = envelope.reference.epoch
    let index = epochs[epoch] ?? UInt32(epochs.count)
    if index == epochs.count {
      epochs[epoch] = index
      batch.epochs.append(Data(epoch.bytes))
    }
    let head = heads[epoch]
    let follows =
      head.map { $0.sequence &+ 1 == envelope.reference.sequence && $0.hash == envelope.previousHash } ?? false
    if follows, let last = batch.runs.indices.last, batch.runs[last].epoch == index {
      batch.runs[last].count += 1
      return
    }
    batch.runs.append(
      .with {
        $0.epoch = index
        $0.first = envelope.reference.sequence
        $0.count = 1
        if !follows { $0.previousHash = Data(envelope.previousHash) }
      })
  }

  private mutating func finish() -> Dossier_Sync_EntryBatch {
    if let first = revisions.first, revisions.allSatisfy({ $0 == first }) {
      batch.commonRevision = first
    } else {
      batch.revision = revisions
    }
    batch.dossierTimes = dossiers.times
    batch.dossierRests = dossiers.rests
    batch.groupTimes = groups.times
    batch.groupRests = groups.rests
    for kind in payloads.keys.sorted() { batch.payloads.append(contentsOf: payloads[kind] ?? []) }
    return batch
  }
}

/// Identifiers in the order of their first use. Most entries have the same identifier as the entry before.
struct RecentIdentifiers {
  private var known: [[UInt8]: Int] = [:]
  /// For each new identifier: its milliseconds as the difference from the time of its first entry, and its other 10
  /// bytes.
  private(set) var times: [Int64] = []
  private(set) var rests = Data()

  /// Returns 0 for none, 1 for a new identifier, and otherwise 2 plus the distance back from the newest one.
  mutating func code(of bytes: [UInt8]?, at: Int64) -> Int32 {
    guard let bytes else { return 0 }
    if let index = known[bytes] { return Int32(known.count - 1 - index) + 2 }
    known[bytes] = known.count
    times.append(identifierTime(bytes) &- at)
    rests.append(contentsOf: bytes.dropFirst(6))
    return 1
  }
}
