import DossierDomain
import Foundation
import GRDB
import Glibc

/// Detects whether a database is a copy from another place. Two machines must not continue one chain and one share of
/// the day's numbers.
///
/// A file is identified by its inode and the id of the machine. An image of a whole disk is not detected here, but by
/// the province at the next exchange.
enum CopyRecognition {
  static let setting = "place"

  /// Nil if the machine has no id; then a copy cannot be detected.
  static func place(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0,
      let machine = FileManager.default.contents(atPath: "/etc/machine-id"), !machine.isEmpty
    else { return nil }
    return contentHash("\(String(decoding: machine, as: UTF8.self)) \(status.st_ino)")
  }

  /// Called by a restore, which has begun a new epoch itself.
  static func forgetPlace(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting])
  }
}

extension LocalStore {
  /// Begins a new epoch if the database is a copy.
  /// - Returns: true if it is a copy. Codes are then provisional until the province has granted numbers or the last
  ///   printed number was entered.
  public func recogniseCopy(at now: Instant) throws(StoreError) -> Bool {
    guard let place = CopyRecognition.place(of: folder + "/" + Self.fileName) else { return false }
    let known = try office.setting(CopyRecognition.setting)
    guard known != place else { return false }
    let hasOffice = try read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM device_epoch WHERE is_current = 1)") ?? false
    }
    let isCopy = known != nil && hasOffice
    if isCopy { try exchange.beginNewLife(at: now) }
    try office.set(CopyRecognition.setting, to: place)
    return isCopy
  }
}
