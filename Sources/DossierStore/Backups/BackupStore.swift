import DossierDomain
import Foundation
import GRDB

/// Makes encrypted copies at a second place and restores them.
public struct BackupStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection
  let folder: String
  let scans: ScanStore
  let spent: SpentConnections

  private static let keyFileName = "recovery.key"
  private var keyFile: String { folder + "/" + Self.keyFileName }

  /// The office's recovery key. It is stored on this machine, so that automatic backups need no input; the first call
  /// creates it.
  public func recoveryKey() throws(BackupError) -> RecoveryKey {
    if let key = try RecoveryKey.load(from: keyFile) { return key }
    let key = RecoveryKey.random()
    try key.save(to: keyFile)
    return key
  }

  /// Makes an encrypted copy at the second place and reads it back. Attachments that are missing there are copied too.
  public func make(to target: String, at now: Instant) throws(BackupError) -> Backup.Copy {
    let key = try recoveryKey()
    // A scan that cannot be sealed now stays as it is, and `doctor` reports it; the rest still needs its backup.
    if write.isAllowed { _ = try? scans.sealPlain(at: now) }
    let attachments = BlobBackup(data: folder, target: target, recovery: key)
    let reader = try Backup.guarded { try read.another() }
    defer { try? spent.close(reader) }
    var scans = CopiedScans()
    var copy = try Backup.create(
      reader: reader, folder: folder, target: target, key: key, now: now, spent: spent, head: Self.journalHead,
    ) { copy in
      scans = try attachments.backUp(from: copy)
      try DraftTable.empty(copy)
    }
    copy.scans = scans
    return copy
  }

  /// This office's copies at a place, newest first.
  public func list(at target: String) throws(BackupError) -> [Backup.Copy] {
    try Backup.list(target: target, of: recoveryKey())
  }

  /// Restores an office on an empty machine and begins a new epoch.
  public static func restore(
    from path: String, recoveryKey: RecoveryKey, into folder: String, at now: Instant
  ) throws(BackupError) -> Backup.Restoration {
    let attachments = BlobBackup(
      data: folder, target: PathText.folder(of: path), recovery: recoveryKey)
    return try Backup.restore(
      from: path, recoveryKey: recoveryKey, into: folder, fileName: LocalStore.fileName, now: now, head: journalHead,
      own: [keyFileName: recoveryKey.text + "\n"]
    ) { db, restoration in
      let random = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
      try DeviceEpochs.begin(db, .version7(at: restoration.restoredAt, random: random))
      try CopyRecognition.forgetPlace(db)
      try BookTable.close(db)
      // Numbers of the lanes may have been used after the backup was made, so the lanes are removed; the province
      // grants new ones.
      if try EnrolmentTable.exists(db) { try db.execute(sql: "DELETE FROM lane_block") }
      try attachments.bringBack(into: db, &restoration)
      // The key is saved before the database is there. Otherwise the office would create another key, which nobody has
      // printed.
      let path = folder + "/" + keyFileName
      if try RecoveryKey.load(from: path) == nil { try recoveryKey.save(to: path) }
    }
  }

  /// The number of entries and the hash of the last one. Equal heads mean equal journals.
  private static func journalHead(_ db: Database) throws -> String {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT count(*) AS entries, hex((SELECT hash FROM entry ORDER BY position DESC LIMIT 1)) AS hash FROM entry"
    )
    let (entries, hash): (Int, String) = (row?["entries"] ?? 0, row?["hash"] ?? "")
    return "\(entries) \(hash)"
  }
}
