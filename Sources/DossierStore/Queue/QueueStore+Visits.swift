import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension QueueStore {
  /// What was handed in together, in the order of reception: the rows of one receipt. A dossier that came alone is its own
  /// visit. What was refused or is void is left out, and so are rows that the viewer may not see.
  ///
  /// A visit is over on the day on which it began, so that only the receptions of that day from its first one on are read.
  /// - Parameter visit: `Dossier.visitID` of one of them.
  public func dossiers(ofVisit visit: DossierID, viewer: Viewer) throws(StoreError) -> [QueueRow] {
    try read { try Self.rows(ofVisit: visit, viewer: viewer, $0) }
  }

  static func rows(ofVisit visit: DossierID, viewer: Viewer, _ db: Database) throws -> [QueueRow] {
    guard let begun = try JournalReader.dossier(db, visit)?.receivedAt else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(QueueRows.columns) FROM dossier WHERE received_key >= ? AND received_key < ? AND void = 0 AND status <> ?
        ORDER BY received_key, rid
        """,
      arguments: [
        begun.milliseconds, begun.civilDate.instant(atMinute: 1440).milliseconds, DossierStatus.refused.rawValue,
      ]
    ).compactMap { QueueRows.make($0, viewer) }
    return try rows.filter { row in
      guard row.ownerName != nil else { return false }
      return try row.id == visit || JournalReader.dossier(db, row.id)?.visit == visit
    }
  }
}
