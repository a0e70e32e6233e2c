import Foundation
import GRDB

/// A copy of the data of an earlier version, made before this version changes anything, so that an upgrade can be
/// reverted. It stands beside the database as `dossier.sqlite.version-10`, with the schema number of the earlier
/// version. Only the copy of the last upgrade is kept.
enum UpgradeCopy {
  private static let mark = ".version-"
  /// Pages copied between two reports, some megabytes.
  private static let pagesAStep: Int32 = 2048

  /// - Parameters:
  ///   - path: the path of a database of an earlier version that nobody else is writing.
  ///   - progress: called with the percentage that is copied.
  /// - Throws: `BackupError` or `DatabaseError` if there is no room; nothing has been changed then.
  static func make(of path: String, progress: @escaping (Int) -> Void) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let source = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? source.close() }
    let version = try source.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    let copy = path + mark + "\(version)"
    let partial = copy + ".partial"
    for suffix in ["", "-journal", "-wal", "-shm"] { RawFile.remove(partial + suffix) }
    // The file is created with its mode first, so that no other user can read it at any time.
    try RawFile.open(partial, O_WRONLY | O_CREAT | O_EXCL).close()
    // What is in the copy counts only after the whole file was synchronised, below.
    var unsafe = Configuration()
    unsafe.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
    let target = try DatabaseQueue(path: partial, configuration: unsafe)
    do {
      try source.backup(to: target, pagesPerStep: pagesAStep) { done in
        progress(done.completedPageCount * 100 / max(1, done.totalPageCount))
      }
      try target.close()
      let file = try RawFile.open(partial, O_RDWR)
      defer { file.close() }
      try file.synchronise()
    } catch {
      RawFile.remove(partial)
      throw error
    }
    try RawFile.rename(partial, copy)
    let folder = PathText.folder(of: path)
    try RawFile.synchronise(folder: folder)
    removeOthers(than: copy, in: folder, beside: path)
  }

  private static func removeOthers(than copy: String, in folder: String, beside path: String) {
    let name = PathText.name(of: path)
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where other.hasPrefix(name + mark) && folder + "/" + other != copy {
      RawFile.remove(folder + "/" + other)
    }
  }
}
