import Foundation
import JournalFormat
import SwiftProtobuf
import Testing

@testable import Demonstration
@testable import DossierDomain
@testable import SyncProtocol

@Suite struct FoldedBatchTests {
  /// The dossiers of a demo office in all their states.
  private static func dossiers(seed: UInt64, count: Int) throws -> [[UInt8]] {
    var demo = DemoOffice(seed: seed, dossiers: count, now: Instant(milliseconds: 1_795_507_200_000))
    var dossiers: [[UInt8]] = []
    let epoch = DeviceEpoch(high: 5, low: 5)
    while let life = demo.next() {
      let entries = life.steps.enumerated().map { index, step in
        RecordedAction(
          reference: EntryReference(epoch: epoch, sequence: Int64(dossiers.count * 5 + index) + 1), clerk: step.clerk,
          at: step.at, action: step.action)
      }
      guard let dossier = Dossier.fold(id: life.id, entries: entries) else { continue }
      dossiers.append(
        try FoldedFormat.encode(
          FoldedDossier(dossier: dossier, namedCodes: entries.compactMap(\.action.namedCode))))
    }
    return dossiers
  }

  @Test func anOfficeComesBackByteForByte() throws {
    let dossiers = try Self.dossiers(seed: 4, count: 300)
    let batch = FoldedBatch.encode(dossiers)
    #expect(batch.irregular.isEmpty && batch.shapes.count < 150)
    #expect(try FoldedBatch.decode(batch, limits: .standard) == dossiers)
  }

  @Test func whatColumnsWouldChangeGoesAsItIs() throws {
    var dossiers = try Self.dossiers(seed: 5, count: 3)
    // A number with a redundant byte, a field of eight bytes, an incomplete field, and an invalid identifier.
    dossiers.insert([0x30, 0x81, 0x00], at: 0)
    dossiers.insert([0x31, 1, 2, 3, 4, 5, 6, 7, 8], at: 2)
    dossiers += [[0x0A, 0x05, 1], [0x0A, 0x01, 1], []]
    let batch = FoldedBatch.encode(dossiers)
    #expect(batch.irregular.map(\.place) == [0, 2, 5, 6])
    #expect(try FoldedBatch.decode(batch, limits: .standard) == dossiers)
  }

  @Test func anyFieldsComeBack() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<300 {
      let dossiers = (0..<random.below(8)).map { _ in
        (0..<random.below(60)).map { _ in UInt8(truncatingIfNeeded: random.next() % 64) }
      }
      #expect(try FoldedBatch.decode(FoldedBatch.encode(dossiers), limits: .standard) == dossiers)
    }
  }

  @Test func changedBatchesAreRefusedOrReadAsSomethingElse() throws {
    let dossiers = try Self.dossiers(seed: 6, count: 20)
    let bytes: [UInt8] = try FoldedBatch.encode(dossiers).serializedBytes()
    var random = SeededRandom(seed: 9)
    for _ in 0..<2000 {
      var changed = bytes
      changed[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      guard let batch = try? FoldedBatch.Message(serializedBytes: changed) else { continue }
      if let read = try? FoldedBatch.decode(batch, limits: .standard) { #expect(read.count <= 5000) }
    }
  }

  @Test func aBatchThatUnpacksToTooMuchIsRefused() throws {
    var batch = FoldedBatch.Message()
    batch.shapes = [Data([0x52])]
    batch.shape = [UInt32](repeating: 0, count: 4000)
    batch.columns = [
      .with {
        $0.path = 10
        $0.values = [Data(repeating: 7, count: 100_000)]
        $0.uses = [0] + [UInt32](repeating: 1, count: 3999)
      }
    ]
    #expect(throws: SyncProtocolError.self) { try FoldedBatch.decode(batch, limits: .standard) }
  }

  /// A page in columns packs clearly smaller than its dossiers one after the other.
  @Test func columnsPackBetterThanRows() throws {
    let dossiers = try Self.dossiers(seed: 7, count: 600)
    let columns = try SyncFrame.pack(FoldedBatch.encode(dossiers).serializedBytes())
    let rows = try SyncFrame.pack(dossiers.flatMap { $0 })
    #expect(columns.count * 3 < rows.count * 2)
  }
}
