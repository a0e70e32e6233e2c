import DossierDomain
import JournalFormat

@testable import JournalSamples

extension FuzzTarget {
  static var journal: [FuzzTarget] {
    [
      decoder("entry", seeds: entries) { bytes in
        let entry = try EntryFormat.decode(bytes)
        guard try EntryFormat.encode(entry) == bytes else { broken("other bytes for the same entry") }
        guard (try? EntryFormat.decodePlaced(bytes)) == entry, (try? EntryFormat.decodeTrusted(bytes)) == entry else {
          broken("what is an entry is none when it has a place")
        }
        guard entry.origin != nil || EntryEnvelope(canonical: bytes)?.reference == entry.reference else {
          broken("an entry without an envelope")
        }
      },
      decoder("placed-entry", seeds: entries) { bytes in
        let entry = try EntryFormat.decodePlaced(bytes)
        guard try EntryFormat.encode(entry) == bytes else { broken("other bytes for the same place") }
        guard (try? EntryFormat.base(of: bytes)) != nil else { broken("a placed entry without a base") }
        _ = entry.recorded(as: .accepted)
      },
      decoder("folded", seeds: folds) { bytes in
        let folded = try FoldedFormat.decode(bytes)
        guard (try? FoldedFormat.encode(folded)) == bytes else { broken("other bytes for the same fold") }
      },
      decoder("verdict", seeds: { [Verdict.accepted.bytes, Verdict.quarantined(.roleMissing).bytes] }) { bytes in
        if let verdict = Verdict(bytes: bytes), verdict.bytes != bytes { broken("other bytes for the same verdict") }
      },
    ]
  }

  static func entries() throws -> [[UInt8]] {
    var random = RandomContent(seed: 1)
    return try random.oneOfEachKind().map { content in
      var entry = random.entry()
      entry.content = content
      return try EntryFormat.encode(entry)
    }
  }

  static func folds() throws -> [[UInt8]] {
    try (1...8 as ClosedRange<UInt64>).compactMap { seed in
      var random = RandomContent(seed: seed)
      let actions = random.course(length: 20)
      let entries = actions.enumerated().map { index, action in
        RecordedAction(
          reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 1), sequence: Int64(index + 1)),
          clerk: ClerkID(high: 2, low: 2), at: Instant(milliseconds: 1_795_482_000_000 + Int64(index)), action: action)
      }
      return try Dossier.fold(id: DossierID(high: seed, low: 1), entries: entries).map {
        try FoldedFormat.encode(FoldedDossier(dossier: $0, namedCodes: actions.compactMap(\.namedCode)))
      }
    }
  }
}
