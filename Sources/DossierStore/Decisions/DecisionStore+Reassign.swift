import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension DecisionStore {
  /// Gives all open dossiers of one clerk to another, in one act that a single undo reverts.
  public func reassignAll(
    from absent: ClerkID, to substitute: ClerkID, by clerk: ClerkID, at now: Instant, leaving drafts: [Draft]? = nil
  ) throws(StoreError) -> [ActOutcome] {
    let ids = try read { db in
      try Data.fetchAll(
        db, sql: "SELECT id FROM dossier WHERE assignee = ? AND bucket < 5 ORDER BY due_key, rid",
        arguments: [Data(absent.bytes)]
      ).compactMap { DossierID(bytes: $0) }
    }
    let acts = ids.map { Act(dossier: $0, commands: [.assign(to: substitute)]) }
    return try perform(acts, by: clerk, at: now, leaving: drafts)
  }
}
