import Glibc

/// Files for other places: there whole, or not at all.
public enum DurableFile {
  /// Returns when all that `body` puts is on the disk under that name. A file that was there before is replaced.
  /// - Throws: `BackupError`; what `body` throws. Then nothing is left of it.
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
