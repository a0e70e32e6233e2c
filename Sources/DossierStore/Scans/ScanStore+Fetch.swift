import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc

/// An attachment of another desk that is being fetched.
public struct WantedBlob: Hashable, Sendable {
  public var hash: BlobHash
  /// The size of the sealed bytes; 0 until the province has reported it.
  public var sealedSize: Int
  /// The number of bytes that are here.
  public var received: Int

  public init(hash: BlobHash, sealedSize: Int, received: Int) {
    self.hash = hash
    self.sealedSize = sealedSize
    self.received = received
  }
}

extension ScanStore {
  /// Attachments of other desks that are not here completely, in the order of `offers`.
  public func wanted(limit: Int = 64) throws(StoreError) -> [WantedBlob] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.hash, b.sealed_size, b.received FROM blob b LEFT JOIN dossier d ON d.id = b.dossier
          WHERE b.state = 2
          ORDER BY d.bucket IS NULL OR d.bucket >= 5, d.due_key, b.added_at, b.hash LIMIT ?
          """, arguments: [limit]
      ).compactMap { row in
        BlobHash(bytes: row[BlobTable.Columns.hash] as Data).map {
          WantedBlob(hash: $0, sealedSize: row[BlobTable.Columns.sealedSize], received: row[BlobTable.Columns.received])
        }
      }
    }
  }

  /// Begins or continues fetching: returns the number of bytes that are here. If the size differs from the one before,
  /// which an earlier version of the province may have caused, it begins again.
  /// - Returns: the offset to ask for; nil if the attachment is not wanted, because it is here or was erased.
  public func beginFetch(_ hash: BlobHash, sealedSize: Int) throws(AttachmentError) -> Int? {
    let row = try Self.storing { () throws(StoreError) in try read { try BlobTable.row($0, hash) } }
    guard let row, row.state == .announced else { return nil }
    let kept = row.sealedSize == sealedSize ? try fetchedBytes(hash) : 0
    try Self.storing { () throws(StoreError) in
      try write { db in
        try db.execute(
          sql: "UPDATE blob SET sealed_size = ?, received = ? WHERE hash = ?",
          arguments: [sealedSize, kept, Data(hash.bytes)])
      }
    }
    if kept == 0 { RawFile.remove(folder.fetchPath(of: hash)) }
    return kept
  }

  /// Stores sealed bytes at an offset. Parts that are here already are skipped, and bytes after a gap are not stored.
  /// The last part completes the file, if the hash is right and the key opens it.
  /// - Parameter key: the content key as the province stores it.
  /// - Returns: the offset to continue with; nil if all of it is here.
  public func storeSealed(
    _ hash: BlobHash, offset: Int, _ bytes: [UInt8], key: [UInt8], at now: Instant
  ) throws(AttachmentError) -> Int? {
    let row = try Self.storing { () throws(StoreError) in try read { try BlobTable.row($0, hash) } }
    guard let row, row.state == .announced else { return nil }
    let here = try fetchedBytes(hash)
    guard offset == here, here + bytes.count <= row.sealedSize else { return here }
    try Self.attaching { () throws(BackupError) in
      try RawFile.makeFolder(folder.path)
      let file = try RawFile.open(folder.fetchPath(of: hash), O_WRONLY | O_CREAT)
      defer { file.close() }
      try file.seek(to: offset)
      try file.write(bytes)
      try file.synchronise()
    }
    let received = here + bytes.count
    guard received == row.sealedSize else {
      try Self.storing { () throws(StoreError) in
        try write { try BlobTable.set($0, hash, .announced, received: received) }
      }
      return received
    }
    return try finishFetch(row, key: SymmetricKey(data: key), at: now)
  }

  /// Stores another desk's complete attachment, as it comes on a stick.
  /// - Returns: false if it is not wanted (because it is here, was erased, or no entry here names it) or is damaged.
  public func takeSealed(
    _ hash: BlobHash, _ bytes: [UInt8], key: [UInt8], at now: Instant
  ) throws(AttachmentError) -> Bool {
    guard let here = try beginFetch(hash, sealedSize: bytes.count), here <= bytes.count else { return false }
    return try storeSealed(hash, offset: here, Array(bytes[here...]), key: key, at: now) == nil
  }

  private func finishFetch(_ row: BlobTable.Row, key: SymmetricKey, at now: Instant) throws(AttachmentError) -> Int? {
    let partial = folder.fetchPath(of: row.hash)
    var size = 0
    let isSound = try Self.attaching { () throws(BackupError) in
      guard try SealedBlob.digest(of: partial) == row.hash else { return false }
      do throws(BackupError) {
        try SealedBlob.open(partial, key: key) { bytes throws(BackupError) in size += bytes.count }
        return true
      } catch .damaged { return false } catch .truncated { return false }
    }
    guard isSound else {
      // The bytes are not those that the entry names, so fetching begins again.
      RawFile.remove(partial)
      try Self.storing { () throws(StoreError) in
        try write { try BlobTable.set($0, row.hash, .announced, received: 0) }
      }
      return 0
    }
    try Self.attaching { () throws(BackupError) in
      try RawFile.rename(partial, folder.path(of: row.hash))
      try RawFile.synchronise(folder: folder.path)
    }
    try Self.storing { () throws(StoreError) in
      try write { db in
        let whole = BlobTable.Row(
          hash: row.hash, size: size, sealedSize: row.sealedSize, state: .fetched, received: row.sealedSize,
          dossier: row.dossier)
        try BlobTable.insert(db, whole, key: key, at: now)
      }
    }
    return nil
  }

  private func fetchedBytes(_ hash: BlobHash) throws(AttachmentError) -> Int {
    let path = folder.fetchPath(of: hash)
    guard RawFile.exists(path) else { return 0 }
    return try Self.attaching { () throws(BackupError) in Int(try RawFile.size(of: path)) }
  }
}

extension BlobTable {
  /// Handles another desk's entry about scans: new ones are to be fetched, and erased ones destroyed.
  /// - Returns: the sealed files to remove once the transaction is durable.
  static func note(_ db: Database, _ entry: DossierAction, of dossier: DossierID, at now: Instant) throws -> [BlobHash]
  {
    if case .eraseScan(let name, _) = entry {
      guard let hash = BlobHash(name) else { return [] }
      let known = try row(db, hash)
      // An entry may only erase scans of its own dossier.
      if let owner = known?.dossier, owner != dossier { return [] }
      if known == nil {
        // The erased scan is recorded, so that it is never requested.
        try insert(
          db, Row(hash: hash, size: 0, sealedSize: 0, state: .erasedEverywhere, dossier: dossier), key: nil, at: now)
      }
      try destroyKey(db, of: hash)
      try set(db, hash, .erasedEverywhere, received: 0)
      try PaperErasure.finish(db, hash, of: dossier)
      return known.map { [$0.file] } ?? []
    }
    try announce(db, entry.scans, of: dossier, at: now)
    return []
  }

  /// Notes that these are to be fetched, unless they are here or were erased.
  static func announce(_ db: Database, _ names: [String], of dossier: DossierID, at now: Instant) throws {
    for hash in names.compactMap({ BlobHash($0) }) where try row(db, hash) == nil {
      try insert(db, Row(hash: hash, size: 0, sealedSize: 0, state: .announced, dossier: dossier), key: nil, at: now)
    }
  }
}
