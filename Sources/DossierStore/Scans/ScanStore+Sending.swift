import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc

/// An attachment that waits to be sent.
public struct WaitingBlob: Hashable, Sendable {
  public var hash: BlobHash
  /// The size of the sealed bytes.
  public var sealedSize: Int
  /// The number of bytes that the province has, as it reported last.
  public var received: Int

  public init(hash: BlobHash, sealedSize: Int, received: Int) {
    self.hash = hash
    self.sealedSize = sealedSize
    self.received = received
  }
}

extension ScanStore {
  /// The attachments that wait to be sent, the most urgent first: scans of open dossiers by their appointment, then
  /// those of ended ones; small ones before large ones.
  public func offers(limit: Int = 64) throws(StoreError) -> [WaitingBlob] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.hash, b.sealed_size, b.received FROM blob b LEFT JOIN dossier d ON d.id = b.dossier
          WHERE b.state = 0 AND b.file = b.hash
          ORDER BY d.bucket IS NULL OR d.bucket >= 5, d.due_key, b.sealed_size, b.added_at, b.hash LIMIT ?
          """, arguments: [limit]
      ).compactMap { row in
        BlobHash(bytes: row[BlobTable.Columns.hash] as Data).map {
          WaitingBlob(
            hash: $0, sealedSize: row[BlobTable.Columns.sealedSize], received: row[BlobTable.Columns.received])
        }
      }
    }
  }

  /// Stores how much of a blob the province has. It may be less than before, because the province was restored or the
  /// parts did not give the complete blob.
  public func noteSent(_ hash: BlobHash, received: Int, isComplete: Bool) throws(StoreError) {
    try write { db in
      guard let row = try BlobTable.row(db, hash), row.state == .waiting || row.state == .sent else { return }
      try BlobTable.set(
        db, hash, isComplete ? .sent : .waiting, received: isComplete ? row.sealedSize : min(received, row.sealedSize))
    }
  }

  /// Sealed bytes to be sent; fewer than requested only at the end.
  public func readSealed(_ hash: BlobHash, offset: Int, count: Int) throws(AttachmentError) -> [UInt8] {
    let row = try Self.storing { () throws(StoreError) in try read { try BlobTable.row($0, hash) } }
    guard let row, row.isHere else { throw .unknown }
    return try Self.attaching { () throws(BackupError) in
      let file = try RawFile.open(folder.path(of: row.file), O_RDONLY)
      defer { file.close() }
      try file.seek(to: offset)
      return try file.read(upTo: count)
    }
  }

  /// The content key. It is sent to the province with the blob, so that permitted desks can read it.
  public func key(of hash: BlobHash) throws(StoreError) -> [UInt8]? {
    try read { db in try BlobTable.key(db, hash)?.withUnsafeBytes { Array($0) } }
  }

  /// Attachments that were erased here and that the province does not know as erased yet.
  public func erasures() throws(StoreError) -> [BlobHash] {
    try read { db in
      try Data.fetchAll(db, sql: "SELECT hash FROM blob WHERE state = 3 AND file = hash ORDER BY hash LIMIT 64")
        .compactMap { BlobHash(bytes: $0) }
    }
  }

  public func noteErased(_ hash: BlobHash) throws(StoreError) {
    try write { try BlobTable.set($0, hash, .erasedEverywhere, received: 0) }
  }
}
