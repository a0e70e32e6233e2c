import DossierDomain
import DossierStore

extension NewOffice {
  /// Makes the office in an empty data folder.
  func found(in folder: String, at now: Instant) throws(StoreError) {
    let store = try LocalStore(folder: folder, access: .readWrite)
    defer { store.close() }
    let founded = office(id: .version7(at: now, random: store.random()))
    let first = clerk(id: .version7(at: now, random: store.random()))
    try store.decisions.found(founded, clerks: [first], isDemo: false, at: now)
  }
}
