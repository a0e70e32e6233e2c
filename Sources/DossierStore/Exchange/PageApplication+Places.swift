import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Writes entries to the journal, each with its place.
extension PageApplication {
  mutating func takePlaces() throws {
    // After a snapshot was given up, the order begins again with the next request.
    if position.sequence == 0, response.base > 0 { return }
    guard response.base == position.sequence else {
      throw OrderFault.gap(expected: position.sequence, got: response.base)
    }
    let signed = try SyncRecord.checkpoints(db, behind: position)
    for place in response.places {
      guard place.officeSequence == position.sequence + 1 else {
        throw OrderFault.gap(expected: position.sequence + 1, got: place.officeSequence)
      }
      let hash = try take(place)
      position.sequence = place.officeSequence
      position.rolling = position.rolling.adding(entryHash: hash, verdict: place.verdict)
      guard signed[position.sequence] ?? position.rolling == position.rolling else {
        throw OrderFault.hashDiffers(at: position.sequence)
      }
    }
    guard position.rolling == response.rolling else { throw OrderFault.hashDiffers(at: position.sequence) }
  }

  /// - Returns: the entry's hash.
  @discardableResult
  mutating func take(_ place: OrderedEntry) throws -> [UInt8] {
    let verdict = place.verdict.counts ? nil : Data(place.verdict.bytes)
    let hash: [UInt8]
    switch place.content {
    case .withheld(let withheld):
      hash = withheld
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO withheld VALUES (?, ?, ?)")
        .execute(arguments: [place.officeSequence, Data(hash), verdict])
    case .own(let reference): hash = try placeOwn(reference, at: place, verdict)
    case .bytes(let bytes):
      hash = entryHash(bytes)
      try take(bytes, hash, officeSequence: place.officeSequence, place.verdict)
    }
    return hash
  }

  private mutating func placeOwn(_ reference: EntryReference, at place: OrderedEntry, _ verdict: Data?) throws
    -> [UInt8]
  {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT e.position, e.hash, e.dossier, d.is_own FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
          WHERE e.epoch_id = ? AND e.sequence = ?
          """),
      arguments: [try epochID(reference.epoch), reference.sequence])
    guard let row else { throw try absence(of: reference, at: place.officeSequence) }
    count(place.verdict)
    try db.cachedStatement(
      sql: "UPDATE entry SET office_sequence = ?, verdict = ?, delivery = ? WHERE position = ?"
    ).execute(arguments: [place.officeSequence, verdict, place.verdict.delivery, row[EntryColumn.position] as Int64])
    noteChange(of: row)
    if row[EpochColumn.isOwn] as Bool { applied.ownPlaced += 1 }
    return Array(row[EntryColumn.hash] as Data)
  }

  /// Why an entry that a place names is not here. An own one before the end of its chain was lost here, so that its bytes
  /// have to be asked for.
  private func absence(of reference: EntryReference, at officeSequence: Int64) throws -> OrderFault {
    let last = try Int64.fetchOne(
      db, sql: "SELECT last_sequence FROM device_epoch WHERE epoch = ? AND is_own = 1",
      arguments: [Data(reference.epoch.bytes)])
    guard let last else { return .missing(reference) }
    return reference.sequence <= last ? .hashDiffers(at: officeSequence) : .forked(reference)
  }

  private mutating func take(
    _ bytes: [UInt8], _ hash: [UInt8], officeSequence: Int64, _ verdict: Verdict
  ) throws {
    applied.received += 1
    if let entry = try? EntryFormat.decodePlaced(bytes) {
      try insert(entry, bytes, hash, officeSequence: officeSequence, verdict)
    } else {
      // A malformed entry must not stop the exchange. Its hash is enough to continue the order.
      let verdict = verdict.counts ? nil : Data(verdict.bytes)
      try UnreadablePlaces.keep(db, bytes, hash: hash, at: officeSequence, verdict: verdict)
    }
  }

  mutating func insert(
    _ entry: Entry, _ bytes: [UInt8], _ hash: [UInt8], officeSequence: Int64, _ verdict: Verdict
  ) throws {
    let epoch = try epochID(entry.reference.epoch)
    try setAsideOther(entry, hash, epoch)
    let known = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT position, dossier, CASE WHEN bytes <> ?3 OR hash <> ?4 THEN bytes END AS bytes FROM entry
          WHERE epoch_id = ?1 AND sequence = ?2
          """), arguments: [epoch, entry.reference.sequence, Data(bytes), Data(hash)])
    let verdictData = verdict.counts ? nil : Data(verdict.bytes)
    if let known {
      if let damaged = known[EntryColumn.bytes] as Data? { try mend(known, damaged, entry, bytes, hash) }
      // The entry is from before a restore of the province, or from an own epoch of which a restore of this desk
      // removed the end, or an own entry that was damaged here.
      try db.cachedStatement(
        sql: "UPDATE entry SET office_sequence = ?, verdict = ?, delivery = ? WHERE position = ?"
      ).execute(arguments: [officeSequence, verdictData, verdict.delivery, known[EntryColumn.position] as Int64])
    } else {
      // The entry belongs to the present epoch but is not here. It was lost here, or the database is also in use elsewhere.
      if entry.reference.epoch == currentEpoch {
        guard try wasWritten(entry.reference, hash, epoch) else { throw OrderFault.forked(entry.reference) }
        applied.mended += 1
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO entry (epoch_id, sequence, dossier, bytes, hash, delivery, office_sequence, verdict)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          epoch, entry.reference.sequence, entry.dossier.map { Data($0.bytes) }, Data(bytes), Data(hash),
          verdict.delivery, officeSequence, verdictData,
        ])
      if case .unknown(let kind, _) = entry.content {
        try UnreadEntries.note(db, kind, entry.revision, at: db.lastInsertedRowID)
      }
      try lengthen(entry.reference, hash)
      if let origin = entry.origin, verdict.counts { try dropRepeated(origin, by: entry.reference) }
    }
    if hasFolded, let id = entry.dossier {
      let begins = verdict.counts && entry.recorded?.action.isBeginning == true
      try FoldedDossiers.dissolve(db, id, by: begins ? nil : officeSequence)
    }
    if verdict.counts, let id = entry.dossier, case .dossier(let action) = entry.content {
      erased += try BlobTable.note(db, action, of: id, at: entry.at)
    }
    note(entry, verdict)
  }

  /// Moves entries aside that contradict the chain of this entry. Another machine may have written a different entry
  /// with the same reference, or with a neighbouring one. The order contained the one stored here until the province
  /// was restored, and now contains this one. The entries of that chain without a place are kept outside the journal.
  private mutating func setAsideOther(_ entry: Entry, _ hash: [UInt8], _ epoch: Int64) throws {
    let sequence = entry.reference.sequence
    let neighbours = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT e.sequence, e.hash, e.office_sequence, d.is_own, CASE WHEN e.sequence > ?2 THEN e.bytes END AS bytes
          FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
          WHERE e.epoch_id = ?1 AND e.sequence >= ?2 - 1 AND e.sequence <= ?2 + 1
          """),
      arguments: [epoch, sequence])
    for row in neighbours {
      let mayMove = !(row[EpochColumn.isOwn] as Bool) && row[EntryColumn.officeSequence] as Int64? == nil
      let itsHash = Array(row[EntryColumn.hash] as Data)
      let differs: Bool
      switch row[EntryColumn.sequence] as Int64 - sequence {
      case 0: differs = itsHash != hash
      case ..<0: differs = mayMove && itsHash != entry.previousHash
      default:
        let bytes = (row[EntryColumn.bytes] as Data?).map { Array($0) } ?? []
        differs = mayMove && EntryFormat.name(of: bytes)?.previousHash != hash
      }
      guard differs else { continue }
      guard mayMove else {
        guard try wasWritten(entry.reference, hash, epoch) else { throw OrderFault.forked(entry.reference) }
        continue
      }
      return try setAside(entry.reference.epoch, epoch)
    }
  }

  private mutating func setAside(_ name: DeviceEpoch, _ epoch: Int64) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT sequence, dossier, bytes, hash FROM entry WHERE epoch_id = ? AND office_sequence IS NULL",
      arguments: [epoch])
    for row in rows {
      try ForkedEntries.keep(
        db, Data(name.bytes), row[EntryColumn.sequence], row[EntryColumn.bytes], row[EntryColumn.hash])
      noteChange(of: row)
    }
    try db.execute(sql: "DELETE FROM entry WHERE epoch_id = ? AND office_sequence IS NULL", arguments: [epoch])
  }

  /// Notes that the dossier or the office has to be folded again.
  mutating func noteChange(of row: Row) {
    if let id = (row[EntryColumn.dossier] as Data?).flatMap({ DossierID(bytes: $0) }) {
      changed.insert(id)
    } else {
      touchesOffice = true
      touchesProcedures = touchesProcedures || mayDecideProcedures(row)
    }
  }

  /// An entry that was issued again with a new reference counts only once. The original has no place any more, or none
  /// yet. It is marked as a repetition until the province gives its own verdict.
  private func dropRepeated(_ origin: EntryOrigin, by reference: EntryReference) throws {
    try db.cachedStatement(
      sql: """
        UPDATE entry SET verdict = ? WHERE office_sequence IS NULL AND hash = ? AND sequence = ?
        AND epoch_id = (SELECT id FROM device_epoch WHERE epoch = ?)
        """
    ).execute(
      arguments: [
        Data(Verdict.repeated(of: reference).bytes), Data(origin.hash), origin.reference.sequence,
        Data(origin.reference.epoch.bytes),
      ])
  }

  /// Extends an own epoch of an earlier life when the province sends back entries that a restore had removed.
  private func lengthen(_ reference: EntryReference, _ hash: [UInt8]) throws {
    try db.cachedStatement(
      sql: """
        UPDATE device_epoch SET last_sequence = ?, last_hash = ? WHERE epoch = ? AND is_own = 1 AND last_sequence = ?
        """
    ).execute(
      arguments: [reference.sequence, Data(hash), Data(reference.epoch.bytes), reference.sequence - 1])
  }

  /// Stores an entry that was withheld before: its place and its hash are known already.
  mutating func take(_ bytes: [UInt8], grantedAt officeSequence: Int64) throws {
    let hash = entryHash(bytes)
    let row = try Row.fetchOne(
      db, sql: "SELECT hash, verdict FROM withheld WHERE office_sequence = ?", arguments: [officeSequence])
    guard let row else { return }
    guard Array(row[WithheldColumn.hash] as Data) == hash else { throw OrderFault.hashDiffers(at: officeSequence) }
    let verdict = try JournalReader.verdict(row[WithheldColumn.verdict])
    try db.execute(sql: "DELETE FROM withheld WHERE office_sequence = ?", arguments: [officeSequence])
    try take(bytes, hash, officeSequence: officeSequence, verdict)
  }

  /// Own entries that the province keeps outside its order. They have no effect at any other desk, so they have none
  /// here.
  mutating func takeUnplaced() throws {
    for reference in response.unplaced {
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT position, dossier FROM entry WHERE sequence = ? AND office_sequence IS NULL
          AND epoch_id = (SELECT id FROM device_epoch WHERE epoch = ? AND is_own = 1)
          """, arguments: [reference.sequence, Data(reference.epoch.bytes)])
      guard let row else { continue }
      let verdict = Verdict.quarantined(.unplaceable)
      try db.execute(
        sql: "UPDATE entry SET verdict = ?, delivery = ? WHERE position = ?",
        arguments: [Data(verdict.bytes), verdict.delivery, row[EntryColumn.position] as Int64])
      noteChange(of: row)
      applied.refused += 1
    }
  }

  mutating func note(_ entry: Entry, _ verdict: Verdict) {
    if let id = entry.dossier {
      changed.insert(id)
    } else {
      touchesOffice = true
      touchesProcedures = touchesProcedures || entry.content.mayDecideProcedures
    }
    count(verdict)
  }

  private mutating func count(_ verdict: Verdict) {
    switch verdict {
    case .accepted, .repeated: break
    case .conflicted: applied.conflicts += 1
    case .quarantined: applied.refused += 1
    }
  }

  private mutating func epochID(_ epoch: DeviceEpoch) throws -> Int64 {
    if let id = epochs[epoch] { return id }
    let data = Data(epoch.bytes)
    if try Int64.fetchOne(db, sql: "SELECT id FROM device_epoch WHERE epoch = ?", arguments: [data]) == nil {
      try db.execute(
        sql: """
          INSERT INTO device_epoch (epoch, last_sequence, last_hash, is_own, is_current) VALUES (?, 0, x'', 0, 0)
          """, arguments: [data])
    }
    let id = try Int64.fetchOne(db, sql: "SELECT id FROM device_epoch WHERE epoch = ?", arguments: [data]) ?? 0
    epochs[epoch] = id
    return id
  }
}
