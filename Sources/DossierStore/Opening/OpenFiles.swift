import Glibc
import Synchronization

/// Notices that somebody takes the files of the open data away: SQLite goes on with what has no name any more, and what is
/// recorded there is gone with the program.
///
/// Asked by name: a descriptor of our own would take SQLite's locks with it when it is closed (fcntl(2), record locks).
final class OpenFiles: Sendable {
  private struct Identity: Equatable {
    var device: dev_t
    var inode: ino_t
  }

  private let path: String
  private let database: Identity?
  /// Nil until the log is first used. From then on it keeps its place: SQLite removes it only when the last connection
  /// closes.
  private let log = Mutex<Identity?>(nil)

  /// - Parameter path: of the database, which is open.
  init(path: String) {
    self.path = path
    database = Self.identity(path)
  }

  /// Two `stat`. Remembers the log when it is there for the first time.
  /// - Throws: `.dataGone` when the database or its log is not under its name any more, or another one is.
  func check() throws(StoreError) {
    let now = Self.identity(path + "-wal")
    let isSame = log.withLock { known in
      if known == nil { known = now }
      return known == now
    }
    guard isSame, Self.identity(path) == database else { throw .dataGone }
  }

  /// The database is where it was; of the log nothing is asked.
  var isDatabaseThere: Bool { Self.identity(path) == database }

  private static func identity(_ path: String) -> Identity? {
    var status = stat()
    return stat(path, &status) == 0 ? Identity(device: status.st_dev, inode: status.st_ino) : nil
  }
}
