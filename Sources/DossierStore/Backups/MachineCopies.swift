import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc

/// The copies that the machine made in its own name: a timer's, and those of the program at noon, at the end of the day and
/// on one key. Nobody said who she is, and an entry of the journal has an author. Each is noted in a file beside the data
/// instead, which can be written while another window writes the journal. Notes are only ever added.
public struct MachineCopies: Sendable {
  public static let fileName = "copies.log"
  public let path: String

  public struct Note: Hashable, Sendable {
    /// As in the file: when, how many dossiers, SHA-256 of the copy, and where it was written.
    public var at: String
    public var dossiers: Int
    public var hash: String
    public var place: String
  }

  /// - Parameter folder: the data folder.
  public init(folder: String) {
    path = folder + "/" + Self.fileName
  }

  /// All notes, oldest first. A line that the power cut short is left out.
  public func all() throws(BackupError) -> [Note] {
    guard RawFile.exists(path) else { return [] }
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    let text = String(decoding: try file.read(upTo: Int(RawFile.size(of: path))), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let dossiers = Int(parts[1]) else { return nil }
      return Note(at: String(parts[0]), dossiers: dossiers, hash: String(parts[2]), place: String(parts[3]))
    }
  }

  /// Whether a note can be added; creates the file. A disk that takes no writes at all is no hindrance, because the data have
  /// to be saved then.
  func requireOpen() throws(BackupError) {
    do throws(BackupError) {
      try RawFile.open(path, O_RDWR | O_APPEND | O_CREAT).close()
    } catch {
      switch error {
      case .noSpace, .fileSystem(_, EROFS), .fileSystem(_, ENOSPC), .fileSystem(_, EDQUOT), .fileSystem(_, EIO): return
      case .targetMissing, .alreadyRunning, .noCopy, .notABackup, .newerVersion, .wrongKey, .keyMistyped, .damaged,
        .truncated, .copyUnsound, .folderNotEmpty, .database, .fileSystem:
        throw error
      }
    }
  }

  /// Returns when the note is on the disk.
  func add(_ copy: Backup.Copy, _ hash: String, dossiers: Int, at now: Instant) throws(BackupError) {
    let place = String(copy.path.map { $0.isNewline ? "?" : $0 })
    let line = "\(now.iso8601) \(dossiers) \(hash) \(place)\n"
    let file = try RawFile.open(path, O_RDWR | O_APPEND | O_CREAT)
    defer { file.close() }
    // A note that the power or a full disk cut short would take this one with it.
    let size = Int(try RawFile.size(of: path))
    var isCutShort = false
    if size > 0 {
      try file.seek(to: size - 1)
      isCutShort = try file.read(upTo: 1) != Array("\n".utf8)
    }
    try file.write(Array(((isCutShort ? "\n" : "") + line).utf8))
    try file.synchronise()
    try RawFile.synchronise(folder: PathText.folder(of: path))
  }

  static func hash(of path: String) throws(BackupError) -> String {
    let file = try RawFile.open(path, O_RDONLY)
    defer { file.close() }
    var hash = SHA256()
    while true {
      let part = try file.read(upTo: 1 << 20)
      if part.isEmpty { break }
      hash.update(data: part)
    }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension BackupStore {
  /// Makes a copy in the machine's own name, and notes it. No copy is made if it could not be noted, except when the disk of
  /// the data takes no writes; `isUnnoted` says so then. Older copies have made way for this one, so it stays.
  public func makeForMachine(to target: String, at now: Instant) throws(BackupError) -> Backup.Copy {
    let copies = MachineCopies(folder: folder)
    try copies.requireOpen()
    let dossiers = try Backup.guarded {
      try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dossier") ?? 0 }
    }
    var copy = try make(to: target, at: now)
    let hash = try MachineCopies.hash(of: copy.path)
    do throws(BackupError) {
      try copies.add(copy, hash, dossiers: dossiers, at: now)
    } catch {
      copy.isUnnoted = true
    }
    return copy
  }
}
