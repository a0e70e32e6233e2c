import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Merges the next entries of several epochs into one request. An entry that builds on another desk's entry has seen
/// its place and so has a higher base. The entry with the lower base therefore goes first. Within an epoch the order of
/// the chain is kept.
struct OutgoingChains {
  private struct Chain {
    var entries: ArraySlice<(bytes: [UInt8], base: Int64, act: EntryAct?)>
    var isOwn: Bool

    var nextBase: Int64 { entries.first?.base ?? .max }
  }

  /// An act has at most about ten entries. This many are read beyond the limit, so that an act is not split.
  private static let longestAct = 64
  /// A chain of another author is proved by its hashes from the signed end backwards, so all of it has to be in one
  /// request. The limit is about a day of an office with five desks. The bytes may not be compressible, because another
  /// machine has written them, and the province refuses a frame above 4 MB.
  private static let mostEntriesWithWitnessed = 4000
  private static let mostBytesWithWitnessed = 3 << 20
  /// The bytes by which an act may exceed the limit. A longer one is split, because the whole request would be refused.
  private static let mostBytesBeyond = 512 << 10

  private let mostEntries: Int
  private let mostBytes: Int
  private var chains: [Chain] = []

  /// If the chains of others and the own entries do not fit into one request together, the chains wait for their
  /// authors. Entries sealed by the province are sent in any case.
  ///
  /// - Parameter trustsOwn: the own entries are as they were written. Otherwise only those are read that the rest of their
  ///     chain confirms.
  init(
    _ db: Database, own: [OwnEpoch], _ witnessed: [WitnessedEpoch], mostEntries: Int, mostBytes: Int,
    trustsOwn: Bool = true
  ) throws {
    if !witnessed.isEmpty {
      self.init(
        mostEntries: max(mostEntries, Self.mostEntriesWithWitnessed),
        mostBytes: max(mostBytes, Self.mostBytesWithWitnessed))
      for epoch in own { try add(db, epoch, trusting: trustsOwn) }
      for chain in witnessed { try add(db, chain) }
      if !merged().hasMore { return }
    }
    self.init(mostEntries: mostEntries, mostBytes: mostBytes)
    for epoch in own { try add(db, epoch, trusting: trustsOwn) }
    for chain in witnessed where chain.hasSealed { try addSealed(db, chain.epoch, after: 0) }
  }

  private init(mostEntries: Int, mostBytes: Int) {
    self.mostEntries = mostEntries
    self.mostBytes = mostBytes
  }

  private mutating func add(_ db: Database, _ own: OwnEpoch, trusting: Bool) throws {
    let last = trusting ? .max : try Self.confirmed(db, own)
    try add(db, own.epoch, after: own.acknowledged, through: last, isOwn: true)
  }

  /// The last entry before the first one that was lost or changed here: the next entry has to name its hash, or the chain
  /// has to end with it.
  private static func confirmed(_ db: Database, _ own: OwnEpoch) throws -> Int64 {
    var (sequence, hash) = (own.acknowledged, [UInt8]?.none)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT bytes, sequence FROM entry WHERE epoch_id = (SELECT id FROM device_epoch WHERE epoch = ?)
        AND sequence > ? ORDER BY sequence
        """, arguments: [Data(own.epoch.bytes), own.acknowledged])
    while let row = try rows.next(), row[EntryColumn.sequence] as Int64 == sequence + 1 {
      let bytes = Array(row[EntryColumn.bytes] as Data)
      guard let name = EntryFormat.name(of: bytes), hash == nil || name.previousHash == hash else { break }
      sequence += 1
      hash = entryHash(bytes)
    }
    return sequence == own.lastSequence && hash == own.lastHash ? sequence : max(own.acknowledged, sequence - 1)
  }

  private mutating func add(_ db: Database, _ chain: WitnessedEpoch) throws {
    if chain.head != nil {
      try add(db, chain.epoch, after: chain.first - 1, through: chain.lastSequence, isOwn: false)
    }
    // The province accepts entries that it wrote and sealed without their predecessors, which may be lost everywhere.
    if chain.hasSealed { try addSealed(db, chain.epoch, after: chain.lastSequence) }
  }

  /// Reads an epoch's entries after a sequence, up to the first gap.
  /// - Parameter last: the last sequence to read.
  private mutating func add(
    _ db: Database, _ epoch: DeviceEpoch, after sequence: Int64, through last: Int64 = .max, isOwn: Bool
  ) throws {
    var entries: [(bytes: [UInt8], base: Int64, act: EntryAct?)] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT bytes, sequence FROM entry WHERE epoch_id = (SELECT id FROM device_epoch WHERE epoch = ?)
        AND sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?
        """, arguments: [Data(epoch.bytes), sequence, last, mostEntries + Self.longestAct])
    while let row = try rows.next(), row[EntryColumn.sequence] as Int64 == sequence + Int64(entries.count) + 1 {
      let bytes = Array(row[EntryColumn.bytes] as Data)
      let (base, act) = try EntryFormat.base(of: bytes)
      entries.append((bytes, base, act))
    }
    chains.append(Chain(entries: entries[...], isOwn: isOwn))
  }

  /// Reads the entries of an epoch after a sequence that the province has sealed and that have no place; there may be
  /// gaps.
  private mutating func addSealed(_ db: Database, _ epoch: DeviceEpoch, after sequence: Int64) throws {
    let rows = try Data.fetchAll(
      db,
      sql: """
        SELECT e.bytes FROM entry e JOIN seal USING (hash)
        WHERE e.epoch_id = (SELECT id FROM device_epoch WHERE epoch = ?) AND e.sequence > ?
        AND e.office_sequence IS NULL ORDER BY e.sequence LIMIT ?
        """, arguments: [Data(epoch.bytes), sequence, mostEntries + Self.longestAct])
    let entries = try rows.map { row in
      let (base, act) = try EntryFormat.base(of: Array(row))
      return (bytes: Array(row), base: base, act: act)
    }
    chains.append(Chain(entries: entries[...], isOwn: false))
  }

  /// - Returns: entries up to the limits, but at least one if there is any. An ordinary act is not split, so that the
  ///     limits may be exceeded by one act.
  func merged() -> (entries: [[UInt8]], ownCount: Int, hasMore: Bool) {
    var chains = chains
    var entries: [[UInt8]] = []
    var (size, ownCount) = (0, 0)
    var act: EntryAct?
    while let next = chains.indices.filter({ !chains[$0].entries.isEmpty })
      .min(by: { chains[$0].nextBase < chains[$1].nextBase }),
      let entry = chains[next].entries.first
    {
      let goesOn =
        entry.act != nil && entry.act == act && size + entry.bytes.count <= mostBytes + Self.mostBytesBeyond
      guard entries.isEmpty || goesOn || (entries.count < mostEntries && size + entry.bytes.count <= mostBytes) else {
        return (entries, ownCount, true)
      }
      chains[next].entries.removeFirst()
      act = entry.act
      entries.append(entry.bytes)
      size += entry.bytes.count
      if chains[next].isOwn { ownCount += 1 }
    }
    return (entries, ownCount, false)
  }
}
