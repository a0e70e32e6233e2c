import DossierDomain
import ExchangeModel
import Foundation
import GRDB
import JournalFormat

/// Places that the order names by a hash only, because this machine may not receive the entry.
enum WithheldPlaces {
  /// Those whose entry is not here. The others have their place in the journal too, and stay in this table because the
  /// province compares its own number of them with this desk's.
  static let withoutEntry = """
    withheld w WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.office_sequence = w.office_sequence)
    """
}

extension PageApplication {
  private struct Named {
    var place: (sequence: Int64, verdict: Data?)
    var bytes: [UInt8]
    /// The row of the entry in the journal; nil if it is kept beside it.
    var position: Int64?
  }

  /// Gives places to the entries here that the order only names by their hashes, because this machine received them
  /// before it lost the right to. An exchange takes nothing away that a machine has: after a dossier was assigned to
  /// somebody else, its earlier entries stay here as well.
  mutating func placeNamed() throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT office_sequence, hash, verdict FROM \(WithheldPlaces.withoutEntry)")
    let places = Dictionary(
      rows.map { row in
        let place = (sequence: row[EntryColumn.officeSequence] as Int64, verdict: row[WithheldColumn.verdict] as Data?)
        return (row[WithheldColumn.hash] as Data, place)
      }
    ) { first, _ in first }
    guard !places.isEmpty else { return }
    for entry in try named(by: places) {
      let verdict = try JournalReader.verdict(entry.place.verdict)
      guard let decoded = try? EntryFormat.decodePlaced(entry.bytes) else { continue }
      let hash = entryHash(entry.bytes)
      if let position = entry.position {
        try db.cachedStatement(
          sql: "UPDATE entry SET office_sequence = ?, verdict = ?, delivery = ?, hash = ? WHERE position = ?"
        ).execute(
          arguments: [entry.place.sequence, entry.place.verdict, verdict.delivery, Data(hash), position])
        note(decoded, verdict)
      } else {
        try insert(decoded, entry.bytes, hash, officeSequence: entry.place.sequence, verdict)
        try ForkedEntries.drop(db, Data(decoded.reference.epoch.bytes), decoded.reference.sequence, Data(hash))
      }
    }
  }

  /// The journal comes first. Beside it are the entries of a chain that was set aside because one of them was damaged here.
  private func named(by places: [Data: (sequence: Int64, verdict: Data?)]) throws -> [Named] {
    var found: [Data: Named] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT position, bytes FROM entry WHERE office_sequence IS NULL
        UNION ALL SELECT NULL AS position, bytes FROM forked_entry
        """)
    while let row = try rows.next() {
      let bytes = Array(row[EntryColumn.bytes] as Data)
      let hash = Data(entryHash(bytes))
      guard let place = places[hash], found[hash] == nil else { continue }
      found[hash] = Named(place: place, bytes: bytes, position: row[EntryColumn.position])
    }
    return found.values.sorted { $0.place.sequence < $1.place.sequence }
  }

  /// Keeps entries of others beside the journal that were damaged here and have no place. The order has what was written,
  /// perhaps as a hash that nothing here has; nobody could use the damaged bytes. An entry of which only the hash was damaged
  /// stays, because it may be the last copy, which this desk hands in for its author.
  mutating func setAsideDamaged() throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.position, e.epoch_id, e.sequence, e.dossier, e.bytes, e.hash, d.epoch FROM entry e JOIN device_epoch d
        ON d.id = e.epoch_id WHERE d.is_own = 0 AND e.office_sequence IS NULL
        """)
    var damaged: [Row] = []
    while let row = try rows.next() {
      let bytes = Array(row[EntryColumn.bytes] as Data)
      if entryHash(bytes) != Array(row[EntryColumn.hash] as Data) || (try? EntryFormat.decodePlaced(bytes)) == nil {
        damaged.append(row.copy())
      }
    }
    // The last one of a chain first, because each shows whether the one before is whole.
    damaged.sort { ($0[EntryColumn.sequence] as Int64) > ($1[EntryColumn.sequence] as Int64) }
    for row in damaged {
      let position: Int64 = row[EntryColumn.position]
      noteChange(of: row)
      if let hash = try provenHash(row) {
        try db.execute(sql: "UPDATE entry SET hash = ? WHERE position = ?", arguments: [Data(hash), position])
        continue
      }
      try ForkedEntries.keep(
        db, row[EpochColumn.epoch], row[EntryColumn.sequence], row[EntryColumn.bytes], row[EntryColumn.hash])
      try db.execute(sql: "DELETE FROM entry WHERE position = ?", arguments: [position])
      try db.execute(sql: "DELETE FROM unread_entry WHERE position = ?", arguments: [position])
    }
  }

  /// The hash of bytes that are as they were written: the province has sealed them, or the next entry of the chain names
  /// them. Nil if nothing here shows that.
  private func provenHash(_ row: Row) throws -> [UInt8]? {
    let bytes = Array(row[EntryColumn.bytes] as Data)
    guard (try? EntryFormat.decodePlaced(bytes)) != nil else { return nil }
    let hash = entryHash(bytes)
    if try ForkedEntries.isSealed(db, hash) { return hash }
    let (sequence, epoch): (Int64, Int64) = (row[EntryColumn.sequence], row["epoch_id"])
    return try isFollowed(hash, at: sequence + 1, epoch) ? hash : nil
  }
}
