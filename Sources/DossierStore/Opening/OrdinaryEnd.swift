import DossierDomain
import GRDB
import Synchronization

/// How the program ended the last time. At an ordinary end it records its last entry. If that differs from the last
/// entry in the database, the program was interrupted, or an image of the disk from earlier in the day was put back.
/// Papers may then carry numbers that are not in the data.
final class OrdinaryEnd: Sendable {
  private struct State {
    var isOrdinary: Bool?
    var asks = false
    var doubtsPapers = false
    var doubtsBooks = false
  }

  private static let name = "closed"
  private let state = Mutex<State>(State())

  /// Whether the clerk has to enter the last printed number before a code is issued.
  var asks: Bool { state.withLock { $0.asks } }

  /// Called before this program changes anything.
  /// - Parameter asks: whether this program issues codes.
  func look(_ db: Database, asks: Bool = false) throws {
    guard state.withLock({ $0.isOrdinary == nil }) else { return }
    let isOrdinary = try Self.isRecorded(db)
    state.withLock {
      $0 = State(
        isOrdinary: isOrdinary, asks: asks && !isOrdinary, doubtsPapers: !isOrdinary, doubtsBooks: asks && !isOrdinary)
    }
  }

  /// Ends what is counted on paper with the first change after an irregular end, because papers may carry numbers that the data do not
  /// know. A new series of papers needs no answer from anybody. A book does, and nothing else will do: the province cannot know a number
  /// that this machine never sent.
  func endDoubtfulSeries(_ db: Database) throws {
    let doubts = state.withLock { $0 }
    guard doubts.doubtsPapers || doubts.doubtsBooks else { return }
    if doubts.doubtsPapers { try PaperSeries.end(db) }
    if doubts.doubtsBooks { try VolumeTable.doubt(db) }
    db.afterNextTransaction(onCommit: { [self] _ in
      state.withLock { ($0.doubtsPapers, $0.doubtsBooks) = (false, false) }
    })
  }

  /// The province has reported its position, or the clerk has entered the last number on paper.
  func settle() {
    state.withLock {
      $0.isOrdinary = true
      $0.asks = false
    }
  }

  /// Records that this program ends properly. An earlier irregular end stays recorded until it is settled.
  func record(_ db: Database) throws {
    guard state.withLock({ $0.isOrdinary }) == true, let last = try Self.lastEntry(db) else { return }
    try db.execute(
      sql:
        "INSERT OR REPLACE INTO setting SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM setting WHERE name = ?1 AND value = ?2)",
      arguments: [Self.name, last])
  }

  private static func isRecorded(_ db: Database) throws -> Bool {
    let recorded = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    // Data of an earlier version contain no record, so nothing can be concluded; an epoch without entries has issued no
    // code.
    guard let recorded, let last = try lastEntry(db), !last.hasSuffix(" 0") else { return true }
    return recorded == last
  }

  /// Nil if there is no office yet.
  private static func lastEntry(_ db: Database) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT hex(epoch) || ' ' || last_sequence FROM device_epoch WHERE is_current = 1")
  }
}
