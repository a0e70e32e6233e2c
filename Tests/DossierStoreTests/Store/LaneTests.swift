import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct LaneTests {
  private let day: Int64 = 86_400_000

  @Test func numbersRestartEachCivilDate() throws {
    let fixture = try OfficeFixture()
    let tomorrow = Instant(milliseconds: OfficeFixture.morning.milliseconds + day)
    let codes = try [OfficeFixture.morning, OfficeFixture.morning, tomorrow].map {
      try fixture.receive(at: $0).code.text
    }
    #expect(codes == ["000.19.45.H50-261124-0001", "000.19.45.H50-261124-0002", "000.19.45.H50-261125-0001"])
  }

  @Test func aClockSetBackRepeatsNoCode() throws {
    let fixture = try OfficeFixture()
    let tomorrow = Instant(milliseconds: OfficeFixture.morning.milliseconds + day)
    let times = [OfficeFixture.morning, tomorrow, OfficeFixture.morning, tomorrow, OfficeFixture.morning]
    let codes = try times.map { try fixture.receive(at: $0).code.text }
    #expect(Set(codes).count == times.count)
    #expect(codes.last == "000.19.45.H50-261124-0003")
  }

  @Test func aUsedUpLaneGivesProvisionalCodes() throws {
    let fixture = try OfficeFixture()
    try fixture.store.write { db in
      try db.execute(sql: "DELETE FROM lane_block")
      try db.execute(sql: "INSERT INTO lane_block VALUES (3, 4), (10, 10)")
    }
    let codes = try (1...5).map { _ in try fixture.receive().code }
    #expect(codes.prefix(3).map { $0.text.suffix(4) } == ["0003", "0004", "0010"])
    #expect(codes.map(\.origin) == [.office, .office, .office, .provisional, .provisional])
    #expect(Set(codes.map(\.text)).count == 5)
  }

  @Test func aProvisionalCodeIsFollowedByOneOfTheOffice() throws {
    let fixture = try OfficeFixture()
    try fixture.store.write { try $0.execute(sql: "DELETE FROM lane_block") }
    let row = try fixture.receive()
    let act = Act(dossier: row.id, commands: [.issueCode])
    func issue() throws -> ActOutcome? {
      try fixture.store.decisions.perform([act], by: fixture.reception.id, at: OfficeFixture.morning).first
    }
    #expect(try issue() == .denied(row.id, .numbersUsedUp))
    func provisional() throws -> [DossierID] {
      let report = try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: OfficeFixture.morning)
      let page = try fixture.store.queue.page(fixture.query(.open(.provisional, at: OfficeFixture.morning)))
      #expect(report.count(.provisional) == page.rows.count)
      return page.rows.map(\.id)
    }
    #expect(try provisional() == [row.id])
    // The province has granted numbers.
    try fixture.store.write { try $0.execute(sql: "INSERT INTO lane_block VALUES (501, 1000)") }
    guard case .done(let issued, _) = try issue() else {
      Issue.record("no code was issued")
      return
    }
    #expect(issued.code.text == "000.19.45.H50-261124-0501")
    #expect(try fixture.store.queue.card(row.id, viewer: fixture.headViewer)?.dossier.codes == [issued.code, row.code])
    // The code on the citizen's paper can still be found.
    #expect(try fixture.store.queue.findByCode(row.code.text, viewer: fixture.headViewer).map(\.id) == [row.id])
    #expect(try provisional() == [])
    #expect(try issue() == .denied(row.id, .codeNotProvisional))
    #expect(try fixture.receive().code.text.suffix(4) == "0502")
  }

  @Test func aDeniedReceptionGivesItsNumberBack() throws {
    let fixture = try OfficeFixture()
    let acts = [
      Act(dossier: fixture.newID(), commands: [.receive(fixture.form())]),
      Act(dossier: fixture.newID(), commands: [.receive(fixture.form("?"))]),
      Act(dossier: fixture.newID(), commands: [.receive(fixture.form()), .handBack(recipient: "", delivery: .atDesk)]),
      Act(dossier: fixture.newID(), commands: [.receive(fixture.form())]),
    ]
    let outcomes = try fixture.store.decisions.perform(acts, by: fixture.reception.id, at: OfficeFixture.morning)
    let codes = outcomes.map { outcome -> String? in
      if case .done(let row, _) = outcome { String(row.code.text.suffix(4)) } else { nil }
    }
    #expect(codes == ["0001", nil, nil, "0002"])
    #expect(try fixture.store.upkeep.verify().faults == [])
    #expect(try fixture.store.queue.page(fixture.query(.all)).rows.count == 2)
  }

  @Test func numbersOfAnImportedRegisterCountAsUsed() throws {
    let fixture = try OfficeFixture()
    let code = DossierCode("000.19.45.H50-261124-0041", origin: .imported)
    #expect(
      try fixture.store.decisions.importRegister(
        [RowToImport(row(code, fixture))], by: fixture.head.id, at: OfficeFixture.morning)
        == [
          .imported
        ])
    #expect(try fixture.receive().code.text == "000.19.45.H50-261124-0042")
  }

  @Test func aRegisterIsTakenInByThoseOnlyWhoMayDoSo() throws {
    let fixture = try OfficeFixture()
    let signer = Clerk(id: ClerkID(high: 1, low: 9), name: "Võ Thị Ký", roles: [.signingLeader])
    try fixture.store.write { db in
      try OfficeProjection.apply(db, .setClerk(signer), from: .init(position: 0, at: OfficeFixture.morning))
    }
    let rows = [row(DossierCode("000.19.45.H50-261124-0041", origin: .imported), fixture)]
    let rule = ActionRule.of(.importRow)
    #expect(throws: StoreError.denied(.roleMissing(rule.permittedRoles))) {
      try fixture.store.decisions.importRegister(rows.map { RowToImport($0) }, by: signer.id, at: OfficeFixture.morning)
    }
    #expect(try fixture.store.queue.page(fixture.query(.all)).rows.isEmpty)
  }

  /// Two programs that issue numbers on the same day may give one code to two citizens.
  @Test func aCodeIssuedHereIsNobodyElsesInARegister() throws {
    let fixture = try OfficeFixture()
    let own = try fixture.receive("Nguyễn Thị Hoa")
    var foreign = row(DossierCode(own.code.text, origin: .imported), fixture)
    foreign.owner.name = "Trần Văn Chết"
    #expect(
      try fixture.store.decisions.importRegister([RowToImport(foreign)], by: fixture.head.id, at: OfficeFixture.morning)
        == [
          .codeTaken
        ])
    #expect(try fixture.store.queue.card(own.id, viewer: fixture.headViewer)?.dossier.owner.name == "Nguyễn Thị Hoa")
    #expect(try fixture.store.upkeep.verify().faults == [])
  }

  @Test func aCodeIsFoundAsTheScreensShortenIt() throws {
    let fixture = try OfficeFixture()
    let row = try fixture.receive()
    for text in [row.code.text, row.code.short, String(row.code.text.suffix(4))] {
      #expect(try fixture.store.queue.findByCode(text, viewer: fixture.headViewer).map(\.id) == [row.id], "\(text)")
    }
    #expect(try fixture.store.queue.findByCode("261124-0%_7", viewer: fixture.headViewer).isEmpty)
  }

  @Test func theSameRegisterTwiceChangesNothing() throws {
    let fixture = try OfficeFixture()
    var rows = (1...30).map { row(DossierCode("000.19.45.H50-260301-\(1000 + $0)", origin: .imported), fixture) }
    func take() throws -> Set<ImportOutcome> {
      Set(
        try fixture.store.decisions.importRegister(
          rows.map { RowToImport($0) }, by: fixture.head.id, at: OfficeFixture.morning))
    }
    #expect(try take() == [.imported])
    let dump = try fixture.dump()
    #expect(try take() == [.unchanged])
    #expect(try fixture.dump() == dump)
    rows = rows.map { row in
      var row = row
      row.status = .handedBack
      return row
    }
    #expect(try take() == [.updated])
    #expect(
      try fixture.store.queue.counts(viewer: fixture.headViewer, endOfToday: OfficeFixture.morning, absentClerks: [])
        .all
        == 30)
  }

  /// A high number of another year does not affect today's numbers.
  @Test func numbersAreGivenBackAsFarAsTodaysAreNotUsed() throws {
    let fixture = try OfficeFixture()
    let today = OfficeFixture.morning.civilDate
    let blocks = try fixture.store.write { db in
      try Lanes.markUsed(
        db, code: DossierCode("000.19.45.H50-240103-9999", origin: .imported), agency: "000.19.45.H50")
      try Lanes.giveBack(db, above: 2000, today: today)
      return (held: try Lanes.held(db), returned: try Lanes.returned(db))
    }
    #expect(blocks.held.map { $0.last } == [2000])
    #expect(blocks.returned.map { $0.first } == [2001])
  }

  private func row(_ code: DossierCode, _ fixture: OfficeFixture) -> ImportedDossier {
    ImportedDossier(
      code: code, procedure: ProcedureReference(code: "1.004873", name: "Xác nhận", versionHash: ""),
      owner: Person(name: "Hồ Thị Lan"), status: .completed, receivedAt: Instant(milliseconds: 1_780_000_000_000),
      dueAt: nil, resolvedAt: nil, handedBackAt: nil, office: fixture.office.id)
  }
}
