import DossierDomain
import ExchangeModel
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct LongerChainTests {
  private func page(_ fixture: OfficeFixture, acknowledging sequence: Int64) throws -> OrderedPage {
    let outgoing = try fixture.store.exchange.outgoing(
      mostEntries: 0, mostBytes: 0, today: OfficeFixture.morning.civilDate)
    let epoch = try #require(outgoing.epochs.last)
    return OrderedPage(
      logEpoch: outgoing.request.position.logEpoch, base: outgoing.request.position.sequence, places: [],
      rolling: outgoing.request.position.rolling, head: outgoing.request.position.sequence,
      acknowledged: [(epoch.epoch, sequence, [UInt8](repeating: 1, count: 32))], lanes: outgoing.request.lanesHeld)
  }

  /// The province has more entries of this epoch than the database, because an older image of the disk was put back.
  @Test func aLongerChainOfThePresentLifeIsAFork() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    try fixture.receive()
    try fixture.exchange()
    let last = try fixture.lastOwnSequence()
    let epoch = try #require(
      try fixture.store.exchange.outgoing(mostEntries: 0, mostBytes: 0, today: OfficeFixture.morning.civilDate).epochs
        .last)
    let fork = EntryReference(epoch: epoch.epoch, sequence: last + 1)
    #expect(throws: StoreError.order(.forked(fork))) {
      try fixture.store.exchange.apply(page(fixture, acknowledging: last + 3))
    }
    // The province has all entries that are here, so they keep their references in the new life.
    try fixture.store.exchange.beginNewLife(forkedAt: fork, at: OfficeFixture.morning)
    #expect(try fixture.lastOwnSequence() == 0)
    let epochs = try fixture.store.exchange.outgoing(
      mostEntries: 9, mostBytes: 1 << 20, today: OfficeFixture.morning.civilDate)
    #expect(
      epochs.request.entries.isEmpty && epochs.epochs.contains { $0.epoch == epoch.epoch && $0.lastSequence == last })
    _ = try fixture.store.exchange.apply(page(fixture, acknowledging: 0))
  }

  /// Afterwards its entries show that the chains diverge before the end of the one here. That is no reason for another life:
  /// what was written here differently gets its references in the present one.
  @Test func anEarlierForkOfTheLifeThatWasLeftBeginsNoOther() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    try fixture.receive()
    try fixture.exchange()
    let common = try fixture.lastOwnSequence()
    try fixture.receive()
    let last = try fixture.lastOwnSequence()
    func epochs() throws -> Outgoing {
      try fixture.store.exchange.outgoing(mostEntries: 0, mostBytes: 1 << 20, today: OfficeFixture.morning.civilDate)
    }
    let left = try #require(try epochs().epochs.last?.epoch)
    try fixture.store.exchange.beginNewLife(
      forkedAt: EntryReference(epoch: left, sequence: last + 1), at: OfficeFixture.morning)
    let present = try #require(try epochs().epochs.last?.epoch)
    try fixture.store.exchange.beginNewLife(
      forkedAt: EntryReference(epoch: left, sequence: common + 1), at: OfficeFixture.morning)
    let after = try epochs().epochs
    #expect(after.last?.epoch == present && present != left)
    #expect(after.first { $0.epoch == left }?.lastSequence == common)
    #expect(try fixture.lastOwnSequence() == last - common)
  }

  @Test func whereNothingIsAllowedNothingIsSent() throws {
    let fixture = try OfficeFixture()
    try fixture.receive()
    let outgoing = try fixture.store.exchange.outgoing(
      mostEntries: 0, mostBytes: 1 << 20, today: OfficeFixture.morning.civilDate)
    #expect(outgoing.request.entries.isEmpty && outgoing.ownCount == 0 && !outgoing.hasMore)
  }

  /// A machine whose disk image is put back each morning begins a new life each day.
  @Test func ofManyLivesTheLatestAreNamedAndThoseThatAreNotWhole() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    try fixture.receive()
    for _ in 0..<70 { try fixture.store.exchange.beginNewLife(at: OfficeFixture.morning) }
    let outgoing = try fixture.store.exchange.outgoing(
      mostEntries: 9, mostBytes: 1 << 20, today: OfficeFixture.morning.civilDate)
    #expect(outgoing.epochs.count == 48)
    #expect(outgoing.epochs.last?.isCurrent == true)
    #expect(outgoing.epochs.contains { $0.acknowledged < $0.lastSequence })
  }
}
