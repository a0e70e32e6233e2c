import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Entries of kinds that the program did not know when they arrived. They are stored raw and folded after an upgrade.
enum UnreadEntries {
  enum Columns: String, ColumnExpression {
    case kind, revision
  }

  /// An entry that this version should be able to read is not noted, because an upgrade would not make it readable.
  static func note(_ db: Database, _ kind: UInt32, _ revision: UInt32, at position: Int64) throws {
    guard !EntryFormat.knows(kind: kind, revision: revision) else { return }
    try db.execute(
      sql: "INSERT OR IGNORE INTO unread_entry VALUES (?, ?, ?)", arguments: [position, kind, revision])
  }
}

extension ExchangeStore {
  /// Folds the entries that this newer version can read now, and does what they say of scans and papers.
  /// - Returns: the number of entries that have become readable.
  @discardableResult
  public func readNewKinds() throws(StoreError) -> Int {
    let readable = try read(Self.readableKinds)
    guard !readable.isEmpty else { return 0 }
    let (count, erased) = try write.many { db in
      var count = 0
      var erased: [BlobHash] = []
      var dossiers: Set<DossierID> = []
      for (kind, revision) in readable {
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT e.dossier, e.bytes, e.verdict FROM unread_entry u JOIN entry e ON e.position = u.position
            WHERE u.kind = ? AND u.revision = ?
            """, arguments: [kind, revision])
        count += rows.count
        dossiers.formUnion(rows.compactMap { ($0[EntryColumn.dossier] as Data?).flatMap { DossierID(bytes: $0) } })
        erased += try rows.flatMap { try Self.noteScans(db, $0) }
        try db.execute(
          sql: "DELETE FROM unread_entry WHERE kind = ? AND revision = ?", arguments: [kind, revision])
      }
      for id in dossiers {
        guard let dossier = try JournalReader.dossier(db, id) else { continue }
        _ = try DossierProjection.replace(db, dossier, searchLimit: .max)
      }
      try OfficeProjection.rebuild(db)
      return (count, erased)
    }
    if !erased.isEmpty {
      folder.remove(erased)
      try write.emptyLog()
    }
    return count
  }

  /// - Returns: the sealed files to remove once the transaction is durable.
  private static func noteScans(_ db: Database, _ row: Row) throws -> [BlobHash] {
    // An entry that counts has no verdict here.
    guard row[EntryColumn.verdict] as Data? == nil,
      let entry = try? EntryFormat.decodePlaced(Array(row[EntryColumn.bytes] as Data)), let dossier = entry.dossier,
      case .dossier(let action) = entry.content
    else { return [] }
    return try BlobTable.note(db, action, of: dossier, at: entry.at)
  }

  /// Whether there are entries that an earlier version could not read and this one can.
  static func hasReadableEntries(_ db: Database) throws -> Bool { try !readableKinds(db).isEmpty }

  private static func readableKinds(_ db: Database) throws -> [(kind: UInt32, revision: UInt32)] {
    try Row.fetchAll(db, sql: "SELECT DISTINCT kind, revision FROM unread_entry").map { row in
      (kind: row[UnreadEntries.Columns.kind] as UInt32, revision: row[UnreadEntries.Columns.revision] as UInt32)
    }.filter { EntryFormat.knows(kind: $0.kind, revision: $0.revision) }
  }
}
