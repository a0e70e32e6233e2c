import DossierDomain
import Foundation
import GRDB

/// The office: its settings, its clerks, its days.
public struct OfficeStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection

  public func current() throws(StoreError) -> Office { try read { try OfficeProjection.office($0) } }
  public func clerks() throws(StoreError) -> [Clerk] { try read { try OfficeProjection.clerks($0) } }

  public func setting(_ name: String) throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  public func set(_ name: String, to value: String) throws(StoreError) {
    try write { try $0.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [name, value]) }
  }

  /// The number of decided days by year. In all other years the defaults apply.
  public func decidedDays() throws(StoreError) -> [Int: Int] {
    try read { db in
      var days: [Int: Int] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT year, count(*) AS days FROM decided_day GROUP BY year") {
        days[row["year"]] = row["days"]
      }
      return days
    }
  }

  private static let pointSetting = "point"

  /// The reception point at which this desk stands.
  public func point() throws(StoreError) -> String { try read { try Self.point($0) } }

  public func setPoint(_ point: String) throws(StoreError) {
    try set(Self.pointSetting, to: String(point.prefix(OpeningHours.longestText)))
  }

  static func point(_ db: Database) throws -> String {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [pointSetting])
      ?? OpeningHours.mainPoint
  }

  /// The hours of a reception point; those of the office if nothing was decided about it.
  public func hours(of point: String) throws(StoreError) -> OpeningHours {
    try read { db in
      let office = try OfficeProjection.office(db)
      return try OpeningTable.hours(db, of: point, office) ?? OpeningHours(office.workingHours)
    }
  }

  /// The main point, this desk's, and all about which something was decided.
  public func openingHours() throws(StoreError) -> [(point: String, hours: OpeningHours)] {
    let points = try read { db in
      Set(try OpeningTable.points(db) + [OpeningHours.mainPoint, Self.point(db)]).sorted()
    }
    var all: [(point: String, hours: OpeningHours)] = []
    for point in points { all.append((point, try hours(of: point))) }
    return all
  }

  public func isDemo() throws(StoreError) -> Bool { try setting("demo") == "yes" }

  /// The number of all dossiers, including void and confidential ones.
  public func dossierCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM dossier") ?? 0 }
  }

  /// Whether there is a dossier that was received before a moment.
  public func hasDossier(receivedBefore moment: Instant) throws(StoreError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM dossier WHERE received_at < ?)", arguments: [moment.milliseconds])
        ?? false
    }
  }

  /// The number of entries in the journal.
  public func entryCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") ?? 0 }
  }
}
