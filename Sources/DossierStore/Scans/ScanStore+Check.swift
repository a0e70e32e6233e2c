import GRDB

/// Checks that each attachment here is complete: its file, its size, the hash of all its bytes, and its key.
extension ScanStore {
  func check(_ report: inout VerificationReport, most: Int) throws(StoreError) {
    var last: BlobHash?
    repeat {
      let rows = try read { db in
        try BlobTable.rows(db, after: last, limit: 100).map { ($0, try BlobTable.key(db, $0.hash) != nil) }
      }
      for (row, hasKey) in rows where row.isHere {
        report.attachments += 1
        if let fault = fault(of: row, hasKey: hasKey) { report.faults.append(fault) }
      }
      last = rows.last?.0.hash
    } while last != nil && report.faults.count < most
  }

  private func fault(of row: BlobTable.Row, hasKey: Bool) -> StoreFault? {
    let path = folder.path(of: row.file)
    guard RawFile.exists(path) else { return .attachmentMissing(row.hash) }
    guard hasKey else { return .attachmentKeyMissing(row.hash) }
    let digest = try? SealedBlob.digest(of: path)
    return digest == row.file ? nil : .attachmentDamaged(row.hash)
  }
}
