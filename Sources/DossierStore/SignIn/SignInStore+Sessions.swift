import DossierDomain
import Foundation
import GRDB
import JournalFormat

extension SignInStore {
  /// She leaves the desk: says what she wrote, and her key is forgotten. Nothing happens for somebody who has none here.
  public func signOut(_ clerk: ClerkID) throws(StoreError) {
    defer { unlocked.drop(clerk) }
    guard let key = unlocked.key(of: clerk) else { return }
    try write { db in
      try SessionStatements(db, office: try SessionStatements.office(of: db))?.sign(clerk, with: key)
    }
  }

  /// Before an exchange: all who are signed in say what they wrote until now.
  public func signSessions() throws(StoreError) {
    guard write.isAllowed else { return }
    for clerk in unlocked.clerks {
      guard let key = unlocked.key(of: clerk) else { continue }
      try write { db in
        try SessionStatements(db, office: try SessionStatements.office(of: db))?.sign(clerk, with: key)
      }
    }
  }
}
