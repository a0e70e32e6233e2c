import DossierDomain
import Foundation
import Testing

@testable import JournalFormat
@testable import JournalSamples

@Suite struct EntryFormatTests {
  @Test(arguments: EntryKind.allCases) func everyKindComesBackAsItWas(kind: EntryKind) throws {
    var random = RandomContent(seed: UInt64(kind.rawValue))
    for _ in 0..<40 {
      var entry = random.entry()
      entry.content = random.content(kind)
      entry.revision = EntryFormat.revision(of: entry.content)
      #expect(try EntryFormat.payload(of: entry.content).kind == kind.rawValue)
      let bytes = try EntryFormat.encode(entry)
      #expect(try EntryFormat.decode(bytes) == entry)
      #expect(try EntryFormat.decodePlaced(bytes) == entry)
      #expect(try EntryFormat.decodeTrusted(bytes) == entry)
    }
  }

  @Test func noNumberOfAKindIsUsedTwice() {
    let numbers = EntryKind.allCases.map(\.rawValue)
    #expect(Set(numbers).count == numbers.count)
    for kind in EntryKind.allCases { #expect(EntryKind(rawValue: kind.rawValue) == kind) }
  }

  /// Entries of every kind of version 0.2, in the bytes that it wrote.
  @Test func whatEarlierReleasesWroteIsReadAndWouldBeWrittenTheSame() throws {
    let file = (#filePath as NSString).deletingLastPathComponent + "/Fixtures/entries-0.2.txt"
    var kinds: Set<UInt32> = []
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: " ")
      let kind = try #require(UInt32(parts[0]))
      let bytes = try #require(decoded(hexadecimal: parts[1]))
      let entry = try EntryFormat.decode(bytes)
      #expect(try EntryFormat.encode(entry) == bytes)
      if EntryFormat.knows(kind: kind, revision: entry.revision) {
        if case .unknown = entry.content { Issue.record("kind \(kind) is not read any more") }
      }
      kinds.insert(kind)
    }
    #expect(kinds.isSuperset(of: Array(1...33) + Array(100...107)))
  }

  @Test func decodingAndEncodingReturnsTheSameBytes() throws {
    var random = RandomContent(seed: 2026)
    for _ in 0..<2000 {
      let entry = random.entry()
      let bytes = try EntryFormat.encode(entry)
      #expect(try EntryFormat.decode(bytes) == entry)
      #expect(try EntryFormat.encode(EntryFormat.decode(bytes)) == bytes)
    }
  }

  @Test func theBytesOfAnEntryNeverChange() throws {
    let entry = Entry(
      reference: EntryReference(epoch: DeviceEpoch(high: 1, low: 2), sequence: 7), previousHash: [],
      clerk: ClerkID(high: 3, low: 4), at: Instant(milliseconds: 1_795_000_000_000),
      dossier: DossierID(high: 5, low: 6),
      content: .dossier(.note("Hẹn lại")))
    let expected =
      "0a1000000000000000010000000000000002100e2210000000000000000300000000000000042880f8b2e5bd683210000000"
      + "00000000050000000000000006480150195a0d2a0b48e1bab96e206ce1baa169"
    #expect(hexadecimal(try EntryFormat.encode(entry)) == expected)
  }

  @Test func anEntryOfANewerVersionKeepsItsBytes() throws {
    var random = RandomContent(seed: 3)
    for revision in [EntryFormat.revision, EntryFormat.revision + 1] {
      var entry = random.entry()
      entry.revision = revision
      entry.content = .unknown(kind: 4711, payload: [0xFF, 0, 1, 2])
      let bytes = try EntryFormat.encode(entry)
      #expect(try EntryFormat.decode(bytes) == entry)
      #expect(try EntryFormat.decode(bytes).recorded == nil)
    }
  }

  @Test func aKnownKindWithFieldsOfANewerRevisionIsKeptRaw() throws {
    var random = RandomContent(seed: 4)
    var entry = random.entry()
    entry.revision = EntryFormat.revision + 1
    // A note with a field that this version does not know.
    entry.content = .unknown(kind: DossierKind.note.rawValue, payload: [0x2A, 0x01, 0x61, 0xF8, 0x07, 0x01])
    let bytes = try EntryFormat.encode(entry)
    #expect(try EntryFormat.decode(bytes) == entry)
    entry.revision = EntryFormat.revision
    let claimed = try EntryFormat.encode(entry)
    #expect(throws: EntryFormatError.notCanonical) { try EntryFormat.decode(claimed) }
  }

  @Test func otherBytesForTheSameEntryAreRefused() throws {
    var random = RandomContent(seed: 5)
    let bytes = try EntryFormat.encode(random.entry())
    // A repeated field: protobuf takes the last one, but the canonical form has it only once.
    #expect(throws: EntryFormatError.notCanonical) { try EntryFormat.decode(bytes + [0x48, 0x01]) }
    #expect(throws: EntryFormatError.notCanonical) { try EntryFormat.decode(bytes + [0xF8, 0x07, 0x01]) }
  }

  @Test func aReadingHasItsWholeHashAndABoundedPurpose() throws {
    var random = RandomContent(seed: 7)
    var entry = random.entry()
    func decoded(_ purpose: String, hash: Int) throws -> Entry {
      entry.content = .office(
        .recordReading(DataReading(what: .list, purpose: purpose, persons: 1, hash: Array(repeating: 1, count: hash))))
      return try EntryFormat.decode(EntryFormat.encode(entry))
    }
    let longest = String(repeating: "a", count: DataReading.longestPurpose)
    #expect(try decoded(longest, hash: 32) == entry)
    #expect(throws: EntryFormatError.malformed("purpose")) { try decoded(longest + "a", hash: 32) }
    #expect(throws: EntryFormatError.malformed("hash")) { try decoded("", hash: 31) }
  }

  @Test func whatIsTooLargeIsRefusedBothWays() throws {
    var random = RandomContent(seed: 6)
    var entry = random.entry()
    entry.content = .dossier(.note(String(repeating: "a", count: EntryFormat.maximumBytes)))
    #expect(throws: EntryFormatError.self) { try EntryFormat.encode(entry) }
    let long = [UInt8](repeating: 0, count: EntryFormat.maximumBytes + 1)
    #expect(throws: EntryFormatError.tooLarge(long.count)) { try EntryFormat.decode(long) }
  }

  @Test(arguments: [Int64.min, -1 << 55, 1 << 55, Int64.max])
  func momentsOutsideOfTheCalendarAreRefused(milliseconds: Int64) throws {
    var random = RandomContent(seed: 7)
    var entry = random.entry()
    entry.at = Instant(milliseconds: milliseconds)
    let written = try EntryFormat.encode(entry)
    #expect(throws: EntryFormatError.malformed("instant")) { try EntryFormat.decode(written) }
    entry.at = Instant(milliseconds: 0)
    entry.content = .dossier(
      .extend(reason: "", appointment: AppointmentFact(dueAt: Instant(milliseconds: milliseconds))))
    let due = try EntryFormat.encode(entry)
    #expect(throws: EntryFormatError.malformed("instant")) { try EntryFormat.decode(due) }
  }

  @Test(arguments: UInt64(0)..<40)
  func damagedBytesThrowOrAreStillCanonical(seed: UInt64) throws {
    var random = RandomContent(seed: 1000 + seed)
    let bytes = try EntryFormat.encode(random.entry())
    for length in 0..<bytes.count { check(Array(bytes.prefix(length))) }
    for _ in 0..<400 {
      var damaged = bytes
      damaged[random.below(damaged.count)] ^= 1 << UInt8(random.below(8))
      if random.below(3) == 0 { damaged.remove(at: random.below(damaged.count)) }
      check(damaged)
    }
    check(random.bytes(300))
  }

  private func check(_ bytes: [UInt8]) {
    guard let entry = try? EntryFormat.decode(bytes) else { return }
    #expect((try? EntryFormat.encode(entry)) == bytes)
  }

  private func decoded(hexadecimal text: Substring) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
