import Glibc
import Synchronization

/// A lock file that the one writing process holds. The system releases it even after a crash.
final class WriterLock: Sendable {
  /// Nil after the lock was released.
  private let held: Mutex<Int32?>

  /// - Parameter name: the name of the lock file; other kinds of work use other names.
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

  /// An open file does not show that the disk has become read-only since; opening one for writing does.
  static func isOnReadOnlyDisk(folder: String) -> Bool {
    let probe = open(folder + "/writer.lock", O_WRONLY | O_CLOEXEC)
    guard probe < 0 else {
      close(probe)
      return false
    }
    // A copy that consists of the database alone has no such file.
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
