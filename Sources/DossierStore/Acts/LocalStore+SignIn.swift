import DossierDomain
import Foundation
import GRDB

extension LocalStore {
  /// Checks who sits down. Takes some 100 ms for a PIN; at once in an office that asks for none. Where one only looks on,
  /// wrong PINs are counted for as long as the program runs.
  public func signIn(_ id: ClerkID, secret: String, at now: Instant) throws(StoreError) -> SignInOutcome {
    guard lookingOn != nil else {
      return try write { db in
        let clerk = try Self.active(id, db)
        guard try OfficeProjection.office(db).requiresPIN else { return .accepted(clerk) }
        return Self.outcome(try SignIn.attempt(db, clerk: id, secret: secret, now: now), of: clerk)
      }
    }
    let (clerk, isAsked, record) = try read { db in
      (
        try Self.active(id, db), try OfficeProjection.office(db).requiresPIN,
        try Row.fetchOne(db, sql: "SELECT * FROM sign_in WHERE clerk = ?", arguments: [Data(id.bytes)])
      )
    }
    guard isAsked else { return .accepted(clerk) }
    let outcome = try tries.count(id, record) { try SignIn.attempt($0, clerk: id, secret: secret, now: now) }
    if outcome == .needsPIN { throw nothingIsRecorded }
    return Self.outcome(outcome, of: clerk)
  }

  private var nothingIsRecorded: StoreError { lookingOn == .diskIsReadOnly ? .readOnlyDisk : .readOnly }

  private static func active(_ id: ClerkID, _ db: Database) throws -> Clerk {
    guard let clerk = try OfficeProjection.clerks(db).first(where: { $0.id == id && $0.isActive }) else {
      throw StoreError.denied(.roleMissing([]))
    }
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

  /// Chooses the first PIN of a clerk who has none yet, and signs her in.
  public func setFirstPIN(of id: ClerkID, secret: String, at now: Instant) throws(StoreError) -> SignInOutcome {
    guard lookingOn == nil else { throw nothingIsRecorded }
    guard PINVerifier.isAcceptable(secret) else { return .pinTooWeak }
    return try write { db in
      guard let clerk = try OfficeProjection.clerks(db).first(where: { $0.id == id && $0.isActive }),
        case .needsPIN = try SignIn.status(db, clerk: id, now: now)
      else { throw StoreError.denied(.roleMissing([.administrator])) }
      try SignIn.setPIN(db, clerk: id, secret: secret, now: now)
      return .accepted(clerk)
    }
  }

  /// Takes a PIN away, so that the clerk chooses a new one at her next sign-in.
  public func forgetPIN(of id: ClerkID) throws(StoreError) {
    try write { try SignIn.removePIN($0, clerk: id) }
  }
}
