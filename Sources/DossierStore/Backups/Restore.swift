import DossierDomain
import Foundation
import GRDB
import Glibc

extension Backup {
  /// The results of a restore.
  public struct Restoration: Hashable, Sendable {
    public var backupMadeAt: Instant
    public var restoredAt: Instant
    /// Days on which codes may have been printed that the backup does not contain. Codes of these days are provisional
    /// until the last printed number is entered.
    public var doubtfulDates: ClosedRange<CivilDate>
    /// The number of attachments that were restored; the number of those that the second place did not have follows.
    public var attachments = 0
    public var attachmentsMissing = 0
  }

  /// Restores onto an empty machine: completely or not at all, and never over existing files.
  ///
  /// - Parameters:
  ///   - folder: the data folder, missing or empty.
  ///   - fileName: the name of the database in it.
  ///   - head: as for `create`.
  ///   - own: files beside the database that an earlier try may have left, with their expected contents.
  ///   - mint: begins the new epoch, with a random id and a sequence that starts again. It runs in the same transaction
  ///     that marks the doubtful dates.
  public static func restore(
    from path: String, recoveryKey: RecoveryKey, into folder: String, fileName: String, now: Instant,
    head: (Database) throws -> String, own: [String: String] = [:], mint: (Database, inout Restoration) throws -> Void
  ) throws(BackupError) -> Restoration {
    guard access(path, R_OK) == 0 else { throw .fileSystem(path: path, code: errno) }
    try prepare(folder, own)
    let partial = folder + "/" + partialPrefix + fileName
    var isDone = false
    defer { if !isDone { removeDatabase(partial) } }
    try requireSpace(try restoredSize(of: path), at: folder)
    let header = try unseal(path, recoveryKey, into: partial)
    try requireSound(partial, header, SpentConnections(), head)
    let made = header.createdInstant
    let dates = [made.civilDate, now.civilDate]
    var restoration = Restoration(
      backupMadeAt: made, restoredAt: now, doubtfulDates: min(dates[0], dates[1])...max(dates[0], dates[1]))
    try guarded {
      let copy = try DatabaseQueue(path: partial)
      try copy.write { db in
        try DoubtfulDates.mark(db, restoration.doubtfulDates)
        try mint(db, &restoration)
      }
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    }
    try RawFile.rename(partial, folder + "/" + fileName)
    isDone = true
    try RawFile.synchronise(folder: folder)
    return restoration
  }

  private static let partialPrefix = ".restore-"

  private static func prepare(_ folder: String, _ own: [String: String]) throws(BackupError) {
    if !RawFile.isFolder(folder) { try RawFile.makeFolders(folder) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .fileSystem(path: folder, code: EACCES)
    }
    // A restore that was interrupted by a power cut may be repeated. Attachments are copied before the database gets
    // its name.
    let isLeft = { (name: String) in
      name.hasPrefix(partialPrefix) || name == "attachments" || own.keys.contains { name == $0 + ".part" }
        || own[name].map { FileManager.default.contents(atPath: folder + "/" + name) == Data($0.utf8) } ?? false
    }
    guard names.allSatisfy(isLeft) else { throw .folderNotEmpty(path: folder) }
    for name in names where name.hasPrefix(partialPrefix) { RawFile.remove(folder + "/" + name) }
  }

  /// The number of bytes of the database in a backup, as its header says.
  static func restoredSize(of path: String) throws(BackupError) -> Int64 {
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    return try BackupHeader.read(from: file).header.databaseSize
  }
}
