import DossierDomain
import Foundation
import GRDB
import JournalFormat

extension LocalStore {
  /// She leaves the desk: says what she wrote, and her key is forgotten. Nothing happens for somebody who has none here.
  public func signOut(_ clerk: ClerkID) throws(StoreError) {
    defer { unlocked.drop(clerk) }
    guard let key = unlocked.key(of: clerk) else { return }
    try write { db in
      try SessionStatements(db, office: try Self.signingOffice(db))?.sign(clerk, with: key)
    }
  }

  /// Before an exchange: all who are signed in say what they wrote until now.
  public func signSessions() throws(StoreError) {
    guard access == .readWrite else { return }
    for clerk in unlocked.clerks {
      guard let key = unlocked.key(of: clerk) else { continue }
      try write { db in
        try SessionStatements(db, office: try Self.signingOffice(db))?.sign(clerk, with: key)
      }
    }
  }

  /// Whose journal it is: an office that worked alone keeps its identity when it is enrolled.
  static func signingOffice(_ db: Database) throws -> OfficeID {
    if let enrolled = try Data.fetchOne(db, sql: "SELECT office FROM enrolment").flatMap({ OfficeID(bytes: $0) }) {
      return enrolled
    }
    return try OfficeProjection.office(db).id
  }

  /// Her PIN was asked for again before these entries of weight were written: her next statement says so. In an office
  /// without PINs there is nothing to say.
  /// - Parameter sequences: in the chain that is written now.
  static func noteConfirmed(_ db: Database, _ sequences: [Int64]) throws {
    guard !sequences.isEmpty, try OfficeProjection.office(db).requiresPIN else { return }
    for sequence in sequences {
      try db.execute(
        sql: "INSERT OR IGNORE INTO confirmed_entry SELECT epoch, ? FROM device_epoch WHERE is_current = 1",
        arguments: [sequence])
    }
  }

  // MARK: Who may sign in

  /// Everybody until the province has said otherwise.
  static func machineClerks(_ db: Database) throws -> MachineClerks {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'machine clerks')") == true
    else { return .everybody }
    return .only(
      Set(try Data.fetchAll(db, sql: "SELECT clerk FROM machine_clerk").compactMap { ClerkID(bytes: $0) }))
  }

  static func take(_ db: Database, _ clerks: MachineClerks) throws {
    try db.execute(sql: "DELETE FROM machine_clerk; DELETE FROM setting WHERE name = 'machine clerks'")
    guard case .only(let named) = clerks else { return }
    try db.execute(sql: "INSERT INTO setting VALUES ('machine clerks', 'named')")
    for clerk in named {
      try db.execute(sql: "INSERT INTO machine_clerk VALUES (?)", arguments: [Data(clerk.bytes)])
    }
    try SignIn.remove(db, except: named)
  }
}
