import DossierDomain
import Testing

@testable import JournalFormat
@testable import JournalSamples

@Suite struct FoldedFormatTests {
  /// Folds of any entries that can be written, sensible or not.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func aFoldComesBackAsItWas(seed: UInt64) throws {
    let folded = try #require(Self.folded(seed: seed))
    let bytes = try FoldedFormat.encode(folded)
    #expect(try FoldedFormat.decode(bytes) == folded)
  }

  @Test func whatFieldsCannotHoldIsNotTold() throws {
    var folded = try #require(Self.folded(seed: 1))
    folded.dossier.copies = -1
    #expect(throws: EntryFormatError.notCanonical) { try FoldedFormat.encode(folded) }
  }

  @Test func otherBytesForTheSameAreRefused() throws {
    let bytes = try FoldedFormat.encode(#require(Self.folded(seed: 2)))
    #expect(throws: EntryFormatError.self) { try FoldedFormat.decode(bytes + [0xF8, 0x7F, 0x05]) }
    #expect(throws: EntryFormatError.self) { try FoldedFormat.decode(Array(bytes.dropLast())) }
  }

  static func folded(seed: UInt64) -> FoldedDossier? {
    var random = RandomContent(seed: seed)
    let id = DossierID(high: seed, low: 1)
    let epoch = DeviceEpoch(high: 1, low: 1)
    // A reception first, then any actions.
    let entries = (1...40).map { number in
      RecordedAction(
        reference: EntryReference(epoch: epoch, sequence: Int64(number)), clerk: ClerkID(high: 2, low: 2),
        at: Instant(milliseconds: Int64(number) * 1000),
        action: random.action(number == 1 ? .receive : DossierKind.allCases[random.below(DossierKind.allCases.count)]))
    }
    return Dossier.fold(id: id, entries: entries).map {
      FoldedDossier(dossier: $0, namedCodes: entries.compactMap(\.action.namedCode))
    }
  }
}
