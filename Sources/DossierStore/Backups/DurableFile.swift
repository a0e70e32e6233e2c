import Glibc

/// Writes files so that they exist completely or not at all.
public enum DurableFile {
  /// Returns when all bytes that `body` has written are on the disk under that name. An existing file is replaced.
  /// - Throws: `BackupError`, and what `body` throws. Nothing is left of the new file then.
  public static func write(to path: String, _ body: (_ put: @escaping ([UInt8]) throws -> Void) throws -> Void) throws {
    let part = path + ".part"
    do {
      let file = try RawFile.open(part, O_WRONLY | O_CREAT | O_TRUNC)
      defer { file.close() }
      try body { try file.write($0) }
      try file.synchronise()
      try RawFile.rename(part, path)
    } catch {
      RawFile.remove(part)
      throw error
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try RawFile.synchronise(folder: folder.isEmpty ? "/" : folder)
  }
}
