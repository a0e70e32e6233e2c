import DossierDomain
import OfficeWork

/// What the rules say of a dossier's procedure.
extension Session {
  /// The version of the day of the reception and what applies in the dossier's case; nil if the procedure is not known.
  func procedure(of dossier: Dossier) -> (version: ProcedureVersion, outcome: CaseOutcome)? {
    let day = (dossier.receivedAt ?? moment).civilDate
    return office.catalogue.version(of: dossier.procedure.code, on: day).map { version in
      (version, version.outcome(dossier.answers.withUsual(of: version)))
    }
  }

  /// A sentence about what the citizen usually needs after this dossier; nil if nobody has said so.
  /// - Parameter dossier: of the row, if a screen has read it; otherwise the usual case counts.
  func laterProcedures(_ row: QueueRow, _ dossier: Dossier?) -> String? {
    let day = (row.receivedAt ?? moment).civilDate
    guard let version = office.catalogue.version(of: row.procedureCode, on: day) else { return nil }
    let outcome = dossier.flatMap { procedure(of: $0)?.outcome } ?? version.usualOutcome(.direct)
    let facts = ProcedureFacts(version: version, outcome: outcome, session: self, day: moment.civilDate)
    return facts.laterProcedures.first.map { "\($0.label): \($0.text)." }
  }
}
