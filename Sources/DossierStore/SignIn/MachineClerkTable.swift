import DossierDomain
import Foundation
import GRDB

/// The clerks who may sign in at this machine.
enum MachineClerkTable {
  /// Everybody, until the province has decided otherwise.
  static func all(_ db: Database) throws -> MachineClerks {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'machine clerks')") == true
    else { return .everybody }
    return .only(
      Set(try Data.fetchAll(db, sql: "SELECT clerk FROM machine_clerk").compactMap { ClerkID(bytes: $0) }))
  }

  static func replace(_ db: Database, _ clerks: MachineClerks) throws {
    try db.execute(sql: "DELETE FROM machine_clerk; DELETE FROM setting WHERE name = 'machine clerks'")
    guard case .only(let named) = clerks else { return }
    try db.execute(sql: "INSERT INTO setting VALUES ('machine clerks', 'named')")
    for clerk in named {
      try db.execute(sql: "INSERT INTO machine_clerk VALUES (?)", arguments: [Data(clerk.bytes)])
    }
    try SignIn.remove(db, except: named)
  }
}
