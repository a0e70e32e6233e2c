import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

/// Sign-in, and the signing of entries.
public struct SignInStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection
  /// Why nothing can be recorded; nil if the store can write.
  let lookingOn: LookingOn?
  let tries: TriesBesideData
  let unlocked: UnlockedKeys

  /// Checks a clerk's PIN, which takes about 100 ms; an office without PINs accepts her at once. In a read-only session
  /// wrong PINs are counted beside the data.
  public func attempt(_ id: ClerkID, secret: String, at now: Instant) throws(StoreError) -> SignInOutcome {
    guard lookingOn == nil else { return try attemptLookingOn(id, secret: secret, at: now) }
    let (outcome, key) = try checking(id) { db -> (SignInOutcome, P256.Signing.PrivateKey?) in
      let clerk = try Self.active(id, db)
      guard try OfficeProjection.office(db).requiresPIN else { return (.accepted(clerk), nil) }
      let (outcome, pin) = try SignIn.open(db, clerk: id, secret: secret, now: now)
      guard let pin else { return (Self.outcome(outcome, of: clerk), nil) }
      if let reason = try SignIn.reasonToChange(db, clerk: id, secret: secret) {
        return (.mustChangePIN(clerk, reason), nil)
      }
      let office = try SessionStatements.office(of: db)
      let key = try SignIn.unlock(db, clerk: id, pin, office: office)
      if let key { try Self.begin(db, key, of: id, office: office, at: now) }
      return (.accepted(clerk), key)
    }
    if let key { unlocked.hold(key, of: id) }
    return outcome
  }

  private func attemptLookingOn(_ id: ClerkID, secret: String, at now: Instant) throws(StoreError) -> SignInOutcome {
    let (clerk, isAsked) = try read { db in (try Self.active(id, db), try OfficeProjection.office(db).requiresPIN) }
    guard isAsked else { return .accepted(clerk) }
    let outcome = try tries.count(id) {
      try read { db in
        try Row.fetchOne(
          db, sql: "SELECT *, \(TriesBesideData.basis) AS basis FROM sign_in WHERE clerk = ?",
          arguments: [Data(id.bytes)])
      }
    } _: { db in
      try SignIn.attempt(db, clerk: id, secret: secret, now: now)
    }
    if outcome == .needsPIN { throw nothingIsRecorded }
    if outcome == .accepted,
      let reason = try read({ db in try SignIn.reasonToChange(db, clerk: id, secret: secret) })
    {
      return .mustChangePIN(clerk, reason)
    }
    return Self.outcome(outcome, of: clerk)
  }

  /// One transaction that checks a PIN. It continues from the tries that were counted beside the data.
  func checking<Value>(_ clerk: ClerkID, _ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try tries.before(clerk) { tried throws(StoreError) in
      try write { db in
        if let tried {
          try db.execute(
            sql: """
              UPDATE sign_in SET failures = ?, failed_at = ?, wait = ? WHERE clerk = ? AND \(TriesBesideData.basis) = ?
              """,
            arguments: [tried.failures, tried.failedAt, tried.wait, Data(clerk.bytes), tried.basis])
        }
        return try body(db)
      }
    }
  }

  /// From now on the clerk can sign her entries.
  private static func begin(
    _ db: Database, _ key: P256.Signing.PrivateKey, of clerk: ClerkID, office: OfficeID, at now: Instant
  ) throws {
    try KeyRows.note(db, SigningPublicKey(key.publicKey), of: clerk, at: now)
    try SessionStatements(db, office: office)?.begin(clerk)
  }

  private var nothingIsRecorded: StoreError { lookingOn == .diskIsReadOnly ? .readOnlyDisk : .readOnly }

  private static func active(_ id: ClerkID, _ db: Database) throws -> Clerk {
    guard let clerk = try OfficeProjection.clerks(db).first(where: { $0.id == id && $0.isActive }) else {
      throw StoreError.denied(.roleMissing([]))
    }
    guard try MachineClerkTable.all(db).contains(id) else { throw StoreError.denied(.machineNotHers) }
    return clerk
  }

  private static func outcome(_ outcome: SignIn.Outcome, of clerk: Clerk) -> SignInOutcome {
    switch outcome {
    case .accepted: .accepted(clerk)
    case .needsPIN: .needsNewPIN(clerk)
    case .wrong(let failures, let until): .wrong(triesSoFar: failures, waitUntil: until)
    case .mustWait(let until): .mustWait(until: until)
    }
  }

  /// Sets a clerk's PIN and signs her in. It is her first PIN, or it replaces `old`, which is checked again.
  /// - Parameter old: nil for a clerk without a PIN.
  public func setPIN(
    of id: ClerkID, secret: String, replacing old: String? = nil, at now: Instant
  ) throws(StoreError) -> SignInOutcome {
    guard lookingOn == nil else { throw nothingIsRecorded }
    guard PINRule.isAcceptable(secret), secret != old else { return .pinTooWeak }
    let (outcome, key) = try checking(id) { db -> (SignInOutcome, P256.Signing.PrivateKey?) in
      let clerk = try Self.active(id, db)
      let office = try SessionStatements.office(of: db)
      var held: P256.Signing.PrivateKey?
      if let old {
        let (outcome, pin) = try SignIn.open(db, clerk: id, secret: old, now: now)
        guard let pin else { return (Self.outcome(outcome, of: clerk), nil) }
        held = try SignIn.unlock(db, clerk: id, pin, office: office)
      } else {
        guard case .needsPIN = try SignIn.status(db, clerk: id, now: now) else {
          throw StoreError.denied(.roleMissing([.administrator]))
        }
      }
      let key = try SignIn.setPIN(db, clerk: id, secret: secret, key: held, office: office, now: now)
      try Self.begin(db, key, of: id, office: office, at: now)
      return (.accepted(clerk), key)
    }
    if let key { unlocked.hold(key, of: id) }
    return outcome
  }

  /// Removes a PIN and its key, so that the clerk chooses a new one at her next sign-in.
  /// - Throws: `.denied` at a desk of a province, because the province manages PINs.
  public func forgetPIN(of id: ClerkID, at now: Instant) throws(StoreError) {
    try write { db in
      guard try EnrolmentTable.row(db) == nil else { throw StoreError.denied(.pinIsTheProvinces) }
      try SignIn.removePIN(db, clerk: id)
      try KeyRows.end(db, of: id, at: now)
    }
    unlocked.drop(id)
  }
}
