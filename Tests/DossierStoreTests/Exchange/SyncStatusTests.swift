import DossierDomain
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct SyncStatusTests {
  @Test func anOfficeThatWorksAloneHasNoProvince() throws {
    let fixture = try OfficeFixture()
    try fixture.receive()
    let status = try fixture.store.exchange.status(now: OfficeFixture.morning)
    #expect(status.enrolment == nil)
    #expect(status.entriesOwn == 5)
    #expect(status.waiting == 5)
    #expect(status.numbersLeft == 9998)
    #expect(status.lanes == [1...9999])
    #expect(try counts(fixture).waitingToSend == nil)
  }

  @Test func afterAnExchangeTheNumbersTellTheTruth() throws {
    let fixture = try OfficeFixture()
    try fixture.enrol()
    try fixture.receive()
    #expect(try counts(fixture).waitingToSend == 5)
    try fixture.exchange(withheld: 2, clockSkew: 4000)
    try fixture.receive()
    let status = try fixture.store.exchange.status(now: OfficeFixture.morning)
    #expect(status.enrolment?.deviceName == "Bàn 1")
    #expect(status.entriesAcknowledged == 5)
    #expect(status.entriesOwn == 6)
    #expect(status.completeUpTo == 7)
    #expect(status.head == 7)
    #expect(status.withheld == 2)
    #expect(status.clockSkew == 4000)
    #expect(status.numbersLeft == 1998)
    #expect(try counts(fixture).waitingToSend == 1)
  }

  @Test func aFailureStaysUntilAnExchangeGoesWell() throws {
    let fixture = try OfficeFixture()
    let failure = SyncFailure.serverBusy(retryAfterSeconds: 30)
    try fixture.store.exchange.recordExchange(failure: failure, at: OfficeFixture.morning)
    #expect(try fixture.store.exchange.status(now: OfficeFixture.morning).lastFailure == failure)
    #expect(try fixture.store.exchange.status(now: OfficeFixture.morning).lastExchangeAt == nil)
    try fixture.store.exchange.recordExchange(failure: nil, at: OfficeFixture.morning)
    let status = try fixture.store.exchange.status(now: OfficeFixture.morning)
    #expect(status.lastFailure == nil)
    #expect(status.lastExchangeAt == OfficeFixture.morning)
  }

  @Test func whatLostAndWhatIsKeptBackStandInTheViewToLookAt() throws {
    let fixture = try OfficeFixture()
    let lost = try fixture.receive("Hồ Văn Nam").id
    let held = try fixture.receive("Lê Thị Hoa").id
    try fixture.receive("Kray Văn Thơ")
    try fixture.exchange()
    try fixture.perform(.complete(DossierResult(approved: true, title: "Bản sao")), on: lost)
    let loser = try fixture.lastOwnSequence()
    try fixture.perform(.note("đã gọi"), on: held)
    let other = try fixture.foreignEntry(.withdraw(reason: "rút"), on: lost, by: fixture.specialist)
    try fixture.exchange(
      verdicts: [
        loser: .conflicted(with: other.reference, over: .course), loser + 1: .quarantined(.clerkUnknown),
      ], foreign: [other.bytes])
    let page = try fixture.store.queue.page(fixture.query(.inConflict))
    #expect(Set(page.rows.map(\.id)) == [lost, held])
    #expect(page.rows.first { $0.id == lost }?.conflicts == 1)
    #expect(page.rows.first { $0.id == held }?.held == 1)
    #expect(try counts(fixture).inConflict == 2)
    let status = try fixture.store.exchange.status(now: OfficeFixture.morning)
    #expect(status.conflicts == 1)
    #expect(status.refused == 1)
    #expect(try fixture.store.upkeep.verify().faults == [])
    let card = try #require(try fixture.store.queue.card(held, viewer: fixture.headViewer))
    #expect(card.dossier.held.map(\.reason) == [.clerkUnknown])
    let conflict = try #require(try fixture.store.queue.card(lost, viewer: fixture.headViewer)?.dossier.conflicts.first)
    try fixture.perform(.settleConflict(conflict.loser), on: lost)
    #expect(try fixture.store.queue.page(fixture.query(.inConflict)).rows.map(\.id) == [held])
  }

  private func counts(_ fixture: OfficeFixture) throws -> QueueCounts {
    try fixture.store.queue.counts(
      viewer: fixture.headViewer, endOfToday: fixture.query(.all).endOfToday, absentClerks: [])
  }
}
