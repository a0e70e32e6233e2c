import Foundation
import GRDB

/// A copy of the data as an earlier version left it, made before this version changes anything: the way back.
/// It lies beside the database as `dossier.sqlite.version-10`, by the number of the earlier version's tables; the one of
/// the last upgrade is kept.
enum UpgradeCopy {
  private static let mark = ".version-"

  /// - Parameter path: of a database of an earlier version, which nobody else writes now.
  /// - Throws: `BackupError` or `DatabaseError` when there is no room for it: then nothing has been changed.
  static func make(of path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let source = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? source.close() }
    let version = try source.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    let copy = path + mark + "\(version)"
    let partial = copy + ".partial"
    for suffix in ["", "-journal", "-wal", "-shm"] { RawFile.remove(partial + suffix) }
    // Made by us first, so that nobody else can read it at any moment.
    try RawFile.open(partial, O_WRONLY | O_CREAT | O_EXCL).close()
    let target = try DatabaseQueue(path: partial)
    do {
      try source.backup(to: target)
      try target.close()
      let file = try RawFile.open(partial, O_RDWR)
      defer { file.close() }
      try file.synchronise()
    } catch {
      RawFile.remove(partial)
      throw error
    }
    try RawFile.rename(partial, copy)
    let folder = (path as NSString).deletingLastPathComponent
    try RawFile.synchronise(folder: folder)
    removeOthers(than: copy, in: folder, beside: path)
  }

  private static func removeOthers(than copy: String, in folder: String, beside path: String) {
    let name = (path as NSString).lastPathComponent
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where other.hasPrefix(name + mark) && folder + "/" + other != copy {
      RawFile.remove(folder + "/" + other)
    }
  }
}
