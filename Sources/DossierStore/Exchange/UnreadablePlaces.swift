import Foundation
import GRDB
import JournalFormat

/// Places of the order whose bytes this version cannot decode; an earlier version of the province gave places to such
/// bytes. Their hashes are stored, so that the order stays complete and all later places can be applied.
enum UnreadablePlaces {
  static let schema = """
    CREATE TABLE unreadable_place (
      office_sequence INTEGER PRIMARY KEY, hash BLOB NOT NULL, verdict BLOB, bytes BLOB NOT NULL) STRICT
    """

  static func keep(_ db: Database, _ bytes: [UInt8], hash: [UInt8], at officeSequence: Int64, verdict: Data?) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO unreadable_place VALUES (?, ?, ?, ?)")
      .execute(arguments: [officeSequence, Data(hash), verdict, Data(bytes)])
  }

  /// The order after `base` will be sent again.
  static func forget(_ db: Database, beyond base: Int64) throws {
    try db.execute(sql: "DELETE FROM unreadable_place WHERE office_sequence > ?", arguments: [base])
  }
}
