import DossierDomain
import Foundation
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

/// The order of what is found, and how people of one name are told apart.
@Suite struct BestFirstTests {
  /// Every rule holds for rows that wait to be folded and for rows in the folded lists.
  @Test(arguments: [false, true])
  func aWholeNameComesBeforeItsWordsAndTheseBeforeTheirBeginnings(isFolded: Bool) throws {
    let fixture = try SearchFixture()
    for (place, owner) in ["Hồ Thu", "Hồ Thị Thu", "Thư Văn Hộ", "Hồ Thị Thuận", "Hô Thu", "Lê Hoà"].enumerated() {
      try fixture.add(Int64(place + 1), fixture.dossier(place, owner: owner, procedure: "Khác"))
    }
    // The words of the procedure are those of a name, too.
    try fixture.add(7, fixture.dossier(7, owner: "Lê Văn An", procedure: "Thủ tục về hộ"))
    if isFolded { try fixture.fold() }
    #expect(try fixture.find("ho thu").rids == [5, 1, 2, 7, 3, 4])
    #expect(try fixture.find("hồ thu").rids == [1, 5, 2, 7, 3, 4])
    #expect(try fixture.find("ho thu", limit: 1) == SearchIndex.Hits(rids: [5], hasMore: true))
    #expect(try fixture.faults().isEmpty)
  }

  /// The name is found although hundreds of newer dossiers have words that begin so.
  @Test(arguments: [false, true])
  func aWholeNameIsFoundBehindAllOthers(isFolded: Bool) throws {
    let fixture = try SearchFixture()
    try fixture.add(1, fixture.dossier(1, owner: "Hồ Thị Lan", applicant: "Lê Văn H'Nam"))
    for rid in 2...400 { try fixture.add(Int64(rid), fixture.dossier(rid, owner: "Hồ Thị Lan Anh")) }
    if isFolded { try fixture.fold() }
    #expect(try fixture.find("ho thi lan", limit: 10).rids.first == 1)
    #expect(try fixture.find("le van hnam", limit: 10).rids == [1])
    #expect(try fixture.find("ho thi lan", limit: 10).hasMore)
  }

  @Test(arguments: [false, true])
  func aWholeNameOfAConfidentialDossierIsFoundByThoseWhoMayKnowIt(isFolded: Bool) throws {
    let fixture = try SearchFixture()
    let assignee = ClerkID(high: 0, low: 9)
    try fixture.add(1, fixture.dossier(1, owner: "Nguyễn Mật", assignee: assignee, isConfidential: true))
    try fixture.add(2, fixture.dossier(2, owner: "Nguyễn Mật Anh"))
    if isFolded { try fixture.fold() }
    #expect(try fixture.find("nguyen mat").rids == [2])
    #expect(try fixture.find("nguyen mat", as: Viewer(clerk: assignee, seesConfidential: false)).rids == [1, 2])
  }

  @Test func aCorrectedNameLeavesNothingBehind() throws {
    let fixture = try SearchFixture()
    try fixture.add(1, fixture.dossier(1, owner: "Hồ Mai", applicant: "Hoàng Lan"))
    try fixture.fold()
    try fixture.add(1, fixture.dossier(1, owner: "Hồ Hoa", applicant: "Hoàng Lan"))
    try fixture.fold()
    #expect(try fixture.find("ho mai").rids == [])
    #expect(try fixture.find("hoang").rids == [1] && fixture.find("ho hoa").rids == [1])
    #expect(try fixture.faults().isEmpty)
  }

  private func namesakes() throws -> OfficeFixture {
    let office = try OfficeFixture()
    let people = [
      ("Hồ Thị Lan", "12/03/1985", "Thôn Ka Tăng, xã La Lay", "045185001217"), ("Hồ Thị Lan", "1990", "Bản Mới", ""),
      ("Hồ Thị Lan Anh", "", "", ""),
    ]
    for (name, birth, address, number) in people {
      let person = Person(name: name, identityNumber: number, birth: birth, address: address)
      let form = ReceptionForm(procedureCode: OfficeFixture.certifiedCopy, owner: person, components: [], days: 5)
      _ = try office.store.decisions.perform(
        [Act(dossier: office.newID(), commands: [.receive(form)])], by: office.reception.id, at: OfficeFixture.morning)
    }
    return office
  }

  @Test func peopleOfOneNameAreToldApartByYearHamletAndTheEndOfTheNumber() throws {
    let office = try namesakes()
    let marks = ["1985 · Thôn Ka Tăng · •••217", "1990 · Bản Mới"]
    let found = try office.store.search.find(SearchQuery(text: "ho thi lan", limit: 10, viewer: office.headViewer))
    #expect(found.rows.map { $0.ownerMark?.text } == [marks[1], marks[0], nil])
    #expect(found.people.map(\.hamlet) == ["Bản Mới", "Thôn Ka Tăng", ""])
    var query = office.query(.all)
    #expect(try Set(office.store.queue.page(query).rows.map { $0.ownerMark?.text }) == [marks[0], marks[1], nil])
    query.text = "lan"
    #expect(try Set(office.store.queue.page(query).rows.map { $0.ownerMark?.text }) == [marks[0], marks[1], nil])
  }

  /// A page with one of them says it too, because the other one is open; a dossier that nobody may know of says nothing.
  @Test func aNameIsNotAloneIfAnOpenDossierElsewhereHasIt() throws {
    let office = try namesakes()
    let viewer = Viewer(clerk: office.specialist.id, seesConfidential: false)
    func marks() throws -> [String?] {
      var (query, marks): (QueueQuery, [String?]) = (office.query(.all, limit: 1), [])
      query.viewer = viewer
      while let row = try office.store.queue.page(query).rows.first {
        marks.append(row.ownerMark?.text)
        query.window = .after(row.id)
      }
      return marks
    }
    #expect(try Set(marks()) == ["1985 · Thôn Ka Tăng · •••217", "1990 · Bản Mới", nil])
    let second = try #require(
      try office.store.queue.page(office.query(.all)).rows.first { $0.ownerMark?.text == "1990 · Bản Mới" })
    try office.store.write { db in
      try db.execute(sql: "UPDATE dossier SET confidential = 1 WHERE id = ?", arguments: [Data(second.id.bytes)])
    }
    #expect(try marks() == [nil, nil, nil])
  }

  /// One look into an index for each row of the page, however many people have the name.
  @Test func ownersOfOneNameAreFoundByAnIndex() throws {
    let office = try namesakes()
    let plan = try office.store.write { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + QueueRows.ownersOfOneName(count: 2), arguments: [Data(), Data()]
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("open_by_owner (bucket=? AND owner_key=?)") }, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }

  @Test func otherListsTellOwnersApartToo() throws {
    let office = try namesakes()
    let undoable = try office.store.queue.undoableActs(limit: 9, viewer: Viewer(office.reception))
    #expect(Set(undoable.flatMap(\.rows).map { $0.ownerMark?.text }).count == 3)
    let outbox = try office.store.exchange.outbox(OutboxQuery(limit: 50, viewer: office.headViewer))
    #expect(
      Set(outbox.rows.filter { $0.dossier != nil }.map { $0.ownerMark?.text })
        == ["1985 · Thôn Ka Tăng · •••217", "1990 · Bản Mới", nil])
    for row in try office.store.queue.page(office.query(.all)).rows where row.ownerMark != nil {
      try office.perform(.requestSupplement(items: ["Ảnh"]), on: row.id)
    }
    let calls = try office.store.queue.calls(
      CallQuery(reason: .awaited, today: OfficeFixture.morning.civilDate, holder: nil, viewer: office.headViewer))
    #expect(calls.count == 2 && calls.allSatisfy { $0.row.ownerMark != nil })
  }

  @Test func aFilterCountsAndFindsTheClerkWhoHolds() throws {
    let office = try namesakes()
    let mine = try office.receive("Lê Văn Sơn")
    try office.perform(.assign(to: office.specialist.id), on: mine.id)
    func page(_ text: String, _ filter: QueueFilter = .inProgress, named: [NamedClerk] = []) throws -> QueuePage {
      var query = office.query(filter, limit: 2)
      (query.text, query.named) = (text, named)
      return try office.store.queue.page(query)
    }
    for filter in [QueueFilter.inProgress, .all] {
      #expect(try page("ho thi lan", filter).matching == 3)
      #expect(try page("ho thi lan", filter).rows.count == 2)
      #expect(try page("", filter).matching == nil && page("zzz", filter).matching == 0)
      let clerk = NamedClerk(clerk: office.specialist.id, rest: "")
      #expect(try page("hoa", filter, named: [clerk]).rows.map(\.id) == [mine.id])
      let other = NamedClerk(clerk: office.specialist.id, rest: "lan")
      #expect(try page("hoa lan", filter, named: [other]).matching == 0)
    }
  }
}
