import DossierDomain
import GRDB
import OfficeWork
import Synchronization

/// The office's data on this machine: one SQLite file. One process writes, others may read. This type opens and closes it, and
/// hands out its parts: each is a struct that holds only the connections it may use.
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
  public let random: @Sendable () -> (UInt64, UInt64)
  let read: ReadingConnection
  let write: WritingConnection
  let searcher: SearchConnection
  let scanFolder: ScanFolder
  let tries = TriesInMemory()
  let unlocked = UnlockedKeys()
  let spent = SpentConnections()
  private let lock: WriterLock?
  private let isClosed = Mutex(false)

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
    let isNew = StoreFile.isMissingOrEmpty(path)
    if isNew, access == .readOnly { throw .noOffice }
    if isNew { try StoreFile.makeFolder(folder) }
    lock = access == .readWrite ? try WriterLock(folder: folder) : nil
    if isNew { try StoreFile.make(path) }
    lookingOn =
      access == .readWrite ? nil : WriterLock.isOnReadOnlyDisk(folder: folder) ? .diskIsReadOnly : .anotherWindowWrites
    do {
      if access == .readWrite, !StoreFile.isMissingOrEmpty(path + "-journal") { try StoreFile.rollBack(path) }
      let isStamped = !isNew && StoreFile.isStamped(path)
      let looking = isNew || isStamped ? nil : try StoreFile.openReading(path)
      let isCurrent = try looking.map { try StoreFile.isCurrent($0, path) } ?? true
      // Who only looks on finds the tables that this version reads, also right after an upgrade of the program.
      if access == .readOnly, !isCurrent { try StoreFile.bringUp(folder, path) }
      if access == .readWrite, !isCurrent { try UpgradeCopy.make(of: path) }
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

  /// Ends the work: writes down that it ended as it should, and brings the log into the file, so that the file alone is
  /// everything there is. Nothing can be asked of the store afterwards.
  ///
  /// Only the one that may write does it, with one connection left: SQLite before 3.51.3 can lose pages when two reset the
  /// log at a time. A reader in another process keeps the log from being emptied; its content is in the file all the same.
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
