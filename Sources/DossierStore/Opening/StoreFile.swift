import Foundation
import GRDB
import Glibc

/// Creates, checks and opens the file of the database.
enum StoreFile {
  /// The URI of a file that nobody can change and that has no log. SQLite then creates no files beside it (URI
  /// filenames, `immutable`).
  static func immutable(_ path: String) -> String {
    let plain = path.utf8.map { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "file:" + plain.joined() + "?immutable=1"
  }

  /// Opens a connection without GRDB's pool, because the pool writes to the file each time it opens a connection.
  static func open(_ path: String, access: LocalStore.Access) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.busyMode = .timeout(2)
    // A printed receipt must never be lost, so every commit has to be durable: FULL.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Gives a file its write-ahead log and the tables of this version.
  /// - Parameter copies: whether the data are of an earlier version and their copy is to be made afterwards, if it can.
  /// - Returns: the copy that is still to be made.
  static func setUp(
    _ writer: DatabaseQueue, _ path: String, copies: Bool, _ spent: SpentConnections, progress: @escaping (Int) -> Void
  ) throws -> OwedCopy? {
    try writer.writeWithoutTransaction { db in
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "no write-ahead log")
      }
    }
    let owed = copies ? try OwedCopy(of: path, writing: writer, spent) : nil
    if copies, owed == nil { try UpgradeCopy.make(of: path, spent, progress: progress) }
    do {
      // A power cut may undo the last migrations, and the next start repeats them. The first commit of an act makes them
      // durable.
      try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
      try Migrations.migrator.migrate(writer)
      try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    } catch {
      // In this order, so that the migrations before the failed one stay in the log as long as the copy is owed.
      try? spent.close(writer)
      owed?.close()
      throw error
    }
    return owed
  }

  static func openReading(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Rolls back a transaction that was interrupted while the file had no write-ahead log yet, in its first start or the
  /// first one after a restore. A read-only connection could not do it.
  static func rollBack(_ path: String) throws {
    let connection = try DatabaseQueue(path: path)
    try connection.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    try connection.close()
  }

  static func makeFolder(_ folder: String) throws(StoreError) {
    do throws(BackupError) {
      try RawFile.makeFolders(folder)
    } catch {
      throw isOnReadOnlyDisk(folder) ? .readOnlyDisk : .noPermission(path: folder)
    }
  }

  private static func isOnReadOnlyDisk(_ path: String) -> Bool {
    var nearest = path
    while !RawFile.exists(nearest), nearest != "/", nearest != "." {
      nearest = PathText.folder(of: nearest)
    }
    return Glibc.access(nearest, W_OK) != 0 && errno == EROFS
  }

  static func isMissingOrEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_size == 0 : errno == ENOENT
  }

  /// SQLite gives the log the mode of the database, so the mode has to be right before the first byte is written.
  static func make(_ path: String) throws(StoreError) {
    do throws(BackupError) {
      try RawFile.open(path, O_WRONLY | O_CREAT).close()
    } catch .fileSystem(_, EROFS) {
      throw .readOnlyDisk
    } catch {
      throw .noPermission(path: path)
    }
  }

  /// Upgrades the data of an earlier version.
  /// - Throws: `.inUse` while another process, of that version, uses them.
  static func bringUp(
    _ folder: String, _ path: String, _ spent: SpentConnections, progress: @escaping (Int) -> Void
  ) throws {
    let lock = try WriterLock(folder: folder)
    try withExtendedLifetime(lock) {
      if try UpgradeCopy.settle(path, spent, progress: progress) == .notOwed {
        try UpgradeCopy.make(of: path, spent, progress: progress)
      }
      let writer = try open(path, access: .readWrite)
      _ = try setUp(writer, path, copies: false, spent, progress: progress)
      try spent.close(writer)
    }
  }

  /// Whether the header shows that the file is of this version and has its write-ahead log (SQLite file format, 1.3).
  /// It is trusted only if nobody has the file open and no log is left, because the log could contain a newer state.
  static func isStamped(_ path: String) -> Bool {
    isMissingOrEmpty(path + "-wal") && versionOfHeader(path) == Migrations.version
  }

  /// The version of the schema in the header of a file of this program with a write-ahead log; nil for any other file.
  static func versionOfHeader(_ path: String) -> UInt32? {
    guard let file = try? RawFile.open(path, O_RDONLY) else { return nil }
    defer { file.close() }
    guard let header = try? file.read(upTo: 100), header.count == 100,
      header.starts(with: Array("SQLite format 3".utf8)), header[18...19].elementsEqual([2, 2])
    else { return nil }
    func number(at offset: Int) -> UInt32 { header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    return number(at: 68) == Migrations.applicationID ? number(at: 60) : nil
  }

  /// Checks the file before anything could be written; a file of a newer version or another program is left unchanged.
  /// - Returns: false for a file of an earlier version, and for one whose first start was interrupted before it had a
  ///   table.
  static func isCurrent(_ connection: DatabaseQueue, _ path: String) throws -> Bool {
    let identifiers = try connection.read { db -> [String]? in
      let tables = try String.fetchSet(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
      if tables.isSubset(of: ["grdb_migrations"]) { return [] }
      let isOurs = tables.isSuperset(of: ["grdb_migrations", "entry"])
      return isOurs ? try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations") : nil
    }
    guard let identifiers else { throw StoreError.foreign(path: path) }
    if !Set(identifiers).isSubset(of: Migrations.migrator.migrations) { throw StoreError.newerSchema }
    return identifiers.contains(Migrations.last)
  }
}
