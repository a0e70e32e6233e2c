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
}
