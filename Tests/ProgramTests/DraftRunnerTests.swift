import Dispatch
import DossierDomain
import DossierStore
import Screens
import Synchronization
import Testing

@testable import DossierTUI

/// Typed text is written after the waiting decisions.
@Suite struct DraftRunnerTests {
  private static func state(_ owner: String) -> SeatState {
    SeatState(screens: [Place(name: "receive", fields: [.init("owner", owner)])])
  }

  /// Waits until the queue for writing has run its waiting jobs `count` times.
  private static func turns(_ queue: DispatchQueue, _ count: Int = 20) { for _ in 0..<count { queue.sync {} } }

  @Test func noDraftIsWrittenWhileADecisionWaits() throws {
    let program = try Program.office()
    defer { program.remove() }
    let workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let clerk = try #require(workplace.store.office.clerks().first?.id)
    let (queue, acts) = (DispatchQueue(label: "dossier.writing.test"), WaitingActs())
    let runner = DraftRunner(
      workplace: workplace, mailbox: Mailbox {}, queue: queue, acts: acts, delay: .nanoseconds(0))
    func kept() throws -> SeatState? {
      SeatState(drafts: try workplace.store.drafts.kept(of: clerk, at: workplace.clock.now))
    }
    acts.come()
    runner.keep(Self.state("Lan"), of: clerk)
    Self.turns(queue)
    runner.keep(Self.state("Hồ Thị Lan"), of: clerk)
    Self.turns(queue)
    #expect(try kept() == nil)
    acts.begin()
    while try kept() == nil { Self.turns(queue) }
    // Only the newest state is written.
    #expect(try kept() == Self.state("Hồ Thị Lan"))
  }

  /// A form that a decision has used is not stored after it.
  @Test func whatWasUsedUpIsForgotten() throws {
    let program = try Program.office()
    defer { program.remove() }
    let workplace = try Workplace.open(WorkplaceOptions(data: program.folder), access: .readWrite)
    defer { workplace.store.close() }
    let clerk = try #require(workplace.store.office.clerks().first?.id)
    let (queue, acts) = (DispatchQueue(label: "dossier.writing.test"), WaitingActs())
    let runner = DraftRunner(workplace: workplace, mailbox: Mailbox {}, queue: queue, acts: acts)
    runner.keep(Self.state("Lan"), of: clerk)
    runner.forget(clerk)
    #expect(runner.finish() == nil)
    #expect(try workplace.store.drafts.kept(of: clerk, at: workplace.clock.now).isEmpty)
    runner.keep(Self.state("Hai"), of: clerk)
    #expect(runner.finish() == nil)
    #expect(SeatState(drafts: try workplace.store.drafts.kept(of: clerk, at: workplace.clock.now)) == Self.state("Hai"))
  }
}
