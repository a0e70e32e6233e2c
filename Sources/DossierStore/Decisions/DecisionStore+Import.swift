import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat
import VietnameseText

/// The outcome of an imported row.
public enum ImportOutcome: Hashable, Sendable {
  case imported
  case updated
  case unchanged
  /// The code was issued here for another dossier; nothing was recorded.
  case codeTaken
}

extension DecisionStore {
  /// Records rows of a register in one transaction. Call it with groups of 500 or more, and `UpkeepStore.settleSearch`
  /// at the end.
  ///
  /// The id of a dossier is computed from agency and code, so that a second import changes nothing and two desks get
  /// the same id.
  public func importRegister(
    _ rows: [ImportedDossier], by clerk: ClerkID, at now: Instant
  ) throws(StoreError) -> [ImportOutcome] {
    try write.many { db in
      let office = try OfficeProjection.office(db)
      guard let author = try OfficeProjection.clerks(db).first(where: { $0.id == clerk }) else {
        throw StoreError.denied(.roleMissing([]))
      }
      if let denial = ActionRule.of(.importRow).denial(by: author) { throw StoreError.denied(denial) }
      var writer = try JournalWriter(db)
      let outcomes = try rows.map { row in
        try importRow(row, into: db, &writer, agency: office.agencyCode, clerk: clerk, now: now)
      }
      try writer.finish()
      return outcomes
    }
  }

  private func importRow(
    _ row: ImportedDossier, into db: Database, _ writer: inout JournalWriter, agency: String, clerk: ClerkID,
    now: Instant
  ) throws -> ImportOutcome {
    let digest = Array(SHA256.hash(data: Array("\(agency)\n\(row.code.text)".utf8)))
    guard var id = DossierID.version8(digest: digest) else { return .unchanged }
    var record = try JournalReader.record(db, of: id)
    if record.isEmpty, let own = try ownDossier(db, code: row.code.text) {
      // The row comes from this office's own export, so the dossier has the id of its reception. If two programs issue
      // numbers at the same time, the code may belong to another dossier.
      id = own
      record = try JournalReader.record(db, of: id)
      if let dossier = record.dossier, !Self.isSameMatter(row, dossier) { return .codeTaken }
    }
    let action: DossierAction
    let isNew = record.isEmpty
    if isNew {
      action = .importRow(row)
    } else {
      guard let known = record.dossier, let update = importUpdate(row, of: known, history: record.history) else {
        return .unchanged
      }
      action = .importUpdate(update)
    }
    let reference = try writer.append(.dossier(action), dossier: id, clerk: clerk, at: now, group: nil)
    record.history.append(RecordedAction(reference: reference, clerk: clerk, at: now, action: action))
    guard let dossier = record.dossier else { return .unchanged }
    try DossierProjection.replace(db, dossier, searchLimit: .max)
    try Lanes.markUsed(db, code: row.code, agency: agency)
    return isNew ? .imported : .updated
  }

  private static func isSameMatter(_ row: ImportedDossier, _ dossier: Dossier) -> Bool {
    row.owner.name.folded == dossier.owner.name.folded
      && (row.procedure.code.isEmpty || row.procedure.code == dossier.procedure.code)
  }

  private func ownDossier(_ db: Database, code: String) throws -> DossierID? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: "SELECT d.id FROM dossier_code c JOIN dossier d ON d.rid = c.rid WHERE c.code = ? LIMIT 1"),
      arguments: [code]
    ).flatMap { DossierID(bytes: $0) }
  }
}
