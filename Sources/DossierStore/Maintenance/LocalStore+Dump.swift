import GRDB

extension LocalStore {
  /// Tables that are derived from the journal, each with its key. The lists of the search are derived from `search_doc`
  /// and compared with it by `verify`.
  private static let dumped = [
    ("absence", "clerk, first"), ("clerk", "id"), ("dossier", "rid"), ("dossier_code", "code, rid"), ("office", "only"),
    ("search_confidential", "rid"), ("search_doc", "rid"), ("tally", "bucket, assignee, decision, due_day"),
  ]

  /// The canonical dump of the projections: each table ordered by key, a line a row, in slices. Two stores with one journal
  /// have equal dumps, however they came to it.
  public func canonicalDump(_ line: (String) -> Void) throws(StoreError) {
    for (table, key) in Self.dumped {
      var last: [DatabaseValue]?
      repeat {
        let slice = try read { try Self.slice($0, of: table, key: key, after: last) }
        for row in slice {
          line(([table] + row.databaseValues.map(\.description)).joined(separator: "|"))
        }
        let keys = key.split(separator: ", ").map { String($0) }
        last = slice.last.map { row in keys.map { row[$0] } }
      } while last != nil
    }
  }

  private static func slice(
    _ db: Database, of table: String, key: String, after last: [DatabaseValue]?
  ) throws -> [Row] {
    var conditions: [String] = []
    if let last { conditions.append("(\(key)) > (\(last.map { _ in "?" }.joined(separator: ", ")))") }
    // A count that went back to nothing is no count.
    if table == "tally" { conditions.append("n <> 0") }
    let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    return try Row.fetchAll(
      db, sql: "SELECT * FROM \(table) \(condition) ORDER BY \(key) LIMIT 2000",
      arguments: StatementArguments(last ?? []))
  }
}
