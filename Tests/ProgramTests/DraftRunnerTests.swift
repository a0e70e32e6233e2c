import Dispatch
import DossierDomain
import DossierStore
import Screens
import Synchronization
import Testing

@testable import DossierTUI

/// What was typed is written behind what was decided.
@Suite struct DraftRunnerTests {
  private static func state(_ owner: String) -> DeskState {
    DeskState(screens: [Place(name: "receive", fields: [.init("owner", owner)])])
  }

  /// Steps of the queue on which everything is written, from one turn to the next.
  private static func turns(_ queue: DispatchQueue, _ count: Int = 20) { for _ in 0..<count { queue.sync {} } }

  @Test func noDraftIsWrittenWhileADecisionWaits() throws {
    let program = try Program.office()
    defer { program.remove() }
    let desk = try Desk.open(DeskOptions(data: program.folder), access: .readWrite)
    defer { desk.store.close() }
    let clerk = try #require(desk.store.office.clerks().first?.id)
    let (queue, acts) = (DispatchQueue(label: "dossier.writing.test"), WaitingActs())
    let runner = DraftRunner(desk: desk, mailbox: Mailbox {}, queue: queue, acts: acts, delay: .nanoseconds(0))
    func kept() throws -> DeskState? {
      DeskState(drafts: try desk.store.drafts.kept(of: clerk, at: desk.clock.now))
    }
    acts.come()
    runner.keep(Self.state("Lan"), of: clerk)
    Self.turns(queue)
    runner.keep(Self.state("Hồ Thị Lan"), of: clerk)
    Self.turns(queue)
    #expect(try kept() == nil)
    acts.begin()
    while try kept() == nil { Self.turns(queue) }
    // The newest of them, and only that.
    #expect(try kept() == Self.state("Hồ Thị Lan"))
  }

  /// What a decision used up is not written behind it.
  @Test func whatWasUsedUpIsForgotten() throws {
    let program = try Program.office()
    defer { program.remove() }
    let desk = try Desk.open(DeskOptions(data: program.folder), access: .readWrite)
    defer { desk.store.close() }
    let clerk = try #require(desk.store.office.clerks().first?.id)
    let (queue, acts) = (DispatchQueue(label: "dossier.writing.test"), WaitingActs())
    let runner = DraftRunner(desk: desk, mailbox: Mailbox {}, queue: queue, acts: acts)
    runner.keep(Self.state("Lan"), of: clerk)
    runner.forget(clerk)
    #expect(runner.finish() == nil)
    #expect(try desk.store.drafts.kept(of: clerk, at: desk.clock.now).isEmpty)
    runner.keep(Self.state("Hai"), of: clerk)
    #expect(runner.finish() == nil)
    #expect(DeskState(drafts: try desk.store.drafts.kept(of: clerk, at: desk.clock.now)) == Self.state("Hai"))
  }
}
