import DossierDomain
import GRDB
import JournalFormat
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct OutboxTests {
  private func outbox(
    _ fixture: OfficeFixture, _ text: String = "", _ delivery: EntryDelivery? = nil, after: EntryReference? = nil,
    limit: Int = 1000, viewer: Viewer? = nil
  ) throws -> OutboxPage {
    try fixture.store.exchange.outbox(
      OutboxQuery(
        text: text, delivery: delivery, after: after, limit: limit, viewer: viewer ?? fixture.headViewer))
  }

  @Test func pagesMeetEveryOwnEntryOnceTheNewestFirst() throws {
    let fixture = try OfficeFixture()
    try RandomOffice(seed: 3, fixture).work(acts: 80)
    try fixture.store.exchange.beginNewLife(at: OfficeFixture.morning)
    try RandomOffice(seed: 4, fixture).work(acts: 40)
    let whole = try outbox(fixture).rows
    #expect(whole.count == (try fixture.store.office.entryCount()))
    #expect(Set(whole.map(\.id)).count == whole.count)
    let epochs = whole.map(\.id.epoch)
    #expect(epochs.first != epochs.last)
    for (newer, older) in zip(whole, whole.dropFirst()) where newer.id.epoch == older.id.epoch {
      #expect(newer.id.sequence == older.id.sequence + 1)
    }
    var paged: [OutboxRow] = []
    var next = try outbox(fixture, limit: 7)
    while true {
      paged += next.rows
      guard next.hasMore else { break }
      next = try outbox(fixture, after: next.scannedTo, limit: 7)
    }
    #expect(paged == whole)
  }

  @Test func otherDesksEntriesAreNotInTheOutbox() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive().id
    let other = try fixture.foreignEntry(.note("của bàn khác"), on: id, by: fixture.specialist)
    try fixture.exchange(foreign: [other.bytes])
    #expect(try outbox(fixture, "của bàn khác").rows == [])
    #expect(try outbox(fixture).rows.count == 5)
  }

  @Test func eachStateIsFoundByItself() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive("Hồ Văn Nam").id
    let first = try fixture.lastOwnSequence()
    try fixture.perform(.note("kín đáo"), on: id)
    try fixture.exchange(verdicts: [first + 1: .quarantined(.clerkUnknown)])
    try fixture.perform(.note("đang gửi"), on: id)
    try fixture.store.exchange.markSent(1)
    try fixture.perform(.note("mới ghi"), on: id)
    #expect(try outbox(fixture, "", .refused).rows.map(\.verdict) == [.quarantined(.clerkUnknown)])
    #expect(try outbox(fixture, "", .recorded).rows.map(\.action) == [.note("mới ghi")])
    #expect(try outbox(fixture, "", .sent).rows.map(\.action) == [.note("đang gửi")])
    #expect(try outbox(fixture, "", .acknowledged).rows.count == 5)
  }

  @Test func aSearchMeetsCodeOwnerAndWhatWasDoneWithoutMarks() throws {
    let fixture = try OfficeFixture()
    let row = try fixture.receive("Hồ Thị Kăn Tưm")
    try fixture.receive("Lê Văn Sơn")
    try fixture.perform(.note("đã gọi điện"), on: row.id)
    for text in ["kan tum", String(row.code.text.suffix(4)), "kăn goi dien"] {
      #expect(try outbox(fixture, text).rows.first?.dossier == row.id, "\(text)")
    }
    #expect(try outbox(fixture, "tiep nhan").rows.count == 2)
    #expect(try outbox(fixture, "received").rows.count == 2)
    #expect(try outbox(fixture, "không có").rows == [])
  }

  @Test func whatIsConfidentialSaysNothingToOthers() throws {
    let fixture = try OfficeFixture()
    let code = try #require(Catalogue.starter.versions.first { $0.isConfidential && $0.isReceivable }?.code)
    let id = try fixture.receive("Nguyễn Thị Kín", procedure: code).id
    try fixture.perform(.note("bí mật"), on: id)
    let viewer = Viewer(fixture.specialist)
    let rows = try outbox(fixture, viewer: viewer).rows.filter { $0.dossier == id }
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.isConfidential && $0.action == nil && $0.ownerName == nil })
    #expect(try outbox(fixture, "kín", viewer: viewer).rows == [])
    #expect(try outbox(fixture, "bí mật", viewer: viewer).rows == [])
    #expect(try outbox(fixture, "bí mật").rows.count == 1)
  }

  @Test func anEntryThatLostNamesWhoWasFirst() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive().id
    try fixture.exchange()
    try fixture.perform(.withdraw(reason: "rút"), on: id)
    let other = try fixture.foreignEntry(
      .complete(DossierResult(approved: true, title: "Bản sao")), on: id, by: fixture.specialist,
      at: OfficeFixture.morning.adding(minutes: -5))
    try fixture.exchange(
      verdicts: [try fixture.lastOwnSequence(): .conflicted(with: other.reference, over: .course)],
      foreign: [other.bytes])
    let row = try #require(try outbox(fixture, "", .refused).rows.first)
    #expect(row.winner == OutboxRow.Author(clerk: fixture.specialist.id, at: OfficeFixture.morning.adding(minutes: -5)))
  }

  @Test func aSearchForWhatIsRareComesInShortPagesAndGoesOn() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive("Hồ Thị Kăn Tưm").id
    let notes = (0..<4100).map { number in
      (clerk: fixture.head.id, at: OfficeFixture.morning, action: DossierAction.note("số \(number)"))
    }
    let reception = try #require(try fixture.store.queue.card(id, viewer: fixture.headViewer)?.timeline.first)
    try fixture.store.decisions.record([
      DecisionStore.History(
        id: fixture.newID(), steps: [(fixture.head.id, OfficeFixture.morning, reception.action)] + notes)
    ])
    let first = try outbox(fixture, "tiếp nhận", limit: 10)
    #expect(first.rows == [])
    #expect(first.hasMore)
    let second = try outbox(fixture, "tiếp nhận", after: first.scannedTo, limit: 10)
    #expect(second.rows.count == 2)
    #expect(!second.hasMore)
  }

  /// A page reads only the rows that it shows, whatever the journal contains.
  @Test(arguments: [nil, EntryDelivery.recorded, .sent, .acknowledged, .refused])
  func aPageIsReadFromAnIndexInItsOrder(delivery: EntryDelivery?) throws {
    let fixture = try OfficeFixture()
    let plan = try fixture.store.read { db in
      let condition = OutboxReader.condition(delivery)
      return try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + OutboxReader.sql(condition),
        arguments: StatementArguments([Int64](repeating: 1, count: condition.count { $0 == "?" }))
      ).map { $0["detail"] as String }.joined(separator: "; ")
    }
    #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    #expect(plan.contains(delivery == .refused ? "entry_ruled" : "entry_by_sequence"), "\(plan)")
  }
}
