import CPostgres

/// One connection to PostgreSQL through libpq. Values are sent as binary parameters and never become part of a
/// statement or an error.
///
/// It is `@unchecked` because libpq's connection is a pointer: the pool gives it to one thread at a time.
final class PostgresConnection: @unchecked Sendable {
  private let connection: OpaquePointer
  private var prepared: [String: String] = [:]

  /// The defaults, unless the URL overrides them. Of several hosts the writable one is chosen. A host that is gone
  /// without notice (no power, no network) is detected within half a minute, so that the next one is tried.
  private static let defaults = [
    ("target_session_attrs", "read-write"), ("connect_timeout", "5"), ("keepalives_idle", "10"),
    ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
  ]

  /// - Parameter url: `postgresql://…`, or libpq's `key=value` form.
  init(url: String) throws(PostgresFailure) {
    let parameters = Self.defaults + [("dbname", url)]
    let opened = CStrings(parameters.map(\.0)).withPointers { names in
      CStrings(parameters.map(\.1)).withPointers { values in PQconnectdbParams(names, values, 1) }
    }
    guard let opened else { throw .absent("no memory") }
    connection = opened
    guard PQstatus(connection) == CONNECTION_OK else {
      throw .absent(String(cString: PQerrorMessage(connection)).trimmedLine)
    }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    try prepareSession()
  }

  deinit { PQfinish(connection) }

  /// Acknowledged data must be on the primary's disk (and on its synchronous standbys, if it has some).
  private func prepareSession() throws(PostgresFailure) {
    for setting in [
      "synchronous_commit = on", "client_encoding = 'UTF8'", "statement_timeout = '60s'", "lock_timeout = '20s'",
      "idle_in_transaction_session_timeout = '60s'", "bytea_output = 'hex'",
    ] { try command("SET \(setting)") }
    guard case .text("on")? = try rows("SHOW synchronous_commit", []).rows.first?.values.first else {
      throw .refused(state: "", message: "synchronous_commit cannot be switched on")
    }
  }

  var isAlive: Bool { PQstatus(connection) == CONNECTION_OK }

  /// Runs a command without parameters and rows.
  /// - Returns: its command tag, such as `COMMIT`.
  @discardableResult
  func command(_ sql: String) throws(PostgresFailure) -> String {
    let result = PostgresResult(PQexec(connection, sql))
    try result.check(isAlive: isAlive)
    return result.tag
  }

  /// Runs a statement; it is prepared at its first use.
  func rows(
    _ sql: String, _ arguments: [ServerValue]
  ) throws(PostgresFailure) -> (rows: [ServerRow], changed: Int) {
    let name = try preparedName(of: sql)
    let parameters = PostgresParameters(arguments)
    let result = parameters.withPointers { values, lengths, formats in
      PostgresResult(
        PQexecPrepared(connection, name, Int32(arguments.count), values, lengths, formats, 1))
    }
    try result.check(isAlive: isAlive)
    return (try result.rows(), result.changed)
  }

  private func preparedName(of sql: String) throws(PostgresFailure) -> String {
    if let name = prepared[sql] { return name }
    let name = "s\(prepared.count)"
    try PostgresResult(PQprepare(connection, name, sql, 0, nil)).check(isAlive: isAlive)
    prepared[sql] = name
    return name
  }
}

/// Why PostgreSQL did not run a command.
enum PostgresFailure: Error, Hashable {
  /// No writable server can be reached; all hosts have been tried.
  case absent(String)
  /// The connection is lost; nothing of the transaction was kept.
  case lost(String)
  /// The connection was lost during a commit, so it is not known whether the commit succeeded.
  case commitUnknown
  /// - Parameters:
  ///   - state: SQLSTATE.
  ///   - message: the server's message, without values.
  case refused(state: String, message: String)

  /// Whether the same transaction may succeed if it is run again.
  var isWorthAnotherTry: Bool {
    switch self {
    case .lost: true
    case .absent, .commitUnknown: false
    // Serialisation failure, deadlock, or a row that another transaction inserted at the same time.
    case .refused(let state, _): ["40001", "40P01", "23505"].contains(state)
    }
  }

  var storeError: ServerStoreError {
    switch self {
    case .absent(let text), .lost(let text): .unreachable(text)
    case .commitUnknown: .unreachable("commit")
    case .refused(let state, let message):
      switch state {
      case "40001", "40P01", "55P03", "57014": .contended
      case "53100": .diskFull
      case "25006": .readOnly
      case let state where state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("53"):
        .unreachable(message)
      default: .refused("\(state) \(message)")
      }
    }
  }
}

extension String {
  fileprivate var trimmedLine: String { String(split(separator: "\n").first ?? "") }
}
