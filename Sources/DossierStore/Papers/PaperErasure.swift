import DossierDomain
import GRDB
import OfficeWork

extension PaperStore {
  /// Destroys what is kept of an issued paper, and of the declarations that were filled with its answers afterwards. What was typed for
  /// a next one is erased as well, and nothing of them comes out of a printer any more.
  ///
  /// Each record is erased as a scan is: `ScanStore.erase` says what that reaches.
  /// - Returns: the papers of which nothing is kept any more, the named one first.
  public func erase(
    _ number: PaperNumber, of dossier: DossierID, reason: String, by clerk: ClerkID, at now: Instant,
    isConfirmed: Bool = false
  ) throws(AttachmentError) -> [PaperNumber] {
    let papers = try ScanStore.storing { () throws(StoreError) in
      try read { db in
        let papers = try JournalReader.dossier(db, dossier)?.papersErased(with: number) ?? []
        let records = papers.first?.issue.records ?? []
        // Whoever erases once more does not mean declarations that were asked for afresh.
        let isErased = try records.allSatisfy {
          try BlobHash($0).flatMap { try BlobTable.row(db, $0) }?.isErased == true
        }
        return isErased ? Array(papers.prefix(1)) : papers
      }
    }
    let hashes = papers.flatMap(\.issue.records).compactMap { BlobHash($0) }
    try scans.erase(hashes, reason: reason, by: clerk, at: now, isConfirmed: isConfirmed)
    return papers.map(\.issue.number)
  }
}

/// What goes with a record of an issued paper that was erased here or at another desk, beside the record itself.
enum PaperErasure {
  static func finish(_ db: Database, _ hash: BlobHash, of dossier: DossierID) throws {
    let papers = try JournalReader.dossier(db, dossier)?.issuedPapers ?? []
    for paper in papers.map(\.issue) where paper.records.contains(hash.text) {
      try PrintTable.withdraw(db, paper.number)
      if paper.facts != nil { try DraftTable.eraseDeclarations(db, of: dossier) }
    }
  }
}
