import Glibc

/// Files for other places: there whole, or not at all.
public enum DurableFile {
  /// Returns when the bytes are on the disk under that name. A file that was there before is replaced.
  public static func write(_ bytes: [UInt8], to path: String) throws(BackupError) {
    let part = path + ".part"
    do throws(BackupError) {
      let file = try RawFile.open(part, O_WRONLY | O_CREAT | O_TRUNC)
      defer { file.close() }
      try file.write(bytes)
      try file.synchronise()
    } catch {
      RawFile.remove(part)
      throw error
    }
    try RawFile.rename(part, path)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try RawFile.synchronise(folder: folder.isEmpty ? "/" : folder)
  }
}
