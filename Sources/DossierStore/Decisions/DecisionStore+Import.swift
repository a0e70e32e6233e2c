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
  /// All its differences are of reading (`ReadingDifference`); nothing was recorded.
  case readDifferently([ReadingDifference])
  /// The row is of a dossier that was received here and does not have the row's code yet.
  case sameAs(DossierCode)
  /// The row may be of any of several dossiers that were received here; nothing was recorded.
  case sameAsSeveral([DossierCode])
  /// The code was issued here for another dossier; nothing was recorded.
  case codeTaken
}

/// A row of a register, with the code as its cell contains it. Earlier versions made a dossier's id of that.
public struct RowToImport: Hashable, Sendable {
  public var dossier: ImportedDossier
  public var codeAsWritten: String

  public init(_ dossier: ImportedDossier, codeAsWritten: String? = nil) {
    self.dossier = dossier
    self.codeAsWritten = codeAsWritten ?? dossier.code.text
  }
}

extension DecisionStore {
  /// Records rows of a register in one transaction. Call it with groups of 500 or more, and `UpkeepStore.settleSearch`
  /// at the end.
  ///
  /// The id of a dossier is computed from agency and code, so that a second import changes nothing and two desks get
  /// the same id.
  ///
  /// - Parameters:
  ///   - claims: of the whole file, by `claims`; nil if these are all of its rows.
  ///   - agreement: what was agreed to besides.
  public func importRegister(
    _ rows: [RowToImport], claims: ReceivedClaims? = nil, agreement: ImportAgreement = [], by clerk: ClerkID,
    at now: Instant
  ) throws(StoreError) -> [ImportOutcome] {
    try write.many { db in
      let office = try OfficeProjection.office(db)
      guard let author = try OfficeProjection.clerks(db).first(where: { $0.id == clerk }) else {
        throw StoreError.denied(.roleMissing([]))
      }
      if let denial = ActionRule.of(.importRow).denial(by: author) { throw StoreError.denied(denial) }
      // No row of a register can be undone, and what its dates say is read by today's.
      if let doubt = try Self.clockDoubt(db, at: now) { throw StoreError.denied(.clockDoubtful(doubt)) }
      var writer = try JournalWriter(db)
      let rows = try Self.readable(rows, db)
      var received = try Self.received(rows, claims, office, db)
      let outcomes = try rows.map { row in
        let plan = try plan(of: row, db, &received, agency: office.agencyCode, agreement)
        return try carryOut(plan, of: row, in: db, &writer, agency: office.agencyCode, clerk: clerk, now: now)
      }
      try writer.finish()
      return outcomes
    }
  }

  /// What an import of these rows would do. Nothing is written.
  public func outcomes(
    ofImporting rows: [RowToImport], claims: ReceivedClaims? = nil
  ) throws(StoreError) -> [ImportOutcome] {
    try read { db in
      let office = try OfficeProjection.office(db)
      let rows = try Self.readable(rows, db)
      var received = try Self.received(rows, claims, office, db)
      return try rows.map { try plan(of: $0, db, &received, agency: office.agencyCode, []).outcome }
    }
  }

  /// Counts further rows of a file. Only an office that works, or has worked, beside another system has dossiers that the
  /// other one knows as well; for any other the result is nil, and the rest of the file need not be counted.
  public func claims(
    of rows: [RowToImport], adding earlier: ReceivedClaims
  ) throws(StoreError) -> ReceivedClaims? {
    try read { db in
      guard try OfficeProjection.office(db).ownCodesFrom != nil else { return nil }
      var received = ReceivedHere(earlier)
      try received.count(rows.map(\.dossier), db)
      return received.claims
    }
  }

  /// While a machine of the office cannot read what a register says of births, sexes and relatives, rows come in as in
  /// earlier versions; the next register after its upgrade adds them.
  private static func readable(_ rows: [RowToImport], _ db: Database) throws -> [RowToImport] {
    guard let machines = try MachinesReading(db), !machines.reads(EntryFormat.revisionOfImportedPersons) else {
      return rows
    }
    return rows.map { row in
      var row = row
      (row.dossier.owner.birth, row.dossier.owner.sex, row.dossier.owner.relative) = ("", nil, "")
      return row
    }
  }

  private static func received(
    _ rows: [RowToImport], _ claims: ReceivedClaims?, _ office: Office, _ db: Database
  ) throws -> ReceivedHere? {
    guard office.ownCodesFrom != nil else { return nil }
    var received = ReceivedHere(claims ?? ReceivedClaims())
    if claims == nil { try received.count(rows.map(\.dossier), db) }
    return received
  }

  /// What becomes of a row: the entry to write, if any.
  private struct ImportPlan {
    var id: DossierID
    var record: DossierRecord
    var action: DossierAction?
    var outcome: ImportOutcome
  }

  private func carryOut(
    _ plan: ImportPlan, of row: RowToImport, in db: Database, _ writer: inout JournalWriter, agency: String,
    clerk: ClerkID, now: Instant
  ) throws -> ImportOutcome {
    var plan = plan
    guard let action = plan.action else { return plan.outcome }
    let reference = try writer.append(.dossier(action), dossier: plan.id, clerk: clerk, at: now, group: nil)
    plan.record.history.append(RecordedAction(reference: reference, clerk: clerk, at: now, action: action))
    guard let dossier = plan.record.dossier else { return .unchanged }
    try DossierProjection.replace(db, dossier, isNew: plan.outcome == .imported, searchLimit: .max)
    try Lanes.markUsed(db, code: row.dossier.code, agency: agency)
    return plan.outcome
  }

  /// Finds the dossier of a row: by the id that the code as written has, which was the rule of earlier versions; as the
  /// dossier that bears the code; else it is a new one, whose id is made of the code in its normal form.
  private func plan(
    of row: RowToImport, _ db: Database, _ received: inout ReceivedHere?, agency: String, _ agreement: ImportAgreement
  ) throws -> ImportPlan {
    let code = row.dossier.code.text
    if row.codeAsWritten != code {
      let earlier = try recordMade(of: row.codeAsWritten, db, agency)
      if !earlier.record.isEmpty { return update(row.dossier, of: earlier, agreement) }
    }
    let made = try recordMade(of: code, db, agency)
    if !made.record.isEmpty { return update(row.dossier, of: made, agreement) }
    if let holder = try CodeBearer.find(db, code) {
      // The row comes from this office's own export, or the code was first written in another form. If two programs
      // issue numbers at the same time, the code may belong to another dossier.
      let record = try JournalReader.record(db, of: holder)
      if let dossier = record.dossier, !Self.isSameMatter(row.dossier, dossier) {
        return ImportPlan(id: holder, record: record, outcome: .codeTaken)
      }
      return update(row.dossier, of: (holder, record), agreement)
    }
    switch try received?.match(row.dossier, db) ?? .nothing {
    case .nothing:
      return ImportPlan(id: made.id, record: made.record, action: .importRow(row.dossier), outcome: .imported)
    case .several(let dossiers):
      return ImportPlan(id: made.id, record: made.record, outcome: .sameAsSeveral(dossiers.map(\.code)))
    case .one(let only):
      return ImportPlan(
        id: only.id, record: try JournalReader.record(db, of: only.id),
        action: agreement.contains(.sameDossiers) ? .addCode(row.dossier.code) : nil, outcome: .sameAs(only.code))
    }
  }

  private func update(
    _ row: ImportedDossier, of found: (id: DossierID, record: DossierRecord), _ agreement: ImportAgreement
  ) -> ImportPlan {
    guard let known = found.record.dossier, let update = importUpdate(row, of: known, history: found.record.history)
    else {
      return ImportPlan(id: found.id, record: found.record, outcome: .unchanged)
    }
    if !agreement.contains(.readings), let differences = update.readingDifferences(from: known) {
      return ImportPlan(id: found.id, record: found.record, outcome: .readDifferently(differences))
    }
    return ImportPlan(id: found.id, record: found.record, action: .importUpdate(update), outcome: .updated)
  }

  /// The dossier whose id is made of this code, with an empty record if there is none.
  private func recordMade(of code: String, _ db: Database, _ agency: String) throws -> (
    id: DossierID, record: DossierRecord
  ) {
    let digest = SHA256.hash(data: Array("\(agency)\n\(code)".utf8))
    guard let id = DossierID.version8(digest: Array(digest)) else { throw StoreError.damaged("SHA-256") }
    return (id, try JournalReader.record(db, of: id))
  }

  private static func isSameMatter(_ row: ImportedDossier, _ dossier: Dossier) -> Bool {
    row.owner.name.folded == dossier.owner.name.folded
      && (row.procedure.code.isEmpty || row.procedure.code == dossier.procedure.code)
  }
}
