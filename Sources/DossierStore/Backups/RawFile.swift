import Foundation
import Glibc

/// A file accessed by its descriptor. `FileHandle` cannot report that the disk is full or that bytes are durable.
struct RawFile {
  let descriptor: Int32
  let path: String

  @TaskLocal static var witness: (any FileWitness)?

  /// New files are readable by their owner only.
  static func open(_ path: String, _ flags: Int32) throws(BackupError) -> RawFile {
    let isCreated = witness != nil && flags & O_CREAT != 0 && !exists(path)
    let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .fileSystem(path: path, code: errno) }
    witness?.saw(
      .opened(path: path, descriptor: descriptor, isCreated: isCreated, isEmptied: flags & O_TRUNC != 0))
    return RawFile(descriptor: descriptor, path: path)
  }

  func close() {
    Self.witness?.saw(.closed(descriptor: descriptor))
    _ = Glibc.close(descriptor)
  }

  /// Returns fewer bytes than requested only at the end of the file.
  func read(upTo count: Int) throws(BackupError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .fileSystem(path: path, code: errno) }
      guard got > 0 else { break }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  func seek(to offset: Int) throws(BackupError) {
    guard lseek(descriptor, offset, SEEK_SET) == offset else { throw .fileSystem(path: path, code: errno) }
  }

  func write(_ bytes: [UInt8]) throws(BackupError) {
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if put < 0, errno == EINTR { continue }
      if put < 0, errno == ENOSPC || errno == EDQUOT {
        throw .noSpace(path: path, needed: Int64(bytes.count - written), available: 0)
      }
      guard put > 0 else { throw .fileSystem(path: path, code: errno) }
      if let witness = Self.witness {
        let offset = Int(lseek(descriptor, 0, SEEK_CUR)) - put
        witness.saw(.wrote(descriptor: descriptor, bytes: bytes[written..<written + put], offset: offset))
      }
      written += put
    }
  }

  /// Drops cached pages, so that the next read comes from the disk, as far as the pages have been written.
  func forgetCached() { _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) }

  /// Returns when the bytes are on the disk.
  func synchronise() throws(BackupError) {
    guard fsync(descriptor) == 0 else { throw .fileSystem(path: path, code: errno) }
    Self.witness?.saw(.synchronised(descriptor: descriptor))
  }

  /// Returns when the names in a folder are on the disk, including changed and removed ones.
  static func synchronise(folder: String) throws(BackupError) {
    let file = try open(folder, O_RDONLY | O_DIRECTORY)
    defer { file.close() }
    try file.synchronise()
    witness?.saw(.synchronisedFolder(path: folder))
  }

  static func remove(_ path: String) {
    if unlink(path) == 0 { witness?.saw(.removed(path: path)) }
  }

  static func rename(_ from: String, _ to: String) throws(BackupError) {
    guard Glibc.rename(from, to) == 0 else { throw .fileSystem(path: to, code: errno) }
    witness?.saw(.renamed(from: from, to: to))
  }

  /// Renames a file; fails if the new name exists.
  static func renameToNew(_ from: String, _ to: String) throws(BackupError) {
    guard link(from, to) == 0 else {
      // Some file systems of USB sticks do not support hard links.
      let code = errno
      guard code == EPERM || code == EOPNOTSUPP, !exists(to) else { throw .fileSystem(path: to, code: code) }
      return try rename(from, to)
    }
    witness?.saw(.linked(from: from, to: to))
    remove(from)
  }

  static func size(of path: String) throws(BackupError) -> Int64 {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .fileSystem(path: path, code: errno) }
    return Int64(status.st_size)
  }

  /// Nanoseconds since 1970; 0 if the file does not exist.
  static func changedAt(_ path: String) -> Int64 {
    var status = stat()
    guard stat(path, &status) == 0 else { return 0 }
    return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  /// Records in the file's modification time that it was checked now.
  static func touch(_ path: String) { _ = utimensat(AT_FDCWD, path, nil, 0) }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Creates a folder for its owner only and syncs its name; an existing folder stays unchanged.
  static func makeFolder(_ path: String) throws(BackupError) {
    guard mkdir(path, 0o700) == 0 else {
      let code = errno
      if code == EEXIST, isFolder(path) { return }
      if code == ENOSPC || code == EDQUOT { throw .noSpace(path: path, needed: 0, available: 0) }
      throw .fileSystem(path: path, code: code)
    }
    witness?.saw(.madeFolder(path: path))
    do throws(BackupError) {
      try synchronise(folder: PathText.folder(of: path))
    } catch .fileSystem(_, EACCES) {
      // Permission to create a folder does not imply permission to read the one above, so this error is ignored.
    }
  }

  /// Creates a folder and the missing folders above it.
  static func makeFolders(_ path: String) throws(BackupError) {
    let above = PathText.folder(of: path)
    if !exists(above) { try makeFolders(above) }
    try makeFolder(path)
  }

  /// The names in a folder; none if it does not exist.
  static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// The number of bytes that an unprivileged user may still write there.
  static func freeSpace(at path: String) throws(BackupError) -> Int64 {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { throw .fileSystem(path: path, code: errno) }
    return Int64(status.f_bavail) * Int64(status.f_frsize)
  }
}
