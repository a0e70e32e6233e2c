import DossierDomain
import Foundation
import GRDB
import Synchronization

/// The tries of sessions that cannot write the data, because another window does: of a second window, and of commands
/// that only read. They are in a small file beside the data, so that they count whichever process makes them. A record
/// there continues from the clerk's record in the data and holds until that one changes; the window that writes the
/// data continues from it in the same way. If the disk takes nothing more, they are counted in memory. Safe to use from
/// any thread.
final class TriesBesideData: Sendable {
  static let fileName = "sign-in-tries.sqlite"

  /// What was counted beside the data.
  struct Tried {
    /// The record in the data from which it continues.
    var basis: String
    var failures: Int
    var failedAt: Int64
    var wait: Int64
  }

  /// The clerk's record in the data as one text.
  static let basis = "hex(salt) || hex(digest) || ' ' || failures || ' ' || failed_at || ' ' || wait"

  private let path: String
  private let isInMemory: Bool
  private let held = Mutex<DatabaseQueue?>(nil)

  init(folder: String, isInMemory: Bool) {
    path = folder + "/" + Self.fileName
    self.isInMemory = isInMemory
  }

  /// Checks a PIN of a session that cannot write the data. One process after another does it.
  /// - Parameter record: reads the clerk's record in the data, with its `basis`.
  func count<Value>(
    _ clerk: ClerkID, _ record: () throws -> Row?, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try Self.count(clerk, record, in: queue(), body)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      do { return try Self.count(clerk, record, in: memory(), body) } catch { throw StoreError(error) }
    } catch let error as DatabaseError where Self.isDamage(error) {
      do { return try Self.count(clerk, record, in: anew(), body) } catch { throw StoreError(error) }
    } catch {
      throw StoreError(error)
    }
  }

  /// Checks a PIN in the window that writes the data. No other process counts a try meanwhile.
  func before<Value>(
    _ clerk: ClerkID, _ body: (Tried?) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    // Nobody was refused the data because of a file that holds nothing but tries.
    guard !isInMemory, RawFile.exists(path), let queue = try? readable(clerk) else { return try body(nil) }
    do { return try queue.write { db in try body(try Self.tried(db, clerk)) } } catch { throw StoreError(error) }
  }

  /// The file, or a new one if the page with the clerk's tries is damaged, which shows only when it is read.
  private func readable(_ clerk: ClerkID) throws -> DatabaseQueue {
    let queue = try queue()
    do {
      _ = try queue.read { try Self.tried($0, clerk) }
      return queue
    } catch let error as DatabaseError where Self.isDamage(error) {
      return try anew()
    }
  }

  private static func count<Value>(
    _ clerk: ClerkID, _ record: () throws -> Row?, in queue: DatabaseQueue, _ body: (Database) throws -> Value
  ) throws -> Value {
    try queue.write { db in
      let record = try record()
      if try tried(db, clerk)?.basis != record?["basis"] {
        try db.execute(sql: "DELETE FROM sign_in WHERE clerk = ?", arguments: [Data(clerk.bytes)])
        try db.execute(sql: "DELETE FROM basis WHERE clerk = ?", arguments: [Data(clerk.bytes)])
        if let record {
          let values = StatementArguments(record.databaseValues.prefix(6))
          try db.execute(sql: "INSERT INTO sign_in VALUES (?, ?, ?, ?, ?, ?)", arguments: values)
          try db.execute(
            sql: "INSERT INTO basis VALUES (?, ?)", arguments: [Data(clerk.bytes), record["basis"] as String?])
        }
      }
      return try body(db)
    }
  }

  private static func tried(_ db: Database, _ clerk: ClerkID) throws -> Tried? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT record, failures, failed_at, wait FROM sign_in JOIN basis USING (clerk) WHERE clerk = ?
        """, arguments: [Data(clerk.bytes)]
    ).map { Tried(basis: $0["record"], failures: $0["failures"], failedAt: $0["failed_at"], wait: $0["wait"]) }
  }

  // MARK: The file

  private func queue() throws -> DatabaseQueue {
    try held.withLock { held in
      if let held { return held }
      let queue = try isInMemory ? Self.prepared(DatabaseQueue()) : file()
      held = queue
      return queue
    }
  }

  /// From now on tries are counted in memory.
  private func memory() throws -> DatabaseQueue {
    let queue = try Self.prepared(DatabaseQueue())
    held.withLock { $0 = queue }
    return queue
  }

  private func file() throws -> DatabaseQueue {
    do {
      return try open()
    } catch let error as DatabaseError where Self.isDamage(error) {
      RawFile.remove(path)
      return try open()
    }
  }

  /// Begins a new file in place of a damaged one.
  private func anew() throws -> DatabaseQueue {
    held.withLock { $0 = nil }
    if !isInMemory { RawFile.remove(path) }
    return try queue()
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
  }

  private func open() throws -> DatabaseQueue {
    // SQLite would give a new file the rights of the process.
    try RawFile.open(path, O_WRONLY | O_CREAT).close()
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    return try Self.prepared(DatabaseQueue(path: path, configuration: configuration))
  }

  private static func prepared(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    try queue.write { db in
      guard try !db.tableExists("sign_in") else { return }
      try SignIn.createSchema(db)
      try db.execute(
        sql: "CREATE TABLE basis (clerk BLOB PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID")
    }
    return queue
  }
}
