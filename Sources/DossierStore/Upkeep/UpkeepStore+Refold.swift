import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// How far the rows have been computed again after an upgrade whose rules of the fold or words of the search differ. It
/// is one setting, so that the next program goes on where this one was interrupted.
struct Refolding: Hashable {
  /// In this order: what clerks work with comes first.
  enum Part: String, CaseIterable {
    case open, bases, all
    /// The decided versions of procedures, and the index of steps.
    case rest
  }

  static let setting = "refold"
  /// The setting with the rules by which the rows of the database were computed.
  static let knownRules = "fold-rules"
  /// The rules by which this version computes rows.
  static let rules = "\(FoldedDossier.revision) \(SearchWords.revision)"

  var part: Part
  /// The rows of the part below this number are still to be computed.
  var below: Int64

  /// The first step of an upgrade.
  static let whole = Refolding(part: .open, below: .max)
  /// Where no row has to be computed again.
  static let rest = Refolding(part: .rest, below: .max)

  var text: String { "\(part.rawValue) \(below)" }

  /// Nil for a text that `text` cannot give.
  init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let part = Part(rawValue: String(parts[0])), let below = Int64(parts[1]) else { return nil }
    self.init(part: part, below: below)
  }

  private init(part: Part, below: Int64) {
    self.part = part
    self.below = below
  }

  static func find(_ db: Database) throws -> Refolding? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting]).flatMap {
      Refolding(text: $0)
    }
  }

  /// - Parameter next: nil at the end.
  static func keep(_ next: Refolding?, _ db: Database) throws {
    if let next {
      try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [setting, next.text])
    } else {
      try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting])
    }
  }

  /// The step after a slice that ended at this number; nil after the last one.
  /// - Parameter last: nil if the part has no more rows.
  func next(after last: Int64?) -> Refolding? {
    if let last { return Refolding(part: part, below: last) }
    let parts = Part.allCases
    return parts.firstIndex(of: part).flatMap { place in
      parts.indices.contains(place + 1) ? Refolding(part: parts[place + 1], below: .max) : nil
    }
  }

  /// The number of dossiers whose row is not computed yet; nil if all rows are.
  func left(_ db: Database) throws -> Int? {
    let below: Int64
    switch part {
    case .open, .bases: below = .max
    case .all: below = self.below
    case .rest: return nil
    }
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM dossier WHERE rid < ?", arguments: [below]) ?? 0
  }
}

extension UpkeepStore {
  /// So few that an act never waits for more than some milliseconds.
  public static let refoldSlice = 40

  /// Computes the next rows again after an upgrade, in one transaction. Open dossiers come first, then the base records
  /// of dossiers without entries here, then all rows. A base record whose fields do not suffice is asked for at the
  /// province.
  /// - Returns: whether anything is left to do.
  public func refold(slice: Int = refoldSlice) throws(StoreError) -> Bool {
    guard write.isAllowed, try read({ try Refolding.find($0) }) != nil else { return false }
    return try write { db in
      guard let refolding = try Refolding.find(db) else { return false }
      let last =
        switch refolding.part {
        case .open: try Self.refoldRows(db, refolding.below, slice, "AND bucket < \(Bucket.ended.rawValue)")
        case .bases: try Self.convertBases(db, refolding.below, slice)
        case .all: try Self.refoldRows(db, refolding.below, slice)
        case .rest: try Self.fillRest(db)
        }
      let next = refolding.next(after: last)
      try Refolding.keep(next, db)
      return next != nil
    }
  }

  /// The number of dossiers that `refold` has not reached; nil if there is nothing to do.
  public func refoldingLeft() throws(StoreError) -> Int? { try read { try Refolding.find($0)?.left($0) } }

  /// - Returns: the lowest row that was computed; nil if there is none.
  private static func refoldRows(
    _ db: Database, _ below: Int64, _ slice: Int, _ condition: String = ""
  ) throws -> Int64? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT rid, id FROM dossier WHERE rid < ? \(condition) ORDER BY rid DESC LIMIT ?"),
      arguments: [below, slice])
    for row in rows {
      // `doctor` reports a damaged dossier; here it must not keep the others from being computed.
      guard let id = DossierID(bytes: row[DossierColumn.id] as Data), let dossier = try? JournalReader.dossier(db, id)
      else { continue }
      try DossierProjection.replace(db, dossier, searchLimit: .max)
    }
    try SearchIndex.foldWhenDue(db, SearchIndex.freshLimit, most: 2 * slice)
    return rows.last?[DossierColumn.rid]
  }

  private static func fillRest(_ db: Database) throws -> Int64? {
    try ProcedureProjection.fillWhenOwed(db)
    try db.execute(sql: Migrations.stepIndex)
    return nil
  }

  private static func convertBases(_ db: Database, _ below: Int64, _ slice: Int) throws -> Int64? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT rowid, place, revision, bytes, dossier FROM folded WHERE rowid < ? ORDER BY rowid DESC LIMIT ?"),
      arguments: [below, slice])
    for row in rows {
      let revision: UInt32 = row[2]
      guard revision != FoldedDossier.revision else { continue }
      // A damaged record cannot be converted either; its entries replace it.
      let folded = try? FoldedFormat.decodeTrusted(Array(row[3] as Data))
      if let converted = folded?.converted(from: revision) {
        _ = try FoldedDossiers.keep(
          db, try FoldedFormat.encode(converted), revision: FoldedDossier.revision, place: row[1])
      } else if let id = folded?.dossier.id ?? DossierID(bytes: row[4] as Data) {
        try FoldedDossiers.want(db, id, true)
      }
    }
    return rows.last?[0]
  }
}
