import ProvincialServer

/// A backup of a whole database of either kind, and its restore.
public struct StoreCopy: Sendable {
  private let tables: [(name: String, rows: [ServerRow])]

  public init(_ store: any ServerStore) throws {
    let list =
      store.name == "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
      : "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
    tables = try store.read { transaction in
      try transaction.rows(list, []).map { row in
        let name = try row.text(0)
        return (name, try transaction.rows("SELECT * FROM \(name)", []))
      }
    }
  }

  public func restore(_ store: any ServerStore) throws {
    try store.transaction { transaction in
      for (name, rows) in tables {
        try transaction.run("DELETE FROM \(name)", [])
        for row in rows {
          let places = row.values.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
          try transaction.run("INSERT INTO \(name) VALUES (\(places))", row.values)
        }
      }
    }
  }
}
