import Foundation
import JournalFormat
import SwiftProtobuf
import Testing

@testable import Demonstration
@testable import DossierDomain
@testable import SyncProtocol

@Suite struct EntryBatchTests {
  /// A day of a demo office, as the entries of one device's chain.
  static func day(seed: UInt64, dossiers: Int) -> [[UInt8]] {
    var chain = ChainMaker(seed: seed)
    var demo = DemoOffice(
      seed: seed, dossiers: dossiers, now: Instant(milliseconds: 1795507200_000))
    while let life = demo.next() {
      for step in life.steps { chain.add(.dossier(step.action), dossier: life.id, clerk: step.clerk, at: step.at) }
    }
    return chain.entries
  }

  @Test func aDayComesBackByteForByte() throws {
    let entries = Self.day(seed: 3, dossiers: 60)
    let batch = EntryBatchEncoder.encode(entries)
    #expect(batch.irregular.isEmpty)
    #expect(try EntryBatchDecoder.decode(batch, limits: .standard) == entries)
  }

  @Test func whatColumnsWouldChangeGoesAsItIs() throws {
    var chain = ChainMaker(seed: 5)
    chain.add(.dossier(.note("a")))
    chain.add(.unknown(kind: 777, payload: [1, 2, 3]))
    var entries = chain.entries
    // An entry that breaks the chain, an envelope with an unknown field, and bytes that are not an entry.
    entries.append(chain.made(.dossier(.note("b")), sequence: 3, previousHash: []))
    entries.append(entries[0] + [0xF8, 0x01, 0x05])
    entries.append([0xFF, 0xFF])
    entries.append(chain.made(.dossier(.note("c")), sequence: 9, previousHash: [UInt8](repeating: 7, count: 32)))
    let batch = EntryBatchEncoder.encode(entries)
    #expect(batch.irregular.map(\.place) == [2, 3, 4])
    #expect(try EntryBatchDecoder.decode(batch, limits: .standard) == entries)
  }

  @Test func anyMixOfChainsComesBack() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<200 {
      var chains = [ChainMaker(seed: random.next()), ChainMaker(seed: random.next()), ChainMaker(seed: random.next())]
      var entries: [[UInt8]] = []
      for _ in 0..<Int(random.next() % 40) {
        let index = Int(random.next() % 3)
        chains[index].add(
          random.next() % 5 == 0
            ? .unknown(kind: UInt32(random.next() % 90_000), payload: [UInt8(random.next() % 256)])
            : .dossier(.note(String(random.next()))),
          dossier: random.next() % 4 == 0 ? nil : .version7(at: chains[index].now, random: (random.next() % 3, 0)),
          clerk: ClerkID(high: random.next() % 2, low: 1),
          group: random.next() % 3 == 0 ? GroupID(high: 9, low: 9) : nil)
        // Some entries are missing, like those that another desk may not see.
        if random.next() % 6 != 0, let last = chains[index].entries.last { entries.append(last) }
      }
      let batch = EntryBatchEncoder.encode(entries)
      #expect(try EntryBatchDecoder.decode(batch, limits: .standard) == entries)
    }
  }

  @Test func hostileColumnsAreRefused() throws {
    let good = EntryBatchEncoder.encode(Self.day(seed: 3, dossiers: 3))
    var changes: [(String, (inout Dossier_Sync_EntryBatch) -> Void)] = []
    changes.append(("clerk beyond the table", { $0.clerk[0] = 99 }))
    changes.append(("epoch beyond the table", { $0.runs[0].epoch = 5 }))
    changes.append(("run shorter than the columns", { $0.runs[0].count -= 1 }))
    changes.append(("run longer than the columns", { $0.runs[0].count += 1 }))
    changes.append(("sequence that overflows", { $0.runs[0].first = .max }))
    changes.append(("length beyond the payloads", { $0.payloadLength[0] = .max }))
    changes.append(("payload left over", { $0.payloads.append(1) }))
    changes.append(("dossier beyond the table", { $0.dossier[1] = 1000 }))
    changes.append(("negative distance", { $0.dossier[1] = -5 }))
    changes.append(("a column too short", { $0.at.removeLast() }))
    changes.append(("identifier of 15 bytes", { $0.epochs[0].removeLast() }))
    changes.append(("place in the middle of nowhere", { $0.irregular = [.with { $0.place = 9999 }] }))
    for (what, change) in changes {
      var batch = good
      change(&batch)
      #expect(throws: SyncProtocolError.self, "\(what)") { try EntryBatchDecoder.decode(batch, limits: .standard) }
    }
    #expect(throws: SyncProtocolError.tooMany(good.kind.count)) {
      try EntryBatchDecoder.decode(good, limits: SyncLimits(entries: 3))
    }
  }
}

/// Writes a device's chain.
struct ChainMaker {
  let epoch: DeviceEpoch
  private(set) var entries: [[UInt8]] = []
  private(set) var now = Instant(milliseconds: 1795482000_000)

  init(seed: UInt64) {
    epoch = DeviceEpoch(high: seed, low: seed &* 77)
  }

  mutating func add(
    _ content: EntryContent, dossier: DossierID? = DossierID(high: 4, low: 4),
    clerk: ClerkID = ClerkID(high: 1, low: 1),
    at: Instant? = nil, group: GroupID? = nil
  ) {
    now = at ?? Instant(milliseconds: now.milliseconds + 61_007)
    entries.append(
      made(
        content, sequence: Int64(entries.count) + 1, previousHash: entries.last.map(entryHash) ?? [], dossier: dossier,
        clerk: clerk, group: group))
  }

  func made(
    _ content: EntryContent, sequence: Int64, previousHash: [UInt8], dossier: DossierID? = nil,
    clerk: ClerkID = ClerkID(high: 1, low: 1), group: GroupID? = nil
  ) -> [UInt8] {
    // The entries made here are small and well-formed, so encoding does not fail.
    (try? EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: epoch, sequence: sequence), previousHash: previousHash, clerk: clerk, at: now,
        dossier: dossier, group: group, content: content))) ?? []
  }
}
