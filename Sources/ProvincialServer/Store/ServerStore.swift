/// The database of the server: one SQLite file, or a PostgreSQL database shared by several processes. Both support one
/// dialect (parameters `$1 …`, `ON CONFLICT`, no special functions), so that every statement exists once, above this
/// protocol.
///
/// All functions block, so call them off the event loops. They may be called from any thread.
public protocol ServerStore: Sendable {
  /// Runs `body` in one transaction. It commits durably when `body` returns, and rolls back when it throws; the error
  /// of `body` is rethrown. A transaction that failed because of another one (deadlock, serialisation, a primary that
  /// failed before the commit) is run again a few times, so `body` must have no effect besides its statements.
  func transaction<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value
  /// Reads one snapshot of the data.
  func read<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value
  /// `sqlite` or `postgresql`, for logs and metrics.
  var name: String { get }
  /// The database cluster and how far it has written; nil for a file, or if the database does not report it.
  func cluster() throws -> DatabaseCluster?
  func close()
}

/// A PostgreSQL cluster, and how far it has written.
public struct DatabaseCluster: Hashable, Codable, Sendable {
  /// The same for a primary and its standbys; a database loaded from a dump has another one.
  public var identifier: String
  /// The position in its write-ahead log in bytes.
  public var position: Int64

  public init(identifier: String, position: Int64) {
    self.identifier = identifier
    self.position = position
  }
}

public protocol ServerTransaction {
  /// Runs a statement and returns its rows.
  func rows(_ sql: String, _ arguments: [ServerValue]) throws -> [ServerRow]
  /// Runs a statement and returns the number of changed rows.
  @discardableResult
  func run(_ sql: String, _ arguments: [ServerValue]) throws -> Int
  /// Appended to a SELECT to lock its rows until the end of the transaction: ` FOR UPDATE`, or nothing if there is only
  /// one writer.
  var lockingClause: String { get }
}

public enum ServerValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

/// A row, read by position.
public struct ServerRow: Hashable, Sendable {
  public var values: [ServerValue]

  public init(_ values: [ServerValue]) {
    self.values = values
  }

  public func integer(_ column: Int) throws(ServerStoreError) -> Int64 {
    guard values.indices.contains(column), case .integer(let value) = values[column] else {
      throw .unexpectedRow(column: column)
    }
    return value
  }

  public func optionalInteger(_ column: Int) throws(ServerStoreError) -> Int64? {
    guard values.indices.contains(column) else { throw .unexpectedRow(column: column) }
    if case .null = values[column] { return nil }
    return try integer(column)
  }

  public func text(_ column: Int) throws(ServerStoreError) -> String {
    guard values.indices.contains(column), case .text(let value) = values[column] else {
      throw .unexpectedRow(column: column)
    }
    return value
  }

  public func blob(_ column: Int) throws(ServerStoreError) -> [UInt8] {
    guard values.indices.contains(column), case .blob(let value) = values[column] else {
      throw .unexpectedRow(column: column)
    }
    return value
  }

  public func optionalBlob(_ column: Int) throws(ServerStoreError) -> [UInt8]? {
    guard values.indices.contains(column) else { throw .unexpectedRow(column: column) }
    if case .null = values[column] { return nil }
    return try blob(column)
  }
}

/// Why the store could not do what was asked. Nothing of the transaction was kept.
public enum ServerStoreError: Error, Hashable, Sendable {
  case unreachable(String)
  case diskFull
  case readOnly
  /// The transaction failed repeatedly because of other transactions.
  case contended
  case unexpectedRow(column: Int)
  /// A statement was refused; the text is the database's own, without values.
  case refused(String)
  case newerSchema
}
