import DossierDomain
import Foundation
import JournalFormat
import SwiftProtobuf

/// Unpacks a batch into the canonical bytes that were packed. The batch may come from an attacker, so indexes, lengths
/// and counts are checked before they are used.
struct EntryBatchDecoder {
  private let batch: Dossier_Sync_EntryBatch
  private var epochs: [DeviceEpoch] = []
  private var clerks: [ClerkID] = []
  private var dossiers = KnownIdentifiers()
  private var groups = KnownIdentifiers()
  private var heads: [DeviceEpoch: (sequence: Int64, hash: [UInt8])] = [:]

  /// - Returns: the entries' bytes in order.
  static func decode(_ batch: Dossier_Sync_EntryBatch, limits: SyncLimits) throws(SyncProtocolError) -> [[UInt8]] {
    let count = batch.kind.count + batch.irregular.count
    guard count <= limits.entries else { throw .tooMany(count) }
    var decoder = EntryBatchDecoder(batch)
    return try decoder.decode()
  }

  private init(_ batch: Dossier_Sync_EntryBatch) {
    self.batch = batch
  }

  private mutating func decode() throws(SyncProtocolError) -> [[UInt8]] {
    let count = batch.kind.count
    guard batch.clerk.count == count, batch.dossier.count == count, batch.at.count == count,
      batch.base.count == count, batch.group.count == count, batch.payloadLength.count == count,
      batch.revision.isEmpty || batch.revision.count == count
    else { throw .malformed("columns") }
    for epoch in batch.epochs { epochs.append(try identifier(epoch)) }
    for clerk in batch.clerks { clerks.append(try identifier(clerk)) }
    let payloads = try payloads(count)
    var regular: [[UInt8]] = []
    regular.reserveCapacity(count)
    var at: Int64 = 0
    var base: Int64 = 0
    var runs = RunReader(batch.runs)
    for place in 0..<count {
      at = at &+ batch.at[place]
      base = base &+ batch.base[place]
      let (epochIndex, sequence, isFirst, previous) = try runs.next()
      guard epochs.indices.contains(epochIndex) else { throw .malformed("epoch") }
      let epoch = epochs[epochIndex]
      let clerk = Int(batch.clerk[place])
      guard clerks.indices.contains(clerk) else { throw .malformed("clerk") }
      let dossier = try dossiers.identifier(batch.dossier[place], at: at, batch.dossierTimes, batch.dossierRests)
      let group = try groups.identifier(batch.group[place], at: at, batch.groupTimes, batch.groupRests)
      let envelope = EntryEnvelope(
        reference: EntryReference(epoch: epoch, sequence: sequence),
        previousHash: try previousHash(epoch, sequence, isFirst ? previous : nil), clerk: clerks[clerk], at: at,
        dossier: dossier.flatMap { DossierID(bytes: $0) }, base: base, group: group.flatMap { GroupID(bytes: $0) },
        revision: batch.revision.isEmpty ? batch.commonRevision : batch.revision[place], kind: batch.kind[place],
        payload: payloads[place])
      let bytes = envelope.canonicalBytes
      heads[epoch] = (sequence, entryHash(bytes))
      regular.append(bytes)
    }
    guard runs.isAtEnd else { throw .malformed("runs") }
    return try merged(regular)
  }

  /// Payloads are grouped by kind; their lengths are in the order of the entries.
  private func payloads(_ count: Int) throws(SyncProtocolError) -> [[UInt8]] {
    let all = Array(batch.payloads)
    let order = (0..<count).sorted { (batch.kind[$0], $0) < (batch.kind[$1], $1) }
    var payloads = [[UInt8]](repeating: [], count: count)
    var offset = 0
    for place in order {
      let length = Int(batch.payloadLength[place])
      guard length <= all.count - offset else { throw .malformed("payload length") }
      payloads[place] = Array(all[offset..<offset + length])
      offset += length
    }
    guard offset == all.count else { throw .malformed("payloads") }
    return payloads
  }

  private func previousHash(
    _ epoch: DeviceEpoch, _ sequence: Int64, _ given: Data?
  ) throws(SyncProtocolError) -> [UInt8] {
    if let given, !given.isEmpty {
      guard given.count == 32 else { throw .malformed("previous hash") }
      return Array(given)
    }
    if let head = heads[epoch], head.sequence &+ 1 == sequence { return head.hash }
    return []
  }

  private func identifier<Subject>(_ data: Data) throws(SyncProtocolError) -> Identifier<Subject> {
    guard let identifier = Identifier<Subject>(bytes: data) else { throw .malformed("identifier") }
    return identifier
  }

  private func merged(_ regular: [[UInt8]]) throws(SyncProtocolError) -> [[UInt8]] {
    guard !batch.irregular.isEmpty else { return regular }
    var all: [[UInt8]] = []
    var rest = regular[...]
    for irregular in batch.irregular {
      let gap = Int(irregular.place) - all.count
      guard gap >= 0, gap <= rest.count else { throw .malformed("place") }
      all += rest.prefix(gap)
      rest = rest.dropFirst(gap)
      all.append(Array(irregular.bytes))
    }
    return all + rest
  }
}

/// Walks through the runs entry by entry.
private struct RunReader {
  private let runs: [Dossier_Sync_Run]
  private var index = 0
  private var used: UInt32 = 0

  init(_ runs: [Dossier_Sync_Run]) {
    self.runs = runs
  }

  var isAtEnd: Bool { index == runs.count || (index == runs.count - 1 && used == runs[index].count) }

  mutating func next() throws(SyncProtocolError) -> (epoch: Int, sequence: Int64, isFirst: Bool, previous: Data) {
    while index < runs.count, used == runs[index].count {
      index += 1
      used = 0
    }
    guard index < runs.count else { throw .malformed("runs") }
    let run = runs[index]
    let sequence = try MessageParts.place(run.first) + Int64(used)
    used += 1
    return (Int(run.epoch), sequence, used == 1, run.previousHash)
  }
}

private struct KnownIdentifiers {
  private var known: [[UInt8]] = []

  mutating func identifier(
    _ code: Int32, at: Int64, _ times: [Int64], _ rests: Data
  ) throws(SyncProtocolError) -> [UInt8]? {
    switch code {
    case 0: return nil
    case 1:
      let index = known.count
      guard index < times.count, rests.count >= (index + 1) * 10 else { throw .malformed("identifiers") }
      let time = times[index] &+ at
      let start = rests.startIndex + index * 10
      let bytes = identifierBytes(time: time) + rests[start..<start + 10]
      known.append(bytes)
      return bytes
    default:
      let index = known.count - 1 - (Int(code) - 2)
      guard code > 1, known.indices.contains(index) else { throw .malformed("identifier") }
      return known[index]
    }
  }
}
