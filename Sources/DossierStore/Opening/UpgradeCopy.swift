import Foundation
import GRDB

/// A copy of the data of an earlier version as that version left them, so that an upgrade can be reverted. It stands
/// beside the database as `dossier.sqlite.version-10`, with the schema number of the earlier version. Only the copy of
/// the last upgrade is kept.
///
/// It is made before this version changes anything (`make`), or while clerks work already (`OwedCopy`). In the second
/// case a mark beside the data says that it is owed, and an opening that finds the mark makes it first (`settle`).
enum UpgradeCopy {
  private static let beginning = ".version-"
  private static let owed = ".version-owed"
  /// The copy was owed, and another program has changed the file meanwhile.
  private static let lost = ".version-lost"
  /// Pages copied between two reports, some megabytes.
  private static let pagesAStep: Int32 = 2048

  enum Settled {
    case notOwed, made, lost
  }

  /// Makes the copy before anything is changed.
  /// - Parameters:
  ///   - path: the path of a database of an earlier version that nobody else is writing.
  ///   - progress: called with the percentage that is copied.
  /// - Throws: `BackupError` or `DatabaseError` if there is no room; nothing has been changed then.
  static func make(of path: String, _ spent: SpentConnections, progress: @escaping (Int) -> Void) throws {
    let earlier = try KeptReading(path)
    defer { earlier.end(spent) }
    try copy(earlier, of: path, spent) { _, percent in progress(percent) }
  }

  /// Makes a copy that a program owed when it was killed, from the database file without its log. No connection that
  /// can write may be open.
  static func settle(_ path: String, _ spent: SpentConnections, progress: @escaping (Int) -> Void) throws -> Settled {
    guard RawFile.exists(path + owed) else { return .notOwed }
    let noted = String(decoding: FileManager.default.contents(atPath: path + owed) ?? Data(), as: UTF8.self)
    let now = try KeptReading(path)
    now.end(spent)
    // It was killed before it had changed anything, and the earlier version may have been used since. The copy belongs to
    // the upgrade that begins now.
    guard !noted.hasPrefix("\(now.version) ") else { return .notOwed }
    let alone = try KeptReading(StoreFile.immutable(path))
    defer { alone.end(spent) }
    guard noted == mark(path, alone.version) else {
      try RawFile.rename(path + owed, path + lost)
      try RawFile.synchronise(folder: PathText.folder(of: path))
      return .lost
    }
    try copy(alone, of: path, spent) { _, percent in progress(percent) }
    return .made
  }

  /// Returns when it is on the disk that a copy of this version of the data is owed, and of which file.
  static func owe(_ path: String, _ version: Int) throws {
    let text = mark(path, version)
    try DurableFile.write(to: path + owed) { put in try put(Array(text.utf8)) }
  }

  /// Copies what a reading shows, and puts it in the place of the mark and of all earlier copies.
  /// - Parameter step: called after each part with the file and the percentage that is copied.
  static func copy(
    _ earlier: KeptReading, of path: String, _ spent: SpentConnections, step: @escaping (RawFile, Int) throws -> Void
  ) throws {
    let copy = path + beginning + "\(earlier.version)"
    let partial = copy + ".partial"
    for suffix in ["", "-journal", "-wal", "-shm"] { RawFile.remove(partial + suffix) }
    do {
      // The file is created with its mode first, so that no other user can read it at any time.
      let file = try RawFile.open(partial, O_RDWR | O_CREAT | O_EXCL)
      defer { file.close() }
      try fill(partial, from: earlier, spent) { try step(file, $0) }
      try file.synchronise()
      try RawFile.rename(partial, copy)
    } catch {
      RawFile.remove(partial)
      throw error
    }
    let folder = PathText.folder(of: path)
    try RawFile.synchronise(folder: folder)
    for name in RawFile.names(in: folder) where name.hasPrefix(PathText.name(of: path + beginning)) {
      if folder + "/" + name != copy { RawFile.remove(folder + "/" + name) }
    }
    // If the mark came back after the log was folded in, the copy would seem to be lost.
    try RawFile.synchronise(folder: folder)
  }

  private static func fill(
    _ partial: String, from earlier: KeptReading, _ spent: SpentConnections, step: @escaping (Int) throws -> Void
  ) throws {
    // What is in the copy counts only after the whole file was synchronised.
    var unsafe = Configuration()
    unsafe.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
    let target = try DatabaseQueue(path: partial, configuration: unsafe)
    defer { try? spent.close(target) }
    try earlier.connection.unsafeRead { source in
      try target.writeWithoutTransaction { target in
        try source.backup(to: target, pagesPerStep: pagesAStep) { done in
          try step(done.completedPageCount * 100 / max(1, done.totalPageCount))
        }
      }
    }
    try target.close()
  }

  /// The version to copy, and what shows that nobody has written the file since.
  private static func mark(_ path: String, _ version: Int) -> String {
    "\(version) \((try? RawFile.size(of: path)) ?? 0) \(RawFile.changedAt(path))\n"
  }
}

extension UpgradeCopy {
  static func isOwed(_ path: String) -> Bool { RawFile.exists(path + owed) }
  static func isLost(_ path: String) -> Bool { RawFile.exists(path + lost) }
}
