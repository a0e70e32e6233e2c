import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension ReportStore {
  /// The newest dossiers of a procedure that are looked at, so that it ends soon in the largest office too.
  static let mostSentBack = 400
  /// Few, because a key's own question waits for a slice.
  private static let slice = 20

  /// What people were sent back for, from this office's own requests.
  public func sentBack(_ query: SentBack.Query) throws(StoreError) -> SentBack {
    let since = query.since.instant(atMinute: 0)
    var found = SentBack(query.papers)
    var (last, looked) = (Int64.max, 0)
    while looked < Self.mostSentBack {
      let rows: [(Int64, Dossier?)] = try read { db in
        try Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT rid, id FROM dossier INDEXED BY dossier_by_procedure
              WHERE procedure_code = ? AND rid < ? AND void = 0 ORDER BY rid DESC LIMIT ?
              """), arguments: [query.procedure, last, Self.slice]
        ).map { row in
          let id = DossierID(bytes: row[DossierColumn.id] as Data)
          return (row[DossierColumn.rid], try id.flatMap { try JournalReader.dossier(db, $0) })
        }
      }
      for case (_, let dossier?) in rows { found.add(dossier.supplementRequests, since: since) }
      guard rows.count == Self.slice, let lowest = rows.last?.0 else { break }
      looked += rows.count
      last = lowest
    }
    return found
  }
}
