import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc

/// Encrypted copies of the database at a second place.
///
/// All functions block until the copy is done, so they must not be called on the thread that draws.
public enum Backup {
  /// The number of days of which the last copy is kept.
  public static let keptDays = 7
  static let suffix = ".dossierbackup"

  /// One backup at the second place. Its age is `now` minus `createdAt`.
  public struct Copy: Hashable, Sendable {
    public var path: String
    public var createdAt: Instant
    /// Size on the disk in bytes.
    public var size: Int64
    /// What became of the attachments; nil for a copy that was found in a folder.
    public var scans: CopiedScans?
    /// It was made in the machine's own name, and the disk of the data took no note of it.
    public var isUnnoted = false
  }

  /// Makes a backup, reads it back, and only then removes older ones of the same recovery key. Other files at that
  /// place stay, and so does the last copy of each of the last days.
  ///
  /// - Parameters:
  ///   - reader: the open database; it is copied in steps from one snapshot while others keep writing.
  ///   - folder: the data folder, in which the copy is made before it is sealed; it needs twice the database's size.
  ///   - target: the second place, which must exist.
  ///   - spent: receives the connections that were used.
  ///   - head: returns the journal's head in a database; equal heads mean equal journals.
  ///   - prepare: changes the plain copy before it is sealed, to remove data that must not be in a backup.
  static func create(
    reader: any DatabaseReader, folder: String, target: String, key: RecoveryKey, now: Instant,
    keeping kept: Int = keptDays, spent: SpentConnections, head: (Database) throws -> String,
    prepare: (Database) throws -> Void = { _ in }
  ) throws(BackupError) -> Copy {
    guard RawFile.isFolder(target) else { throw .targetMissing(path: target) }
    let lock = try lock(folder)
    defer { withExtendedLifetime(lock) {} }
    let plain = folder + "/.backup-copy"
    let partial = "\(target)/.partial-\(key.tag)\(suffix)"
    defer { for path in [plain, partial] { removeDatabase(path) } }
    removeDatabase(plain)
    let size = try databaseSize(reader)
    try requireSpace(size + size / 8, at: folder)
    let journalHead = try copy(reader, to: plain, spent, head, prepare)
    let header: BackupHeader
    do throws(BackupError) {
      header = try seal(plain, into: partial, key, now, journalHead)
    } catch .noSpace {
      // How far a database can be compressed is known only afterwards.
      RawFile.remove(partial)
      throw .noSpace(path: target, needed: size, available: try RawFile.freeSpace(at: target))
    }
    removeDatabase(plain)
    try verify(partial, key, header, scratch: plain, spent, head)
    let path = "\(target)/\(beginning(key))\(stamp(now))\(suffix)"
    try RawFile.rename(partial, path)
    try RawFile.synchronise(folder: target)
    for old in outdated(try list(target: target, of: key), keeping: kept) where old.path != path {
      RawFile.remove(old.path)
    }
    return Copy(path: path, createdAt: now, size: try RawFile.size(of: path))
  }

  /// The copies to delete. The last copy of each day is kept, for the given number of days that have copies.
  private static func outdated(_ copies: [Copy], keeping days: Int) -> [Copy] {
    var kept: Set<CivilDate> = []
    return copies.filter { copy in
      kept.count >= max(1, days) || !kept.insert(copy.createdAt.civilDate).inserted
    }
  }

  private static func beginning(_ key: RecoveryKey) -> String { "dossier-\(key.tag)-" }

  /// Ensures that only one process makes or tries a backup of a data folder at a time.
  static func lock(_ folder: String) throws(BackupError) -> WriterLock {
    do throws(StoreError) {
      return try WriterLock(folder: folder, name: "backup.lock")
    } catch {
      switch error {
      case .inUse: throw .alreadyRunning
      case .readOnlyDisk: throw .fileSystem(path: folder, code: EROFS)
      case .newerSchema, .foreign, .damaged, .readOnly, .diskFull, .dataGone, .noPermission, .busy, .interrupted,
        .denied,
        .order, .rebuildUnfinished, .noOffice, .officeExists, .other:
        throw .fileSystem(path: folder, code: EACCES)
      }
    }
  }

  /// The backups at the second place, newest first; files that cannot be read as a backup are left out.
  /// - Parameter key: only backups that this key opens; nil for all.
  public static func list(target: String, of key: RecoveryKey? = nil) throws(BackupError) -> [Copy] {
    guard RawFile.isFolder(target), let names = try? FileManager.default.contentsOfDirectory(atPath: target) else {
      throw .targetMissing(path: target)
    }
    var copies: [Copy] = []
    let prefix = key.map { beginning($0) } ?? ""
    for name in names where name.hasSuffix(suffix) && !name.hasPrefix(".") && name.hasPrefix(prefix) {
      let path = target + "/" + name
      guard let file = try? RawFile.open(path, O_RDONLY) else { continue }
      defer { file.close() }
      guard let header = try? BackupHeader.read(from: file).header, let size = try? RawFile.size(of: path) else {
        continue
      }
      copies.append(Copy(path: path, createdAt: header.createdInstant, size: size))
    }
    return copies.sorted { ($0.createdAt, $0.path) > ($1.createdAt, $1.path) }
  }

  /// A backup is due twice a day: in the morning and from noon. If the clock was set back, one is due at once.
  public static func isDue(lastAt: Instant?, now: Instant) -> Bool {
    guard let lastAt, lastAt <= now, lastAt.civilDate == now.civilDate else { return true }
    return lastAt.minuteOfDay < 720 && now.minuteOfDay >= 720
  }

  private static func databaseSize(_ reader: any DatabaseReader) throws(BackupError) -> Int64 {
    try guarded {
      try reader.read { db in
        try Int64.fetchOne(
          db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
      }
    }
  }

  static func requireSpace(_ needed: Int64, at path: String) throws(BackupError) {
    let available = try RawFile.freeSpace(at: path)
    guard available >= needed else { throw .noSpace(path: path, needed: needed, available: available) }
  }

  private static func copy(
    _ reader: any DatabaseReader, to path: String, _ spent: SpentConnections, _ head: (Database) throws -> String,
    _ prepare: (Database) throws -> Void
  ) throws(BackupError) -> String {
    // The file is created first, so that the plain copy always has the mode of the database.
    try RawFile.open(path, O_WRONLY | O_CREAT | O_EXCL).close()
    return try guarded {
      let copy = try DatabaseQueue(path: path)
      defer { try? spent.close(copy) }
      try reader.read { source in
        // The open read transaction keeps the snapshot for all steps. Without it SQLite would restart the copy at each
        // commit of another connection.
        _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_master")
        try copy.writeWithoutTransaction { try source.backup(to: $0, pagesPerStep: 1024) }
      }
      let journalHead = try copy.read(head)
      try copy.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        try prepare(db)
      }
      try copy.close()
      return journalHead
    }
  }

  private static func seal(
    _ plain: String, into path: String, _ recovery: RecoveryKey, _ now: Instant, _ journalHead: String
  ) throws(BackupError) -> BackupHeader {
    let salt = Data(PINVerifier.randomSalt())
    let fileKey = SymmetricKey(size: .bits256)
    let wrapped = try? ChaChaPoly.seal(
      fileKey.withUnsafeBytes { Data($0) }, using: BackupHeader.wrappingKey(recovery, salt: salt))
    guard let wrapped else { throw .wrongKey }
    let header = BackupHeader(
      version: BackupHeader.currentVersion, createdAt: now.milliseconds, databaseSize: try RawFile.size(of: plain),
      journalHead: journalHead, salt: salt, wrappedKey: wrapped.combined)
    let bytes = try header.encoded()
    let file = try RawFile.open(path, O_WRONLY | O_CREAT | O_TRUNC)
    defer { file.close() }
    try file.write(bytes)
    let database = try RawFile.open(plain, O_RDONLY)
    defer { database.close() }
    let reader = try CompressingReader(database)
    try SealedStream.seal(
      reading: { count throws(BackupError) in try reader.read(upTo: count) },
      writing: { bytes throws(BackupError) in try file.write(bytes) }, header: bytes, key: fileKey)
    try file.synchronise()
    return header
  }

  private static func verify(
    _ path: String, _ key: RecoveryKey, _ header: BackupHeader, scratch: String, _ spent: SpentConnections,
    _ head: (Database) throws -> String
  ) throws(BackupError) {
    let read = try unseal(path, key, into: scratch)
    guard read == header else { throw .copyUnsound(["header"]) }
    try requireSound(scratch, header, spent, head)
  }

  private static func stamp(_ now: Instant) -> String {
    let date = now.civilDate.iso8601
    let second = Int(now.milliseconds / 1000 % 60)
    return "\(date)-\(now.civilTime.filter { $0 != ":" })\(second < 10 ? "0" : "")\(second)"
  }
}
