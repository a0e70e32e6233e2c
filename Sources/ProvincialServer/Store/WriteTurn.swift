import Glibc

/// Coordinates writing to a SQLite file that the serving process and an administrator's command share.
///
/// SQLite gives the next turn to whoever asks while nobody writes. Under load the serving process asks again within
/// microseconds, and a command that asks every tenth of a second might never get a turn. Therefore there is a lock file
/// beside the database: a command holds it while it waits and writes, and the serving process checks it before each
/// transaction. The system releases it when a process ends in any way.
final class WriteTurn: Sendable {
  private let descriptor: Int32

  /// - Returns: nil if the file cannot be created; then there is no coordination.
  init?(beside path: String) {
    descriptor = open(path + ".turn", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Called by the serving process: returns when no command waits.
  func letOthersGo() {
    lock(LOCK_SH)
    lock(LOCK_UN)
  }

  /// Called by a command: the serving process begins no transaction until `body` has returned.
  func hold<Value>(_ body: () throws -> Value) rethrows -> Value {
    lock(LOCK_EX)
    defer { lock(LOCK_UN) }
    return try body()
  }

  private func lock(_ operation: Int32) {
    while flock(descriptor, operation) != 0, errno == EINTR {}
  }
}
