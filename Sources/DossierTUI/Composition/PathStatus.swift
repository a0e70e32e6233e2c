import Glibc

/// What is at a path.
enum PathStatus: Equatable {
  case file
  case folder
  /// A device, a pipe, a socket.
  case other
  case missing
  /// A file stands in the place of one of the folders above.
  case belowAFile
  case noPermission

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = errno == EACCES ? .noPermission : errno == ENOTDIR ? .belowAFile : .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}
