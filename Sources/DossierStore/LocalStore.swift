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
  /// The copy of an earlier version's data that this opening has left to be made: `UpkeepStore.makeOwedCopy`.
  let owed: OwedCopy?
  /// The copy that an earlier opening owed can no longer be made, because another program has changed the file.
  public let hasLostCopy: Bool
  private let lock: WriterLock?
  private let isClosed = Mutex(false)

  /// Opens the data, or creates them if `access` is `.readWrite` and there are none.
  /// - Parameters:
  ///   - copiesLater: if an earlier version left the data, they are copied after the opening where that is possible. Who
  ///     says so calls `UpkeepStore.makeOwedCopy`; `close` does what is left.
  ///   - upgrading: called with the percentage that is copied, if the data are copied before anything is changed.
  ///   - random: returns random bits for identifiers.
  public init(
    folder: String, access: Access, copiesLater: Bool = false, upgrading: @escaping (_ percent: Int) -> Void = { _ in },
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
      if access == .readOnly, !isCurrent { try StoreFile.bringUp(folder, path, spent, progress: upgrading) }
      let writes = access == .readWrite
      let settled = writes && !isNew ? try UpgradeCopy.settle(path, spent, progress: upgrading) : .notOwed
      hasLostCopy = settled == .lost
      let mustCopy = writes && !isCurrent && settled == .notOwed
      if mustCopy, !copiesLater { try UpgradeCopy.make(of: path, spent, progress: upgrading) }
      if lookingOn == .diskIsReadOnly, isStamped { path = StoreFile.immutable(path) }
      let database = try StoreFile.open(path, access: access)
      owed =
        writes && !isStamped
        ? try StoreFile.setUp(database, path, copies: mustCopy && copiesLater, spent, progress: upgrading) : nil
      write = WritingConnection(
        database: database, files: writes ? OpenFiles(path: path) : nil, folder: folder)
      read = ReadingConnection(connection: LazyConnection(path: path, opened: looking), folder: folder)
    } catch {
      throw StoreError(error, in: folder)
    }
    searcher = SearchConnection(connection: LazyConnection(path: path))
    scanFolder = ScanFolder(data: folder)
  }

  deinit { close() }

  /// Ends the work: makes the copy that is still owed, records that the work ended properly, and checkpoints the log, so
  /// that the database file alone is complete. The store cannot be used afterwards. If the copy cannot be made, the log
  /// stays beside the file, and the next opening makes the copy first.
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
    let isCopied = owed.map { write.files?.isDatabaseThere == true && (try? $0.make()) != nil } ?? true
    read.connection.close()
    searcher.connection.close()
    write.close(keepsLog: !isCopied)
    owed?.close()
    lock?.release()
  }
}
