import Dispatch
import Synchronization

/// The server's data in a PostgreSQL database that several server processes share. A URL may name several hosts: if the
/// primary fails, libpq finds the one that took over.
public final class PostgresServerStore: ServerStore {
  private let url: String
  private let idle = Mutex<[PostgresConnection]>([])
  private let room: DispatchSemaphore
  /// How often a transaction is tried in all.
  private static let attempts = 5

  /// - Parameter connections: the limit; a thread that needs one more waits.
  public init(url: String, connections: Int = 4) throws(ServerStoreError) {
    self.url = url
    room = DispatchSemaphore(value: connections)
    do {
      try transaction(Self.migrate)
    } catch {
      throw error as? ServerStoreError ?? .refused("\(error)")
    }
  }

  public var name: String { "postgresql" }

  /// Several processes may start on an empty database at the same time: one creates the tables, the others wait.
  private static func migrate(_ transaction: any ServerTransaction) throws {
    _ = try transaction.rows("SELECT pg_advisory_xact_lock(7083517)", [])
    let isEmpty = try transaction.rows("SELECT to_regclass('meta') IS NULL", []).first?.integer(0) == 1
    let version =
      isEmpty
      ? 0 : try transaction.rows("SELECT value FROM meta WHERE name = 'schema'", []).first?.blob(0).first ?? 0
    guard Int64(version) <= Schema.version else { throw ServerStoreError.newerSchema }
    guard Int64(version) < Schema.version else { return }
    for statement in Schema.statements(after: Int64(version), blob: "BYTEA", integer: "BIGINT") {
      try transaction.run(statement, [])
    }
    try transaction.run(
      "INSERT INTO meta (name, value) VALUES ('schema', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [.blob([UInt8(clamping: Schema.version)])])
  }

  public func transaction<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value {
    try again("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", locking: " FOR UPDATE", body)
  }

  public func read<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value {
    try again("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", locking: "", body)
  }

  /// Nil if this database user lacks the permission.
  public func cluster() throws -> DatabaseCluster? {
    do {
      let row = try read { transaction in
        try transaction.rows(
          """
          SELECT CAST(system_identifier AS TEXT), CAST(pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS BIGINT)
          FROM pg_control_system()
          """, []
        ).first
      }
      return try row.map { DatabaseCluster(identifier: try $0.text(0), position: try $0.integer(1)) }
    } catch ServerStoreError.refused {
      return nil
    }
  }

  public func close() {
    idle.withLock { $0 = [] }
  }

  private func again<Value>(
    _ beginning: String, locking: String, _ body: (any ServerTransaction) throws -> Value
  ) throws -> Value {
    var attempt = 1
    while true {
      do {
        return try once(beginning, locking, body)
      } catch let failure as PostgresFailure {
        guard failure.isWorthAnotherTry, attempt < Self.attempts else { throw failure.storeError }
        // If one connection was lost, the other pooled ones of the same age are closed too.
        if case .lost = failure { close() }
        attempt += 1
      }
    }
  }

  private func once<Value>(
    _ beginning: String, _ locking: String, _ body: (any ServerTransaction) throws -> Value
  ) throws -> Value {
    room.wait()
    defer { room.signal() }
    let connection = try idle.withLock { $0.popLast() } ?? PostgresConnection(url: url)
    defer { if connection.isAlive { idle.withLock { $0.append(connection) } } }
    try connection.command(beginning)
    do {
      let value = try body(PostgresTransaction(connection: connection, lockingClause: locking))
      try commit(connection)
      return value
    } catch {
      if connection.isAlive { _ = try? connection.command("ROLLBACK") }
      throw error
    }
  }

  private func commit(_ connection: PostgresConnection) throws(PostgresFailure) {
    let tag: String
    do {
      tag = try connection.command("COMMIT")
    } catch {
      if case .lost = error { throw .commitUnknown }
      throw error
    }
    guard tag == "COMMIT" else { throw .refused(state: "40001", message: "not committed") }
  }
}

private struct PostgresTransaction: ServerTransaction {
  let connection: PostgresConnection
  let lockingClause: String

  func rows(_ sql: String, _ arguments: [ServerValue]) throws -> [ServerRow] {
    try connection.rows(sql, arguments).rows
  }

  @discardableResult
  func run(_ sql: String, _ arguments: [ServerValue]) throws -> Int { try connection.rows(sql, arguments).changed }
}
