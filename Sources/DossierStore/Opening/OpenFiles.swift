import Glibc
import Synchronization

/// Detects that the files of the open data were removed. SQLite continues with files that have no name any more, and
/// entries recorded there are lost when the program ends.
///
/// The files are checked by name, because closing a descriptor of our own would release SQLite's locks (fcntl(2),
/// record locks).
final class OpenFiles: Sendable {
  private struct Identity: Equatable {
    var device: dev_t
    var inode: ino_t
  }

  private let path: String
  private let database: Identity?
  /// Nil until the log is first used. From then on it keeps its inode, because SQLite removes it only when the last
  /// connection closes.
  private let log = Mutex<Identity?>(nil)

  /// - Parameter path: the path of the open database.
  init(path: String) {
    self.path = path
    database = Self.identity(path)
  }

  /// Calls `stat` twice. It remembers the log when it is there for the first time.
  /// - Throws: `.dataGone` if the database or its log no longer has its name, or another file has it.
  func check() throws(StoreError) {
    let now = Self.identity(path + "-wal")
    let isSame = log.withLock { known in
      if known == nil { known = now }
      return known == now
    }
    guard isSame, Self.identity(path) == database else { throw .dataGone }
  }

  /// Whether the database has its name; the log is not checked.
  var isDatabaseThere: Bool { Self.identity(path) == database }

  private static func identity(_ path: String) -> Identity? {
    var status = stat()
    return stat(path, &status) == 0 ? Identity(device: status.st_dev, inode: status.st_ino) : nil
  }
}
