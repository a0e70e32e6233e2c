import DossierDomain
import GRDB

extension LocalStore {
  /// Checks who sits down. Takes some 100 ms for a PIN; at once in an office that asks for none.
  public func signIn(_ id: ClerkID, secret: String, at now: Instant) throws(StoreError) -> SignInOutcome {
    try write { db in
      guard let clerk = try OfficeProjection.clerks(db).first(where: { $0.id == id && $0.isActive }) else {
        throw StoreError.denied(.roleMissing([]))
      }
      guard try OfficeProjection.office(db).requiresPIN else { return .accepted(clerk) }
      switch try SignIn.attempt(db, clerk: id, secret: secret, now: now) {
      case .accepted: return .accepted(clerk)
      case .needsPIN: return .needsNewPIN(clerk)
      case .wrong(let failures, let until): return .wrong(triesSoFar: failures, waitUntil: until)
      case .mustWait(let until): return .mustWait(until: until)
      }
    }
  }

  /// Chooses the first PIN of a clerk who has none yet, and signs her in.
  public func setFirstPIN(of id: ClerkID, secret: String, at now: Instant) throws(StoreError) -> SignInOutcome {
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
