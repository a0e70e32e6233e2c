import DossierDomain
import Foundation
import GRDB
import Synchronization

/// Counts tries in memory if nothing can be written: it holds copies of the PINs' records. Safe to use from any thread.
final class TriesInMemory: Sendable {
  private let held = Mutex<DatabaseQueue?>(nil)

  /// - Parameter record: the clerk's record in the file. The counts made here since then apply as long as the PIN is
  ///   the same.
  func count<Value>(
    _ clerk: ClerkID, _ record: Row?, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try queue().write { db in
        try db.execute(
          sql: "DELETE FROM sign_in WHERE clerk = ? AND (salt, digest) IS NOT (?, ?)",
          arguments: [Data(clerk.bytes), record?["salt"] as Data?, record?["digest"] as Data?])
        if let record {
          try db.execute(
            sql: "INSERT OR IGNORE INTO sign_in VALUES (?, ?, ?, ?, ?, ?)",
            arguments: StatementArguments(record.databaseValues.prefix(6)))
        }
        return try body(db)
      }
    } catch { throw StoreError(error) }
  }

  private func queue() throws -> DatabaseQueue {
    try held.withLock { held in
      if let held { return held }
      let queue = try DatabaseQueue()
      try queue.write { try SignIn.createSchema($0) }
      held = queue
      return queue
    }
  }
}
