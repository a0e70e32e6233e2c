import DossierDomain
import Foundation
import Glibc

/// Tries whether an office can be restored: restores its newest backup into a folder of its own within the data folder,
/// verifies it there and removes it. The office's own data are not touched and may be in use.
///
/// All functions block. `remove` may be called from any thread, also while another function runs.
public struct RestoreDrill: Sendable {
  /// The backup that is tried.
  public let copy: Backup.Copy
  private let key: RecoveryKey
  private let folder: String
  private let lock: WriterLock

  /// Left free for the office, which goes on working meanwhile.
  private static let reserve: Int64 = 64 << 20

  /// Removes what a drill that was killed has left in a data folder: a second office with its scans and their keys.
  /// Does nothing while a drill runs.
  public static func removeRemains(in data: String) {
    guard RawFile.exists(data + "/.drill"), let lock = try? Backup.lock(data) else { return }
    withExtendedLifetime(lock) { try? FileManager.default.removeItem(atPath: data + "/.drill") }
  }

  /// - Parameters:
  ///   - target: the folder of the backups.
  ///   - data: the data folder. What an interrupted drill has left there is removed.
  /// - Throws: `.alreadyRunning` while a backup or another drill runs, because a backup may remove the tried copy.
  public init(of target: String, recoveryKey: RecoveryKey, data: String) throws(BackupError) {
    lock = try Backup.lock(data)
    guard let newest = try Backup.list(target: target, of: recoveryKey).first else {
      throw try Backup.list(target: target).isEmpty ? .noCopy(path: target) : .wrongKey
    }
    copy = newest
    key = recoveryKey
    folder = data + "/.drill"
    remove()
    // The database, and once more as much for bringing an earlier version's tables up.
    try Backup.requireSpace(2 * Backup.restoredSize(of: copy.path) + Self.reserve, at: data)
  }

  public func restore(at now: Instant) throws(BackupError) -> Backup.Restoration {
    try BackupStore.restore(from: copy.path, recoveryKey: key, into: folder, at: now)
  }

  /// Checks what was restored as `UpkeepStore.verify` does.
  public func verify() throws(StoreError) -> VerificationReport {
    let store = try LocalStore(folder: folder, access: .readOnly)
    defer { store.close() }
    return try store.upkeep.verify()
  }

  /// Removes what was restored.
  public func remove() {
    // A file may appear while the folder is being emptied, if another thread still restores.
    for _ in 0..<3 where RawFile.exists(folder) { try? FileManager.default.removeItem(atPath: folder) }
  }
}
