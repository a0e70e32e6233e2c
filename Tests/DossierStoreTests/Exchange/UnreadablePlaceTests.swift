import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

/// An earlier version of the province accepted an entry that no version can read; the desk has to continue.
@Suite struct UnreadablePlaceTests {
  /// The log epoch of the province in `OfficeFixture.exchange`.
  private let logEpoch: [UInt8] = [7]

  /// An office with a dossier that has its place in the order.
  private func placed() throws -> (OfficeFixture, QueueRow) {
    let office = try OfficeFixture()
    try office.enrol()
    let row = try office.receive()
    try office.exchange()
    return (office, row)
  }

  private func page(_ contents: [[UInt8]], _ store: LocalStore, base: LogPosition? = nil) throws -> OrderedPage {
    var position = try base ?? store.read { try SyncRecord.position($0) }
    let first = position.sequence
    var places: [OrderedEntry] = []
    for bytes in contents {
      position.sequence += 1
      position.rolling = position.rolling.adding(entryHash: entryHash(bytes), verdict: .accepted)
      places.append(OrderedEntry(officeSequence: position.sequence, verdict: .accepted, content: .bytes(bytes)))
    }
    return OrderedPage(
      logEpoch: logEpoch, base: first, places: places, rolling: position.rolling, head: position.sequence,
      acknowledged: [], lanes: [])
  }

  /// A note dated 1899, which can be encoded and not decoded.
  private func unreadable(_ dossier: DossierID) throws -> [UInt8] {
    let bytes = try EntryFormat.encode(
      Entry(
        reference: EntryReference(epoch: DeviceEpoch(high: 5, low: 5), sequence: 1), previousHash: [],
        clerk: ClerkID(high: 1, low: 1), at: Instant(milliseconds: -2_240_000_000_000), dossier: dossier,
        content: .dossier(.note("a"))))
    #expect(throws: EntryFormatError.self) { try EntryFormat.decodePlaced(bytes) }
    return bytes
  }

  @Test func itIsKeptByItsHashAndWhatFollowsIsTaken() throws {
    let (office, row) = try placed()
    let bad = try unreadable(row.id)
    let good = try office.foreignEntry(.note("b"), on: row.id, by: office.head).bytes
    let before = try office.store.read { try SyncRecord.position($0).sequence }
    let applied = try office.store.exchange.apply(page([bad, good], office.store))
    #expect(applied.position.sequence == before + 2)
    #expect(try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier.notes.map(\.text) == ["b"])
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    let dump = try office.dump()
    try office.store.upkeep.rebuild()
    #expect(try office.dump() == dump)
  }

  /// If the orders diverge after the unreadable place, its hash is still needed to continue from there.
  @Test func aRestoredProvinceGoesOnBehindIt() throws {
    let (office, row) = try placed()
    let first = try page([unreadable(row.id)], office.store)
    _ = try office.store.exchange.apply(first)
    let kept = try office.store.read { try SyncRecord.position($0) }
    _ = try office.store.exchange.apply(
      page([office.foreignEntry(.note("b"), on: row.id, by: office.head).bytes], office.store))
    var restored = try page(
      [office.foreignEntry(.note("c"), on: row.id, by: office.head, epoch: 78).bytes], office.store, base: kept)
    restored.response.logEpoch = [UInt8](repeating: 2, count: 16)
    #expect(try office.store.exchange.apply(restored).position.sequence == kept.sequence + 1)
    let places = try office.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM unreadable_place") }
    #expect(places == 1)
  }

  @Test func anOwnEntryBesideTheOrderHasNoEffectAndIsShown() throws {
    let (office, row) = try placed()
    try office.perform(.note("b"), on: row.id, by: office.head)
    let sequence = try office.lastOwnSequence()
    var answer = try page([], office.store)
    let epoch = try #require(office.store.read { try ExchangeStore.ownEpochs($0) }.first?.epoch)
    answer.response.unplaced = [EntryReference(epoch: epoch, sequence: sequence)]
    let applied = try office.store.exchange.apply(answer)
    #expect(applied.refused == 1)
    let card = try office.store.queue.card(row.id, viewer: office.headViewer)
    #expect(card?.dossier.notes.isEmpty == true)
    #expect(card?.dossier.held.map(\.reason) == [.unplaceable])
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }
}

/// A desk writes no entry that another machine of its office cannot read.
@Suite struct MachinesReadingTests {
  private func write(_ office: OfficeFixture, kind: UInt32) throws {
    try office.store.write { db in
      var writer = try JournalWriter(db)
      try writer.append(
        .unknown(kind: kind, payload: [1]), dossier: nil, clerk: office.head.id, at: OfficeFixture.morning, group: nil)
      try writer.finish()
    }
  }

  @Test func whoWorksAloneWritesWhatTheProgramCan() throws {
    let office = try OfficeFixture()
    #expect(throws: Never.self) { try write(office, kind: 77) }
  }

  /// The check comes before the data are shown, because the reading could not be recorded afterwards.
  @Test func aReadingIsNotRecordedWhereAMachineCouldNotReadIt() throws {
    let office = try OfficeFixture()
    let reading = OfficeAction.recordReading(
      DataReading(what: .list, persons: 30, hash: Array(repeating: 7, count: DataReading.hashLength)))
    func record() throws {
      try office.store.decisions.check(reading, by: office.reception.id)
      try office.store.decisions.perform(reading, by: office.reception.id, at: OfficeFixture.morning)
    }
    #expect(throws: Never.self) { try record() }
    try office.enrol()
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: .unsaid, behind: ["Bàn 2"])) }
    let behind = StoreError.denied(.machinesBehind(names: ["Bàn 2"], isProvinceBehind: false))
    #expect(throws: behind) { try office.store.decisions.check(reading, by: office.reception.id) }
    #expect(throws: behind) {
      try office.store.decisions.perform(reading, by: office.reception.id, at: OfficeFixture.morning)
    }
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: .own)) }
    #expect(throws: Never.self) { try record() }
    #expect(throws: StoreError.denied(.roleMissing([]))) {
      try office.store.decisions.check(reading, by: ClerkID(high: 7, low: 7))
    }
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    try office.store.upkeep.rebuild()
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  /// A citizen does not wait for the upgrade of another desk.
  @Test func enteredDaysAreRecordedWhereEveryMachineReadsThem() throws {
    let office = try OfficeFixture()
    let procedure = try #require(OfficeFixture.withoutLimit)
    func enteredDays() throws -> Int? {
      let row = try office.receive(procedure: procedure)
      return try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier.appointment?.enteredDays
    }
    #expect(try enteredDays() == 5)
    try office.enrol()
    #expect(try enteredDays() == nil)
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: nil)) }
    #expect(try enteredDays() == 5)
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: .unsaid, behind: ["Bàn 2"])) }
    #expect(try enteredDays() == nil)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func theCommandSaysWhichMachineIsToBeUpgraded() throws {
    let office = try OfficeFixture()
    try office.enrol()
    // The province has not reported anything yet, so it may be an older version.
    #expect(throws: StoreError.denied(.machinesBehind(names: [], isProvinceBehind: true))) {
      try write(office, kind: 77)
    }
    #expect(throws: Never.self) { try office.receive() }
    let newer = ReadableContent(revision: 1, kinds: [1...33, 77...77, 100...107])
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: .unsaid, behind: ["Bàn 2"])) }
    #expect(throws: StoreError.denied(.machinesBehind(names: ["Bàn 2"], isProvinceBehind: false))) {
      try write(office, kind: 77)
    }
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: newer, behind: ["Bàn 2"])) }
    #expect(throws: Never.self) { try write(office, kind: 77) }
    try office.store.write { try MachinesReading.keep($0, OfficeReads(content: nil)) }
    #expect(throws: Never.self) { try office.receive() }
    // A report from before an upgrade says nothing about what only the new version can read.
    #expect(throws: StoreError.denied(.machinesBehind(names: [], isProvinceBehind: false))) {
      try write(office, kind: 78)
    }
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }
}
