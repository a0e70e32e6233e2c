import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

/// An act of a clerk: all entries that she recorded together.
struct LastAct {
  struct Part {
    var dossier: DossierID
    /// In journal order.
    var references: [EntryReference]
    var actions: [DossierAction]
  }

  var parts: [Part]
  var reference: EntryReference
  var at: Instant
  var group: GroupID?

  var action: DossierAction? { parts.last?.actions.last }
  /// The reception, if the act gave a code: to a citizen at the counter or to a submission of the portal.
  private var reception: DossierAction? {
    parts.lazy.flatMap(\.actions).first { $0.rule.issuesCode && $0.rule != .issueCode }
  }

  /// How many of the newest entries are read to find her acts.
  private static let depth = 2000

  /// The clerk's last act that was not undone, on this dossier or on any.
  static func of(_ clerk: ClerkID, in dossier: DossierID? = nil, _ db: Database) throws -> LastAct? {
    try list(of: clerk, in: dossier, limit: 1, db).first
  }

  /// The clerk's last acts that were not undone, the last one first, without those that no undo concerns: behind an issued
  /// paper she takes back what came before it.
  /// - Parameter isWanted: acts for which it is false are left out and do not count towards the limit.
  static func list(
    of clerk: ClerkID, in dossier: DossierID? = nil, limit: Int, _ db: Database,
    where isWanted: (LastAct) -> Bool = { _ in true }
  ) throws -> [LastAct] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT position, bytes FROM entry WHERE epoch_id IN (SELECT id FROM device_epoch WHERE is_own = 1)
        \(dossier == nil ? "" : "AND dossier = ?") ORDER BY position DESC LIMIT \(depth)
        """, arguments: StatementArguments(dossier.map { [Data($0.bytes)] } ?? []))
    var undone: Set<EntryReference> = []
    var acts: [LastAct] = []
    while acts.count < limit, let row = try rows.next() {
      let entry = try EntryFormat.decodeTrusted(Array(row[EntryColumn.bytes] as Data))
      guard case .dossier(let action) = entry.content else { continue }
      if case .undo(let reference) = action {
        undone.insert(reference)
      } else if entry.clerk == clerk, action.rule.undoing != .leftOut, !undone.contains(entry.reference),
        entry.group == nil || !acts.contains(where: { $0.group == entry.group })
      {
        let act = try LastAct(around: entry, at: row[EntryColumn.position], db)
        if isWanted(act) { acts.append(act) }
      }
    }
    return acts
  }

  /// The act with this entry; nil if it has been undone, or is another clerk's.
  static func with(_ reference: EntryReference, by clerk: ClerkID, _ db: Database) throws -> LastAct? {
    let dossier = try Data.fetchOne(
      db,
      sql: """
        SELECT e.dossier FROM entry e JOIN device_epoch d ON d.id = e.epoch_id WHERE d.epoch = ? AND e.sequence = ?
        """, arguments: [Data(reference.epoch.bytes), reference.sequence]
    ).flatMap { DossierID(bytes: $0) }
    guard let dossier else { return nil }
    return try list(of: clerk, in: dossier, limit: .max, db).first { act in
      act.parts.contains { $0.references.contains(reference) }
    }
  }

  /// - Parameter position: the entry's place in the journal. The entries of an act stand side by side.
  private init(around entry: Entry, at position: Int64, _ db: Database) throws {
    var entries = [entry]
    if let group = entry.group {
      for (side, order) in [("<", "DESC"), (">", "ASC")] {
        let others = try Data.fetchCursor(
          db, sql: "SELECT bytes FROM entry WHERE position \(side) ? ORDER BY position \(order)", arguments: [position])
        while let next = try others.next() {
          let other = try EntryFormat.decodeTrusted(Array(next))
          guard other.group == group else { break }
          entries.append(other)
        }
      }
    }
    entries.sort { $0.reference.sequence < $1.reference.sequence }
    var parts: [Part] = []
    var places: [DossierID: Int] = [:]
    for entry in entries {
      guard let dossier = entry.dossier, case .dossier(let action) = entry.content else { continue }
      let place = places[dossier] ?? parts.count
      if place == parts.count { parts.append(Part(dossier: dossier, references: [], actions: [])) }
      places[dossier] = place
      parts[place].references.append(entry.reference)
      parts[place].actions.append(action)
    }
    self.parts = parts
    (reference, at, group) = (entries.last?.reference ?? entry.reference, entry.at, entry.group)
  }

  /// Whether the clerk may not expect that U takes this act back.
  func needsQuestion(in shown: DossierID?) -> Bool {
    parts.count > 1 || reception != nil || shown.map { $0 != parts.first?.dossier } ?? false
  }

  /// Whether its kind can be undone, unlike a row of a register.
  var canBeUndone: Bool { parts.allSatisfy { part in part.actions.allSatisfy { $0.rule.undoing != .never } } }

  /// Nil if its kind can never be undone.
  func undoable(_ db: Database, viewer: Viewer) throws -> UndoableAct? {
    guard let action, canBeUndone else { return nil }
    let rows = try QueueRows.toldApart(
      parts.prefix(UndoableAct.mostRows).compactMap { try QueueRows.row(db, $0.dossier, viewer: viewer) }, db)
    return UndoableAct(
      reference: reference, what: reception ?? action, at: at, isReception: reception != nil, count: parts.count,
      rows: rows)
  }
}
