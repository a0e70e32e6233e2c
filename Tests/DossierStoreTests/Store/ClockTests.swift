import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct ClockTests {
  private func receive(_ fixture: OfficeFixture, at now: Instant) throws -> ActOutcome? {
    try fixture.store.decisions.perform(
      [Act(dossier: fixture.newID(), commands: [.receive(fixture.form("Hồ Văn Nam", days: 5))])],
      by: fixture.reception.id, at: now
    ).first
  }

  @Test func aJumpOfTheClockIsConfirmedOnceAndTheAnswerIsAnEntry() throws {
    let fixture = try OfficeFixture()
    try fixture.receive(at: OfficeFixture.morning.adding(minutes: 60))
    let earlier = OfficeFixture.morning.adding(minutes: -2 * 1440)
    let doubt = ClockDoubt.earlier(thanEntryAt: OfficeFixture.morning.adding(minutes: 60))
    guard case .denied(_, .clockDoubtful(doubt)) = try receive(fixture, at: earlier) else {
      Issue.record("a code was issued")
      return
    }
    let before = try fixture.store.office.entryCount()
    try fixture.store.decisions.perform(.confirmClock(earlier.civilDate), by: fixture.reception.id, at: earlier)
    #expect(try fixture.store.office.entryCount() == before + 1)
    guard case .done(let row, _) = try receive(fixture, at: earlier) else {
      Issue.record("no code was issued")
      return
    }
    #expect(row.receivedAt == earlier)
    // The date has to be confirmed only once.
    guard case .done = try receive(fixture, at: earlier.adding(minutes: 5)) else {
      Issue.record("asked again")
      return
    }
    #expect(try fixture.store.upkeep.verify().faults == [])
  }

  @Test func aNewLifeRemembersTheLastEntry() throws {
    let fixture = try OfficeFixture()
    try fixture.receive(at: OfficeFixture.morning.adding(minutes: 60))
    try fixture.store.exchange.beginNewLife(at: OfficeFixture.morning)
    guard case .denied(_, .clockDoubtful) = try receive(fixture, at: OfficeFixture.morning.adding(minutes: -1440))
    else {
      Issue.record("a code was issued")
      return
    }
  }

  @Test func otherWorkGoesOnWhateverTheClockSays() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive().id
    try fixture.perform(.note("đã gọi"), on: id, at: OfficeFixture.morning.adding(minutes: -1440))
  }

  private static let jumps = [-2 * 1440, 60 * 1440]

  @Test(arguments: jumps) func noRowOfARegisterIsTakenInBeforeTheDateIsConfirmed(minutes: Int) throws {
    let fixture = try OfficeFixture()
    let (decisions, now) = (fixture.store.decisions, OfficeFixture.morning.adding(minutes: minutes))
    let row = RowToImport(
      ImportedDossier(
        code: DossierCode("A-261103-1", origin: .imported), procedure: ProcedureReference(code: "", name: "Thủ tục"),
        owner: Person(name: "Hồ Thị Một"), status: .inProgress, receivedAt: OfficeFixture.morning, dueAt: nil,
        resolvedAt: nil, handedBackAt: nil, office: fixture.office.id))
    let doubt = try #require(try decisions.clockDoubt(at: now))
    let before = try fixture.store.office.entryCount()
    #expect(throws: StoreError.denied(.clockDoubtful(doubt))) {
      try decisions.importRegister([row], by: fixture.head.id, at: now)
    }
    // What an import would do is not written, and is said.
    #expect(try decisions.outcomes(ofImporting: [row]) == [.imported])
    #expect(try fixture.store.office.entryCount() == before)
    try decisions.perform(.confirmClock(now.civilDate), by: fixture.head.id, at: now)
    #expect(try decisions.clockDoubt(at: now) == nil)
    #expect(try decisions.importRegister([row], by: fixture.head.id, at: now) == [.imported])
  }

  @Test(arguments: jumps) func manyDossiersAtOnceWaitForTheDateToo(minutes: Int) throws {
    let fixture = try OfficeFixture()
    let ids = try (0..<Act.many).map { _ in try fixture.receive().id }
    for id in ids { try fixture.perform(.assign(to: fixture.specialist.id), on: id) }
    let now = OfficeFixture.morning.adding(minutes: minutes)
    func reassign() throws -> [ActOutcome] {
      try fixture.store.decisions.reassignAll(
        from: fixture.specialist.id, to: fixture.reception.id, by: fixture.head.id, at: now)
    }
    let before = try fixture.store.office.entryCount()
    let refused = try reassign()
    #expect(refused.count == Act.many)
    for case .done in refused { Issue.record("it was done") }
    #expect(try fixture.store.office.entryCount() == before)
    try fixture.store.decisions.perform(.confirmClock(now.civilDate), by: fixture.head.id, at: now)
    #expect(try reassign().allSatisfy(\.isDone))
  }
}
