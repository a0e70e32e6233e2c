import DossierDomain
import Foundation
import GRDB
import OfficeWork

/// The PINs at this desk: one verifier for each clerk, and the number of wrong tries.
///
/// They are stored beside the journal, never in it. Times are the wall clock's and are passed in. Setting the clock
/// back shortens no wait, because the rest of it is then counted again from the present time.
public enum SignIn {
  public enum Status: Hashable, Sendable {
    /// The clerk has no PIN yet and has to choose one.
    case needsPIN
    case ready(failures: Int)
    case mustWait(until: Instant, failures: Int)
  }

  public enum Outcome: Hashable, Sendable {
    case accepted
    case needsPIN
    /// `waitUntil` is nil while the next try is allowed at once.
    case wrong(failures: Int, waitUntil: Instant?)
    /// Refused without checking the PIN.
    case mustWait(until: Instant)
  }

  /// Seconds to wait after that many failures; the last value applies to all further ones.
  static let waits: [Int64] = [0, 0, 0, 5, 15, 60, 300, 900]

  public static func createSchema(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sign_in (
          clerk BLOB PRIMARY KEY, salt BLOB NOT NULL, digest BLOB NOT NULL, failures INTEGER NOT NULL,
          failed_at INTEGER NOT NULL, wait INTEGER NOT NULL) STRICT, WITHOUT ROWID
        """)
  }

  /// The clerk's key pair, and whether the province has to receive it.
  static let keyColumns = """
    ALTER TABLE sign_in ADD COLUMN public_key BLOB;
    ALTER TABLE sign_in ADD COLUMN wrapped_key BLOB;
    ALTER TABLE sign_in ADD COLUMN key_signature BLOB;
    ALTER TABLE sign_in ADD COLUMN is_initial INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE sign_in ADD COLUMN is_told INTEGER NOT NULL DEFAULT 1;
    """

  /// - Parameter db: a connection that can write, because a wait is stored anew if the clock was set back.
  public static func status(_ db: Database, clerk: ClerkID, now: Instant) throws(SignInError) -> Status {
    guard let record = try record(db, clerk) else { return .needsPIN }
    if let until = try waitUntil(db, clerk, record, now) { return .mustWait(until: until, failures: record.failures) }
    return .ready(failures: record.failures)
  }

  static func clerksWithoutPIN(_ db: Database, among clerks: [Clerk]) throws -> Set<ClerkID> {
    let known = Set(try Data.fetchAll(db, sql: "SELECT clerk FROM sign_in").compactMap { ClerkID(bytes: $0) })
    return Set(clerks.map(\.id)).subtracting(known)
  }

  /// Checks a PIN and counts a failure, in the caller's transaction. Takes about 100 ms.
  public static func attempt(
    _ db: Database, clerk: ClerkID, secret: String, now: Instant
  ) throws(SignInError) -> Outcome {
    try open(db, clerk: clerk, secret: secret, now: now).outcome
  }

  /// Like `attempt`; also returns the key if the PIN is correct.
  static func open(
    _ db: Database, clerk: ClerkID, secret: String, now: Instant
  ) throws(SignInError) -> (outcome: Outcome, key: PINKey?) {
    guard let record = try record(db, clerk) else { return (.needsPIN, nil) }
    if let until = try waitUntil(db, clerk, record, now) { return (.mustWait(until: until), nil) }
    if let key = try record.verifier.open(secret) {
      try keep(db, clerk, failures: 0, at: now, wait: 0)
      return (.accepted, key)
    }
    let failures = record.failures + 1
    let wait = (waits.indices.contains(failures) ? waits[failures] : waits.last ?? 0) * 1000
    try keep(db, clerk, failures: failures, at: now, wait: wait)
    return (
      .wrong(failures: failures, waitUntil: wait > 0 ? Instant(milliseconds: now.milliseconds + wait) : nil), nil
    )
  }

  public static func removePIN(_ db: Database, clerk: ClerkID) throws(SignInError) {
    try guarded {
      try db.execute(sql: "DELETE FROM sign_in WHERE clerk = ?", arguments: [Data(clerk.bytes)])
    }
  }

  enum Columns: String, ColumnExpression {
    case clerk, salt, digest, failures, wait
    case failedAt = "failed_at"
    case publicKey = "public_key"
    case wrappedKey = "wrapped_key"
    case isInitial = "is_initial"
    case keySignature = "key_signature"
  }

  private struct Record {
    var verifier: PINVerifier
    var failures: Int
    var failedAt: Int64
    var wait: Int64
  }

  private static func record(_ db: Database, _ clerk: ClerkID) throws(SignInError) -> Record? {
    try guarded {
      let row = try Row.fetchOne(
        db, sql: "SELECT salt, digest, failures, failed_at, wait FROM sign_in WHERE clerk = ?",
        arguments: [Data(clerk.bytes)])
      return row.map { row in
        let salt: Data = row[SignIn.Columns.salt]
        let digest: Data = row[SignIn.Columns.digest]
        return Record(
          verifier: PINVerifier(salt: Array(salt), digest: Array(digest)), failures: row[SignIn.Columns.failures],
          failedAt: row[SignIn.Columns.failedAt],
          wait: row[SignIn.Columns.wait])
      }
    }
  }

  /// The end of the wait; nil if it is over.
  private static func waitUntil(
    _ db: Database, _ clerk: ClerkID, _ record: Record, _ now: Instant
  ) throws(SignInError) -> Instant? {
    guard record.wait > 0 else { return nil }
    var failedAt = record.failedAt
    if now.milliseconds < failedAt {
      failedAt = now.milliseconds
      try keep(db, clerk, failures: record.failures, at: now, wait: record.wait)
    }
    let until = failedAt + record.wait
    return now.milliseconds < until ? Instant(milliseconds: until) : nil
  }

  private static func keep(
    _ db: Database, _ clerk: ClerkID, failures: Int, at: Instant, wait: Int64
  ) throws(SignInError) {
    try guarded {
      try db.execute(
        sql: "UPDATE sign_in SET failures = ?, failed_at = ?, wait = ? WHERE clerk = ?",
        arguments: [failures, at.milliseconds, wait, Data(clerk.bytes)])
    }
  }

  static func guarded<Value>(_ body: () throws -> Value) throws(SignInError) -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw .database(code: error.extendedResultCode.rawValue)
    } catch {
      throw .database(code: ResultCode.SQLITE_ERROR.rawValue)
    }
  }
}
