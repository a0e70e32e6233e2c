import Foundation
import GRDB

/// The server's data in one SQLite file, for a pilot, a test or a demo. There is one writer at a time, and every commit
/// is durable.
public final class SQLiteServerStore: ServerStore {
  private let pool: any DatabaseWriter
  /// Nil for a database in memory.
  private let turn: WriteTurn?
  private let isServing: Bool

  /// - Parameters:
  ///   - path: nil for a database in memory.
  ///   - checkpoints: whether this is the serving process, which lets others write first and checkpoints the log. Only
  ///     one process may do so, because Debian 12's SQLite has the WAL-reset bug that was fixed in 3.51.3.
  public init(path: String?, checkpoints: Bool = true) throws(ServerStoreError) {
    isServing = checkpoints
    turn = path.flatMap { WriteTurn(beside: $0) }
    do {
      if let path {
        try Self.makePrivate(path)
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        if !checkpoints { configuration.prepareDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") } }
        let pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL in WAL mode when it opens the database, but acknowledged data must be durable.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        self.pool = pool
      } else {
        pool = try DatabaseQueue()
      }
      if let path { try Self.keepEarlierVersion(pool, path) }
      try write { db in
        let version = try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= Schema.version else { throw ServerStoreError.newerSchema }
        guard version < Schema.version else { return }
        for statement in Schema.statements(after: version, blob: "BLOB", integer: "INTEGER") {
          try db.execute(sql: statement)
        }
        try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
      }
    } catch {
      throw Self.translate(error)
    }
  }

  public var name: String { "sqlite" }

  /// Copies the database of an earlier version beside it before anything is changed, so that an upgrade can be
  /// reverted.
  private static func keepEarlierVersion(_ pool: any DatabaseWriter, _ path: String) throws {
    // The writing connection is used, because a reading connection opened so early would prevent the checkpoint at the
    // end.
    let version = try pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard version > 0, version < Schema.version else { return }
    let copy = path + ".version-\(version)"
    guard !FileManager.default.fileExists(atPath: copy) else { return }
    try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
  }

  public func transaction<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value {
    do {
      return try write { try body(SQLiteTransaction(db: $0)) }
    } catch let error as DatabaseError {
      throw Self.translate(error)
    }
  }

  public func read<Value>(_ body: (any ServerTransaction) throws -> Value) throws -> Value {
    do {
      return try pool.read { try body(SQLiteTransaction(db: $0)) }
    } catch let error as DatabaseError {
      throw Self.translate(error)
    }
  }

  public func cluster() -> DatabaseCluster? { nil }

  public func close() {
    try? pool.close()
  }

  /// Restricts the file to the server's user, because it contains people's data. SQLite gives the files beside it the
  /// same permissions.
  private static func makePrivate(_ path: String) throws(ServerStoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    // A read-only database is opened too; it fails when something is written.
    guard descriptor >= 0 else {
      guard access(path, R_OK) == 0 else { throw .unreachable("\(path) cannot be opened") }
      return
    }
    defer { Glibc.close(descriptor) }
    for file in [path, path + "-wal", path + "-shm"] { chmod(file, 0o600) }
  }

  private func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let turn else { return try pool.write(body) }
    guard isServing else { return try turn.hold { try pool.write(body) } }
    return try pool.writeWithoutTransaction { db in
      turn.letOthersGo()
      var value: Value?
      try db.inTransaction(.immediate) {
        value = try body(db)
        return .commit
      }
      guard let value else { throw ServerStoreError.refused("transaction") }
      return value
    }
  }

  private static func translate(_ error: any Error) -> ServerStoreError {
    guard let error = error as? DatabaseError else { return error as? ServerStoreError ?? .refused("\(error)") }
    return switch error.resultCode {
    case .SQLITE_FULL: .diskFull
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: .diskFull
    case .SQLITE_READONLY: .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: .contended
    case .SQLITE_CANTOPEN: .unreachable(error.message ?? "")
    default: .refused(error.message ?? "\(error.resultCode)")
    }
  }
}

private struct SQLiteTransaction: ServerTransaction {
  let db: Database

  var lockingClause: String { "" }

  func rows(_ sql: String, _ arguments: [ServerValue]) throws -> [ServerRow] {
    let statement = try db.cachedStatement(sql: sql)
    return try Row.fetchAll(statement, arguments: Self.bound(arguments)).map { row in
      ServerRow(row.databaseValues.map(Self.value))
    }
  }

  func run(_ sql: String, _ arguments: [ServerValue]) throws -> Int {
    try db.cachedStatement(sql: sql).execute(arguments: Self.bound(arguments))
    return db.changesCount
  }

  /// To SQLite, `$1 …` are named parameters; GRDB binds them by name.
  private static func bound(_ arguments: [ServerValue]) -> StatementArguments {
    var named: [String: (any DatabaseValueConvertible)?] = [:]
    for (index, value) in arguments.enumerated() {
      let bound: (any DatabaseValueConvertible)? =
        switch value {
        case .null: nil
        case .integer(let number): number
        case .text(let text): text
        case .blob(let bytes): Data(bytes)
        }
      named.updateValue(bound, forKey: "\(index + 1)")
    }
    return StatementArguments(named)
  }

  private static func value(_ value: DatabaseValue) -> ServerValue {
    switch value.storage {
    case .null: .null
    case .int64(let number): .integer(number)
    case .double(let number): .integer(Int64(number))
    case .string(let text): .text(text)
    case .blob(let data): .blob(Array(data))
    }
  }
}
