import DossierDomain
import Foundation
import GRDB
import OfficeWork

extension OfficeStore {
  /// What changed of the procedures of late, and what of it came since the clerk looked.
  /// - Parameter limit: 0 counts only.
  public func procedureNews(
    of clerk: ClerkID, at now: Instant, limit: Int = ProcedureNews.mostItems
  ) throws(StoreError) -> ProcedureNews {
    try read { db in
      let seen = try Self.seen(db, by: clerk)
      let start = now.civilDate.adding(days: -ProcedureNews.days).instant(atMinute: 0)
      let range = NewsRange(seen: seen?.position, start: start)
      let last = try Int64.fetchOne(db, sql: "SELECT max(position) FROM entry") ?? 0
      var items = limit == 0 ? [] : try range.recorded(db, limit + 1) + range.named(db) + range.takenBack(db)
      items.sort { $0.position > $1.position }
      return ProcedureNews(
        items: items.prefix(limit).map(\.item), newCount: try range.newCount(db), since: seen?.at ?? start,
        mark: ProcedureNews.Mark(position: last, at: now), hasMore: limit > 0 && items.count > limit)
    }
  }

  /// Records how far the clerk has looked.
  public func noteProceduresSeen(_ mark: ProcedureNews.Mark, by clerk: ClerkID) throws(StoreError) {
    try set(Self.setting(clerk), to: "\(mark.position) \(mark.at.milliseconds)")
  }

  /// What one of the news changed; the versions are nil if its decision only names the procedure.
  public func procedureDifference(_ item: ProcedureNews.Item) throws(StoreError) -> ProcedureDifference {
    try read { db in
      guard let place = item.place,
        let payload = try Data.fetchOne(
          db, sql: "SELECT payload FROM decided_version WHERE place = ?", arguments: [place])
      else { return ProcedureDifference() }
      let version = try ProcedureProjection.version(payload)
      var difference: ProcedureDifference
      switch item.event {
      case .recorded:
        difference = ProcedureDifference(
          before: try Self.counterpart(db, of: version, before: place, at: item.at), after: version)
      case .takenBack:
        difference = ProcedureDifference(
          before: version, after: try Self.counterpart(db, of: version, before: .max, at: item.at))
      }
      if let before = difference.before { difference.keeping = try Self.keeping(db, before) }
      return difference
    }
  }

  // MARK: Parts

  private static func setting(_ clerk: ClerkID) -> String {
    "procedures-seen " + clerk.bytes.map { String(format: "%02x", $0) }.joined()
  }

  private static func seen(_ db: Database, by clerk: ClerkID) throws -> ProcedureNews.Mark? {
    let text = try String.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting(clerk)])
    let numbers = (text ?? "").split(separator: " ").compactMap { Int64($0) }
    guard numbers.count == 2 else { return nil }
    return ProcedureNews.Mark(position: numbers[0], at: Instant(milliseconds: numbers[1]))
  }

  /// The version with the same first day or, if there is none, the one in force on that day: among what counts of the
  /// decisions before this place.
  private static func counterpart(
    _ db: Database, of version: ProcedureVersion, before place: Int64, at moment: Instant
  ) throws -> ProcedureVersion? {
    let decided = try Data.fetchAll(
      db,
      sql: """
        SELECT payload FROM decided_version v WHERE code = ? AND place < ?
        AND ifnull((SELECT max(stands) FROM announced_version a WHERE a.hash = v.hash), 1) = 1 ORDER BY place
        """, arguments: [version.code, place]
    ).map(ProcedureProjection.version)
    return Catalogue.versions(of: version.code, decided: decided).first { $0.validFrom == version.validFrom }
      ?? Catalogue.version(
        of: version.code, decided: decided, on: version.validFrom.value ?? moment.civilDate)
  }

  /// No row has the version of a dossier, so the open dossiers of the one procedure are folded.
  private static func keeping(_ db: Database, _ version: ProcedureVersion) throws -> Int {
    let hash = contentHash(version.canonicalText)
    return try Data.fetchAll(
      db, sql: "SELECT id FROM dossier WHERE procedure_code = ? AND bucket < 5 AND void = 0", arguments: [version.code]
    ).count { bytes in
      guard let id = DossierID(bytes: bytes) else { return false }
      return try JournalReader.dossier(db, id)?.procedure.versionHash == hash
    }
  }
}

/// What is listed: what came since the clerk looked, and what was decided of late.
private struct NewsRange {
  typealias Placed = (position: Int64, item: ProcedureNews.Item)

  /// Nil if the clerk has never looked.
  var seen: Int64?
  var start: Instant

  private var bounds: StatementArguments { [seen ?? .max, start.milliseconds] }

  private func isNew(_ position: Int64, _ at: Instant) -> Bool { seen.map { position > $0 } ?? (at >= start) }

  func newCount(_ db: Database) throws -> Int {
    let (condition, bound) = seen.map { ("position > ?", $0) } ?? ("at >= ?", start.milliseconds)
    return try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (
          SELECT code FROM decided_version WHERE \(condition)
          UNION SELECT v.code FROM announcement n JOIN announced_version a USING (number, date)
          JOIN decided_version v ON v.hash = a.hash WHERE n.retracted_\(condition))
        """, arguments: [bound, bound]) ?? 0
  }

  func recorded(_ db: Database, _ limit: Int) throws -> [Placed] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT place, code, hash, payload, position, at,
        EXISTS (SELECT 1 FROM decided_version e WHERE e.code = v.code AND e.place < v.place)
        FROM decided_version v WHERE position > ? OR at >= ? ORDER BY position DESC LIMIT ?
        """, arguments: bounds + [limit])
    var kinds: [Announcement.ID: [Data: Announcement.Kind]] = [:]
    return try rows.map { row in
      let (code, hash): (String, Data) = (row[1], row[2])
      let version = try ProcedureProjection.version(row[3])
      let (position, at) = (row[4] as Int64, Instant(milliseconds: row[5]))
      let carrier = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT number, date, stands FROM announced_version WHERE hash = ? ORDER BY stands DESC, date DESC LIMIT 1
            """),
        arguments: [hash])
      let id = carrier.map { Announcement.ID(number: $0[0], date: CivilDate(dayNumber: $0[1])) }
      if let id, kinds[id] == nil {
        let changes = try ProcedureProjection.record(db, id)?.announcement?.changes ?? []
        kinds[id] = Dictionary(
          changes.compactMap { change in change.versionHash.map { (Data($0), change.kind) } },
          uniquingKeysWith: { first, _ in first })
      }
      let isKnown = row[6] as Bool || !Catalogue.versions(of: code, decided: []).isEmpty
      let kind = id.flatMap { kinds[$0]?[hash] } ?? Announcement.Kind(of: version, isKnown: isKnown)
      return (
        position,
        ProcedureNews.Item(
          event: .recorded(kind), announcement: id, code: code, name: version.name, at: at, isNew: isNew(position, at),
          isTakenBack: carrier.map { !($0[2] as Bool) } ?? false, place: row[0])
      )
    }
  }

  /// The procedures that announcements only name.
  func named(_ db: Database) throws -> [Placed] {
    try Row.fetchAll(
      db, sql: "SELECT number, date, position, at FROM announcement WHERE position > ? OR at >= ?", arguments: bounds
    ).flatMap { row -> [Placed] in
      let id = Announcement.ID(number: row[0], date: CivilDate(dayNumber: row[1]))
      let (position, at) = (row[2] as Int64, Instant(milliseconds: row[3]))
      guard let record = try ProcedureProjection.record(db, id), let announcement = record.announcement else {
        return []
      }
      return announcement.changes.filter { $0.versionHash == nil }.map { change in
        (
          position,
          ProcedureNews.Item(
            event: .recorded(change.kind), announcement: id, code: change.code, name: change.name, at: at,
            isNew: isNew(position, at), isTakenBack: record.isTakenBack)
        )
      }
    }
  }

  func takenBack(_ db: Database) throws -> [Placed] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT number, date, retracted_position, retracted_at FROM announcement
        WHERE retracted_position > ? OR retracted_at >= ?
        """, arguments: bounds
    ).flatMap { row -> [Placed] in
      let id = Announcement.ID(number: row[0], date: CivilDate(dayNumber: row[1]))
      let (position, at) = (row[2] as Int64, Instant(milliseconds: row[3]))
      func item(_ code: String, _ name: String, _ place: Int64?) -> Placed {
        (
          position,
          ProcedureNews.Item(
            event: .takenBack, announcement: id, code: code, name: name, at: at, isNew: isNew(position, at),
            place: place)
        )
      }
      let versions = try Row.fetchAll(
        db,
        sql: """
          SELECT max(v.place), v.code, v.payload FROM announced_version a JOIN decided_version v ON v.hash = a.hash
          WHERE a.number = ? AND a.date = ? GROUP BY v.hash
          """, arguments: [id.number, id.date.dayNumber])
      guard !versions.isEmpty else { return [item("", "", nil)] }
      return try versions.map { item($0[1], try ProcedureProjection.version($0[2]).name, $0[0]) }
    }
  }
}
