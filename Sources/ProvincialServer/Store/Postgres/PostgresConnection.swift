import CPostgres

/// One connection to PostgreSQL through libpq. Values go as binary parameters and never into a statement or an error.
///
/// `@unchecked` because libpq's connection is a pointer: the pool gives it to one thread at a time.
final class PostgresConnection: @unchecked Sendable {
  private let connection: OpaquePointer
  private var prepared: [String: String] = [:]

  /// What holds unless the URL says otherwise. Of several hosts the one that takes writes is meant; one that is gone
  /// without a word (no power, no line) is noticed within half a minute, so that the next one is asked.
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

  /// What is acknowledged must be on the primary's disk (and on its synchronous standbys, when it has some).
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

  /// A command without parameters and rows.
  /// - Returns: its tag, e.g. `COMMIT`.
  @discardableResult
  func command(_ sql: String) throws(PostgresFailure) -> String {
    let result = PostgresResult(PQexec(connection, sql))
    try result.check(isAlive: isAlive)
    return result.tag
  }

  /// Runs a statement, prepared at its first use.
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

/// Why PostgreSQL did not do what it was told.
enum PostgresFailure: Error, Hashable {
  /// No server that takes writes can be reached; all hosts have been asked.
  case absent(String)
  /// The connection is gone; nothing of the transaction was kept.
  case lost(String)
  /// It went away while a commit was on its way: whether that was done is not known.
  case commitUnknown
  /// - Parameters:
  ///   - state: SQLSTATE.
  ///   - message: the server's, without values.
  case refused(state: String, message: String)

  /// The same transaction may well go through when it is run again.
  var isWorthAnotherTry: Bool {
    switch self {
    case .lost: true
    case .absent, .commitUnknown: false
    // Serialisation, deadlock, a row that another one inserted in the same moment.
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
