import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct UndoTests {
  @Test func theLastActIsTakenBackWhole() throws {
    let fixture = try OfficeFixture()
    let ids = try (1...3).map { try fixture.receive("Hồ Văn \($0)").id }
    let acts = ids.map { Act(dossier: $0, commands: [.assign(to: fixture.specialist.id), .note("giao")]) }
    _ = try fixture.store.decisions.perform(acts, by: fixture.head.id, at: OfficeFixture.morning)
    guard
      case .undone(let rows, _, _) = try fixture.store.decisions.undoLast(
        by: fixture.head.id, at: OfficeFixture.morning)
    else {
      Issue.record("nothing was undone")
      return
    }
    #expect(Set(rows.map(\.id)) == Set(ids))
    #expect(rows.allSatisfy { $0.assignee == nil })
    let card = try #require(try fixture.store.queue.card(ids[0], viewer: fixture.headViewer))
    #expect(card.dossier.notes.isEmpty)
    #expect(card.timeline.count == 5)
    #expect(try fixture.store.upkeep.verify().faults == [])
  }

  @Test func undoingTwiceTakesBackTheActBefore() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive().id
    try fixture.perform(.note("một"), on: id)
    try fixture.perform(.note("hai"), on: id)
    for left in [1, 0] {
      _ = try fixture.store.decisions.undoLast(by: fixture.head.id, at: OfficeFixture.morning)
      #expect(try fixture.store.queue.card(id, viewer: fixture.headViewer)?.dossier.notes.count == left)
    }
    #expect(try fixture.store.decisions.undoLast(by: fixture.head.id, at: OfficeFixture.morning) == .nothing)
  }

  @Test func whatALaterEntryBuildsOnStays() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive().id
    try fixture.perform(.note("sau"), on: id)
    let before = try fixture.dump()
    #expect(
      try fixture.store.decisions.undoLast(by: fixture.reception.id, at: OfficeFixture.morning)
        == .denied(.laterEntryBuildsOnIt))
    #expect(try fixture.dump() == before)
  }

  @Test func anUndoneReceptionKeepsItsCodeStruck() throws {
    let fixture = try OfficeFixture()
    let row = try fixture.receive()
    _ = try fixture.store.decisions.undoLast(by: fixture.reception.id, at: OfficeFixture.morning)
    let found = try fixture.store.queue.findByCode(row.code.text, viewer: fixture.headViewer)
    #expect(found.map(\.isVoid) == [true])
    #expect(try fixture.receive().code != row.code)
  }
}
