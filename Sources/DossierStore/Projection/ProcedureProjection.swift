import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Stores all versions of procedures that were decided, and the announcements that brought them, so that what a version
/// replaced is there when its announcement is taken back. The rules are those of `ProcedureHistory`.
enum ProcedureProjection {
  /// - `valid_from` is a day number, the least one if the day is not known; `place` is the order of the decisions.
  /// - `hash` is the SHA-256 of the canonical text. `holds` marks the last version of a code and first day of which no
  ///   announcement was taken back.
  /// - `position` and `at` are those of the entry: in which order it arrived here, and when it was written. They say
  ///   what a clerk has not seen yet.
  /// - `announcement.payload` is missing if only the retraction is known.
  static let schema = """
    CREATE TABLE procedure_version (
      place INTEGER PRIMARY KEY, code TEXT NOT NULL, valid_from INTEGER NOT NULL, hash BLOB NOT NULL,
      payload BLOB NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL, holds INTEGER NOT NULL) STRICT;
    CREATE INDEX procedure_version_by_code ON procedure_version (code, valid_from);
    CREATE INDEX procedure_version_by_hash ON procedure_version (hash);
    CREATE INDEX procedure_version_by_position ON procedure_version (position);
    CREATE TABLE announcement (
      number TEXT NOT NULL, date INTEGER NOT NULL, payload BLOB, position INTEGER, at INTEGER, retraction BLOB,
      retracted_position INTEGER, retracted_at INTEGER, PRIMARY KEY (number, date)) STRICT;
    CREATE TABLE announced_version (
      hash BLOB NOT NULL, number TEXT NOT NULL, date INTEGER NOT NULL, stands INTEGER NOT NULL,
      PRIMARY KEY (hash, number, date)) STRICT, WITHOUT ROWID;
    """

  static let tables = ["procedure_version", "announcement", "announced_version"]

  /// Where and when the entry of a decision was written.
  struct Source {
    var position: Int64
    var at: Instant
  }

  // MARK: Writing

  static func apply(_ db: Database, _ version: ProcedureVersion, from source: Source) throws {
    let key: StatementArguments = [version.code, version.validFrom.value?.dayNumber ?? Int(Int32.min)]
    try db.cachedStatement(
      sql: """
        INSERT INTO procedure_version (code, valid_from, hash, payload, position, at, holds, place)
        VALUES (?, ?, ?, ?, ?, ?, 0, (SELECT ifnull(max(place), 0) + 1 FROM procedure_version))
        """
    ).execute(
      arguments: key + [
        versionHash(version), Data(EntryFormat.payload(of: version)), source.position, source.at.milliseconds,
      ])
    try settle(db, key)
  }

  static func apply(_ db: Database, _ announcement: Announcement, from source: Source) throws {
    let (key, known) = (key(announcement.id), try record(db, announcement.id))
    var record = known ?? AnnouncementRecord(announcement: announcement)
    record.announce(announcement)
    try db.execute(
      sql: """
        INSERT INTO announcement (number, date, payload, position, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (number, date) DO UPDATE SET
        payload = excluded.payload, position = excluded.position, at = excluded.at
        """,
      arguments: key + [Data(EntryFormat.payload(of: announcement)), source.position, source.at.milliseconds])
    if !record.isTakenBack {
      try db.execute(
        sql: """
          UPDATE announcement SET retraction = NULL, retracted_position = NULL, retracted_at = NULL
          WHERE number = ? AND date = ?
          """, arguments: key)
    }
    let earlier = try hashes(db, announcement.id)
    try db.execute(sql: "DELETE FROM announced_version WHERE number = ? AND date = ?", arguments: key)
    let brought = announcement.changes.compactMap { $0.versionHash.map { Data($0) } }
    for hash in brought {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO announced_version VALUES (?, ?, ?, ?)")
        .execute(arguments: [hash] + key + [!record.isTakenBack])
    }
    try settle(db, Set(earlier + brought))
  }

  static func apply(_ db: Database, _ retraction: AnnouncementRetraction, from source: Source) throws {
    let key = key(retraction.id)
    try db.execute(
      sql: """
        INSERT INTO announcement (number, date, retraction, retracted_position, retracted_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (number, date) DO UPDATE SET retraction = excluded.retraction,
        retracted_position = excluded.retracted_position, retracted_at = excluded.retracted_at
        """,
      arguments: key + [Data(EntryFormat.payload(of: retraction)), source.position, source.at.milliseconds])
    try db.execute(sql: "UPDATE announced_version SET stands = 0 WHERE number = ? AND date = ?", arguments: key)
    try settle(db, Set(hashes(db, retraction.id)))
  }

  /// Fills the tables from the journal, for an upgrade.
  static func fill(_ db: Database) throws {
    for decision in try OfficeProjection.decisions(db) {
      switch decision.action {
      case .setProcedure(let version): try apply(db, version, from: decision.source)
      case .announce(let announcement): try apply(db, announcement, from: decision.source)
      case .retractAnnouncement(let retraction): try apply(db, retraction, from: decision.source)
      case .setOffice, .setClerk, .setAbsence, .clearAbsence, .confirmClock, .mapClerk, .setDays, .setOpeningWeek,
        .setOpeningDay, .recordReading:
        break
      }
    }
  }

  private static func key(_ id: Announcement.ID) -> StatementArguments { [id.number, id.date.dayNumber] }

  private static func hashes(_ db: Database, _ id: Announcement.ID) throws -> [Data] {
    try Data.fetchAll(
      db, sql: "SELECT hash FROM announced_version WHERE number = ? AND date = ?", arguments: key(id))
  }

  private static func settle(_ db: Database, _ hashes: Set<Data>) throws {
    for hash in hashes {
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT DISTINCT code, valid_from FROM procedure_version WHERE hash = ?"),
        arguments: [hash])
      for row in rows { try settle(db, [row[0] as String, row[1] as Int]) }
    }
  }

  /// - Parameter key: the code and the first day.
  private static func settle(_ db: Database, _ key: StatementArguments) throws {
    try db.cachedStatement(
      sql: """
        UPDATE procedure_version SET holds = place IS (
          SELECT max(place) FROM procedure_version v WHERE code = ?1 AND valid_from = ?2
          AND ifnull((SELECT max(stands) FROM announced_version a WHERE a.hash = v.hash), 1) = 1)
        WHERE code = ?1 AND valid_from = ?2
        """
    ).execute(arguments: key)
  }

  // MARK: Reading

  /// The versions that hold, in the order in which they were decided; with a code, those of one procedure.
  static func versions(_ db: Database, of code: String? = nil) throws -> [ProcedureVersion] {
    let payloads =
      try code.map {
        try Data.fetchAll(
          db, sql: "SELECT payload FROM procedure_version WHERE code = ? AND holds ORDER BY place", arguments: [$0])
      } ?? Data.fetchAll(db, sql: "SELECT payload FROM procedure_version WHERE holds ORDER BY place")
    return try payloads.map(version)
  }

  /// A version by its hash, whether it holds or was replaced or taken back since; nil if it was not decided here.
  static func version(_ db: Database, hash: [UInt8]) throws -> ProcedureVersion? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT payload FROM procedure_version WHERE hash = ? LIMIT 1"),
      arguments: [Data(hash)]
    ).map(version)
  }

  static func version(_ payload: Data) throws -> ProcedureVersion {
    try EntryFormat.procedure(ofPayload: Array(payload))
  }

  static func record(_ db: Database, _ id: Announcement.ID) throws -> AnnouncementRecord? {
    try Row.fetchOne(
      db, sql: "SELECT payload, retraction FROM announcement WHERE number = ? AND date = ?", arguments: key(id)
    ).flatMap(record)
  }

  /// The newest decision first.
  static func records(_ db: Database) throws -> [AnnouncementRecord] {
    try Row.fetchAll(db, sql: "SELECT payload, retraction FROM announcement").compactMap(record)
      .sorted { $0.id > $1.id }
  }

  private static func record(_ row: Row) throws -> AnnouncementRecord? {
    AnnouncementRecord(
      announcement: try (row[0] as Data?).map { try EntryFormat.announcement(ofPayload: Array($0)) },
      retraction: try (row[1] as Data?).map { try EntryFormat.retraction(ofPayload: Array($0)) })
  }

  static func versionHash(_ version: ProcedureVersion) -> Data {
    Data(SHA256.hash(data: Array(version.canonicalText.utf8)))
  }
}
