import Demonstration
import DossierDomain
import DossierStore
import OfficeWork

/// Records a day's work in a demo office: receptions through the day, and the steps that follow each of them.
struct DemoDay {
  private let store: LocalStore
  private var work: DemoWork
  private var now: Instant
  private(set) var entries = 0

  /// - Parameter morning: the time of the first reception.
  init(store: LocalStore, seed: UInt64, usesOtherWords: Bool, morning: Instant) throws(StoreError) {
    self.store = store
    work = DemoWork(seed: seed, clerks: try store.office.clerks(), usesOtherWords: usesOtherWords)
    now = morning
    guard let clerk = try store.office.clerks().first else { throw .noOffice }
    try store.decisions.perform(.confirmClock(morning.civilDate), by: clerk.id, at: morning)
    entries += 1
  }

  /// Writes about five entries for each dossier.
  mutating func run(dossiers: Int) throws(StoreError) {
    for _ in 0..<dossiers {
      guard let reception = work.reception() else { throw .noOffice }
      let id = DossierID.version7(at: now, random: store.random())
      guard var row = try perform(reception, on: id) else { continue }
      var steps = 0
      while steps < 8, let next = steps == 0 && work.chance(percent: 60) ? work.digitise(row) : work.next(for: row) {
        guard let changed = try perform(next, on: id) else { break }
        row = changed
        steps += 1
      }
    }
    try store.upkeep.settleSearch()
  }

  private mutating func perform(_ step: DemoWork.Step, on id: DossierID) throws(StoreError) -> QueueRow? {
    // The pauses are as long as a person's, and random to the millisecond, so that times compress as badly as real
    // ones.
    now = Instant(milliseconds: now.milliseconds + 9_000 + Int64(work.below(57_000)))
    guard
      case .done(let row, let made)? = try store.decisions.perform(
        [Act(dossier: id, commands: step.commands)], by: step.clerk, at: now
      ).first
    else { return nil }
    entries += made.count
    return row
  }
}
