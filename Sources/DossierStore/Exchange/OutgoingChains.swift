import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Several epochs' next entries on their way into one request. An entry that builds on another desk's has seen its place,
/// so the one that had seen less goes first; within an epoch the chain's order stands.
struct OutgoingChains {
  private struct Chain {
    var entries: ArraySlice<(bytes: [UInt8], base: Int64, act: EntryAct?)>
    var isOwn: Bool

    var nextBase: Int64 { entries.first?.base ?? .max }
  }

  /// An act has at most some ten entries; so many are read beyond the limit to keep one whole.
  private static let longestAct = 64
  /// The hashes prove a chain of somebody else from its signed end backwards, so all of it goes with one request: a day of
  /// an office with five desks.
  private static let mostEntriesWithWitnessed = 4000
  private static let mostBytesWithWitnessed = 5 << 20

  private let mostEntries: Int
  private let mostBytes: Int
  private var chains: [Chain] = []

  /// When the chains of others do not fit with the own entries into one request, they wait for their authors.
  init(
    _ db: Database, own: [OwnEpoch], _ witnessed: [WitnessedEpoch], mostEntries: Int, mostBytes: Int
  ) throws {
    if !witnessed.isEmpty {
      self.init(
        mostEntries: max(mostEntries, Self.mostEntriesWithWitnessed),
        mostBytes: max(mostBytes, Self.mostBytesWithWitnessed))
      for epoch in own { try add(db, epoch.epoch, after: epoch.acknowledged, isOwn: true) }
      for chain in witnessed { try add(db, chain) }
      if !merged().hasMore { return }
    }
    self.init(mostEntries: mostEntries, mostBytes: mostBytes)
    for epoch in own { try add(db, epoch.epoch, after: epoch.acknowledged, isOwn: true) }
    for chain in witnessed where chain.hasSealed { try addSealed(db, chain.epoch, after: 0) }
  }

  private init(mostEntries: Int, mostBytes: Int) {
    self.mostEntries = mostEntries
    self.mostBytes = mostBytes
  }

  private mutating func add(_ db: Database, _ chain: WitnessedEpoch) throws {
    if chain.head != nil {
      try add(db, chain.epoch, after: chain.first - 1, through: chain.lastSequence, isOwn: false)
    }
    // What the province wrote and sealed it takes without what came before: that may be nowhere any more.
    if chain.hasSealed { try addSealed(db, chain.epoch, after: chain.lastSequence) }
  }

  /// Reads an epoch's entries behind a sequence, as far as they are here without a gap.
  /// - Parameter last: no entry behind this one is read.
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

  /// Reads what the province has sealed of an epoch behind a sequence and what has no place, with gaps.
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

  /// - Returns: at most so many entries and bytes, at least one if there is any; an act is not cut in two.
  func merged() -> (entries: [[UInt8]], ownCount: Int, hasMore: Bool) {
    var chains = chains
    var entries: [[UInt8]] = []
    var (size, ownCount) = (0, 0)
    var act: EntryAct?
    while let next = chains.indices.filter({ !chains[$0].entries.isEmpty })
      .min(by: { chains[$0].nextBase < chains[$1].nextBase }),
      let entry = chains[next].entries.first
    {
      let goesOn = entry.act != nil && entry.act == act
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
