import DossierDomain
import Foundation
import GRDB
import VietnameseText

/// How many rows of a file may be of a dossier that was received here: those that name it by its code, and those that
/// only look like it. It is counted over the whole file before any row is taken in.
public struct ReceivedClaims: Sendable {
  fileprivate var naming: [DossierID: Int] = [:]
  fileprivate var resembling: [DossierID: Int] = [:]

  public init() {}
}

/// The dossiers that were received at this office and that no other system knows by a code of its own, by the day of
/// their reception. Rows of a register mostly come in the order of days, so that a day is read once.
struct ReceivedHere {
  private struct Candidate {
    var id: DossierID
    var code: String
    var owner: String
    var procedure: ProcedureReference
  }

  /// Which dossiers a row may be of.
  enum Match {
    case nothing
    case one(Dossier)
    /// It is not known which of them it is, or which of several rows it is.
    case several([Dossier])
  }

  private var days: [CivilDate: [String: [Candidate]]] = [:]
  private(set) var claims: ReceivedClaims
  private static let mostDays = 400

  init(_ claims: ReceivedClaims) {
    self.claims = claims
  }

  mutating func count(_ rows: [ImportedDossier], _ db: Database) throws {
    for row in rows {
      let found = try candidates(for: row, db)
      if let named = found.named { claims.naming[named.id, default: 0] += 1 }
      for dossier in found.resembling { claims.resembling[dossier.id, default: 0] += 1 }
    }
  }

  /// The dossier that the row of another system's register is of. Two rows of a file cannot both be one dossier.
  mutating func match(_ row: ImportedDossier, _ db: Database) throws -> Match {
    let found = try candidates(for: row, db)
    if let named = found.named { return claims.naming[named.id, default: 0] > 1 ? .several([named]) : .one(named) }
    let free = found.resembling.filter { claims.naming[$0.id] == nil }
    guard let first = free.first else { return .nothing }
    return free.count == 1 && claims.resembling[first.id, default: 0] <= 1 ? .one(first) : .several(free)
  }

  /// The dossier of this owner that the row's note names by its code; otherwise those of the same owner and procedure
  /// that were received on the same day, and if there is none, those of the day before or after.
  private mutating func candidates(
    for row: ImportedDossier, _ db: Database
  ) throws -> (named: Dossier?, resembling: [Dossier]) {
    guard let day = row.receivedAt?.civilDate else { return (nil, []) }
    let owner = row.owner.name.folded
    let onDay = try candidates(on: day, of: owner, db)
    let near = try [day.adding(days: -1), day.adding(days: 1)].flatMap { try candidates(on: $0, of: owner, db) }
    if let code = DossierCode.text(inNote: row.note), let named = (onDay + near).first(where: { $0.code == code }),
      let dossier = try known(named, db)
    {
      return (dossier, [])
    }
    // The day itself first, because the same person often comes on two days for the same.
    let same = try matching(onDay, row, db)
    return (nil, same.isEmpty ? try matching(near, row, db) : same)
  }

  private func matching(_ candidates: [Candidate], _ row: ImportedDossier, _ db: Database) throws -> [Dossier] {
    try candidates.filter { isSame($0.procedure, row.procedure) }.compactMap { candidate in
      guard let dossier = try known(candidate, db) else { return nil }
      let (here, there) = (dossier.owner.identityNumber, row.owner.identityNumber)
      return here.isEmpty || there.isEmpty || here == there ? dossier : nil
    }
  }

  private func isSame(_ first: ProcedureReference, _ second: ProcedureReference) -> Bool {
    second.code.isEmpty ? first.name.folded == second.name.folded : first.code == second.code
  }

  /// Nil if another system knows it already.
  private func known(_ candidate: Candidate, _ db: Database) throws -> Dossier? {
    guard let dossier = try JournalReader.dossier(db, candidate.id) else { return nil }
    return dossier.isImported || dossier.codes.contains { $0.origin.isOfAnotherSystem } ? nil : dossier
  }

  private mutating func candidates(on day: CivilDate, of owner: String, _ db: Database) throws -> [Candidate] {
    if let known = days[day] { return known[owner] ?? [] }
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
    let byOwner = Dictionary(grouping: found, by: \.owner)
    days[day] = byOwner
    return byOwner[owner] ?? []
  }
}
