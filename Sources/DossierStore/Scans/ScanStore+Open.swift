import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc

extension ScanStore {
  /// Reads the plain bytes of an attachment part by part; `write` may be called before damage in a later part is found.
  public func open(
    _ hash: BlobHash, writing write: ([UInt8]) throws(AttachmentError) -> Void
  ) throws(AttachmentError) {
    let found = try Self.storing { () throws(StoreError) in
      try read { db in try BlobTable.row(db, hash).map { ($0, try BlobTable.key(db, hash)) } }
    }
    guard let (row, key) = found else { throw .unknown }
    switch row.state {
    case .erased, .erasedEverywhere: throw .erased
    case .announced: throw .notHere(percent: row.percent)
    case .waiting, .sent, .fetched: break
    }
    guard let key else { throw .damaged }
    var refusal: AttachmentError?
    do throws(BackupError) {
      try SealedBlob.open(folder.path(of: row.file), key: key) { bytes throws(BackupError) in
        do throws(AttachmentError) { try write(bytes) } catch {
          refusal = error
          throw BackupError.truncated(path: "")
        }
      }
    } catch {
      throw refusal ?? AttachmentError(error)
    }
  }

  /// All plain bytes of an attachment; at most 50 MB.
  public func content(of hash: BlobHash) throws(AttachmentError) -> [UInt8] {
    var all: [UInt8] = []
    try open(hash) { bytes throws(AttachmentError) in all += bytes }
    return all
  }

  /// Writes the plain bytes of an attachment into a new file that only its owner can read. It never overwrites a file,
  /// and removes an incomplete one.
  public func save(_ hash: BlobHash, to path: String) throws(AttachmentError) {
    let file = try Self.attaching { () throws(BackupError) in try RawFile.open(path, O_WRONLY | O_CREAT | O_EXCL) }
    defer { file.close() }
    do throws(AttachmentError) {
      try open(hash) { bytes throws(AttachmentError) in
        try Self.attaching { () throws(BackupError) in try file.write(bytes) }
      }
      try Self.attaching { () throws(BackupError) in try file.synchronise() }
    } catch {
      RawFile.remove(path)
      throw error
    }
  }
}

extension BlobTable.Row {
  /// The transferred share, 0…99 until it is complete.
  var percent: Int { sealedSize > 0 ? min(99, received * 100 / sealedSize) : 0 }
}
