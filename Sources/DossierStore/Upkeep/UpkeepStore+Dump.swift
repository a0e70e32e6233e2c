import GRDB

extension UpkeepStore {
  /// The tables that are computed from the journal, each with the key of its rows. Row numbers are left out, because
  /// they depend on the order in which dossiers arrived here. The lists of the search index are computed from
  /// `search_doc`, and `verify` compares them with it.
  private static let dumped: [(name: String, rows: String, key: String)] = [
    ("absence", "absence", "clerk, first"), ("clerk", "clerk", "id"), ("decided_day", "decided_day", "date"),
    ("dossier", "dossier", "id"),
    ("dossier_code", ofDossier("dossier_code"), "code, dossier_id"), ("office", "office", "only"),
    ("search_confidential", ofDossier("search_confidential"), "dossier_id"),
    ("search_doc", ofDossier("search_doc"), "dossier_id"),
    ("tally", "(SELECT * FROM tally WHERE n <> 0)", "bucket, assignee, decision, handed, due_day"),
  ]

  private static func ofDossier(_ table: String) -> String {
    "(SELECT d.id AS dossier_id, t.* FROM \(table) t JOIN dossier d ON d.rid = t.rid)"
  }

  /// The canonical dump of the projections, in slices: each table ordered by key, one line per row. Two stores with
  /// equal journals have equal dumps, whatever their history.
  public func canonicalDump(_ line: (String) -> Void) throws(StoreError) {
    for (name, rows, key) in Self.dumped {
      var last: [DatabaseValue]?
      repeat {
        let slice = try read { try Self.slice($0, of: rows, key: key, after: last) }
        for row in slice {
          let values = row.filter { $0.0 != "rid" }.map { $0.1.description }
          line(([name] + values).joined(separator: "|"))
        }
        let keys = key.split(separator: ", ").map { String($0) }
        last = slice.last.map { row in keys.map { row[$0] } }
      } while last != nil
    }
  }

  private static func slice(
    _ db: Database, of rows: String, key: String, after last: [DatabaseValue]?
  ) throws -> [Row] {
    let condition = last.map { "WHERE (\(key)) > (\($0.map { _ in "?" }.joined(separator: ", ")))" } ?? ""
    return try Row.fetchAll(
      db, sql: "SELECT * FROM \(rows) \(condition) ORDER BY \(key) LIMIT 2000",
      arguments: StatementArguments(last ?? []))
  }
}
