import DossierDomain
import Testing

@testable import JournalFormat
@testable import JournalSamples

@Suite struct KindTests {
  @Test(arguments: DossierKind.allCases) func anActIsOfTheKindOfWhichItIsMade(kind: DossierKind) {
    var random = RandomContent(seed: UInt64(kind.rawValue))
    for _ in 0..<20 { #expect(random.action(kind).kind == kind) }
  }

  /// The rule says which kinds can begin a dossier, and the fold does so for these only.
  @Test(arguments: DossierKind.allCases) func aDossierBeginsWithWhatTheRuleSays(kind: DossierKind) {
    var random = RandomContent(seed: UInt64(kind.rawValue))
    let entry = RecordedAction(
      reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: 1), clerk: ClerkID(high: 1, low: 1),
      at: Instant(milliseconds: 0), action: random.action(kind))
    let dossier = Dossier.fold(id: DossierID(high: 1, low: 1), entries: [entry])
    #expect((dossier != nil) == (kind.rule.beginning != .none))
    #expect(entry.action.beginsDossier == (dossier != nil))
  }

  @Test(arguments: EntryKind.allCases) func theWriterReadsBackEachKind(kind: EntryKind) throws {
    var random = RandomContent(seed: UInt64(kind.rawValue))
    var entry = random.entry()
    entry.content = random.content(kind)
    entry.revision = EntryFormat.revision(of: entry.content)
    let bytes = try EntryFormat.write(entry)
    #expect(try EntryFormat.decode(bytes) == entry)
  }
}

/// Entries about a counter, in the form of a later version.
@Suite struct CounterKindTests {
  /// Field 1 names the counter; the later fields belong to the later version.
  private static let payload: [UInt8] = [0x0A, 16] + (1...16).map { UInt8($0) } + [0x10, 0x01]

  private func entry(_ kind: UInt32) -> Entry {
    Entry(
      reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 2), sequence: 7), previousHash: [],
      clerk: ClerkID(high: 3, low: 4), at: Instant(milliseconds: 1_795_000_000_000), dossier: nil,
      content: .unknown(kind: kind, payload: Self.payload))
  }

  @Test(arguments: [201, 250, 299] as [UInt32]) func theyAreKeptRaw(kind: UInt32) throws {
    #expect(EntryKind.ofCounters.contains(kind))
    let bytes = try EntryFormat.encode(entry(kind))
    #expect(try EntryFormat.decode(bytes) == entry(kind))
    #expect(try EntryFormat.decodePlaced(bytes) == entry(kind))
    #expect(try EntryFormat.decodeTrusted(bytes) == entry(kind))
    #expect(EntryEnvelope(canonical: bytes)?.dossier == nil)
    #expect(!EntryFormat.knows(kind: kind, revision: EntryFormat.revision))
  }

  /// What concerns a dossier is an entry about it, also if a book has to do with it.
  @Test func aKnownKindIsAmongThemOnlyIfItHasNoDossier() {
    let ofCounters = EntryKind.allCases.filter { EntryKind.ofCounters.contains($0.rawValue) }
    #expect(ofCounters == [.office(.openBook)])
    #expect(DossierKind.allCases.allSatisfy { (1...99).contains($0.rawValue) })
    for kind in OfficeKind.allCases where !(100...199).contains(kind.rawValue) {
      #expect(EntryKind.ofCounters.contains(kind.rawValue))
    }
  }

  /// Machines that do not know the kind group by it.
  @Test(arguments: EntryKind.allCases.filter { EntryKind.ofCounters.contains($0.rawValue) })
  func aKnownOneBeginsWithTheIdOfItsBook(kind: EntryKind) throws {
    var random = RandomContent(seed: UInt64(kind.rawValue))
    let payload = try EntryFormat.payload(of: random.content(kind)).bytes
    #expect(payload.starts(with: [0x0A, 16]))
  }
}
