import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension QueueStore {
  /// The citizens to call, those who wait longest first. Dossiers that the viewer may not see are left out.
  public func calls(_ query: CallQuery) throws(StoreError) -> [Call] {
    try read { db in
      let rows =
        switch query.reason {
        case .awaited: try Self.waiting(db, in: .waitingForCitizen, query)
        case .result: try Self.waiting(db, in: .toHandBack, query)
        case .closed:
          try Self.stranded(db, from: query.today, at: OfficeStore.point(db), query.viewer)
            .filter { row in query.holder.map { row.assignee == $0 } ?? true }
        }
      return try QueueRows.toldApart(rows, db).compactMap { row in
        guard row.ownerName != nil, let dossier = try JournalReader.record(db, of: row.id).dossier else { return nil }
        return Call(row: row, dossier: dossier)
      }
    }
  }

  private static func waiting(_ db: Database, in bucket: Bucket, _ query: CallQuery) throws -> [QueueRow] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(QueueRows.columns) FROM dossier WHERE bucket = ?1 AND (?2 IS NULL OR assignee = ?2)
        ORDER BY since IS NULL, since, rid LIMIT ?3
        """, arguments: [bucket.rawValue, query.holder.map { Data($0.bytes) }, query.limit]
    ).compactMap { QueueRows.make($0, query.viewer) }
  }
}
