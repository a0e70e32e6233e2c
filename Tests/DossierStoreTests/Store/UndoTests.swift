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
      case .undone(let act) = try fixture.store.decisions.undoLast(
        by: fixture.head.id, at: OfficeFixture.morning)
    else {
      Issue.record("nothing was undone")
      return
    }
    #expect(Set(act.rows.map(\.id)) == Set(ids))
    #expect(act.rows.allSatisfy { $0.assignee == nil })
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

  private func undo(_ scope: UndoScope, by clerk: Clerk, _ fixture: OfficeFixture) throws -> UndoOutcome {
    try fixture.store.decisions.undoLast(scope, by: clerk.id, at: OfficeFixture.morning)
  }

  @Test func inADossierOnlyItsOwnStepsAreTakenBackUnasked() throws {
    let fixture = try OfficeFixture()
    let (first, second) = (try fixture.receive("Hồ Một").id, try fixture.receive("Hồ Hai").id)
    try fixture.perform(.note("một"), on: first)
    try fixture.perform(.note("hai"), on: second)
    guard case .undone(let act) = try undo(.expected(in: first), by: fixture.head, fixture) else {
      Issue.record("nothing was undone")
      return
    }
    #expect(act.rows.map(\.id) == [first])
    #expect(act.actions == [[.note("một")]])
    #expect(act.again == [Act(dossier: first, commands: [.note("một")])])
    // The head has done nothing else there, so her act on the other dossier is only named.
    let before = try fixture.dump()
    guard case .asks(let asked) = try undo(.expected(in: first), by: fixture.head, fixture) else {
      Issue.record("it did not ask")
      return
    }
    #expect(asked.rows.map(\.id) == [second])
    #expect(!asked.isReception)
    #expect(try fixture.dump() == before)
    guard case .undone = try undo(.act(asked.reference), by: fixture.head, fixture) else {
      Issue.record("what was asked was not undone")
      return
    }
    #expect(try undo(.act(asked.reference), by: fixture.head, fixture) == .nothing)
  }

  @Test func aReceptionAndAnActOnSeveralDossiersAskFirst() throws {
    let fixture = try OfficeFixture()
    let ids = try (1...4).map { try fixture.receive("Hồ Văn \($0)").id }
    guard case .asks(let reception) = try undo(.expected(in: nil), by: fixture.reception, fixture) else {
      Issue.record("a reception did not ask")
      return
    }
    #expect(reception.isReception)
    #expect(reception.rows.map(\.id) == [ids[3]])
    _ = try fixture.store.decisions.perform(
      ids.map { Act(dossier: $0, commands: [.note("một"), .note("hai")]) }, by: fixture.head.id,
      at: OfficeFixture.morning)
    guard case .asks(let several) = try undo(.expected(in: ids[0]), by: fixture.head, fixture) else {
      Issue.record("several dossiers did not ask")
      return
    }
    #expect(several.count == 4)
    #expect(several.rows.count == UndoableAct.mostRows)
  }

  /// Acts that can never be undone do not push the others out of the list.
  @Test func whatCannotBeUndoneDoesNotFillTheList() throws {
    let fixture = try OfficeFixture()
    let id = try fixture.receive().id
    try fixture.perform(.note("một"), on: id)
    let rows = (1...3).map { number in
      ImportedDossier(
        code: DossierCode("000.19.45.H50-26110\(number)-0041", origin: .imported),
        procedure: ProcedureReference(code: "1.004873", name: "Xác nhận"), owner: Person(name: "Hồ Thị Lan"),
        status: .completed, receivedAt: OfficeFixture.morning, dueAt: nil,
        resolvedAt: nil, handedBackAt: nil, office: fixture.office.id)
    }
    _ = try fixture.store.decisions.importRegister(
      rows.map { RowToImport($0) }, by: fixture.head.id, at: OfficeFixture.morning)
    let acts = try fixture.store.queue.undoableActs(limit: 1, viewer: fixture.headViewer)
    #expect(acts.map(\.what) == [.note("một")])
  }

  @Test func theListHasEachActOnceAndNoneThatWasUndone() throws {
    let fixture = try OfficeFixture()
    let ids = try (1...2).map { try fixture.receive("Hồ Văn \($0)").id }
    _ = try fixture.store.decisions.perform(
      ids.map { Act(dossier: $0, commands: [.note("cả hai")]) }, by: fixture.head.id, at: OfficeFixture.morning)
    try fixture.perform(.note("sau"), on: ids[0])
    try fixture.perform(.note("sai"), on: ids[0])
    _ = try fixture.store.decisions.undoLast(by: fixture.head.id, at: OfficeFixture.morning)
    let acts = try fixture.store.queue.undoableActs(limit: 20, viewer: fixture.headViewer)
    #expect(acts.map(\.what) == [.note("sau"), .note("cả hai")])
    #expect(acts.map(\.count) == [1, 2])
    let own = try fixture.store.queue.undoableActs(limit: 1, viewer: Viewer(fixture.reception))
    #expect(own.map(\.isReception) == [true])
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
