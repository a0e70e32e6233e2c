import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Finds the last act of a clerk.
struct LastAct {
  var dossiers: [(dossier: DossierID, references: [EntryReference])]
  /// The action of the act's last entry, and its time.
  var action: DossierAction
  var at: Instant

  /// The entries of the clerk's last act that was not undone, in journal order for each dossier; nil if there is none
  /// among the newest entries.
  static func of(_ clerk: ClerkID, _ db: Database) throws -> LastAct? {
    var newest: [Entry] = []
    var isWhole = false
    // An act on very many dossiers is read back to its first entry.
    while !isWhole {
      let limit = max(400, newest.count * 2)
      newest = try Data.fetchAll(
        db,
        sql: """
          SELECT bytes FROM entry WHERE epoch_id IN (SELECT id FROM device_epoch WHERE is_own = 1)
          ORDER BY position DESC LIMIT ?
          """, arguments: [limit]
      ).map { try EntryFormat.decodeTrusted(Array($0)) }
      let oldest = newest.last?.group
      isWhole = newest.count < limit || oldest == nil || oldest != newest.first { $0.clerk == clerk }?.group
    }
    var undone: Set<EntryReference> = []
    for entry in newest {
      if case .dossier(.undo(let reference)) = entry.content { undone.insert(reference) }
    }
    let own = newest.filter { entry in
      guard entry.clerk == clerk, case .dossier(let action) = entry.content, !undone.contains(entry.reference) else {
        return false
      }
      if case .undo = action { return false }
      return true
    }
    guard let last = own.first, let lastDossier = last.dossier, case .dossier(let action) = last.content else {
      return nil
    }
    guard let group = last.group else {
      return LastAct(dossiers: [(lastDossier, [last.reference])], action: action, at: last.at)
    }
    var acts: [(dossier: DossierID, references: [EntryReference])] = []
    for entry in own.reversed() where entry.group == group {
      guard let dossier = entry.dossier else { continue }
      if let index = acts.firstIndex(where: { $0.dossier == dossier }) {
        acts[index].references.append(entry.reference)
      } else {
        acts.append((dossier, [entry.reference]))
      }
    }
    return LastAct(dossiers: acts, action: action, at: last.at)
  }
}
