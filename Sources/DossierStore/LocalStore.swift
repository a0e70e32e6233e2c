import DossierDomain
import Foundation
import GRDB
import Glibc
import OfficeWork
import Synchronization

/// The office's data on this machine: one SQLite file. One process writes, others may read.
///
/// All functions block; call them off the UI thread. Safe to call from any thread.
public final class LocalStore: Sendable {
  public enum Access: Sendable {
    case readWrite
    case readOnly
  }

  public static let fileName = "dossier.sqlite"

  public let folder: String
  public let access: Access
  /// Why nothing can be recorded; nil where it can.
  public let lookingOn: LookingOn?
  /// The connection of decisions; it cannot write where one only looks on.
  let writer: DatabaseQueue
  /// Readers see one moment each and wait for no writer.
  private let reader: LazyConnection
  /// Search has a connection of its own, so that a newer key interrupts nothing but the older search.
  private let searcher: LazyConnection
  let lock: WriterLock?
  /// Nil where one only looks on.
  let files: OpenFiles?
  let end = OrdinaryEnd()
  let isClosed = Mutex(false)
  let tries = TriesInMemory()
  let unlocked = UnlockedKeys()
  let spent = SpentConnections()
  /// Held from a sealed file to the row that knows it: what no row knows is removed by the one that cleans up.
  let sealing = Mutex(())
  public let random: @Sendable () -> (UInt64, UInt64)

  /// Opens the data, or makes it when `access` is `.readWrite` and there is none.
  /// - Parameter random: brings random bits for identifiers.
  public init(
    folder: String, access: Access,
    random: @escaping @Sendable () -> (UInt64, UInt64) = { (.random(in: .min ... .max), .random(in: .min ... .max)) }
  ) throws(StoreError) {
    self.folder = folder
    self.access = access
    self.random = random
    var path = folder + "/" + Self.fileName
    let isNew = Self.isMissingOrEmpty(path)
    if isNew, access == .readOnly { throw .noOffice }
    if isNew { try Self.makeFolder(folder) }
    lock = access == .readWrite ? try WriterLock(folder: folder) : nil
    if isNew { try Self.makeFile(path) }
    lookingOn =
      access == .readWrite ? nil : WriterLock.isOnReadOnlyDisk(folder: folder) ? .diskIsReadOnly : .anotherWindowWrites
    do {
      if access == .readWrite, !Self.isMissingOrEmpty(path + "-journal") { try Self.rollBack(path) }
      let isStamped = !isNew && Self.isStamped(path)
      let looking = isNew || isStamped ? nil : try Self.openReading(path)
      let isCurrent = try looking.map { try Self.isCurrent($0, path) } ?? true
      // Who only looks on finds the tables that this version reads, also right after an upgrade of the program.
      if access == .readOnly, !isCurrent { try Self.bringUp(folder, path) }
      if access == .readWrite, !isCurrent { try UpgradeCopy.make(of: path) }
      if lookingOn == .diskIsReadOnly, isStamped { path = Self.immutable(path) }
      writer = try Self.open(path, access: access, isStamped: isStamped)
      reader = LazyConnection(path: path, opened: looking)
      files = access == .readWrite ? OpenFiles(path: path) : nil
    } catch {
      throw Self.failure(error, folder: folder)
    }
    searcher = LazyConnection(path: path)
  }

  deinit { close() }

  func closeReaders() {
    reader.close()
    searcher.close()
  }

  /// Names a file that nobody can change and that has no log: SQLite makes no file beside it then (URI filenames,
  /// `immutable`).
  private static func immutable(_ path: String) -> String {
    let plain = path.utf8.map { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "file:" + plain.joined() + "?immutable=1"
  }

  /// Connections of our own instead of GRDB's pool, which writes to the file each time it opens one.
  private static func open(_ path: String, access: Access, isStamped: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.busyMode = .timeout(2)
    // A receipt in a citizen's hand needs FULL.
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL")
    }
    let writer = try DatabaseQueue(path: path, configuration: configuration)
    guard access == .readWrite, !isStamped else { return writer }
    try writer.writeWithoutTransaction { db in
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "no write-ahead log")
      }
    }
    try Migrations.migrator.migrate(writer)
    return writer
  }

  fileprivate static func openReading(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -4000; PRAGMA temp_store = MEMORY")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Takes back what was cut off while the file had no write-ahead log yet: in its first start, or in the first one after a
  /// restore. Who may only read could not.
  private static func rollBack(_ path: String) throws {
    let connection = try DatabaseQueue(path: path)
    try connection.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    try connection.close()
  }

  private static func makeFolder(_ folder: String) throws(StoreError) {
    do throws(BackupError) {
      try RawFile.makeFolders(folder)
    } catch {
      throw isOnReadOnlyDisk(folder) ? .readOnlyDisk : .noPermission(path: folder)
    }
  }

  private static func isOnReadOnlyDisk(_ path: String) -> Bool {
    var nearest = path
    while !RawFile.exists(nearest), nearest != "/", !nearest.isEmpty {
      nearest = (nearest as NSString).deletingLastPathComponent
    }
    return Glibc.access(nearest, W_OK) != 0 && errno == EROFS
  }

  private static func isMissingOrEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_size == 0 : errno == ENOENT
  }

  /// SQLite gives its WAL the mode of the database, so that has to be right before the first byte is written.
  private static func makeFile(_ path: String) throws(StoreError) {
    do throws(BackupError) {
      try RawFile.open(path, O_WRONLY | O_CREAT).close()
    } catch .fileSystem(_, EROFS) {
      throw .readOnlyDisk
    } catch {
      throw .noPermission(path: path)
    }
  }

  /// Brings the data of an earlier version up to this one.
  /// - Throws: `.inUse` while another process, of that version, works on it.
  private static func bringUp(_ folder: String, _ path: String) throws {
    let lock = try WriterLock(folder: folder)
    try withExtendedLifetime(lock) {
      try UpgradeCopy.make(of: path)
      try open(path, access: .readWrite, isStamped: false).close()
    }
  }

  /// The header alone says that it is of this version and has its write-ahead log (SQLite file format, 1.3). Only where
  /// nobody has it open and nothing is left in a log: what is there could be newer.
  private static func isStamped(_ path: String) -> Bool {
    guard isMissingOrEmpty(path + "-wal"), let file = try? RawFile.open(path, O_RDONLY) else { return false }
    defer { file.close() }
    guard let header = try? file.read(upTo: 100), header.count == 100,
      header.starts(with: Array("SQLite format 3".utf8))
    else { return false }
    func number(at offset: Int) -> UInt32 { header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    return header[18...19].elementsEqual([2, 2]) && number(at: 60) == Migrations.version
      && number(at: 68) == Migrations.applicationID
  }

  /// Looks before anything could be written: a file of a newer version or of another program stays as it is.
  /// - Returns: false for one of an earlier version, and for one whose first start was cut off before it had a table.
  private static func isCurrent(_ connection: DatabaseQueue, _ path: String) throws -> Bool {
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

  /// `FULL` is 2; what the writer's connection says, for tests and `doctor`.
  public func synchronousMode() throws(StoreError) -> Int {
    try write { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }

  public static var sqliteVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "?"
  }

  // MARK: Access for the rooms of this floor

  /// All statements of one reading see one moment of the database.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try reader.queue().read(body) } catch { throw Self.failure(error, folder: folder) }
  }

  /// A reading by the connection of decisions, while nobody else works: spares the start a second connection.
  func readAlone<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    let value: Value
    do { value = try writer.read(body) } catch { throw Self.failure(error, folder: folder) }
    // The log is in use from here on.
    try files?.check()
    return value
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try files?.check()
    let value: Value
    do {
      value = try writer.write { db in
        try end.look(db)
        return try body(db)
      }
    } catch {
      throw Self.failure(error, folder: folder)
    }
    // What was written into files that nobody will find again is given out to nobody: no code, no "done".
    try files?.check()
    return value
  }

  /// SQLite does not say that a disk is read-only, only that it could not open or write a file.
  private static func failure(_ error: any Error, folder: String) -> StoreError {
    if let code = (error as? DatabaseError)?.resultCode,
      [.SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(code),
      WriterLock.isOnReadOnlyDisk(folder: folder)
    {
      return .readOnlyDisk
    }
    let path = folder + "/" + fileName
    if (error as? DatabaseError)?.resultCode == .SQLITE_READONLY, Glibc.access(path, W_OK) != 0 {
      return .noPermission(path: path)
    }
    return StoreError(error, path: folder + "/" + fileName)
  }

  /// Runs on the search's own connection; one moment, too.
  func searching<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try searcher.queue().read(body) } catch { throw StoreError(error) }
  }

  /// A connection for one long reading, which nobody has to wait for. Who asked for it gives it to `spent`.
  func longReading() throws -> DatabaseQueue {
    try reader.another()
  }

  /// Interrupts a search that runs now.
  public func interruptSearch() {
    searcher.opened?.interrupt()
  }
}

/// A connection that only reads, opened when it is first needed. Safe to use from any thread.
private final class LazyConnection: Sendable {
  private let path: String
  /// Apart from opening, which may wait for the disk: `opened` is asked on the thread of the keys.
  private let held: Mutex<DatabaseQueue?>
  private let opening = Mutex(())

  init(path: String, opened: DatabaseQueue? = nil) {
    self.path = path
    held = Mutex(opened)
  }

  /// One more of its kind.
  func another() throws -> DatabaseQueue { try LocalStore.openReading(path) }

  var opened: DatabaseQueue? { held.withLock { $0 } }

  func queue() throws -> DatabaseQueue {
    if let opened { return opened }
    return try opening.withLock { _ in
      if let opened { return opened }
      let queue = try LocalStore.openReading(path)
      held.withLock { $0 = queue }
      return queue
    }
  }

  func close() {
    held.withLock { held in
      try? held?.close()
      held = nil
    }
  }
}
