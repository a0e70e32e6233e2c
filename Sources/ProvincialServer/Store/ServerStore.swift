/// Where the server keeps everything: one SQLite file, or a PostgreSQL shared by several processes. Both speak one
/// dialect: parameters `$1 …`, `ON CONFLICT`, no functions of their own; so every statement exists once, above this
/// protocol.
///
/// All functions block: call them off the event loops. Safe to call from any thread.
public protocol ServerStore: Sendable {
  /// Runs `body` in one transaction; commits when it returns, durably, and rolls back when it throws. What is thrown by
  /// `body` comes out as it is. A transaction that lost against another one (deadlock, serialisation, a failing primary
  /// before commit) is run again a few times, so `body` must have no other effect than its statements.
  func transaction<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value
  /// Reads one moment of the data.
  func read<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value
  /// `sqlite` or `postgresql`, for logs and metrics.
  var name: String { get }
  /// Which database cluster it is, and how far it has written; nil for a file, or when the database does not say.
  func cluster() throws -> DatabaseCluster?
  func close()
}

/// A PostgreSQL cluster, and how far it has written.
public struct DatabaseCluster: Hashable, Codable, Sendable {
  /// The same for a primary and its standbys; another one for a database that was loaded from a dump.
  public var identifier: String
  /// Bytes of its write-ahead log.
  public var position: Int64

  public init(identifier: String, position: Int64) {
    self.identifier = identifier
    self.position = position
  }
}

public protocol ServerTransaction {
  /// Runs a statement and returns its rows.
  func rows(_ sql: String, _ arguments: [ServerValue]) throws -> [ServerRow]
  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  func run(_ sql: String, _ arguments: [ServerValue]) throws -> Int
  /// Appended to a SELECT to keep other transactions from changing its rows until the end: ` FOR UPDATE`, or nothing
  /// where a writer is alone anyway.
  var lockingClause: String { get }
}

public enum ServerValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

/// A row by position.
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
  /// Lost against other transactions again and again.
  case contended
  case unexpectedRow(column: Int)
  /// A statement was refused: the database's own text, without values.
  case refused(String)
  case newerSchema
}
