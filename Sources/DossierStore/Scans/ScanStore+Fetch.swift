import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc

/// Another desk's attachment on its way here.
public struct WantedBlob: Hashable, Sendable {
  public var hash: BlobHash
  /// Of the sealed bytes; 0 until the province has said it.
  public var sealedSize: Int
  /// What is here.
  public var received: Int

  public init(hash: BlobHash, sealedSize: Int, received: Int) {
    self.hash = hash
    self.sealedSize = sealedSize
    self.received = received
  }
}

extension ScanStore {
  /// Other desks' attachments that are not here whole, in the order of `offers`.
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

  /// Begins or goes on fetching: says how many bytes are here. What an earlier version of the province announced with
  /// another size begins anew.
  /// - Returns: the offset to ask for; nil when it is not wanted, because it is here or was erased.
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

  /// Takes sealed bytes at an offset. Parts that are here already are skipped, a gap is not taken; the last part makes
  /// it whole, if the hash agrees and the key opens it.
  /// - Parameter key: the content key as the province keeps it.
  /// - Returns: the offset to go on with; nil when all of it is here.
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

  /// Takes another desk's attachment as a whole, as a stick brings it.
  /// - Returns: false when it is not wanted, because it is here, was erased or is named by no entry here; or not sound.
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
      // Something else than the entry named: from the beginning.
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
  /// What another desk's entry says of scans: that there are some to be fetched, or that one is to be destroyed.
  /// - Returns: sealed files that are to be removed once this is durable.
  static func note(_ db: Database, _ entry: DossierAction, of dossier: DossierID, at now: Instant) throws -> [BlobHash]
  {
    if case .eraseScan(let name, _) = entry {
      guard let hash = BlobHash(name) else { return [] }
      let known = try row(db, hash)
      // Another dossier's papers are not this entry's to destroy.
      if let owner = known?.dossier, owner != dossier { return [] }
      if known == nil {
        // Remembered, so that it is never asked for.
        try insert(
          db, Row(hash: hash, size: 0, sealedSize: 0, state: .erasedEverywhere, dossier: dossier), key: nil, at: now)
      }
      try destroyKey(db, of: hash)
      try set(db, hash, .erasedEverywhere, received: 0)
      return known.map { [$0.file] } ?? []
    }
    for hash in entry.scans.compactMap({ BlobHash($0) }) where try row(db, hash) == nil {
      try insert(db, Row(hash: hash, size: 0, sealedSize: 0, state: .announced, dossier: dossier), key: nil, at: now)
    }
    return []
  }
}
