import DossierDomain
import Foundation
import GRDB
import JournalFormat

extension UpkeepStore {
  /// The setting that marks a rebuild that was begun and not finished.
  static let rebuildMark = "rebuild"
  private static let slice = 2000

  /// Computes every projection again from the journal: rows, codes, tally, search, clerks, settings.
  ///
  /// It works in slices of one transaction each, so that the log stays small. If it is interrupted, the next process
  /// that opens the data reports it, and the next call begins again. The journal is only read.
  /// - Parameter progress: the entries read so far, and all.
  /// - Throws: `.damaged` if an entry cannot be read; nothing was changed then.
  public func rebuild(progress: (_ done: Int64, _ all: Int64) -> Void = { _, _ in }) throws(StoreError) {
    try read(Self.requireReadable)
    let last: Int64 = try write { db in
      try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, 'begun')", arguments: [Self.rebuildMark])
      for table in Migrations.projectionTables { try db.execute(sql: "DELETE FROM \(table)") }
      try SearchIndex.clear(db)
      try OfficeProjection.rebuild(db)
      return try Int64.fetchOne(db, sql: "SELECT max(position) FROM entry") ?? 0
    }
    var position: Int64 = 0
    while position < last {
      position = try write.many { try Self.project($0, after: position) } ?? last
      progress(position, last)
    }
    var folded: Data? = Data()
    while let last = folded { folded = try write.many { try Self.projectFolded($0, after: last) } }
    try settleSearch()
    while try refold(slice: Self.slice) {}
    try write { try $0.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [Self.rebuildMark]) }
  }

  private static func requireReadable(_ db: Database) throws {
    let entries = try Row.fetchCursor(db, sql: "SELECT position, bytes FROM entry ORDER BY position")
    while let row = try entries.next() {
      guard (try? EntryFormat.decodeTrusted(Array(row[EntryColumn.bytes] as Data))) != nil else {
        throw StoreError.damaged("entry \(row[EntryColumn.position] as Int64)")
      }
    }
  }

  /// Whether the last rebuild was interrupted, or another process is running one.
  public func hasUnfinishedRebuild() throws(StoreError) -> Bool {
    try read { db in
      try Bool.fetchOne(db, sql: "SELECT 1 FROM setting WHERE name = ?", arguments: [Self.rebuildMark]) == true
    }
  }

  /// - Returns: the position of the last entry of the slice; nil at the end.
  private static func project(_ db: Database, after position: Int64) throws -> Int64? {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT position, bytes FROM entry WHERE position > ? ORDER BY position LIMIT ?"),
      arguments: [position, slice])
    for row in rows {
      let entry = try EntryFormat.decodeTrusted(Array(row[EntryColumn.bytes] as Data))
      guard let id = entry.dossier, let rid = try rid(of: id, db) else { continue }
      if let code = entry.recorded?.action.namedCode { try DossierProjection.keep(code, of: rid, db) }
    }
    return rows.last.map { $0[EntryColumn.position] }
  }

  /// - Returns: the last dossier of the slice; nil at the end.
  private static func projectFolded(_ db: Database, after last: Data) throws -> Data? {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT dossier, bytes FROM folded WHERE dossier > ? ORDER BY dossier LIMIT ?"),
      arguments: [last, slice])
    for row in rows {
      let folded = try FoldedFormat.decodeTrusted(Array(row[FoldedDossiers.Columns.bytes] as Data))
      guard let rid = try rid(of: folded.dossier.id, db) else { continue }
      for code in folded.namedCodes { try DossierProjection.keep(code, of: rid, db) }
    }
    return rows.last.map { $0[FoldedDossiers.Columns.dossier] }
  }

  /// The row of the dossier. It is made from the whole history when its first entry is read.
  private static func rid(of id: DossierID, _ db: Database) throws -> Int64? {
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT rid FROM dossier WHERE id = ?"), arguments: [Data(id.bytes)])
    if let known { return known }
    guard let dossier = try JournalReader.dossier(db, id) else { return nil }
    return try DossierProjection.replace(db, dossier, searchLimit: .max)
  }
}
