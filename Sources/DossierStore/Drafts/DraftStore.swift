import DossierDomain
import Foundation
import GRDB

/// What clerks' desks look like, and what they have typed and not yet recorded.
public struct DraftStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection

  public func desk(of clerk: ClerkID) throws(StoreError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT state FROM desk_state WHERE clerk = ?", arguments: [Data(clerk.bytes)]).map {
        Array($0)
      }
    }
  }

  public func saveDesk(_ state: [UInt8], of clerk: ClerkID) throws(StoreError) {
    try write { try DraftTable.saveDesk($0, state, of: clerk) }
  }
}

enum DraftTable {
  static func saveDesk(_ db: Database, _ state: [UInt8], of clerk: ClerkID) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO desk_state VALUES (?, ?)", arguments: [Data(clerk.bytes), Data(state)])
  }
}
