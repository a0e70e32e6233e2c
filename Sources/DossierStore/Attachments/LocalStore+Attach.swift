import Crypto
import Glibc

extension LocalStore {
  /// Largest file that is taken, in bytes: 50 MB.
  public static let attachmentLimit = 50 << 20

  /// Copies a file into `attachments/`, named by its hash and readable by its owner only.
  ///
  /// Blocks until the copy is on the disk. The same file again gives the same name and takes no more room.
  /// - Returns: SHA-256 of the file, 64 hexadecimal digits.
  public func attach(file path: String) throws(AttachmentError) -> String {
    guard access == .readWrite else { throw .readOnly }
    // Without O_NONBLOCK a pipe would be waited for until somebody writes to it.
    let source = try attaching { () throws(BackupError) in try RawFile.open(path, O_RDONLY | O_NONBLOCK) }
    defer { source.close() }
    var status = stat()
    guard fstat(source.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: path)
    }
    guard status.st_size > 0 else { throw .empty(path: path) }
    let attachments = folder + "/attachments"
    guard mkdir(attachments, 0o700) == 0 || errno == EEXIST else { throw .noPermission(path: attachments) }
    let partial = attachments + "/.partial"
    defer { RawFile.remove(partial) }
    let copy = try attaching { () throws(BackupError) in try RawFile.open(partial, O_WRONLY | O_CREAT | O_TRUNC) }
    defer { copy.close() }
    var hash = SHA256()
    var size = 0
    while true {
      let bytes = try attaching { () throws(BackupError) in try source.read(upTo: 1 << 18) }
      if bytes.isEmpty { break }
      // Counted here: a scanner may still be writing to it.
      size += bytes.count
      guard size <= Self.attachmentLimit else { throw .tooLarge(path: path, limit: Self.attachmentLimit) }
      hash.update(data: bytes)
      try attaching { () throws(BackupError) in try copy.write(bytes) }
    }
    let name = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try attaching { () throws(BackupError) in
      try copy.synchronise()
      try RawFile.rename(partial, attachments + "/" + name)
      try RawFile.synchronise(folder: attachments)
    }
    return name
  }

  private func attaching<Value>(_ body: () throws(BackupError) -> Value) throws(AttachmentError) -> Value {
    do throws(BackupError) { return try body() } catch { throw AttachmentError(error) }
  }
}
