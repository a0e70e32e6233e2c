import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension QueueStore {
  /// The most dossiers of a visit: one person hands in few at once.
  public static let mostOfVisit = 30

  /// What was handed in together, in the order of reception: the rows of one receipt. A dossier that came alone is its own
  /// visit. What was refused or is void is left out, and so are rows that the viewer may not see.
  ///
  /// Each desk decides for itself what is of one visit, so a dossier of another person is left out here whoever names it, and so is
  /// whatever comes behind the first `mostOfVisit`.
  ///
  /// A visit is over on the day on which it began, so that only the receptions of that day from its first one on are read.
  /// - Parameter visit: `Dossier.visitID` of one of them.
  public func dossiers(ofVisit visit: DossierID, viewer: Viewer) throws(StoreError) -> [QueueRow] {
    try read { try Self.rows(ofVisit: visit, viewer: viewer, $0) }
  }

  /// - Parameter isOnReceipt: whether what was refused or is void is left out, because no receipt names it.
  static func rows(
    ofVisit visit: DossierID, viewer: Viewer, _ db: Database, isOnReceipt: Bool = true
  ) throws -> [QueueRow] {
    guard let first = try JournalReader.dossier(db, visit), let begun = first.receivedAt else { return [] }
    let received = try Row.fetchAll(
      db,
      sql: """
        SELECT \(QueueRows.columns) FROM dossier
        WHERE received_key >= ?1 AND received_key < ?2 AND (?4 = 0 OR void = 0 AND status <> ?3) ORDER BY received_key, rid
        """,
      arguments: [
        begun.milliseconds, begun.civilDate.instant(atMinute: 1440).milliseconds, DossierStatus.refused.rawValue,
        isOnReceipt,
      ]
    ).compactMap { QueueRows.make($0, viewer) }
    var together: [QueueRow] = []
    for row in received where row.ownerName != nil && together.count < mostOfVisit {
      if row.id != visit {
        guard let dossier = try JournalReader.dossier(db, row.id), dossier.visit == visit,
          (dossier.applicant ?? dossier.owner).isSurelySame(as: first.applicant ?? first.owner)
        else { continue }
      }
      together.append(row)
    }
    return together
  }
}
