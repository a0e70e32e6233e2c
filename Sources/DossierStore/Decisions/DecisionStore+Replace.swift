import DossierDomain
import GRDB
import JournalFormat
import OfficeWork

extension DecisionStore {
  /// Receives a dossier in the place of one that was entered under a wrong procedure, and voids that one, in one act that one
  /// undo takes back. Each names the other by its code: the new one in a note and the old one in its reason, which every
  /// version reads. Either both are recorded or neither is. One that is received on the blank receipt of the old one bears the
  /// same code, because the citizen has it on paper.
  /// - Returns: the new dossier's outcome, then the old one's.
  public func replace(
    _ old: DossierID, by new: DossierID, _ commands: [DossierCommand], by clerk: ClerkID, at now: Instant,
    leaving drafts: [Draft]? = nil,
    isConfirmed: Bool = false
  ) throws(StoreError) -> [ActOutcome] {
    let group = GroupID.version7(at: now, random: random())
    do {
      return try write { db in
        guard let replaced = try JournalReader.dossier(db, old) else { throw StoreError.denied(.dossierUnknown) }
        var decision = try DecisionTransaction(db, clerk: clerk, now: now, asksLastNumber: write.end.asks)
        let outcomes = try decision.replace(replaced, by: new, commands, group: group)
        try decision.finish()
        if isConfirmed { try SessionStatements.noteConfirmed(db, decision.weighty) }
        if let drafts { try DraftTable.replace(db, drafts, of: clerk, at: now) }
        return outcomes
      }
    } catch .denied(let denial) {
      return [.denied(new, denial)]
    }
  }
}

extension DecisionTransaction {
  fileprivate mutating func replace(
    _ old: Dossier, by new: DossierID, _ commands: [DossierCommand], group: GroupID
  ) throws -> [ActOutcome] {
    let isOnSameBlank = old.onBlank != nil && commands.contains { $0.blankCode == old.code.text }
    let note =
      isOnSameBlank ? Replacement.note(onSameBlank: old.code) : Replacement.note(replacing: old.code)
    let reception = Act(dossier: new, commands: commands + [.note(note)])
    // Nobody gets a code while another dossier bears it, neither here nor at the province.
    if isOnSameBlank {
      let voided = try void(old, Replacement.reason(onSameBlank: old.code), group)
      return [try done(perform(reception, group: group, replacing: old)), voided]
    }
    let received = try perform(reception, group: group, replacing: old)
    guard case .done(let row, _) = received else { return [try done(received)] }
    return [received, try void(old, Replacement.reason(replacedBy: row.code), group)]
  }

  private mutating func void(_ old: Dossier, _ reason: String, _ group: GroupID) throws -> ActOutcome {
    try done(perform(Act(dossier: old.id, commands: [.void(reason: reason)]), group: group))
  }

  private func done(_ outcome: ActOutcome) throws -> ActOutcome {
    if case .denied(_, let denial) = outcome { throw StoreError.denied(denial) }
    return outcome
  }
}
