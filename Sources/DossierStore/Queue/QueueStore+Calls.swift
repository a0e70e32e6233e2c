import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension QueueStore {
  /// The citizens to call, those who wait longest first. Dossiers that the viewer may not see are left out.
  public func calls(_ query: CallQuery) throws(StoreError) -> [Call] {
    let bucket: Bucket =
      switch query.reason {
      case .awaited: .waitingForCitizen
      case .result: .toHandBack
      }
    return try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(QueueRows.columns) FROM dossier WHERE bucket = ?1 AND (?2 IS NULL OR assignee = ?2)
          ORDER BY since IS NULL, since, rid LIMIT ?3
          """, arguments: [bucket.rawValue, query.holder.map { Data($0.bytes) }, query.limit])
      return try rows.compactMap { row in
        guard let row = QueueRows.make(row, query.viewer), row.ownerName != nil,
          let dossier = try JournalReader.record(db, of: row.id).dossier
        else { return nil }
        return Call(row: row, dossier: dossier)
      }
    }
  }
}
