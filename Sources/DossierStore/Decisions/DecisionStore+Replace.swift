import DossierDomain
import GRDB
import JournalFormat
import OfficeWork

extension DecisionStore {
  /// Receives a dossier in the place of one that was entered under a wrong procedure, and voids that one, in one act that one
  /// undo takes back. Each names the other by its code: the new one in a note and the old one in its reason, which every
  /// version reads. Either both are recorded or neither is.
  /// - Returns: the new dossier's outcome, then the old one's.
  public func replace(
    _ old: DossierID, by new: DossierID, _ commands: [DossierCommand], by clerk: ClerkID, at now: Instant,
    leaving drafts: [Draft]? = nil,
    isConfirmed: Bool = false
  ) throws(StoreError) -> [ActOutcome] {
    let group = GroupID.version7(at: now, random: random())
    do {
      return try write { db in
        guard let code = try JournalReader.dossier(db, old)?.code else { throw StoreError.denied(.dossierUnknown) }
        var decision = try DecisionTransaction(db, clerk: clerk, now: now, asksLastNumber: write.end.asks)
        let received = try decision.perform(
          Act(dossier: new, commands: commands + [.note(Replacement.note(replacing: code))]), group: group)
        guard case .done(let row, _) = received else { return [received] }
        let void = DossierCommand.void(reason: Replacement.reason(replacedBy: row.code))
        let voided = try decision.perform(Act(dossier: old, commands: [void]), group: group)
        if case .denied(_, let denial) = voided { throw StoreError.denied(denial) }
        try decision.finish()
        if isConfirmed { try SessionStatements.noteConfirmed(db, decision.weighty) }
        if let drafts { try DraftTable.replace(db, drafts, of: clerk, at: now) }
        return [received, voided]
      }
    } catch .denied(let denial) {
      return [.denied(new, denial)]
    }
  }
}
