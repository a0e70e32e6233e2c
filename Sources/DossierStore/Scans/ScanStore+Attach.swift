import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc
import OfficeWork
import Synchronization

extension ScanStore {
  /// The largest accepted file, in bytes: 50 MB.
  public static let limit = 50 << 20

  /// Seals a file into `attachments/` and records it as the digitised form of a paper. Entry, key and the position in
  /// the sending queue are one transaction. Blocks until all of it is on the disk.
  ///
  /// If the file cannot be read or the act is denied, nothing is left behind.
  /// - Parameter drafts: as for other acts.
  public func attach(
    file path: String, as component: Int, of dossier: DossierID, by clerk: ClerkID, at now: Instant,
    leaving drafts: [Draft]? = nil
  ) throws(AttachmentError) -> ActOutcome {
    try folder.whileSealing { () throws(AttachmentError) in
      try seal(path, as: component, of: dossier, by: clerk, at: now, leaving: drafts)
    }
  }

  private func seal(
    _ path: String, as component: Int, of dossier: DossierID, by clerk: ClerkID, at now: Instant,
    leaving drafts: [Draft]?
  ) throws(AttachmentError) -> ActOutcome {
    let key = SymmetricKey(size: .bits256)
    let made = try seal(path, key)
    defer { forgetUnlessKnown(made.hash) }
    return try Self.storing { () throws(StoreError) in
      try write { db in
        var decision = try DecisionTransaction(db, clerk: clerk, now: now)
        let command = DossierCommand.digitise(number: component, blobHash: made.hash.text)
        let outcome = try decision.perform(Act(dossier: dossier, commands: [command]), group: nil)
        guard case .done = outcome else { return outcome }
        try decision.finish()
        let row = BlobTable.Row(
          hash: made.hash, size: made.size, sealedSize: made.sealedSize, state: .waiting, dossier: dossier)
        try BlobTable.insert(db, row, key: key, at: now)
        if let drafts { try DraftTable.replace(db, drafts, of: clerk, at: now) }
        return outcome
      }
    }
  }

  /// Seals a file with a key of its own and stores it, complete and durable, under its hash.
  private func seal(_ path: String, _ key: SymmetricKey) throws(AttachmentError) -> SealedBlob.Made {
    guard write.isAllowed else { throw .store(.readOnly) }
    // Without O_NONBLOCK, opening a pipe would wait until a process writes to it.
    let source = try Self.attaching { () throws(BackupError) in try RawFile.open(path, O_RDONLY | O_NONBLOCK) }
    defer { source.close() }
    var status = stat()
    guard fstat(source.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: path)
    }
    guard status.st_size > 0 else { throw .empty(path: path) }
    let made = try seal(key, limit: Self.limit) { count throws(BackupError) in try source.read(upTo: count) }
    guard let made else { throw .tooLarge(path: path, limit: Self.limit) }
    return made
  }

  /// Seals bytes that are no file.
  func seal(_ bytes: [UInt8], _ key: SymmetricKey) throws(AttachmentError) -> SealedBlob.Made {
    guard write.isAllowed else { throw .store(.readOnly) }
    var rest = bytes[...]
    let made = try seal(key, limit: bytes.count) { count throws(BackupError) in
      let part = rest.prefix(count)
      rest = rest.dropFirst(count)
      return Array(part)
    }
    guard let made else { throw .damaged }
    return made
  }

  /// - Returns: nil if there are more than `limit` plain bytes.
  private func seal(
    _ key: SymmetricKey, limit: Int, reading source: SealedStream.Source
  ) throws(AttachmentError) -> SealedBlob.Made? {
    let partial = folder.path + "/.partial"
    defer { RawFile.remove(partial) }
    let made = try Self.attaching { () throws(BackupError) in
      try RawFile.makeFolder(folder.path)
      let target = try RawFile.open(partial, O_WRONLY | O_CREAT | O_TRUNC)
      defer { target.close() }
      return try SealedBlob.seal(reading: source, into: target, key: key, limit: limit)
    }
    guard let made else { return nil }
    try Self.attaching { () throws(BackupError) in
      try RawFile.rename(partial, folder.path(of: made.hash))
      try RawFile.synchronise(folder: folder.path)
    }
    return made
  }

  /// A sealed file without a row has no key either, so it is removed.
  func forgetUnlessKnown(_ hash: BlobHash) {
    if let isKnown = try? read({ try BlobTable.row($0, hash) != nil }), !isKnown {
      RawFile.remove(folder.path(of: hash))
    }
  }

  static func attaching<Value>(_ body: () throws(BackupError) -> Value) throws(AttachmentError) -> Value {
    do throws(BackupError) { return try body() } catch { throw AttachmentError(error) }
  }

  static func storing<Value>(_ body: () throws(StoreError) -> Value) throws(AttachmentError) -> Value {
    do throws(StoreError) { return try body() } catch { throw AttachmentError(error) }
  }
}
