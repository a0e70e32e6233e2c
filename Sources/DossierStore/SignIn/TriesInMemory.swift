import DossierDomain
import Foundation
import GRDB
import Synchronization

/// How often PINs were tried where nothing can be written: a copy of their records in memory. Safe to use from any thread.
final class TriesInMemory: Sendable {
  private let held = Mutex<DatabaseQueue?>(nil)

  /// - Parameter record: of the clerk as the file has it; what was counted here since then holds for as long as the PIN is the
  ///   same.
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
