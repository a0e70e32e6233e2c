import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc
import Synchronization

extension ScanStore {
  /// Seals attachments of earlier versions, which are stored unencrypted and named by the hash of their plain bytes.
  /// Entries use these names and never change, so the sealed file gets a name of its own. Each backup begins with this.
  ///
  /// These attachments stay on this desk and in its backups, because the province and other desks could not verify that
  /// the sealed bytes belong to the name. Sealed files without a row (after a power cut between file and entry) have no
  /// key and are removed.
  /// - Returns: how many were sealed.
  @discardableResult
  public func sealPlain(at now: Instant) throws(AttachmentError) -> Int {
    guard write.isAllowed else { throw .store(.readOnly) }
    return try folder.whileSealing { () throws(AttachmentError) in try sealAllPlain(at: now) }
  }

  private func sealAllPlain(at now: Instant) throws(AttachmentError) -> Int {
    var count = 0
    for name in RawFile.names(in: folder.path) {
      guard let hash = BlobHash(name) else { continue }
      let (row, isFile) = try Self.storing { () throws(StoreError) in
        try read { db in
          (
            try BlobTable.row(db, hash),
            try Bool.fetchOne(db, sql: "SELECT 1 FROM blob WHERE file = ?", arguments: [Data(hash.bytes)]) == true
          )
        }
      }
      if isFile { continue }
      let path = folder.path(of: hash)
      if row != nil || SealedBlob.isSealed(path) {
        // The file was sealed under another name before a power cut, or it has no key.
        RawFile.remove(path)
      } else if try sealPlain(path, named: hash, at: now) {
        count += 1
      }
    }
    return count
  }

  private func sealPlain(_ path: String, named hash: BlobHash, at now: Instant) throws(AttachmentError) -> Bool {
    let key = SymmetricKey(size: .bits256)
    let partial = folder.path + "/.partial"
    defer { RawFile.remove(partial) }
    let made = try Self.attaching { () throws(BackupError) in
      // A file whose content does not match its name cannot be what an entry names.
      guard try SealedBlob.digest(of: path) == hash else { return SealedBlob.Made?.none }
      let source = try RawFile.open(path, O_RDONLY)
      defer { source.close() }
      let target = try RawFile.open(partial, O_WRONLY | O_CREAT | O_TRUNC)
      defer { target.close() }
      return try SealedBlob.seal(
        reading: { count throws(BackupError) in try source.read(upTo: count) }, into: target, key: key,
        limit: Self.limit)
    }
    guard let made else { return false }
    try Self.attaching { () throws(BackupError) in
      try RawFile.rename(partial, folder.path(of: made.hash))
      try RawFile.synchronise(folder: folder.path)
    }
    try Self.storing { () throws(StoreError) in
      try write { db in
        let row = BlobTable.Row(
          hash: hash, file: made.hash, size: made.size, sealedSize: made.sealedSize, state: .waiting, dossier: nil)
        try BlobTable.insert(db, row, key: key, at: now)
      }
    }
    RawFile.remove(path)
    return true
  }
}
