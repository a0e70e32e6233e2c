import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct ReassignTests {
  @Test func allOpenDossiersOfOneClerkGoToAnotherAndOneUndoTakesThemBack() throws {
    let fixture = try OfficeFixture()
    let ids = try (0..<450).map { _ in try fixture.receive().id }
    for id in ids { try fixture.perform(.assign(to: fixture.specialist.id), on: id) }
    try fixture.perform(.withdraw(reason: "rút"), on: ids[0])
    let outcomes = try fixture.store.decisions.reassignAll(
      from: fixture.specialist.id, to: fixture.reception.id, by: fixture.head.id, at: OfficeFixture.morning)
    #expect(outcomes.count == 449)
    func held(_ clerk: Clerk) throws -> Int {
      try fixture.store.queue.counts(
        viewer: fixture.headViewer, endOfToday: fixture.query(.all).endOfToday, absentClerks: []
      ).byClerk[clerk.id]?.all ?? 0
    }
    #expect(try held(fixture.specialist) == 0)
    #expect(try held(fixture.reception) == 449)
    guard
      case .undone(let act) = try fixture.store.decisions.undoLast(
        by: fixture.head.id, at: OfficeFixture.morning)
    else {
      Issue.record("not undone")
      return
    }
    #expect(act.rows.count == 449)
    #expect(try held(fixture.specialist) == 449)
  }

  @Test func rowsComeInTheOrderAskedFor() throws {
    let fixture = try OfficeFixture()
    let ids = try (0..<3).map { _ in try fixture.receive().id }
    let asked = [ids[2], fixture.newID(), ids[0]]
    #expect(try fixture.store.queue.rows(asked, viewer: fixture.headViewer).map(\.id) == [ids[2], ids[0]])
  }
}
