import DossierDomain
import GRDB
import OfficeWork

extension PaperStore {
  /// Nil if the dossier is not here.
  /// - Throws: `.denied(.confidential)` for viewers who may not see it.
  public func source(of id: DossierID, viewer: Viewer) throws(StoreError) -> PaperSource? {
    try read { db in
      guard let dossier = try Self.dossier(id, viewer, db) else { return nil }
      let others = try QueueStore.rows(ofVisit: dossier.visitID, viewer: viewer, db)
      let visit = try others.count < 2 ? [] : others.compactMap { try JournalReader.dossier(db, $0.id) }
      return PaperSource(
        try received(dossier, db), visit: try visit.map { try received($0, db) },
        office: try OfficeProjection.office(db),
        clerks: try OfficeProjection.clerks(db), calendar: try OfficeProjection.calendar(db))
    }
  }

  private func received(_ dossier: Dossier, _ db: Database) throws -> PaperSource.Received {
    PaperSource.Received(dossier, version: try ProcedureProjection.version(db, of: dossier.procedure))
  }
}
