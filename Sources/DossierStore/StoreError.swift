import DossierDomain
import GRDB
import Glibc
import JournalFormat
import OfficeWork

/// Why the store could not do what was asked. Nothing was written when one is thrown.
public enum StoreError: Error, Hashable, Sendable {
  /// Another process writes this office's data.
  case inUse
  /// Made by a newer version of the program; not touched.
  case newerSchema
  /// A file is there, but it is no database of this program.
  case foreign(path: String)
  case damaged(String)
  /// Another process writes; this one looks on.
  case readOnly
  /// The disk takes no writes: a failing one that the system protects, a locked card.
  case readOnlyDisk
  case diskFull
  /// The open file or its log was removed or replaced: nothing is recorded any more, and what was, is not given out.
  case dataGone
  case noPermission(path: String)
  case busy
  /// Overtaken by a newer question.
  case interrupted
  case denied(Denial)
  /// What came from the province does not fit to what is here.
  case order(OrderFault)
  /// What is derived from the journal is being made again, or that was cut off; the journal is whole.
  case rebuildUnfinished
  /// There is no office yet.
  case noOffice
  /// There is one already.
  case officeExists
  case other(String)

  /// SQLite does not say that a disk is read-only, only that it could not open or write a file.
  /// - Parameter folder: of the data.
  init(_ error: any Error, in folder: String) {
    let path = folder + "/" + LocalStore.fileName
    let code = (error as? DatabaseError)?.resultCode
    if let code, [.SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY].contains(code),
      WriterLock.isOnReadOnlyDisk(folder: folder)
    {
      self = .readOnlyDisk
    } else if code == .SQLITE_READONLY, access(path, W_OK) != 0 {
      self = .noPermission(path: path)
    } else {
      self.init(error, path: path)
    }
  }

  public var isInterruption: Bool { self == .interrupted }

  init(_ error: any Error, path: String = "") {
    if let error = error as? StoreError {
      self = error
    } else if let error = error as? Denial {
      self = .denied(error)
    } else if let error = error as? OrderFault {
      self = .order(error)
    } else if let error = error as? EntryFormatError {
      self = .order(.malformed("\(error)"))
    } else if let error = error as? DatabaseError {
      self.init(database: error, path: path)
    } else if case BackupError.noSpace? = error as? BackupError {
      self = .diskFull
    } else if error is CancellationError {
      self = .interrupted
    } else {
      self = .other("\(error)")
    }
  }

  private init(database error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull
    // Opening makes room for the file that readers and the writer share.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .diskFull
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .interrupted
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_CORRUPT: self = .damaged(error.message ?? "")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
    default: self = .other(error.description)
    }
  }
}
