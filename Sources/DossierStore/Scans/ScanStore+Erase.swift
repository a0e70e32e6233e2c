import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension ScanStore {
  /// Destroys an attachment for good: its key first, then its sealed bytes. The entry that names it stays and its chain
  /// verifies; who erased it and why is an entry of its dossier, written in the same transaction.
  ///
  /// What else held it:
  /// - **Other desks** read that entry at their next exchange and destroy what they have.
  /// - **The province** is told at the next exchange and erases key and bytes.
  /// - **Backups** hold no content key. Keys lie once, in a file of their own beside the backups, which the next backup
  ///   to that place writes anew without this one and with the name of what was erased: from then on every older backup
  ///   there is without it too, and a restore of one says that it was erased.
  /// - **A copy of the backup folder that somebody made elsewhere**, or a disk that was not plugged in since, still has
  ///   the key file of its day; with the recovery key it opens the scan. That disk has to be plugged in for a backup, or
  ///   destroyed.
  /// - Parameters:
  ///   - reason: the right to erasure that was used, or the order.
  ///   - isConfirmed: she has just given her PIN for it.
  public func erase(
    _ hash: BlobHash, reason: String, by clerk: ClerkID, at now: Instant, isConfirmed: Bool = false
  ) throws(AttachmentError) {
    let file = try Self.storing { () throws(StoreError) in
      try write { db -> BlobHash? in
        guard let row = try BlobTable.row(db, hash) else { return nil }
        guard try OfficeProjection.clerks(db).first(where: { $0.id == clerk })?.has(.headOfDesk) == true else {
          throw StoreError.denied(.roleMissing([.headOfDesk]))
        }
        if row.isErased { return row.file }
        if let dossier = row.dossier {
          var desk = try DecisionDesk(db, clerk: clerk, now: now)
          let command = DossierCommand.eraseScan(blobHash: hash.text, reason: reason)
          switch try desk.perform(Act(dossier: dossier, commands: [command]), group: nil) {
          case .done:
            try desk.finish()
            if isConfirmed { try SessionStatements.noteConfirmed(db, desk.weighty) }
          case .denied(_, let denial): throw StoreError.denied(denial)
          }
        }
        try BlobTable.destroyKey(db, of: hash)
        try BlobTable.set(db, hash, .erased, received: 0)
        return row.file
      }
    }
    guard let file else { throw .unknown }
    folder.remove([file])
    try Self.storing { () throws(StoreError) in try write.emptyLog() }
  }
}

extension BlobTable.Row {
  var isErased: Bool { state == .erased || state == .erasedEverywhere }
}
