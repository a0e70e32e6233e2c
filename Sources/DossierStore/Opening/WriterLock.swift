import Glibc
import Synchronization

/// Held by the one process that writes: a lock file, which the system releases even after a crash.
final class WriterLock: Sendable {
  /// Nil once it is given back.
  private let held: Mutex<Int32?>

  /// - Parameter name: of the lock file; another one is for another kind of work.
  init(folder: String, name: String = "writer.lock") throws(StoreError) {
    let path = folder + "/" + name
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw errno == EROFS ? .readOnlyDisk : .noPermission(path: path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .inUse
    }
    held = Mutex(descriptor)
  }

  /// A file that was opened before does not tell that the disk has become read-only since; opening one to write does.
  static func isOnReadOnlyDisk(folder: String) -> Bool {
    let probe = open(folder + "/writer.lock", O_WRONLY | O_CLOEXEC)
    guard probe < 0 else {
      close(probe)
      return false
    }
    // A copy of the database alone has no such file.
    if errno == ENOENT { return access(folder, W_OK) != 0 && errno == EROFS }
    return errno == EROFS
  }

  func release() {
    held.withLock { descriptor in
      if let descriptor { close(descriptor) }
      descriptor = nil
    }
  }

  deinit { release() }
}
