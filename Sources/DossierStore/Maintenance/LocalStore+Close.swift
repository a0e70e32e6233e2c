import GRDB
import Synchronization

extension LocalStore {
  /// Ends the work: writes down that it ended as it should, and brings the log into the file, so that the file alone is
  /// everything there is. Nothing can be asked of the store afterwards.
  ///
  /// Only the one that may write does it, with one connection left: SQLite before 3.51.3 can lose pages when two reset the
  /// log at a time. A reader in another process keeps the log from being emptied; its content is in the file all the same.
  public func close() {
    guard
      isClosed.withLock({ isClosed in
        defer { isClosed = true }
        return !isClosed
      })
    else { return }
    closeReaders()
    // What is under the name now is not this database: it stays as it is.
    if access == .readWrite, files?.isDatabaseThere == true {
      try? writer.write { try end.record($0) }
      try? writer.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    try? writer.close()
    lock?.release()
  }
}
