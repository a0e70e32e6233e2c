import DossierDomain
import Foundation
import GRDB
import Glibc

/// What a backup did with the attachments. Each lies at the second place once, under its hash.
public struct CopiedScans: Hashable, Sendable {
  /// They were not there before.
  public var new = 0
  /// The copies there were damaged or cut off, and were written again.
  public var mended = 0
  /// They were there already, so nothing was written.
  public var kept = 0
  /// Neither here nor there is a sound one.
  public var unsound = 0
}

/// The attachments at a second place. They are copied as sealed files, one each, and never twice. The database in a
/// backup lists them; their keys are in `BlobKeyFile`.
struct BlobBackup {
  private let source: String
  private let target: String
  private let recovery: RecoveryKey

  /// - Parameters:
  ///   - data: the data folder.
  ///   - target: the folder of the backups.
  init(data: String, target: String, recovery: RecoveryKey) {
    source = data + "/attachments"
    self.target = target
    self.recovery = recovery
  }

  private var shelf: String { target + "/attachments" }

  /// How many bytes of older copies a backup reads again.
  private static let rereadBytes = 32 << 20

  /// Copies the attachments that the second place does not have or has lost, reads them back, writes their keys, and
  /// removes the keys from the copy of the database, which is sealed next.
  ///
  /// An attachment that is damaged here is left out, so that the rest still gets its backup. `verify` reports it, and
  /// an older copy at the second place stays.
  func backUp(from copy: Database) throws -> CopiedScans {
    let rows = try Self.all(copy)
    let kept = rows.filter { $0.isHere && size(of: $0, in: shelf) == $0.sealedSize }
    let damaged = try damaged(among: kept)
    let wanted = rows.filter { $0.isHere && size(of: $0, in: shelf) != $0.sealedSize } + damaged
    var scans = CopiedScans(kept: kept.count - damaged.count)
    try Backup.requireSpace(Int64(wanted.reduce(0) { $0 + $1.sealedSize }), at: target)
    if !wanted.isEmpty { try RawFile.makeFolder(shelf) }
    for row in wanted {
      let isNew = !RawFile.exists(shelf + "/" + row.file.text)
      guard size(of: row, in: source) == row.sealedSize,
        try SealedBlob.copy(source + "/" + row.file.text, to: shelf, as: row.file)
      else {
        scans.unsound += 1
        continue
      }
      if isNew { scans.new += 1 } else { scans.mended += 1 }
    }
    try writeKeys(of: copy, rows)
    for row in rows where row.isErased { RawFile.remove(shelf + "/" + row.file.text) }
    // The pages are overwritten and not only freed. They never held anything but keys.
    try copy.execute(sql: "PRAGMA secure_delete = ON; DROP TABLE blob_key")
    return scans
  }

  /// Reads again the copies that have not been read for the longest time, a part of them at each backup, so that a
  /// failing stick is noticed while the scans are still here. The modification time of a file records when it was last
  /// read.
  private func damaged(among kept: [BlobTable.Row]) throws(BackupError) -> [BlobTable.Row] {
    let oldestFirst = kept.map { (row: $0, readAt: RawFile.changedAt(shelf + "/" + $0.file.text)) }
      .sorted { ($0.readAt, $0.row.file.text) < ($1.readAt, $1.row.file.text) }
    var left = Self.rereadBytes
    var damaged: [BlobTable.Row] = []
    for (row, _) in oldestFirst {
      guard left > 0 else { break }
      left -= row.sealedSize
      let path = shelf + "/" + row.file.text
      // A copy that cannot be read counts as damaged.
      if (try? SealedBlob.digest(of: path)) != row.file { damaged.append(row) }
      // The time is set even if the copy cannot be repaired, so that the other copies get their turn.
      RawFile.touch(path)
    }
    return damaged
  }

  /// Writes the keys. Keys of another epoch of this database (a restore begins one) stay unless they were destroyed.
  private func writeKeys(of copy: Database, _ rows: [BlobTable.Row]) throws {
    let known = try BlobKeyFile.read(in: target, recovery)
    var file = known
    for found in try Row.fetchAll(copy, sql: "SELECT hash, key FROM blob_key") {
      guard let hash = BlobHash(bytes: found[BlobTable.Columns.hash] as Data) else { continue }
      file.keys[hash] = Array(found[BlobTable.Columns.key] as Data)
    }
    file.erased.formUnion(rows.filter(\.isErased).map(\.hash))
    for hash in file.erased { file.keys[hash] = nil }
    guard file.keys != known.keys || file.erased != known.erased else { return }
    try file.write(in: target, recovery)
  }

  /// Restores attachments and keys beside a restored database, which has no table of keys yet.
  func bringBack(into copy: Database, _ restoration: inout Backup.Restoration) throws {
    if try !copy.tableExists("blob") { return }
    try copy.execute(sql: BlobTable.keySchema)
    let file = try BlobKeyFile.read(in: target, recovery)
    let rows = try Self.all(copy)
    let wanted = rows.filter { $0.isHere && !file.erased.contains($0.hash) }
    try Backup.requireSpace(
      Int64(wanted.reduce(0) { $0 + $1.sealedSize }), at: PathText.folder(of: source))
    for row in rows where file.erased.contains(row.hash) && !row.isErased {
      try BlobTable.set(copy, row.hash, .erased, received: 0)
    }
    for row in wanted {
      if let key = file.keys[row.hash] { try BlobTable.keep(copy, Data(key), of: row.hash) }
      if try bringBack(row), file.keys[row.hash] != nil {
        restoration.attachments += 1
      } else {
        restoration.attachmentsMissing += 1
      }
    }
    // Partly received attachments of other desks were not in the backup, so they are fetched from the beginning.
    try copy.execute(sql: "UPDATE blob SET received = 0 WHERE state = 2")
  }

  /// Restores one attachment from the second place; returns false if that is not possible.
  func mend(_ hash: BlobHash, in db: Database) throws -> Bool {
    guard let row = try BlobTable.row(db, hash), size(of: row, in: shelf) == row.sealedSize else { return false }
    try RawFile.makeFolder(source)
    guard try SealedBlob.copy(shelf + "/" + row.file.text, to: source, as: row.file) else { return false }
    if try BlobTable.key(db, hash) != nil { return true }
    guard let key = try BlobKeyFile.read(in: target, recovery).keys[hash] else { return false }
    try BlobTable.keep(db, Data(key), of: hash)
    return true
  }

  private func bringBack(_ row: BlobTable.Row) throws -> Bool {
    if size(of: row, in: source) == row.sealedSize { return true }
    guard size(of: row, in: shelf) == row.sealedSize else { return false }
    try RawFile.makeFolder(source)
    return try SealedBlob.copy(shelf + "/" + row.file.text, to: source, as: row.file)
  }

  private func size(of row: BlobTable.Row, in folder: String) -> Int {
    let path = folder + "/" + row.file.text
    return RawFile.exists(path) ? (try? RawFile.size(of: path)).map { Int($0) } ?? -1 : -1
  }

  private static func all(_ db: Database) throws -> [BlobTable.Row] {
    try Row.fetchAll(db, sql: "SELECT * FROM blob ORDER BY hash").compactMap { BlobTable.Row($0) }
  }
}
