import Glibc

/// Why a file was not taken into the attachments. Nothing was recorded.
public enum AttachmentError: Error, Hashable, Sendable {
  case missing(path: String)
  /// A folder, a device, a pipe.
  case notAFile(path: String)
  case empty(path: String)
  case tooLarge(path: String, limit: Int)
  case noPermission(path: String)
  case diskFull
  case readOnly
  case fileSystem(path: String, code: Int32)

  init(_ error: BackupError) {
    switch error {
    case .fileSystem(let path, let code):
      self =
        switch code {
        case ENOENT, ENOTDIR, ENAMETOOLONG: .missing(path: path)
        case EACCES, EPERM: .noPermission(path: path)
        case EROFS: .readOnly
        case ENOSPC, EDQUOT: .diskFull
        default: .fileSystem(path: path, code: code)
        }
    case .noSpace: self = .diskFull
    default: self = .fileSystem(path: "", code: 0)
    }
  }
}
