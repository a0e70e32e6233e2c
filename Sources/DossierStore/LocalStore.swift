import DossierDomain
import GRDB
import OfficeWork
import Synchronization

/// The office's data on this machine, in one SQLite file. One process writes; others may read. This type opens and
/// closes the file and provides its parts: structs that hold only the connections that they may use.
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
  /// Why nothing can be recorded; nil if the store can write.
  public let lookingOn: LookingOn?
  public let random: @Sendable () -> (UInt64, UInt64)
  let read: ReadingConnection
  let write: WritingConnection
  let searcher: SearchConnection
  let scanFolder: ScanFolder
  let tries: TriesBesideData
  let unlocked = UnlockedKeys()
  let spent = SpentConnections()
  private let lock: WriterLock?
  private let isClosed = Mutex(false)

  /// Opens the data, or creates them if `access` is `.readWrite` and there are none.
  /// - Parameters:
  ///   - upgrading: called with the percentage that is copied, if an earlier version left the data and they are copied
  ///     before anything is changed.
  ///   - random: returns random bits for identifiers.
  public init(
    folder: String, access: Access, upgrading: @escaping (_ percent: Int) -> Void = { _ in },
    random: @escaping @Sendable () -> (UInt64, UInt64) = { (.random(in: .min ... .max), .random(in: .min ... .max)) }
  ) throws(StoreError) {
    self.folder = folder
    self.access = access
    self.random = random
    var path = folder + "/" + Self.fileName
    let isNew = StoreFile.isMissingOrEmpty(path)
    if isNew, access == .readOnly { throw .noOffice }
    if isNew { try StoreFile.makeFolder(folder) }
    lock = access == .readWrite ? try WriterLock(folder: folder) : nil
    if isNew { try StoreFile.make(path) }
    lookingOn =
      access == .readWrite ? nil : WriterLock.isOnReadOnlyDisk(folder: folder) ? .diskIsReadOnly : .anotherWindowWrites
    tries = TriesBesideData(folder: folder, isInMemory: lookingOn == .diskIsReadOnly)
    do {
      if access == .readWrite, !StoreFile.isMissingOrEmpty(path + "-journal") { try StoreFile.rollBack(path) }
      let isStamped = !isNew && StoreFile.isStamped(path)
      let looking = isNew || isStamped ? nil : try StoreFile.openReading(path)
      let isCurrent = try looking.map { try StoreFile.isCurrent($0, path) } ?? true
      // A read-only session needs the tables of this version, even right after an upgrade, so the upgrade is done
      // first.
      if access == .readOnly, !isCurrent { try StoreFile.bringUp(folder, path, progress: upgrading) }
      if access == .readWrite, !isCurrent { try UpgradeCopy.make(of: path, progress: upgrading) }
      if lookingOn == .diskIsReadOnly, isStamped { path = StoreFile.immutable(path) }
      write = WritingConnection(
        database: try StoreFile.open(path, access: access, isStamped: isStamped),
        files: access == .readWrite ? OpenFiles(path: path) : nil, folder: folder)
      read = ReadingConnection(connection: LazyConnection(path: path, opened: looking), folder: folder)
    } catch {
      throw StoreError(error, in: folder)
    }
    searcher = SearchConnection(connection: LazyConnection(path: path))
    scanFolder = ScanFolder(data: folder)
  }

  deinit { close() }

  /// Ends the work: records that it ended properly, and checkpoints the log, so that the database file alone is
  /// complete. The store cannot be used afterwards.
  ///
  /// Only the writing process does this, with a single connection left, because SQLite before 3.51.3 can lose pages
  /// when two connections reset the log at the same time. If another process is reading, the log cannot be emptied, but
  /// its content is in the file too.
  public func close() {
    guard
      isClosed.withLock({ isClosed in
        defer { isClosed = true }
        return !isClosed
      })
    else { return }
    read.connection.close()
    searcher.connection.close()
    write.close()
    lock?.release()
  }
}
