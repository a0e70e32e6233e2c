import Demonstration
import DossierDomain
import DossierStore

/// Makes a demo office in an empty data folder.
struct DemoCreation {
  /// How many dossiers, open and ended.
  var dossiers: Int
  var seed: UInt64 = 1
  var requiresPIN = false
  /// Digitised papers name scans, whose files are nowhere.
  var scans = false

  /// - Parameter progress: called with the number of dossiers made so far.
  /// - Returns: the office.
  @discardableResult
  func make(
    in folder: String, at now: Instant, progress: (Int) -> Void = { _ in }
  ) throws(StoreError) -> Office {
    var demo = DemoOffice(seed: seed, dossiers: dossiers, now: now, scans: scans)
    let store = try LocalStore(folder: folder, access: .readWrite)
    defer { store.close() }
    var office = demo.office
    office.requiresPIN = requiresPIN
    try store.decisions.found(office, clerks: demo.clerks, isDemo: true, at: now)
    var done = 0
    var batch: [DecisionStore.History] = []
    while let life = demo.next() {
      batch.append(DecisionStore.History(id: life.id, steps: life.steps.map { ($0.clerk, $0.at, $0.action) }))
      guard batch.count >= 2000 else { continue }
      try store.decisions.record(batch)
      done += batch.count
      progress(done)
      batch = []
    }
    try store.decisions.record(batch)
    try store.upkeep.settleSearch()
    return office
  }
}
