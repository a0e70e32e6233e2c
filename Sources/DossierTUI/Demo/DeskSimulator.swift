import Demonstration
import Dispatch
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import SyncClient
import Synchronization

/// A second desk for the demo: it receives, hands over, notes and exchanges, sometimes on the dossier that the newcomer
/// has open. Only the people are simulated; the exchange is the real one.
final class DeskSimulator: Sendable {
  private let workplace: Workplace
  private let runner: ExchangeRunner
  private let seconds: Int
  private let work: Mutex<DemoWork>
  private let queue = DispatchQueue(label: "dossier.desk-simulator")
  private let stop = DispatchSemaphore(value: 0)
  private let report: @Sendable (String) -> Void

  /// - Parameters:
  ///   - seconds: the mean time between two pieces of work.
  ///   - report: receives one line for each exchange.
  init(
    workplace: Workplace, enrolment: Enrolment, seed: UInt64, seconds: Int, report: @escaping @Sendable (String) -> Void
  ) throws(StoreError) {
    self.workplace = workplace
    self.seconds = seconds
    self.report = report
    runner = try workplace.exchangeRunner(enrolment)
    work = Mutex(DemoWork(seed: seed, clerks: []))
  }

  /// Works until `end` is called, or for this number of rounds.
  /// - Returns: false if the office is not a demo office; nothing was written then.
  func run(seed: UInt64, rounds: Int?) throws(StoreError) -> Bool {
    // Before its first exchange an empty desk knows neither its office nor its clerks.
    exchange()
    guard DemoOffice.isDemo(try workplace.store.office.current().id) else { return false }
    let clerks = try workplace.store.office.clerks()
    work.withLock { $0 = DemoWork(seed: seed, clerks: clerks) }
    if let clerk = clerks.first {
      try workplace.store.decisions.perform(
        .confirmClock(workplace.clock.now.civilDate), by: clerk.id, at: workplace.clock.now)
    }
    var round = 0
    while rounds.map({ round < $0 }) ?? true {
      let pause = work.withLock { seconds * 500 + $0.below(max(1, seconds * 1000)) }
      guard stop.wait(timeout: .now() + .milliseconds(pause)) == .timedOut else { return true }
      try act()
      exchange()
      round += 1
    }
    return true
  }

  func end() { stop.signal() }

  private func act() throws(StoreError) {
    let now = workplace.clock.now
    let isReception = work.withLock { $0.chance(percent: 35) }
    if isReception, let step = work.withLock({ $0.reception() }) {
      let id = DossierID.version7(at: now, random: workplace.store.random())
      _ = try workplace.store.decisions.perform([Act(dossier: id, commands: step.commands)], by: step.clerk, at: now)
      return
    }
    let page = try workplace.store.queue.page(
      QueueQuery(
        filter: .dueToday, limit: 12, viewer: .commandLine, endOfToday: now.civilDate.instant(atMinute: 1440)))
    let step = work.withLock { work -> (DossierID, DemoWork.Step)? in
      guard let row = work.pick(page.rows), let step = work.next(for: row) else { return nil }
      return (row.id, step)
    }
    guard let (id, step) = step else { return }
    _ = try workplace.store.decisions.perform([Act(dossier: id, commands: step.commands)], by: step.clerk, at: now)
  }

  private func exchange() {
    let (runner, policy) = (runner, workplace.retryPolicy(mostTries: 2))
    switch awaiting({ await runner.run(retry: policy, control: ExchangeControl()) { _ in } }) {
    case .success(let summary): report("sent \(summary.entriesSent), received \(summary.entriesReceived)")
    case .failure(let failure): report(failure.kept)
    }
  }
}
