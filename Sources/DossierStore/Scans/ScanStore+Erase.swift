import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension ScanStore {
  /// Destroys an attachment permanently: first its key, then its sealed bytes. The entry that names it stays, and its
  /// chain still verifies. Who erased it and why is recorded as an entry of the dossier, in the same transaction.
  ///
  /// Other places that held the scan:
  /// - **Other desks** read that entry at their next exchange and destroy their copies.
  /// - **The province** receives it at the next exchange and erases key and bytes.
  /// - **Backups** contain no content keys. All keys are in one file beside the backups. The next backup to that place
  ///   rewrites it without this key and with the name of the erased scan. From then on no older backup there can open
  ///   it, and a restore of one shows that it was erased.
  /// - **A copy of the backup folder in another place**, or a disk that has not been plugged in since, still has the
  ///   key file of its day, which opens the scan together with the recovery key. That disk has to be plugged in for a
  ///   backup, or destroyed.
  /// - Parameters:
  ///   - reason: the right to erasure that was used, or the order.
  ///   - isConfirmed: the clerk has just given her PIN for it.
  public func erase(
    _ hash: BlobHash, reason: String, by clerk: ClerkID, at now: Instant, isConfirmed: Bool = false
  ) throws(AttachmentError) {
    try erase([hash], reason: reason, by: clerk, at: now, isConfirmed: isConfirmed)
  }

  /// Destroys all of them or none. What is not known here is left out.
  func erase(
    _ hashes: [BlobHash], reason: String, by clerk: ClerkID, at now: Instant, isConfirmed: Bool
  ) throws(AttachmentError) {
    let files = try Self.storing { () throws(StoreError) in
      try write { db in
        let rows = try hashes.compactMap { try BlobTable.row(db, $0) }
        guard try rows.isEmpty || OfficeProjection.clerks(db).first(where: { $0.id == clerk })?.has(.headOfDesk) == true
        else { throw StoreError.denied(.roleMissing([.headOfDesk])) }
        for row in rows where !row.isErased {
          if let dossier = row.dossier {
            try record(db, row.hash, of: dossier, reason, by: clerk, at: now, isConfirmed: isConfirmed)
          }
          try BlobTable.destroyKey(db, of: row.hash)
          try BlobTable.set(db, row.hash, .erased, received: 0)
        }
        return rows.map(\.file)
      }
    }
    guard !files.isEmpty else { throw .unknown }
    folder.remove(files)
    try Self.storing { () throws(StoreError) in try write.emptyLog() }
  }

  private func record(
    _ db: Database, _ hash: BlobHash, of dossier: DossierID, _ reason: String, by clerk: ClerkID, at now: Instant,
    isConfirmed: Bool
  ) throws {
    var decision = try DecisionTransaction(db, clerk: clerk, now: now)
    let command = DossierCommand.eraseScan(blobHash: hash.text, reason: reason)
    switch try decision.perform(Act(dossier: dossier, commands: [command]), group: nil) {
    case .done:
      try decision.finish()
      if isConfirmed { try SessionStatements.noteConfirmed(db, decision.weighty) }
    case .denied(_, let denial): throw StoreError.denied(denial)
    }
    try PaperErasure.finish(db, hash, of: dossier)
  }
}

extension BlobTable.Row {
  var isErased: Bool { state == .erased || state == .erasedEverywhere }
}
