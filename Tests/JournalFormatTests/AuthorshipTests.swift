import Crypto
import DossierDomain
import Testing

@testable import JournalFormat

/// How the authorship of each entry is proved.
@Suite struct AuthorshipTests {
  private static let office = OfficeID(high: 1, low: 1)
  private static let epoch = DeviceEpoch(high: 2, low: 2)
  private static let (an, binh) = (ClerkID(high: 3, low: 1), ClerkID(high: 3, low: 2))
  private let key = P256.Signing.PrivateKey()

  private func entry(_ sequence: Int64, _ clerk: ClerkID) throws -> [UInt8] {
    try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: Self.epoch, sequence: sequence), previousHash: [], clerk: clerk,
        at: Instant(milliseconds: 1_795_680_000_000 + sequence), dossier: nil, base: 0,
        content: .office(.confirmClock(CivilDate(dayNumber: 20_000)))))
  }

  private func entries(_ clerks: [ClerkID]) throws -> [[UInt8]] {
    try clerks.enumerated().map { try entry(Int64($0 + 1), $1) }
  }

  private func statement(_ range: ClosedRange<Int64>, of clerk: ClerkID, _ entries: [[UInt8]]) throws -> ClerkStatement
  {
    var statement = ClerkStatement(clerk: clerk, epoch: Self.epoch, first: range.lowerBound, last: range.upperBound)
    let hers = entries.enumerated().filter { index, bytes in
      range.contains(Int64(index + 1)) && EntryFormat.author(of: bytes) == clerk
    }
    try statement.sign(with: key, office: Self.office, hashes: hers.map { entryHash($0.element) })
    return statement
  }

  private func spans(
    _ entries: [[UInt8]], _ statements: [ClerkStatement], machineThrough: Int64 = 0,
    device: DeviceID = DeviceID(high: 4, low: 4), without missing: Set<Int> = []
  ) -> (spans: [AuthoredSpan], wrong: Int) {
    var authorship = Authorship(
      office: Self.office, epoch: Self.epoch, statements: statements,
      keys: [Self.an: [SigningPublicKey(key.publicKey)], Self.binh: [SigningPublicKey(key.publicKey)]],
      head: MachineHead(
        device: device, epoch: Self.epoch, sequence: machineThrough, hash: [], at: Instant(milliseconds: 0)))
    for (index, bytes) in entries.enumerated() where !missing.contains(index + 1) {
      authorship.add(Int64(index + 1), hash: entryHash(bytes), bytes: bytes)
    }
    return (authorship.finish(), authorship.wrong.count)
  }

  @Test func twoClerksInTurnEachSignTheirOwn() throws {
    let entries = try entries([Self.an, Self.binh, Self.an, Self.binh, Self.an])
    let found = spans(
      entries, [try statement(1...3, of: Self.an, entries), try statement(2...4, of: Self.binh, entries)],
      machineThrough: 4)
    #expect(found.spans.map(\.proof) == [.clerk, .clerk, .none])
    #expect(found.spans.map(\.entries) == [2, 2, 1])
    #expect(found.wrong == 0)
  }

  @Test func whatTheMachineAloneShowsEndsWhereItSigned() throws {
    let entries = try entries([Self.an, Self.an, Self.an])
    #expect(spans(entries, [], machineThrough: 2).spans.map(\.proof) == [.machine, .none])
  }

  @Test func whatIsInTheProvincesNameIsItsOwnOnlyWhenItSignedTheChain() throws {
    let entries = try entries([ProvinceClerk.id, ProvinceClerk.id])
    #expect(spans(entries, [], machineThrough: 1).spans.map(\.proof) == [.machine, .none])
    let provinces = spans(entries, [], machineThrough: 1, device: MachineHead.province)
    #expect(provinces.spans.map(\.proof) == [.province, .none])
  }

  @Test func anEntryThatWasChangedMakesTheStatementWrong() throws {
    var entries = try entries([Self.an, Self.an, Self.an])
    let statement = try statement(1...3, of: Self.an, entries)
    #expect(spans(entries, [statement]).wrong == 0)
    let other = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: Self.epoch, sequence: 2), previousHash: [], clerk: Self.an,
        at: Instant(milliseconds: 1_795_680_009_999), dossier: nil, base: 0,
        content: .office(.confirmClock(CivilDate(dayNumber: 20_000)))))
    entries[1] = other
    let found = spans(entries, [statement], machineThrough: 3)
    #expect(found.wrong == 1)
    #expect(found.spans.map(\.proof) == [.machine])
  }

  /// A desk that began with folded dossiers, or may not have some entries, cannot check statements about missing
  /// entries.
  @Test func whatIsNotHereIsNotCalledWrong() throws {
    let entries = try entries([Self.an, Self.an, Self.an, Self.an])
    let statement = try statement(1...3, of: Self.an, entries)
    for missing: Set<Int> in [[1], [2], [3], [1, 3]] {
      let found = spans(entries, [statement], without: missing)
      #expect(found.wrong == 0, "\(missing)")
      #expect(found.spans.map(\.proof) == [.incomplete, .none], "\(missing)")
    }
    #expect(spans(entries, [statement], without: [1, 2, 3]).spans.map(\.proof) == [.none])
  }

  @Test func aStatementSpeaksOfItsOfficeClerkEpochAndMarksOnly() throws {
    let entries = try entries([Self.an, Self.an])
    let right = try statement(1...2, of: Self.an, entries)
    let hashes = entries.map { entryHash($0) }
    let publicKey = SigningPublicKey(key.publicKey)
    #expect(right.isSigned(by: publicKey, office: Self.office, hashes: hashes))
    #expect(!right.isSigned(by: publicKey, office: OfficeID(high: 9, low: 9), hashes: hashes))
    #expect(
      !right.isSigned(by: SigningPublicKey(P256.Signing.PrivateKey().publicKey), office: Self.office, hashes: hashes))
    for change: (inout ClerkStatement) -> Void in [
      { $0.confirmed = [2] }, { $0.clerk = Self.binh }, { $0.epoch = DeviceEpoch(high: 7, low: 7) }, { $0.last = 3 },
    ] {
      var other = right
      change(&other)
      #expect(!other.isSigned(by: publicKey, office: Self.office, hashes: hashes))
    }
  }
}
