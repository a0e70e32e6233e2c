import Glibc

/// A file that is written under a temporary name beside its own, `NAME.partial`, and gets its name when it is complete.
/// Only its owner can read it.
final class NewFile {
  private let path: String
  private let partial: String
  private var descriptor: Int32
  private var isNamed = true
  private var unsynchronised = 0

  /// How much is written before the disk is asked to keep it. A slow stick would otherwise keep the process waiting at
  /// the end for longer than its caller waits for a sign of life.
  private static let synchronisedBytes = 4 << 20

  init(path: String) throws(WorkbookWritingError) {
    var status = stat()
    guard lstat(path, &status) != 0 else { throw .exists }
    (self.path, partial) = (path, path + ".partial")
    descriptor = open(partial, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw WorkbookWritingError(code: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  var position: Int64 { Int64(lseek(descriptor, 0, SEEK_CUR)) }

  /// - Parameter whence: `SEEK_SET`, `SEEK_CUR` or `SEEK_END`.
  func seek(_ offset: Int64, _ whence: Int32) throws(WorkbookWritingError) {
    guard lseek(descriptor, off_t(offset), whence) >= 0 else { throw WorkbookWritingError(code: errno) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(WorkbookWritingError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw WorkbookWritingError(code: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    unsynchronised += bytes.count
    guard unsynchronised >= Self.synchronisedBytes, isNamed else { return }
    unsynchronised = 0
    guard fdatasync(descriptor) == 0 else { throw WorkbookWritingError(code: errno) }
  }

  /// Returns fewer bytes than requested, and none at the end of the file.
  func read(upTo count: Int) throws(WorkbookWritingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let got = Glibc.read(descriptor, &bytes, count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw WorkbookWritingError(code: errno) }
      bytes.removeLast(count - got)
      return bytes
    }
  }

  /// Takes the name away: the bytes are kept only as long as this object, whatever ends the process.
  func makeNameless() throws(WorkbookWritingError) {
    isNamed = false
    guard unlink(partial) == 0 else { throw WorkbookWritingError(code: errno) }
  }

  /// Returns when the bytes are on the disk under the file's own name. A file that has appeared there in the meantime
  /// stays as it is.
  func publish() throws(WorkbookWritingError) {
    guard fsync(descriptor) == 0 else { throw WorkbookWritingError(code: errno) }
    let written = descriptor
    descriptor = -1
    guard close(written) == 0 else { throw WorkbookWritingError(code: errno) }
    // The file systems of sticks know neither hard links nor a renaming that spares an existing file.
    let place = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard place >= 0 else { throw WorkbookWritingError(code: errno) }
    close(place)
    do throws(WorkbookWritingError) {
      guard rename(partial, path) == 0 else { throw WorkbookWritingError(code: errno) }
      try synchroniseFolder()
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Removes what `publish` has not given its name.
  func remove() { if isNamed { unlink(partial) } }

  private func synchroniseFolder() throws(WorkbookWritingError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw WorkbookWritingError(code: errno) }
    defer { close(opened) }
    // Some file systems cannot do it for folders.
    guard fsync(opened) == 0 || errno == EINVAL else { throw WorkbookWritingError(code: errno) }
  }
}
