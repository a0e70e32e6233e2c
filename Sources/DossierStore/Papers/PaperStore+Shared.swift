import DossierDomain
import GRDB
import OfficeWork

extension PaperStore {
  /// What was issued for a dossier: first the receipts that are recorded on another one of its visit, then its own papers.
  /// - Throws: `.denied(.confidential)` for viewers who may not see it.
  public func issued(for id: DossierID, viewer: Viewer) throws(StoreError) -> [FiledPaper] {
    try read { db in
      guard let dossier = try Self.dossier(id, viewer, db) else { return [] }
      let visit = try Self.visit(of: dossier, viewer, db)
      let shared = visit.flatMap { other in
        other.issuedPapers.filter { other.shares($0, with: dossier) }.map { FiledPaper($0, on: other, visit: visit) }
      }
      return shared + dossier.issuedPapers.map { FiledPaper($0, on: dossier, visit: visit) }
    }
  }

  /// The same with those whose entries the province keeps back, which are no papers of the dossier.
  public func recorded(for id: DossierID, viewer: Viewer) throws(StoreError) -> [FiledPaper] {
    let issued = try issued(for: id, viewer: viewer)
    let held = try read { db in
      try JournalReader.record(db, of: id).history.compactMap { FiledPaper(held: $0, on: id) }
    }
    return held.filter { paper in !issued.contains { $0.number == paper.number } } + issued
  }

  /// The paper with this number that was issued for a dossier. The others of its visit are read only if it is recorded on one of them.
  public func find(_ number: PaperNumber, for id: DossierID, viewer: Viewer) throws(StoreError) -> FiledPaper? {
    let own = try read { db -> FiledPaper? in
      guard let dossier = try Self.dossier(id, viewer, db), let paper = dossier.issuedPaper(number),
        !paper.issue.form.isOfVisit
      else { return nil }
      return FiledPaper(paper, on: dossier, visit: [dossier])
    }
    if let own { return own }
    return try issued(for: id, viewer: viewer).first { $0.number == number }
  }

  /// Nil if it is not here.
  static func dossier(_ id: DossierID, _ viewer: Viewer, _ db: Database) throws -> Dossier? {
    guard let dossier = try JournalReader.dossier(db, id) else { return nil }
    if dossier.isConfidential, !viewer.seesConfidential, dossier.assignee != viewer.clerk {
      throw StoreError.denied(.confidential)
    }
    return dossier
  }

  /// What was handed in with it, and itself, in the order of reception; also what is void or refused by now.
  private static func visit(of dossier: Dossier, _ viewer: Viewer, _ db: Database) throws -> [Dossier] {
    let visit = try QueueStore.rows(ofVisit: dossier.visitID, viewer: viewer, db, isOnReceipt: false)
      .compactMap { try JournalReader.dossier(db, $0.id) }
    return visit.contains { $0.id == dossier.id } ? visit : [dossier]
  }

  /// The codes of the dossiers on a receipt that several share.
  static func codes(on paper: PaperToPrint, _ db: Database) throws -> [DossierCode] {
    guard paper.form.isOfVisit, let dossier = try JournalReader.dossier(db, paper.dossier),
      let issued = dossier.issuedPaper(paper.number)
    else { return [] }
    let nobody = Viewer(clerk: dossier.lastClerk, seesConfidential: false)
    return FiledPaper(issued, on: dossier, visit: try visit(of: dossier, nobody, db)).codes
  }
}
