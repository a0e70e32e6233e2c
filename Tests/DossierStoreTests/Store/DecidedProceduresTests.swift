import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

/// Procedures that were decided here are entries of the journal, and later receptions use them.
@Suite struct DecidedProceduresTests {
  private let quick = ProcedureVersion(
    code: OfficeFixture.maritalStatus, name: "Tình trạng hôn nhân, bản mới", field: "Hộ tịch",
    timeLimit: .workingDays(1), components: ["Tờ khai"], fee: .known(15_000))

  @Test func receptionsGoByTheVersionOfTheirDay() throws {
    let office = try OfficeFixture()
    let before = try office.receive("A", procedure: OfficeFixture.maritalStatus)
    try office.store.decisions.perform(.setProcedure(quick), by: office.head.id, at: OfficeFixture.morning)
    let after = try office.receive("B", procedure: OfficeFixture.maritalStatus)
    #expect(before.dueAt?.clockAndDate == "17:00 30/11/2026")
    #expect(after.dueAt?.clockAndDate == "17:00 26/11/2026")
    #expect(after.procedureName == quick.name)
    #expect(try office.store.office.opening().catalogue.changes == [quick])
  }

  /// Lists show them without reading a version.
  @Test func theShortNameOfTheLastDecisionIsThereAtTheStart() throws {
    let office = try OfficeFixture()
    func decide(_ version: ProcedureVersion, short: String) throws {
      var version = version
      version.rules.names.short = short
      try office.store.decisions.perform(.setProcedure(version), by: office.head.id, at: OfficeFixture.morning)
    }
    func names() throws -> [String: String] { try office.store.office.opening().shortNames }
    #expect(try names() == [:])
    try decide(quick, short: "Độc thân")
    try decide(ProcedureVersion(code: "1.999999", name: "Cấp thẻ A", field: ""), short: "Thẻ A")
    #expect(try names() == [quick.code: "Độc thân", "1.999999": "Thẻ A"])
    try office.store.upkeep.rebuild { _, _ in }
    #expect(try names() == [quick.code: "Độc thân", "1.999999": "Thẻ A"])
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    try decide(quick, short: "")
    #expect(try names() == ["1.999999": "Thẻ A"])
    try office.store.write { try $0.execute(sql: "DELETE FROM short_name") }
    #expect(try office.store.upkeep.verify().faults == [.officeDiffers])
  }

  @Test func aRebuildMakesThemAgainInTheirOrder() throws {
    let office = try OfficeFixture()
    var second = quick
    second.name = "Bản sau nữa"
    let new = ProcedureVersion(code: "1.999999", name: "Cấp thẻ A", field: "", timeLimit: .sameDay)
    for version in [quick, new, second] {
      try office.store.decisions.perform(.setProcedure(version), by: office.head.id, at: OfficeFixture.morning)
    }
    #expect(try office.store.office.opening().catalogue.changes == [new, second])
    try office.store.upkeep.rebuild { _, _ in }
    #expect(try office.store.office.opening().catalogue.changes == [new, second])
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    try office.store.write { try $0.execute(sql: "DELETE FROM procedure_version WHERE code = '1.999999'") }
    #expect(try office.store.upkeep.verify().faults == [.officeDiffers])
  }
}
