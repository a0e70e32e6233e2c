import GRDB
import Synchronization

// The store has three connections. A part of it holds those that it may use and calls them like functions: `try read {
// db in … }`.

/// Reads the database. Each reading sees one snapshot and never waits for the writer.
struct ReadingConnection: Sendable {
  let connection: LazyConnection
  let folder: String

  /// All statements of one reading see the same snapshot.
  func callAsFunction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try connection.queue().read(body) } catch { throw StoreError(error, in: folder) }
  }

  /// A connection for one long reading, so that no other reading waits for it. The caller passes it to
  /// `SpentConnections` at the end.
  func another() throws -> DatabaseQueue { try connection.another() }
}

/// Search has a connection of its own, so that a newer key press interrupts only the older search.
struct SearchConnection: Sendable {
  let connection: LazyConnection

  /// The statements of one search see the same snapshot, too.
  func callAsFunction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try connection.queue().read(body) } catch { throw StoreError(error) }
  }

  /// Interrupts the running search.
  func interrupt() { connection.opened?.interrupt() }
}

/// The connection of decisions. In a read-only session it cannot write.
struct WritingConnection: Sendable {
  let database: DatabaseQueue
  /// Nil in a read-only session.
  let files: OpenFiles?
  let folder: String
  let end = OrdinaryEnd()
  let opening = DeskOpening()

  var isAllowed: Bool { files != nil }

  /// Runs one transaction.
  func callAsFunction<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try files?.check()
    let value: Value
    do {
      value = try database.write { db in
        try end.look(db)
        try end.endDoubtfulSeries(db)
        try opening.note(db)
        return try body(db)
      }
    } catch {
      throw StoreError(error, in: folder)
    }
    // If the files were removed, the data just written are lost, so no result is returned: no code, and no "done".
    try files?.check()
    return value
  }

  /// Reads with the connection of decisions while nothing else uses the store, so that a start needs no second
  /// connection.
  func readAlone<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    let value: Value
    do { value = try database.read(body) } catch { throw StoreError(error, in: folder) }
    // The log is in use from now on.
    try files?.check()
    return value
  }

  /// Runs a transaction on very many rows, in a series that `settle` ends. It has a larger cache for the pages of the
  /// indexes, and folds the search index at most once. Both are bounded so that an import of 50 MB stays below 200 MB.
  func many<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try self { db in
      try db.execute(sql: "PRAGMA cache_size = -48000")
      let value = try body(db)
      try SearchIndex.foldWhenDue(db, 10_000)
      return value
    }
  }

  /// Ends bulk work: folds the waiting changes of the search index and frees memory.
  func settle() throws(StoreError) {
    try self { db in
      try SearchIndex.fold(db)
      try db.execute(sql: "PRAGMA cache_size = -6000")
    }
  }

  /// Removes the older pages of the write-ahead log, which still contain the overwritten data.
  func emptyLog() throws(StoreError) {
    do {
      _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    } catch {
      // If a reader still uses the log, the checkpoint of the next commit empties it.
      if case .busy = StoreError(error) { return }
      throw StoreError(error)
    }
  }

  /// Records how the work ended and checkpoints the log. It does nothing in a read-only session, and nothing if another
  /// file now has the database's name.
  /// - Parameter keepsLog: whether the log has to stay as it is.
  func close(keepsLog: Bool) {
    if files?.isDatabaseThere == true {
      try? database.write { try end.record($0) }
      if !keepsLog { try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
    }
    try? database.close()
  }
}

/// A read-only connection that is opened on first use. Safe to use from any thread.
final class LazyConnection: Sendable {
  private let path: String
  /// Separate from the lock for opening, which may wait for the disk, because the UI thread reads `opened`.
  private let held: Mutex<DatabaseQueue?>
  private let opening = Mutex(())

  init(path: String, opened: DatabaseQueue? = nil) {
    self.path = path
    held = Mutex(opened)
  }

  /// Opens one more connection of the same kind.
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
