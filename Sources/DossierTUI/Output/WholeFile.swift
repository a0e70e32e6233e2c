import Glibc

/// A file from outside that is read as a whole.
enum WholeFile {
  /// - Returns: nil if it cannot be read. A file that is longer than the limit is returned with one byte more, so that
  ///   the reader of its content says that it is too long.
  static func bytes(at path: String, atMost limit: Int) -> [UInt8]? {
    let file = open(TypedPath.existing(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let capacity = min(Int(status.st_size), limit) + 1
    var hasFailed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let found = Glibc.read(file, buffer.baseAddress.map { $0 + count }, capacity - count)
        if found < 0, errno == EINTR { continue }
        hasFailed = found < 0
        if found <= 0 { return }
        count += found
      }
    }
    return hasFailed ? nil : bytes
  }
}
