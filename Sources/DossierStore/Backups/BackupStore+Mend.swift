import DossierDomain
import Foundation
import GRDB

extension BackupStore {
  /// Restores attachments that are missing or damaged here from the second place, together with their keys.
  /// - Returns: how many were restored, and how many the second place does not have either.
  public func mendScans(from target: String) throws(AttachmentError) -> (mended: Int, missing: Int) {
    guard write.isAllowed else { throw .store(.readOnly) }
    guard RawFile.isFolder(target) else { throw .missing(path: target) }
    var report = VerificationReport()
    try ScanStore.storing { () throws(StoreError) in try scans.check(&report, most: .max) }
    let hashes = report.faults.compactMap(\.attachment)
    let backup = try ScanStore.attaching { () throws(BackupError) in
      BlobBackup(data: folder, target: target, recovery: try recoveryKey())
    }
    let mended = try ScanStore.storing { () throws(StoreError) in
      try write { db in try hashes.count { try backup.mend($0, in: db) } }
    }
    return (mended, hashes.count - mended)
  }
}
