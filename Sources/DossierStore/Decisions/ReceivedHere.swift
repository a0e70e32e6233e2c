import DossierDomain
import Foundation
import GRDB
import VietnameseText

/// The dossiers that were received at this office and that no other system knows by a code of its own, by the day of
/// their reception. Rows of a register mostly come in the order of days, so that a day is read once.
struct ReceivedHere {
  private struct Candidate {
    var id: DossierID
    var code: String
    var owner: String
    var procedure: ProcedureReference
  }

  private var days: [CivilDate: [Candidate]] = [:]
  private var forgotten: Set<DossierID> = []
  private static let mostDays = 60

  /// The dossiers that the row of another system's register may be of: the one that the row's note names by its code;
  /// otherwise those of the same owner and procedure that were received on the same day, the day before or after.
  mutating func dossiers(sameAs row: ImportedDossier, _ db: Database) throws -> [Dossier] {
    guard let day = row.receivedAt?.civilDate else { return [] }
    let near = try [day, day.adding(days: -1), day.adding(days: 1)].flatMap { try candidates(on: $0, db) }
    guard !near.isEmpty else { return [] }
    if let code = DossierCode.text(inNote: row.note), let named = near.first(where: { $0.code == code }),
      let dossier = try known(named, db)
    {
      return [dossier]
    }
    let owner = row.owner.name.folded
    return try near.filter { $0.owner == owner && isSame($0.procedure, row.procedure) }.compactMap { candidate in
      guard let dossier = try known(candidate, db) else { return nil }
      let (here, there) = (dossier.owner.identityNumber, row.owner.identityNumber)
      return here.isEmpty || there.isEmpty || here == there ? dossier : nil
    }
  }

  /// Another row of the same file is of another dossier.
  mutating func forget(_ id: DossierID) { forgotten.insert(id) }

  private func isSame(_ first: ProcedureReference, _ second: ProcedureReference) -> Bool {
    second.code.isEmpty ? first.name.folded == second.name.folded : first.code == second.code
  }

  /// Nil if another system knows it already.
  private func known(_ candidate: Candidate, _ db: Database) throws -> Dossier? {
    guard !forgotten.contains(candidate.id), let dossier = try JournalReader.dossier(db, candidate.id) else {
      return nil
    }
    return dossier.isImported || dossier.codes.contains { $0.origin.isOfAnotherSystem } ? nil : dossier
  }

  private mutating func candidates(on day: CivilDate, _ db: Database) throws -> [Candidate] {
    if let known = days[day] { return known }
    if days.count >= Self.mostDays { days = [:] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, code, owner, procedure_code, procedure_name FROM dossier
          WHERE received_key >= ? AND received_key < ? AND void = 0 AND origin IN (?, ?)
          """),
      arguments: [
        day.instant(atMinute: 0).milliseconds, day.instant(atMinute: 1440).milliseconds,
        DossierCode.Origin.office.rawValue, DossierCode.Origin.provisional.rawValue,
      ])
    let found = rows.compactMap { row -> Candidate? in
      DossierID(bytes: row[DossierColumn.id] as Data).map { id in
        Candidate(
          id: id, code: row[DossierColumn.code], owner: (row[DossierColumn.owner] as String).folded,
          procedure: ProcedureReference(
            code: row[DossierColumn.procedureCode], name: row[DossierColumn.procedureName], versionHash: ""))
      }
    }
    days[day] = found
    return found
  }
}
