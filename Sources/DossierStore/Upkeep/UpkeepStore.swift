import GRDB
import Glibc

/// Checks the data and makes again what is derived from the journal.
public struct UpkeepStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection
  let folder: String
  let scans: ScanStore

  /// Ends bulk work such as an import: folds what the search index keeps aside and gives the memory back.
  public func settleSearch() throws(StoreError) { try write.settle() }

  /// `FULL` is 2; what the writer's connection says, for tests and `doctor`.
  public func synchronousMode() throws(StoreError) -> Int {
    try write { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  public static var sqliteVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "?"
  }

  /// Above this something holds an old moment of the database open: `doctor` says so.
  public static let walAlarm = 64 << 20

  /// Bytes in the write-ahead log now; 0 when there is none.
  public var walBytes: Int {
    var status = stat()
    return stat(folder + "/" + LocalStore.fileName + "-wal", &status) == 0 ? Int(status.st_size) : 0
  }
}
