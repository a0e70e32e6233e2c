import Crypto
import DossierDomain
import Foundation
import GRDB
import Glibc
import OfficeWork
import Synchronization

extension LocalStore {
  /// Largest file that is taken, in bytes: 50 MB.
  public static let attachmentLimit = 50 << 20

  var attachments: String { folder + "/attachments" }

  func attachmentPath(_ file: BlobHash) -> String { attachments + "/" + file.text }

  /// Seals a file into `attachments/` and records it as the digitised form of a paper: one transaction for entry, key and
  /// place in the queue to the province. Blocks until all of it is on the disk.
  ///
  /// A file that cannot be taken, or an act that is denied, leaves nothing behind.
  /// - Parameter deskState: as for other acts.
  public func digitise(
    file path: String, as component: Int, of dossier: DossierID, by clerk: ClerkID, at now: Instant,
    leaving deskState: [UInt8]? = nil
  ) throws(AttachmentError) -> ActOutcome {
    try sealing.withLock { _ throws(AttachmentError) in
      try seal(path, as: component, of: dossier, by: clerk, at: now, leaving: deskState)
    }
  }

  private func seal(
    _ path: String, as component: Int, of dossier: DossierID, by clerk: ClerkID, at now: Instant,
    leaving deskState: [UInt8]?
  ) throws(AttachmentError) -> ActOutcome {
    let key = SymmetricKey(size: .bits256)
    let made = try seal(path, key)
    defer { forgetUnlessKnown(made.hash) }
    return try storing { () throws(StoreError) in
      try write { db in
        var desk = try DecisionDesk(db, clerk: clerk, now: now)
        let command = DossierCommand.digitise(number: component, blobHash: made.hash.text)
        let outcome = try desk.perform(Act(dossier: dossier, commands: [command]), group: nil)
        guard case .done = outcome else { return outcome }
        try desk.finish()
        let row = BlobTable.Row(
          hash: made.hash, size: made.size, sealedSize: made.sealedSize, state: .waiting, dossier: dossier)
        try BlobTable.insert(db, row, key: key, at: now)
        if let deskState { try Self.saveDesk(db, deskState, of: clerk) }
        return outcome
      }
    }
  }

  /// Seals a file under a key of its own and puts it, whole and durable, where its name says.
  private func seal(_ path: String, _ key: SymmetricKey) throws(AttachmentError) -> SealedBlob.Made {
    guard access == .readWrite else { throw .store(.readOnly) }
    // Without O_NONBLOCK a pipe would be waited for until somebody writes to it.
    let source = try attaching { () throws(BackupError) in try RawFile.open(path, O_RDONLY | O_NONBLOCK) }
    defer { source.close() }
    var status = stat()
    guard fstat(source.descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notAFile(path: path)
    }
    guard status.st_size > 0 else { throw .empty(path: path) }
    let partial = attachments + "/.partial"
    defer { RawFile.remove(partial) }
    let made = try attaching { () throws(BackupError) in
      try RawFile.makeFolder(attachments)
      let target = try RawFile.open(partial, O_WRONLY | O_CREAT | O_TRUNC)
      defer { target.close() }
      return try SealedBlob.seal(source, into: target, key: key, limit: Self.attachmentLimit)
    }
    guard let made else { throw .tooLarge(path: path, limit: Self.attachmentLimit) }
    try attaching { () throws(BackupError) in
      try RawFile.rename(partial, attachmentPath(made.hash))
      try RawFile.synchronise(folder: attachments)
    }
    return made
  }

  /// What the database does not know has no key either.
  private func forgetUnlessKnown(_ hash: BlobHash) {
    if let isKnown = try? read({ try BlobTable.row($0, hash) != nil }), !isKnown {
      RawFile.remove(attachmentPath(hash))
    }
  }

  func attaching<Value>(_ body: () throws(BackupError) -> Value) throws(AttachmentError) -> Value {
    do throws(BackupError) { return try body() } catch { throw AttachmentError(error) }
  }

  func storing<Value>(_ body: () throws(StoreError) -> Value) throws(AttachmentError) -> Value {
    do throws(StoreError) { return try body() } catch { throw AttachmentError(error) }
  }
}
