import DossierDomain
import GRDB
import Glibc
import JournalFormat
import OfficeWork

/// Why the store could not do what was asked. If one is thrown, nothing was written.
public enum StoreError: Error, Hashable, Sendable {
  /// Another process writes this office's data.
  case inUse
  /// A newer version of the program made the data; they were not changed.
  case newerSchema
  /// There is a file, but it is not a database of this program.
  case foreign(path: String)
  case damaged(String)
  /// Another process writes, so this session is read-only.
  case readOnly
  /// The disk cannot be written: the system protects a failing disk, or a card is locked.
  case readOnlyDisk
  case diskFull
  /// The open file or its log was removed or replaced. Nothing more is recorded, and the result of the last transaction
  /// is not returned.
  case dataGone
  case noPermission(path: String)
  case busy
  /// A newer request interrupted this one.
  case interrupted
  case denied(Denial)
  /// The data from the province do not fit the stored ones.
  case order(OrderFault)
  /// Projections are being computed again, or that was interrupted; the journal is complete.
  case rebuildUnfinished
  /// There is no office yet.
  case noOffice
  /// There is an office already.
  case officeExists
  case other(String)

  /// SQLite does not report a read-only disk; it only reports that it could not open or write a file.
  /// - Parameter folder: the data folder.
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
    // Opening allocates space for the file that readers and the writer share.
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
