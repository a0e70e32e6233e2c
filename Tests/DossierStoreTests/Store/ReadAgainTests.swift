import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

/// A register that an earlier version read otherwise is imported again.
@Suite struct ReadAgainTests {
  private func row(_ fixture: OfficeFixture, code: String, name: String = "HỒ THỊ MỘT", hour: Int) -> RowToImport {
    RowToImport(
      ImportedDossier(
        code: DossierCode(code, origin: .imported), procedure: ProcedureReference(code: "1.004873", name: "Thủ tục"),
        owner: Person(name: name), status: .inProgress, receivedAt: OfficeFixture.morning,
        dueAt: OfficeFixture.morning.civilDate.instant(atMinute: 60 * hour), resolvedAt: nil, handedBackAt: nil,
        office: fixture.office.id),
      codeAsWritten: "a-261103-1")
  }

  @Test func rowsThatAreOnlyReadDifferentlyWaitForAYes() throws {
    let fixture = try OfficeFixture()
    let decisions = fixture.store.decisions
    func take(_ row: RowToImport, accepts: Bool = false) throws -> ImportOutcome? {
      try decisions.importRegister(
        [row], agreement: accepts ? .readings : [], by: fixture.head.id, at: OfficeFixture.morning
      )
      .first
    }
    // As version 0.2 stored it: the code as written, and midnight.
    #expect(try take(row(fixture, code: "a-261103-1", hour: 0)) == .imported)
    let (stored, now) = (try fixture.dump(), row(fixture, code: "A-261103-1", name: "Hồ Thị Một", hour: 17))
    guard case .readDifferently(let differences) = try take(now) else {
      Issue.record("the row was not said to be only read differently")
      return
    }
    #expect(differences.map(\.fact) == [.ownerName, .due])
    #expect(try decisions.outcomes(ofImporting: [now]) == [.readDifferently(differences)])
    #expect(try fixture.dump() == stored)
    #expect(try take(now, accepts: true) == .updated)
    #expect(try take(now) == .unchanged)
    // Something new is taken without a question, together with what is only read differently.
    #expect(try take(row(fixture, code: "A-261103-1", name: "Hồ Thị Mốt", hour: 0)) == .updated)
    #expect(try fixture.store.office.dossierCount() == 1)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }

  /// Earlier versions left births, sexes and mothers out.
  @Test func whatARegisterSaysOfThePersonIsAddedWithAYes() throws {
    let fixture = try OfficeFixture()
    let decisions = fixture.store.decisions
    func take(_ row: RowToImport, accepts: Bool = false) throws -> ImportOutcome? {
      try decisions.importRegister(
        [row], agreement: accepts ? .readings : [], by: fixture.head.id, at: OfficeFixture.morning
      ).first
    }
    let before = row(fixture, code: "A-261103-1", hour: 17)
    #expect(try take(before) == .imported)
    var now = before
    (now.dossier.owner.birth, now.dossier.owner.sex, now.dossier.owner.relative) = ("1998", .female, "Hồ Thị Mẹ")
    guard case .readDifferently(let differences) = try take(now) else {
      Issue.record("the row was not said to be only read differently")
      return
    }
    #expect(differences.map(\.fact) == [.ownerBirth, .ownerSex, .ownerRelative])
    #expect(try take(now, accepts: true) == .updated)
    let id = try #require(
      try fixture.store.queue.findByCode("A-261103-1", viewer: Viewer(fixture.head)).first?.id)
    func owner() throws -> Person? {
      try fixture.store.queue.card(id, viewer: Viewer(fixture.head))?.dossier.owner
    }
    #expect(try owner()?.birth == "1998" && owner()?.sex == .female && owner()?.relative == "Hồ Thị Mẹ")
    #expect(try take(now) == .unchanged && take(before) == .unchanged)
    #expect(try owner()?.relative == "Hồ Thị Mẹ")
    // What a clerk has corrected since stays.
    let correction = Act(
      dossier: id, commands: [.correct(field: .ownerBirth, value: "05/10/1998", reason: "theo CCCD")])
    guard case .done = try decisions.perform([correction], by: fixture.head.id, at: OfficeFixture.morning).first else {
      Issue.record("the correction was refused")
      return
    }
    now.dossier.owner.birth = "1999"
    #expect(try take(now, accepts: true) == .unchanged && owner()?.birth == "05/10/1998")
    #expect(try fixture.store.office.dossierCount() == 1)
    #expect(try fixture.store.upkeep.verify().faults.isEmpty)
  }
}
