import GRDB
import Glibc

/// Checks the data and computes again what is derived from the journal.
public struct UpkeepStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection
  let folder: String
  let scans: ScanStore
  let owed: OwedCopy?

  /// Ends bulk work such as an import: folds the waiting changes of the search index and frees memory.
  public func settleSearch() throws(StoreError) { try write.settle() }

  /// The value of the writing connection, for tests and `doctor`; `FULL` is 2.
  public func synchronousMode() throws(StoreError) -> Int {
    try write { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  public static var sqliteVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "?"
  }

  /// If the log is larger than this, a process keeps an old snapshot open; `doctor` reports it.
  public static let walAlarm = 64 << 20

  /// Size of the write-ahead log in bytes; 0 if there is none.
  public var walBytes: Int {
    var status = stat()
    return stat(folder + "/" + LocalStore.fileName + "-wal", &status) == 0 ? Int(status.st_size) : 0
  }
}
