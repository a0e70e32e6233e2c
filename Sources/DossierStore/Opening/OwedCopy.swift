import GRDB
import Synchronization

/// The copy of an earlier version's data that is made while clerks already work with this version.
///
/// Everything that this version changes goes into the write-ahead log first. A reading that began while the log was
/// empty sees the database file alone, and as long as it is open SQLite lets no process fold the log into the file (a
/// checkpoint needs the lock that such a reader holds, `WAL_READ_LOCK(0)`). If the program is killed, the lock is gone,
/// but the log is folded in only by the next connection that can write: this program copies before it opens one.
/// Read-only connections never fold the log in, not even the last one.
///
/// Nobody may open and close the database's file by itself meanwhile, because that would release SQLite's locks
/// (fcntl(2), record locks).
final class OwedCopy: Sendable {
  private let path: String
  private let spent: SpentConnections
  /// Nil after the copy was made.
  private let earlier: Mutex<KeptReading?>

  /// Returns when it is on the disk that the copy is owed. The tables may be changed from then on.
  /// - Parameter writing: the only connection that can write; it has changed nothing.
  /// - Returns: nil if the log cannot be emptied, because somebody reads an older state from it.
  /// - Throws: `BackupError.noSpace` if there is no room for the copy.
  init?(of path: String, writing: DatabaseQueue, _ spent: SpentConnections) throws {
    self.path = path
    self.spent = spent
    if !StoreFile.isMissingOrEmpty(path + "-wal") {
      _ = try? writing.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
    let reading = try KeptReading(path)
    earlier = Mutex(reading)
    guard StoreFile.isMissingOrEmpty(path + "-wal") else {
      reading.end(spent)
      return nil
    }
    do {
      // The copy, and what the log takes in until it is made.
      let size = try RawFile.size(of: path)
      try Backup.requireSpace(size + size / 8, at: PathText.folder(of: path))
      try UpgradeCopy.owe(path, reading.version)
    } catch {
      reading.end(spent)
      throw error
    }
  }

  /// Makes the copy if it is not made yet; a second call waits for the first.
  /// - Throws: `BackupError` or `DatabaseError`; the copy is still owed then.
  func make() throws {
    try earlier.withLock { reading in
      guard let open = reading else { return }
      // Each part is written out before the next one, so that an act that is recorded meanwhile waits for a few
      // megabytes at most.
      try UpgradeCopy.copy(open, of: path, spent) { file, _ in try file.synchronise() }
      open.end(spent)
      reading = nil
    }
  }

  /// Closes the connection, as the last one to the file, so that the log is left beside the file if the copy is still
  /// owed.
  func close() {
    earlier.withLock { reading in
      reading?.end(spent)
      reading = nil
    }
  }
}

/// A connection whose one reading lasts until `end`.
struct KeptReading: Sendable {
  let connection: DatabaseQueue
  /// The schema number of what it sees.
  let version: Int

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    configuration.allowsUnsafeTransactions = true
    connection = try DatabaseQueue(path: path, configuration: configuration)
    version = try connection.unsafeRead { db in
      try db.beginTransaction(.deferred)
      return try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
  }

  func end(_ spent: SpentConnections) {
    try? connection.unsafeRead { try $0.rollback() }
    try? spent.close(connection)
  }
}
