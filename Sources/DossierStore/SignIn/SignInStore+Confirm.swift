import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension SignInStore {
  /// Checks the PIN of a signed-in clerk once more, for an act of weight. Takes about 100 ms; wrong PINs count together
  /// with those of the sign-in.
  public func confirm(_ id: ClerkID, secret: String, at now: Instant) throws(StoreError) -> ConfirmOutcome {
    try checking(id) { db in
      switch try SignIn.attempt(db, clerk: id, secret: secret, now: now) {
      case .accepted: .right
      case .needsPIN: .needsNewPIN
      case .wrong(let failures, let until): .wrong(triesSoFar: failures, waitUntil: until)
      case .mustWait(let until): .mustWait(until: until)
      }
    }
  }
}
