import Dispatch
import DossierStore
import Synchronization

/// Answers the newest question only: a newer key interrupts the query that still runs, and questions that were
/// overtaken before they began are never asked.
final class SearchLane: Sendable {
  private let store: LocalStore
  private let queue = DispatchQueue(label: "dossier.search", qos: .userInteractive)
  private let newest = Mutex(0)

  init(store: LocalStore) {
    self.store = store
  }

  func ask(_ question: @escaping @Sendable (LocalStore) -> Void) {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    store.interruptSearch()
    queue.async { [store] in
      guard self.newest.withLock({ $0 }) == number else { return }
      question(store)
    }
  }

  /// Waits until the newest question is answered.
  func settle() {
    queue.sync {}
  }
}
