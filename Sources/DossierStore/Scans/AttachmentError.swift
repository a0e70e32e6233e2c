import Glibc
import OfficeWork

/// Why a file was not added to the attachments or not read from them. Nothing was recorded.
public enum AttachmentError: Error, Hashable, Sendable {
  case missing(path: String)
  /// The path names a folder, a device or a pipe.
  case notAFile(path: String)
  case empty(path: String)
  case tooLarge(path: String, limit: Int)
  case noPermission(path: String)
  case diskFull
  case readOnlyDisk
  case fileSystem(path: String, code: Int32)
  /// No attachment has this name.
  case unknown
  /// Its key was destroyed on purpose.
  case erased
  /// Another desk made it, and it is not here completely.
  case notHere(percent: Int)
  /// The bytes on the disk are not those that were sealed, or the key is missing.
  case damaged
  case store(StoreError)

  init(_ error: BackupError) {
    switch error {
    case .fileSystem(let path, let code):
      self =
        switch code {
        case ENOENT, ENOTDIR, ENAMETOOLONG: .missing(path: path)
        case EACCES, EPERM: .noPermission(path: path)
        case EROFS: .readOnlyDisk
        case ENOSPC, EDQUOT: .diskFull
        default: .fileSystem(path: path, code: code)
        }
    case .noSpace: self = .diskFull
    case .damaged, .truncated: self = .damaged
    case .targetMissing, .alreadyRunning, .noCopy, .notABackup, .newerVersion, .wrongKey, .keyMistyped, .copyUnsound,
      .folderNotEmpty,
      .database:
      self = .fileSystem(path: "", code: 0)
    }
  }

  init(_ error: StoreError) {
    self =
      switch error {
      case .diskFull: .diskFull
      case .readOnlyDisk: .readOnlyDisk
      case .inUse, .newerSchema, .foreign, .damaged, .readOnly, .dataGone, .noPermission, .busy, .interrupted, .denied,
        .order,
        .rebuildUnfinished, .noOffice, .officeExists, .other:
        .store(error)
      }
  }
}
