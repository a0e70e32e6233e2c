import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Handles a log that was restored, and the snapshot with which this desk began.
extension PageApplication {
  /// The province continues from an earlier state. Entries with later places lose them: own entries are sent once more,
  /// and entries of other desks stay here until those desks have sent them again.
  mutating func changeLog() throws {
    guard response.base <= position.sequence else {
      throw OrderFault.gap(expected: position.sequence, got: response.base)
    }
    try HistoryParts.forget(db)
    if let snapshot, response.base < snapshot.moment.sequence {
      // The remaining order is shorter than the snapshot with which this desk began, so that its state has to be read
      // again from the order itself.
      return try giveUpSnapshot()
    }
    if position.sequence > response.base {
      try unplace(beyond: response.base)
      try boundBases(to: response.base)
    }
    let common = try SyncRecord.points(db, at: [response.base]).first
    position = LogPosition(logEpoch: response.logEpoch, sequence: response.base, rolling: common?.rolling ?? .zero)
  }

  /// Begins again with the first place of the order. Folded dossiers stay as they are until their entries arrive, or
  /// until the order is here without them.
  mutating func giveUpSnapshot() throws {
    try forgetOrder()
    try boundBases(to: 0)
  }

  /// An order that ends before a place that the province has signed is an earlier state of it.
  func requireSigned(upTo head: Int64) throws {
    let end = LogPosition(logEpoch: response.logEpoch, sequence: head, rolling: .zero)
    if let lost = try SyncRecord.checkpoints(db, behind: end).keys.max() {
      throw OrderFault.gap(expected: lost, got: head)
    }
  }

  /// Removes all places, so that the order begins again with its first one.
  mutating func forgetOrder() throws {
    try unplace(beyond: 0)
    try HistoryParts.forget(db)
    try HistoryParts.forgetLeftOut(db)
    try db.execute(sql: "DELETE FROM snapshot")
    snapshot = nil
    position = LogPosition(logEpoch: response.logEpoch, sequence: 0, rolling: .zero)
  }

  /// Removes the places after `base` from their entries.
  private mutating func unplace(beyond base: Int64) throws {
    for id in try Data.fetchAll(
      db, sql: "SELECT DISTINCT dossier FROM entry WHERE office_sequence > ? AND dossier IS NOT NULL",
      arguments: [base])
    {
      if let id = DossierID(bytes: id) { changed.insert(id) }
    }
    try db.execute(
      sql: """
        UPDATE entry SET office_sequence = NULL, verdict = NULL,
        delivery = CASE (SELECT is_own FROM device_epoch WHERE id = epoch_id) WHEN 1 THEN 0 ELSE delivery END
        WHERE office_sequence > ?
        """, arguments: [base])
    try db.execute(sql: "DELETE FROM withheld WHERE office_sequence > ?", arguments: [base])
    try UnreadablePlaces.forget(db, beyond: base)
    (touchesOffice, touchesProcedures) = (true, true)
    try WitnessedEpoch.begin(db)
  }

  /// The base of an own entry that is issued again is limited to `base`, because later places belong to another order.
  private func boundBases(to base: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO setting VALUES ('common base', ?) ON CONFLICT (name) DO UPDATE
        SET value = min(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))
        """, arguments: ["\(base)"])
  }

  /// The province now has all entries that could be handed in for others, and the whole order is here. Entries that still
  /// have no place wait for their authors. Until then they do not count here, so that all desks show the same.
  mutating func awaitAuthors() throws {
    guard position.sequence >= response.head, try WitnessedEpoch.mayBe(db) else { return }
    try placeNamed()
    try setAsideDamaged()
    let lost = "office_sequence IS NULL AND epoch_id IN (SELECT id FROM device_epoch WHERE is_own = 0)"
    let rows = try Row.fetchAll(db, sql: "SELECT position, dossier, verdict FROM entry WHERE \(lost)")
    if rows.isEmpty { return try WitnessedEpoch.end(db) }
    guard try request.epochs.contains(where: \.isWitness) || WitnessedEpoch.all(db).isEmpty else { return }
    let verdict = Data(Verdict.quarantined(.authorAwaited).bytes)
    for row in rows where row[EntryColumn.verdict] as Data? == nil {
      try db.execute(
        sql: "UPDATE entry SET verdict = ? WHERE position = ?",
        arguments: [verdict, row[EntryColumn.position] as Int64])
      noteChange(of: row)
    }
  }

  /// Removes what is still folded when the whole order is here from its first place on. The entries of these dossiers were
  /// in the lost order only, or this desk may not hold them any more. A fold has no signed entries that could be handed in
  /// for their author. When the author brings them, the dossier comes back.
  mutating func forgetLostFolds() throws {
    // A revoked machine is not told how long the order is.
    guard hasFolded, !response.isRevoked, position.sequence >= response.head, try SnapshotRecord.find(db) == nil else {
      return
    }
    for dossier in try FoldedDossiers.all(db) {
      try FoldedDossiers.remove(db, dossier)
      try FoldedDossiers.want(db, dossier, false)
      changed.insert(dossier)
    }
  }

  // MARK: A snapshot

  mutating func take(_ part: SnapshotPage) throws {
    guard position.sequence == 0, response.places.isEmpty, part.through.moment.position.logEpoch == response.logEpoch
    else {
      throw OrderFault.malformed("snapshot")
    }
    if let snapshot {
      guard snapshot.moment == part.through.moment.position, !snapshot.isComplete else {
        throw OrderFault.malformed("snapshot")
      }
    }
    for place in part.places {
      guard place.officeSequence <= part.through.moment.position.sequence else {
        throw OrderFault.malformed("snapshot")
      }
      try take(place)
    }
    for bytes in part.folded {
      let folded = try FoldedDossiers.keep(
        db, bytes, revision: part.foldRevision, place: part.through.moment.position.sequence)
      // Pages of papers are a few KB and are printed again from the fold. Scans are announced when the history comes.
      try BlobTable.announce(
        db, folded.dossier.issuedPapers.flatMap(\.issue.records), of: folded.dossier.id,
        at: folded.dossier.lastChangedAt)
      changed.insert(folded.dossier.id)
      applied.received += 1
    }
    for dossier in part.leftOut { try FoldedDossiers.want(db, dossier, true) }
    try SnapshotRecord(part).keep(db)
    if part.isLast { position = part.through.moment.position }
  }
}
