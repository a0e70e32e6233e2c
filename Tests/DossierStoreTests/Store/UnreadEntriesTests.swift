import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// Entries in the office's order that this version of the program cannot read.
@Suite struct UnreadEntriesTests {
  private let dossier = DossierID(high: 8, low: 8)
  private let epoch = DeviceEpoch(high: 5, low: 5)

  /// A page with one entry of another desk.
  private func page(_ bytes: [UInt8], _ verdict: Verdict, _ store: LocalStore) throws -> OrderedPage {
    let position = try store.read { try SyncRecord.position($0) }
    return OrderedPage(
      logEpoch: [UInt8](repeating: 1, count: 16), base: position.sequence,
      places: [OrderedEntry(officeSequence: position.sequence + 1, verdict: verdict, content: .bytes(bytes))],
      rolling: position.rolling.adding(entryHash: entryHash(bytes), verdict: verdict), head: position.sequence + 1,
      acknowledged: [], lanes: [])
  }

  private func entry(_ content: EntryContent, revision: UInt32 = EntryFormat.revision) throws -> [UInt8] {
    try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: epoch, sequence: 1), previousHash: [], clerk: ClerkID(high: 1, low: 1),
        at: OfficeFixture.morning, dossier: dossier, revision: revision, content: content))
  }

  @Test func aContentThatCannotBeReadTakesItsPlaceAndBlocksNobody() throws {
    let office = try OfficeFixture()
    // Kind 1 is a reception, but these bytes do not encode one.
    let bytes = try entry(.unknown(kind: 1, payload: [0xFF, 0xFF, 0xFF]))
    #expect(throws: EntryFormatError.self) { try EntryFormat.decode(bytes) }
    let applied = try office.store.exchange.apply(page(bytes, .quarantined(.unreadable), office.store))
    #expect(applied.position.sequence == 1)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    let before = try office.dump()
    try office.store.upkeep.rebuild()
    #expect(try office.dump() == before)
    #expect(try office.store.exchange.readNewKinds() == 0)
  }

  @Test func aNewerKindIsFoldedAfterTheUpgrade() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let bytes = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: epoch, sequence: 1), previousHash: [], clerk: ClerkID(high: 1, low: 1),
        at: OfficeFixture.morning, dossier: row.id, revision: EntryFormat.revision + 1,
        content: .unknown(kind: 77, payload: [1])))
    _ = try office.store.exchange.apply(page(bytes, .accepted, office.store))
    #expect(try office.store.exchange.readNewKinds() == 0)
    let kept = try office.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM unread_entry") }
    #expect(kept == 1)
    // Simulates an upgrade by changing the table: the kind is now one that this version knows.
    try office.store.write { try $0.execute(sql: "UPDATE unread_entry SET kind = 25, revision = 1") }
    #expect(try office.store.exchange.readNewKinds() == 1)
    #expect(try office.store.exchange.readNewKinds() == 0)
  }

  /// The version before could not read that another desk had issued a paper. Its page is fetched after the upgrade.
  @Test func aPaperOfANewerKindIsFetchedAfterTheUpgrade() throws {
    let office = try OfficeFixture()
    let row = try office.receive()
    let sealed = String(repeating: "ab", count: 32)
    let number = try #require(PaperNumber("1/2026-7K3QZ0"))
    let form = try #require(OfficeFixture.receipt)
    let paper = try #require(
      PaperIssue(
        form: form, template: "1", number: number,
        pageHash: Array(repeating: 7, count: 16),
        sealed: sealed))
    let bytes = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: epoch, sequence: 1), previousHash: [], clerk: ClerkID(high: 1, low: 1),
        at: OfficeFixture.morning, dossier: row.id, content: .dossier(.issuePaper(paper))))
    _ = try office.store.exchange.apply(page(bytes, .accepted, office.store))
    #expect(try office.store.scans.wanted().map(\.hash.text) == [sealed])
    // What the version before left: the entry is here, noted as unread, and nothing is known of the page.
    try office.store.write { db in
      try db.execute(sql: "DELETE FROM blob")
      try db.execute(sql: "INSERT INTO unread_entry SELECT max(position), 25, 1 FROM entry")
    }
    #expect(try office.store.scans.wanted().isEmpty)
    #expect(try office.store.exchange.readNewKinds() == 1)
    #expect(try office.store.scans.wanted().map(\.hash.text) == [sealed])
  }

  /// An entry of a kind reserved for counters: it has no dossier, and the counter's name is field 1 of the payload.
  @Test func anEntryAboutACounterIsKeptRawUntilItsKindIsKnown() throws {
    let office = try OfficeFixture()
    try office.receive()
    let payload: [UInt8] = [0x0A, 16] + (1...16).map { UInt8($0) } + [0x10, 0x01]
    let entry = Entry(
      reference: EntryReference(epoch: epoch, sequence: 1), previousHash: [], clerk: ClerkID(high: 1, low: 1),
      at: OfficeFixture.morning, dossier: nil, content: .unknown(kind: 201, payload: payload))
    let bytes = try EntryFormat.encode(entry)
    try office.enrol()
    try office.exchange(foreign: [bytes])
    func kept() throws -> Entry? {
      try office.store.read { db in
        try Data.fetchAll(db, sql: "SELECT bytes FROM entry").map { try EntryFormat.decodeTrusted(Array($0)) }
      }.first { $0.reference == entry.reference }
    }
    #expect(try kept() == entry)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    let before = try office.dump()
    try office.store.upkeep.rebuild()
    #expect(try office.dump() == before)
    #expect(try office.store.exchange.readNewKinds() == 0)
    // Simulates an upgrade by changing the table: the kind is now one that this version knows.
    try office.store.write { try $0.execute(sql: "UPDATE unread_entry SET kind = 104 WHERE kind = 201") }
    #expect(try office.store.exchange.readNewKinds() == 1)
    #expect(try kept() == entry)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }
}
