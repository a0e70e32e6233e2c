import DossierDomain
import GRDB
import OfficeWork
import Testing

@testable import DossierStore

/// The yearly decision is an entry of the journal, and later appointments use it.
@Suite struct DecidedDaysTests {
  /// Monday, 30 November 2026, is exchanged for Saturday.
  private func swap() throws -> YearlyDecision {
    let (monday, saturday) = (try day("30/11/2026"), try day("28/11/2026"))
    return try YearlyDecision(
      year: 2026,
      rows: [
        CalendarRow(date: monday, kind: .swappedOff, name: "Nghỉ hoán đổi", source: "TB"),
        CalendarRow(date: saturday, kind: .swappedWorking, name: "Làm bù", source: "TB"),
      ])
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }

  @Test func appointmentsCountByIt() throws {
    let office = try OfficeFixture()
    // Three working days, from the day after the holiday of Tuesday.
    #expect(
      try office.receive("A", procedure: OfficeFixture.maritalStatus).dueAt?.clockAndDate == "17:00 30/11/2026")
    try office.store.decisions.perform(.setDays(swap()), by: office.head.id, at: OfficeFixture.morning)
    #expect(try office.store.office.opening().calendar.isWorkingDay(day("28/11/2026")))
    #expect(
      try office.receive("B", procedure: OfficeFixture.maritalStatus).dueAt?.clockAndDate == "17:00 28/11/2026")
    let monday = try day("30/11/2026")
    #expect(try office.store.office.opening().calendar.rows.contains { $0.date == monday && $0.kind == .swappedOff })
    // After the decision is taken back, the defaults apply again.
    try office.store.decisions.perform(
      .setDays(YearlyDecision(year: 2026, rows: [])), by: office.head.id, at: OfficeFixture.morning)
    #expect(try office.store.office.opening().calendar == .standard)
  }

  @Test func aRebuildMakesThemAgain() throws {
    let office = try OfficeFixture()
    try office.store.decisions.perform(.setDays(swap()), by: office.head.id, at: OfficeFixture.morning)
    let before = try dump(office)
    #expect(before.contains { $0.hasPrefix("decided_day|") })
    try office.store.upkeep.rebuild { _, _ in }
    #expect(try dump(office) == before)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test(arguments: ["UPDATE office SET idle_lock = 99", "UPDATE clerk SET roles = 31", "DELETE FROM decided_day"])
  func whatWasChangedBesideTheJournalIsFoundAndMended(change: String) throws {
    let office = try OfficeFixture()
    try office.store.decisions.perform(.setDays(swap()), by: office.head.id, at: OfficeFixture.morning)
    try office.store.write { try $0.execute(sql: change) }
    #expect(try office.store.upkeep.verify().faults == [.officeDiffers])
    try office.store.upkeep.rebuild { _, _ in }
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func onlyTheHeadOrAnAdministratorDecides() throws {
    let office = try OfficeFixture()
    #expect(throws: StoreError.denied(.roleMissing([.headOfDesk, .administrator]))) {
      try office.store.decisions.perform(.setDays(swap()), by: office.reception.id, at: OfficeFixture.morning)
    }
    #expect(try office.store.office.opening().calendar == .standard)
  }

  private func dump(_ office: OfficeFixture) throws -> [String] {
    var lines: [String] = []
    try office.store.upkeep.canonicalDump { lines.append($0) }
    return lines
  }
}
