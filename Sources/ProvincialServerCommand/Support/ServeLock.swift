import ArgumentParser
import Glibc

/// A lock file that ensures that one process serves a SQLite file. The system releases it even after a crash.
struct ServeLock {
  private let descriptor: Int32

  /// Nil with PostgreSQL, which several processes may share.
  init?(_ store: StoreOptions) throws {
    guard store.postgres == nil else { return nil }
    let path = store.folder + "/serve.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(.storeUnavailable, "\(path) cannot be made.") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Failure(.storeUnavailable, "Another provincial-server serves \(store.folder). Stop it, or use --postgres.")
    }
  }

  func release() {
    close(descriptor)
  }
}
