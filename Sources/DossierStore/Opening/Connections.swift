import GRDB
import Synchronization

// The store has three connections. A part of it holds those that it may use, and calls them: `try read { db in … }`.

/// Readers see one moment each and wait for no writer.
struct ReadingConnection: Sendable {
  let connection: LazyConnection
  let folder: String

  /// All statements of one reading see one moment of the database.
  func callAsFunction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try connection.queue().read(body) } catch { throw StoreError(error, in: folder) }
  }

  /// A connection for one long reading, which nobody has to wait for. Who asked for it gives it to `SpentConnections`.
  func another() throws -> DatabaseQueue { try connection.another() }
}

/// Search has a connection of its own, so that a newer key interrupts nothing but the older search.
struct SearchConnection: Sendable {
  let connection: LazyConnection

  /// One moment, too.
  func callAsFunction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try connection.queue().read(body) } catch { throw StoreError(error) }
  }

  /// Interrupts what runs now.
  func interrupt() { connection.opened?.interrupt() }
}

/// The connection of decisions; it cannot write where one only looks on.
struct WritingConnection: Sendable {
  let database: DatabaseQueue
  /// Nil where one only looks on.
  let files: OpenFiles?
  let folder: String
  let end = OrdinaryEnd()

  var isAllowed: Bool { files != nil }

  /// One transaction.
  func callAsFunction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try files?.check()
    let value: Value
    do {
      value = try database.write { db in
        try end.look(db)
        return try body(db)
      }
    } catch {
      throw StoreError(error, in: folder)
    }
    // What was written into files that nobody will find again is given out to nobody: no code, no "done".
    try files?.check()
    return value
  }

  /// A reading by the connection of decisions, while nobody else works: spares the start a second connection.
  func readAlone<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    let value: Value
    do { value = try database.read(body) } catch { throw StoreError(error, in: folder) }
    // The log is in use from here on.
    try files?.check()
    return value
  }

  /// A transaction over very many rows, in a series that `settle` ends: with room for the indexes' pages, and with one fold of
  /// the search at most.
  func many<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try self { db in
      try db.execute(sql: "PRAGMA cache_size = -128000")
      let value = try body(db)
      try SearchIndex.foldWhenDue(db, 20_000)
      return value
    }
  }

  /// Ends bulk work: folds what the search index keeps aside and gives the memory back.
  func settle() throws(StoreError) {
    try self { db in
      try SearchIndex.fold(db)
      try db.execute(sql: "PRAGMA cache_size = -6000")
    }
  }

  /// Removes the older pages of the write-ahead log, which still hold what was overwritten.
  func emptyLog() throws(StoreError) {
    do {
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch {
      // A reader that is at it keeps the log for a moment; the next commit's checkpoint empties it.
      if case .busy = StoreError(error) { return }
      throw StoreError(error)
    }
  }

  /// Writes down how the work ended, and brings the log into the file. Nothing where one only looks on, and nothing when what
  /// is under the name now is not this database: it stays as it is.
  func close() {
    if files?.isDatabaseThere == true {
      try? database.write { try end.record($0) }
      try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    try? database.close()
  }
}

/// A connection that only reads, opened when it is first needed. Safe to use from any thread.
final class LazyConnection: Sendable {
  private let path: String
  /// Apart from opening, which may wait for the disk: `opened` is asked on the thread of the keys.
  private let held: Mutex<DatabaseQueue?>
  private let opening = Mutex(())

  init(path: String, opened: DatabaseQueue? = nil) {
    self.path = path
    held = Mutex(opened)
  }

  /// One more of its kind.
  func another() throws -> DatabaseQueue { try StoreFile.openReading(path) }

  var opened: DatabaseQueue? { held.withLock { $0 } }

  func queue() throws -> DatabaseQueue {
    if let opened { return opened }
    return try opening.withLock { _ in
      if let opened { return opened }
      let queue = try StoreFile.openReading(path)
      held.withLock { $0 = queue }
      return queue
    }
  }

  func close() {
    held.withLock { held in
      try? held?.close()
      held = nil
    }
  }
}
