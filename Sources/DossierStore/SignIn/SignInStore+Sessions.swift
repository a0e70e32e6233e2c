import DossierDomain
import Foundation
import GRDB
import JournalFormat

extension SignInStore {
  /// Called when a clerk leaves: signs her entries and erases her key from memory. Does nothing for a clerk without a
  /// key here.
  public func signOut(_ clerk: ClerkID) throws(StoreError) {
    defer { unlocked.drop(clerk) }
    guard let key = unlocked.key(of: clerk) else { return }
    try write { db in
      try SessionStatements(db, office: try SessionStatements.office(of: db))?.sign(clerk, with: key)
    }
  }

  /// Called before an exchange: signs the entries of all signed-in clerks so far.
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
