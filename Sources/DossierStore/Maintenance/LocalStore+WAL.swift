import Glibc

extension LocalStore {
  /// Above this something holds an old moment of the database open: `doctor` says so.
  public static let walAlarm = 64 << 20

  /// Bytes in the write-ahead log now; 0 when there is none.
  public var walBytes: Int {
    var status = stat()
    return stat(folder + "/" + Self.fileName + "-wal", &status) == 0 ? Int(status.st_size) : 0
  }
}
