import Glibc

/// Whose turn it is to write to a SQLite file that the serving process and an administrator's command share.
///
/// SQLite itself lets the next one write who happens to ask in the moment in which nobody does. Under load the serving
/// process asks again within microseconds, and a command that looks every tenth of a second may wait for ever. So there is a
/// file beside it: a command holds it for as long as it waits and writes, and the serving process looks, before each of its
/// transactions, whether somebody does. The system releases it when a process ends, however it does.
final class WriteTurn: Sendable {
  private let descriptor: Int32

  /// - Returns: nil when the file cannot be made; then everybody writes when they can.
  init?(beside path: String) {
    descriptor = open(path + ".turn", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// For the serving process: returns when no command waits.
  func letOthersGo() {
    lock(LOCK_SH)
    lock(LOCK_UN)
  }

  /// For a command: the serving process begins nothing until `body` is done.
  func hold<Value>(_ body: () throws -> Value) rethrows -> Value {
    lock(LOCK_EX)
    defer { lock(LOCK_UN) }
    return try body()
  }

  private func lock(_ operation: Int32) {
    while flock(descriptor, operation) != 0, errno == EINTR {}
  }
}
