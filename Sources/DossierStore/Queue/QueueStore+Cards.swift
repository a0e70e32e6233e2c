import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension QueueStore {
  /// A dossier with its journal; nil if there is none.
  /// - Throws: `.denied(.confidential)` for viewers who may not see it.
  public func card(_ id: DossierID, viewer: Viewer) throws(StoreError) -> DossierCard? {
    try read { db in
      let record = try JournalReader.record(db, of: id)
      guard let dossier = record.dossier else { return nil }
      if dossier.isConfidential, !viewer.seesConfidential, dossier.assignee != viewer.clerk {
        throw StoreError.denied(.confidential)
      }
      let row = try QueueRows.row(db, id, viewer: viewer)
      var card = DossierCard(
        dossier: dossier, timeline: record.history, delivery: row?.delivery ?? .recorded,
        attachments: try BlobTable.progress(db, of: dossier), isFolded: record.folded != nil,
        isHistoryWanted: try record.folded != nil && FoldedDossiers.isWanted(db, id))
      card.steps = try steps(of: dossier, db)
      return card
    }
  }

  /// Read only if a step was recorded, because a card is read whenever the cursor moves.
  private func steps(of dossier: Dossier, _ db: Database) throws -> [StepRule] {
    guard dossier.receptionStep != nil || dossier.stepFact != nil, !dossier.status.isFinal, !dossier.isVoid else {
      return []
    }
    return try ProcedureProjection.version(db, of: dossier.procedure).map(dossier.steps(by:)) ?? []
  }

  /// Finds a whole code, also in the short form of the screens (`261124-0007`), or its last four digits: newest first,
  /// at most 50.
  /// - Parameter withLeft: also void dossiers that have left their code to another one, as on a blank receipt that was entered again.
  public func findByCode(
    _ text: String, viewer: Viewer, withLeft: Bool = false
  ) throws(StoreError) -> [QueueRow] {
    try read { db in
      let isShort = text.utf8.count == 11 && text.utf8.dropFirst(6).first == UInt8(ascii: "-")
      let condition =
        text.count == 4
        ? "tail = ?1 OR c.code = ?1"
        : isShort ? "tail = substr(?1, -4) AND (c.code = ?1 OR c.code LIKE '%-' || ?1)" : "c.code = ?1"
      let rids = try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT c.rid FROM dossier_code c JOIN dossier d ON d.rid = c.rid WHERE \(condition)
          ORDER BY d.received_key DESC, c.rid DESC LIMIT 50
          """, arguments: [text])
      let rows = try QueueRows.rows(db, rids: rids, viewer: viewer)
      let borne = Set(rows.filter { !$0.isVoid }.map(\.code))
      return withLeft ? rows : rows.filter { !$0.isVoid || !borne.contains($0.code) }
    }
  }

  /// The rows of these dossiers, in their order; missing ones are left out.
  public func rows(_ ids: [DossierID], viewer: Viewer) throws(StoreError) -> [QueueRow] {
    try read { db in try ids.compactMap { try QueueRows.row(db, $0, viewer: viewer) } }
  }

  /// The person's dossiers, newest first, at most 100.
  public func dossiers(of person: PersonHit, viewer: Viewer) throws(StoreError) -> [QueueRow] {
    try read { db in
      let rids = try SearchIndex.rids(
        db, name: person.name, identityNumber: person.identityNumber, birth: person.birth, limit: 100)
      return try QueueRows.rows(db, rids: rids, viewer: viewer)
    }
  }

  /// The viewer's last acts that can be undone, the last one first.
  public func undoableActs(limit: Int, viewer: Viewer) throws(StoreError) -> [UndoableAct] {
    try read { db in
      try LastAct.list(of: viewer.clerk, limit: limit, db, where: \.canBeUndone).compactMap {
        try $0.undoable(db, viewer: viewer)
      }
    }
  }
}
