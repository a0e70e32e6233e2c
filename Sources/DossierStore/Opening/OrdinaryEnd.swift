import DossierDomain
import GRDB
import Synchronization

/// How the program before this one ended. One that leaves by the door writes down its last entry; when that is not the last
/// one that is here, something was cut off, or the database is an image from the middle of a day that was put back: then
/// papers may carry numbers that it does not know.
final class OrdinaryEnd: Sendable {
  private static let name = "closed"
  private let state = Mutex<(isOrdinary: Bool?, asks: Bool)>((nil, false))

  /// Whether the last printed number has to be asked for before a code is issued.
  var asks: Bool { state.withLock { $0.asks } }

  /// Before this program's first change.
  /// - Parameter asks: codes are issued from here.
  func look(_ db: Database, asks: Bool = false) throws {
    guard state.withLock({ $0.isOrdinary == nil }) else { return }
    let isOrdinary = try Self.isRecorded(db)
    state.withLock { $0 = (isOrdinary, asks && !isOrdinary) }
  }

  /// The province has told where it stands, or the clerk has said what stands on paper.
  func settle() { state.withLock { $0 = (true, false) } }

  /// Says that this program ends as it should. An end that was none stays until somebody has settled it.
  func record(_ db: Database) throws {
    guard state.withLock({ $0.isOrdinary }) == true, let last = try Self.lastEntry(db) else { return }
    try db.execute(
      sql:
        "INSERT OR REPLACE INTO setting SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM setting WHERE name = ?1 AND value = ?2)",
      arguments: [Self.name, last])
  }

  private static func isRecorded(_ db: Database) throws -> Bool {
    let recorded = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    // Data of an earlier version tell nothing, and nothing is concluded; a life without entries has issued no code.
    guard let recorded, let last = try lastEntry(db), !last.hasSuffix(" 0") else { return true }
    return recorded == last
  }

  /// Nil before there is an office.
  private static func lastEntry(_ db: Database) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT hex(epoch) || ' ' || last_sequence FROM device_epoch WHERE is_current = 1")
  }
}
