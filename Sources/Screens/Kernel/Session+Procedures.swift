import DossierDomain
import OfficeWork

/// What the rules say of a dossier's procedure.
extension Session {
  /// The version of the dossier and what applies in its case; nil if the procedure is not known.
  func procedure(of dossier: Dossier) -> (version: ProcedureVersion, outcome: CaseOutcome)? {
    office.version(of: dossier).map { version in
      (version, version.outcome(dossier.answers.withUsual(of: version)))
    }
  }

  /// A sentence about what the citizen usually needs after this dossier; nil if nobody has said so.
  /// - Parameter dossier: of the row, if a screen has read it; otherwise the usual case of its version counts.
  func laterProcedures(_ row: QueueRow, _ dossier: Dossier?) -> String? {
    let usual = { [office] in office.version(of: row).map { ($0, $0.usualOutcome(.direct)) } }
    guard let (version, outcome) = dossier.map(procedure(of:)) ?? usual() else { return nil }
    let facts = ProcedureFacts(version: version, outcome: outcome, session: self, day: moment.civilDate)
    return facts.laterProcedures.first.map { "\($0.label): \($0.text)." }
  }
}
