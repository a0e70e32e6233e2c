import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension BlobTable {
  /// The progress of a dossier's scans and of the pages of its issued papers, by the names in its entries.
  static func progress(_ db: Database, of dossier: Dossier) throws -> [String: AttachmentProgress] {
    var progress: [String: AttachmentProgress] = [:]
    // An office that works alone sends nothing.
    let isEnrolled = try EnrolmentTable.exists(db)
    let names =
      dossier.components.map(\.blobHash) + [dossier.result?.blobHash ?? ""]
      + dossier.issuedPapers.flatMap(\.issue.records)
    for name in names where !name.isEmpty {
      guard let hash = BlobHash(name), let row = try row(db, hash) else { continue }
      progress[name] =
        switch row.state {
        case .waiting: isEnrolled && row.file == row.hash ? .sending(percent: row.percent) : .here
        case .sent: .sent
        case .fetched: .here
        case .announced: .receiving(percent: row.percent)
        case .erased, .erasedEverywhere: .erased
        }
    }
    return progress
  }

  /// The number of own attachments that the province has completely, and the number of all that it should have.
  static func counts(_ db: Database) throws -> (complete: Int, all: Int) {
    let row = try GRDB.Row.fetchOne(
      db,
      sql:
        "SELECT count(*) FILTER (WHERE state = 1) AS complete, count(*) AS blobs FROM blob WHERE state IN (0, 1) AND file = hash"
    )
    return (row?["complete"] ?? 0, row?["blobs"] ?? 0)
  }
}
