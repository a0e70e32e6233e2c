import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

/// The stored seat is written together with the act that changes it, or neither is written.
@Suite struct DraftsWithActsTests {
  private let now = OfficeFixture.morning
  private let before: [Draft] = [Draft(form: "receive", content: Array("before".utf8))]
  private let after: [Draft] = [Draft(form: "receive", content: Array("after".utf8))]

  @Test func anActTakesWhatItUsedUpWithIt() throws {
    let fixture = try OfficeFixture()
    let clerk = fixture.reception.id
    try fixture.store.drafts.keep(before, of: clerk, at: now)
    let act = Act(dossier: fixture.newID(), commands: [.receive(fixture.form())])
    let outcomes = try fixture.store.decisions.perform([act], by: clerk, at: now, leaving: after)
    #expect(outcomes.map(\.isDone) == [true])
    #expect(try fixture.store.drafts.kept(of: clerk, at: now) == after)
    try fixture.store.drafts.keep(before, of: clerk, at: now)
    _ = try fixture.store.decisions.perform([act], by: clerk, at: now)
    #expect(try fixture.store.drafts.kept(of: clerk, at: now) == before)
  }

  /// The citizen has her code. A form that came back filled in would issue her a second one.
  @Test func aFormGoesWithTheReceptionThatItWasFilledInFor() throws {
    let fixture = try OfficeFixture()
    let clerk = fixture.reception.id
    let note = Draft(form: "note", dossier: try fixture.receive().id, content: Array("đã gọi".utf8))
    try fixture.store.drafts.keep(before + [note], of: clerk, at: now)
    let act = Act(dossier: fixture.newID(), commands: [.receive(fixture.form())])
    _ = try fixture.store.decisions.perform([act], by: clerk, at: now, leaving: [note])
    #expect(try fixture.store.drafts.kept(of: clerk, at: now) == [note])
  }

  @Test func anActThatIsDeniedOrFailsTakesNothing() throws {
    let fixture = try OfficeFixture()
    let clerk = fixture.reception.id
    try fixture.store.drafts.keep(before, of: clerk, at: now)
    let unknown = Act(dossier: fixture.newID(), commands: [.note("?")])
    let outcomes = try fixture.store.decisions.perform([unknown], by: clerk, at: now, leaving: after)
    #expect(outcomes.map(\.isDone) == [false])
    #expect(try fixture.store.drafts.kept(of: clerk, at: now) == before)
    let absence = Absence(clerk: clerk, from: now.civilDate, through: now.civilDate, substitute: nil)
    #expect(throws: StoreError.self) {
      try fixture.store.decisions.perform(.setAbsence(absence), by: clerk, at: now, leaving: after)
    }
    #expect(try fixture.store.drafts.kept(of: clerk, at: now) == before)
    // One act that is done is enough to store the seat.
    let known = Act(dossier: try fixture.receive().id, commands: [.note("đã gọi")])
    _ = try fixture.store.decisions.perform([unknown, known], by: clerk, at: now, leaving: after)
    #expect(try fixture.store.drafts.kept(of: clerk, at: now) == after)
  }

  @Test func decisionsAboutTheOfficeDoTheSame() throws {
    let fixture = try OfficeFixture()
    let absence = Absence(clerk: fixture.specialist.id, from: now.civilDate, through: now.civilDate, substitute: nil)
    try fixture.store.decisions.perform(.setAbsence(absence), by: fixture.head.id, at: now, leaving: after)
    #expect(try fixture.store.drafts.kept(of: fixture.head.id, at: now) == after)
    let id = try fixture.receive().id
    try fixture.perform(.assign(to: fixture.specialist.id), on: id)
    _ = try fixture.store.decisions.reassignAll(
      from: fixture.specialist.id, to: fixture.reception.id, by: fixture.head.id, at: now, leaving: before)
    #expect(try fixture.store.drafts.kept(of: fixture.head.id, at: now) == before)
  }
}
