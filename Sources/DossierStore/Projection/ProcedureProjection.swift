import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat

/// Stores the versions of procedures that hold, all that were decided, and the announcements that brought them, so that what
/// a version replaced is there when its announcement is taken back. The rules are those of `ProcedureHistory`.
enum ProcedureProjection {
  /// `procedure_version` (Migrations) has the last version of each code and first day of which no announcement was taken
  /// back; `place` is the order of the decisions.
  ///
  /// - `decided_version` has all of them: `valid_from` is a day number, the least one if the day is not known, and `hash`
  ///   the SHA-256 of the canonical text.
  /// - `position` and `at` are those of the entry: in which order it arrived here, and when it was written. They say
  ///   what a clerk has not seen yet.
  /// - `announcement.payload` is missing if only the retraction is known.
  /// - `short_name` has the names that the last version of a procedure decides. Every list needs them, and none reads a
  ///   version for them.
  static let schema = """
    CREATE TABLE decided_version (
      place INTEGER PRIMARY KEY, code TEXT NOT NULL, valid_from INTEGER NOT NULL, hash BLOB NOT NULL,
      payload BLOB NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
    CREATE INDEX decided_version_by_code ON decided_version (code, valid_from);
    CREATE INDEX decided_version_by_hash ON decided_version (hash);
    CREATE INDEX decided_version_by_position ON decided_version (position);
    CREATE TABLE announcement (
      number TEXT NOT NULL, date INTEGER NOT NULL, payload BLOB, position INTEGER, at INTEGER, retraction BLOB,
      retracted_position INTEGER, retracted_at INTEGER, PRIMARY KEY (number, date)) STRICT;
    CREATE TABLE announced_version (
      hash BLOB NOT NULL, number TEXT NOT NULL, date INTEGER NOT NULL, stands INTEGER NOT NULL,
      PRIMARY KEY (hash, number, date)) STRICT, WITHOUT ROWID;
    CREATE TABLE short_name (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  static let tables = ["procedure_version", "decided_version", "announcement", "announced_version", "short_name"]

  /// Where and when the entry of a decision was written.
  struct Source {
    var position: Int64
    var at: Instant
    /// The life of the machine in which it was decided.
    var epoch: DeviceEpoch?
  }

  // MARK: Writing

  static func apply(_ db: Database, _ version: ProcedureVersion, from source: Source) throws {
    try fillWhenOwed(db, before: source)
    let (code, first) = (version.code, version.validFrom.value?.dayNumber ?? Int(Int32.min))
    try db.cachedStatement(
      sql: """
        INSERT INTO decided_version (code, valid_from, hash, payload, position, at, place)
        VALUES (?, ?, ?, ?, ?, ?, (SELECT ifnull(max(place), 0) + 1 FROM decided_version))
        """
    ).execute(
      arguments: [
        code, first, versionHash(version), Data(EntryFormat.payload(of: version)), source.position,
        source.at.milliseconds,
      ])
    try settle(db, code, first, newest: (db.lastInsertedRowID, version))
  }

  static func apply(_ db: Database, _ announcement: Announcement, from source: Source) throws {
    try fillWhenOwed(db, before: source)
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
    try fillWhenOwed(db, before: source)
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

  /// In NFC, because SQLite compares bytes, and `Announcement.ID` compares what is read.
  private static func key(_ id: Announcement.ID) -> StatementArguments {
    [id.number.precomposedStringWithCanonicalMapping, id.date.dayNumber]
  }

  private static func hashes(_ db: Database, _ id: Announcement.ID) throws -> [Data] {
    try Data.fetchAll(
      db, sql: "SELECT hash FROM announced_version WHERE number = ? AND date = ?", arguments: key(id))
  }

  private static func settle(_ db: Database, _ hashes: Set<Data>) throws {
    for hash in hashes {
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT DISTINCT code, valid_from FROM decided_version WHERE hash = ?"),
        arguments: [hash])
      for row in rows { try settle(db, row[0], row[1]) }
    }
  }

  /// - Parameter newest: a version that was decided now, and its place; a rebuild would decode each of them once more.
  private static func settle(
    _ db: Database, _ code: String, _ first: Int, newest: (place: Int64, version: ProcedureVersion)? = nil
  ) throws {
    try db.cachedStatement(sql: "DELETE FROM procedure_version WHERE code = ? AND valid_from = ?")
      .execute(arguments: [code, first])
    try db.cachedStatement(
      sql: """
        INSERT INTO procedure_version (code, valid_from, place, payload)
        SELECT code, valid_from, place, payload FROM decided_version v WHERE code = ? AND valid_from = ?
        AND ifnull((SELECT max(stands) FROM announced_version a WHERE a.hash = v.hash), 1) = 1
        ORDER BY place DESC LIMIT 1
        """
    ).execute(arguments: [code, first])
    let last = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT place, payload FROM procedure_version WHERE code = ? ORDER BY place DESC LIMIT 1"),
      arguments: [code]
    ).map { row in
      if let newest, newest.place == row[0] as Int64 { return newest.version }
      return try version(row[1])
    }
    let name = last?.rules.names.short ?? ""
    if name.isEmpty {
      try db.cachedStatement(sql: "DELETE FROM short_name WHERE code = ?").execute(arguments: [code])
    } else {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO short_name VALUES (?, ?)").execute(arguments: [code, name])
    }
  }

  // MARK: After an upgrade

  private static let owed = "decided-versions"

  /// Earlier programs kept only the versions that held. The others are read from the journal when there is time, or before
  /// the next decision, because a start does not wait for it.
  static func owe(_ db: Database) throws {
    try db.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, 'owed')", arguments: [owed])
  }

  static func isOwed(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = ?)", arguments: [owed]) == true
  }

  /// For who computes the tables from the journal anyway.
  static func oweNothing(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [owed])
  }

  /// - Parameter next: the entry that is applied next, and may be in the journal already.
  static func fillWhenOwed(_ db: Database, before next: Source? = nil) throws {
    guard try isOwed(db) else { return }
    try oweNothing(db)
    for table in tables { try db.execute(sql: "DELETE FROM \(table)") }
    for decision in try OfficeProjection.decisions(db) where decision.source.position != next?.position {
      switch decision.action {
      case .setProcedure(let version): try apply(db, version, from: decision.source)
      case .announce(let announcement): try apply(db, announcement, from: decision.source)
      case .retractAnnouncement(let retraction): try apply(db, retraction, from: decision.source)
      case .setOffice, .setClerk, .setAbsence, .clearAbsence, .confirmClock, .mapClerk, .setDays, .setOpeningWeek,
        .setOpeningDay, .recordReading, .printBlanks, .strikeBlanks, .openBook:
        break
      }
    }
  }

  // MARK: Reading

  /// The versions that hold, in the order in which they were decided; with a code, those of one procedure.
  static func versions(_ db: Database, of code: String? = nil) throws -> [ProcedureVersion] {
    let payloads =
      try code.map {
        try Data.fetchAll(
          db, sql: "SELECT payload FROM procedure_version WHERE code = ? ORDER BY place", arguments: [$0])
      } ?? Data.fetchAll(db, sql: "SELECT payload FROM procedure_version ORDER BY place")
    return try payloads.map(version)
  }

  /// The version by which a dossier was received, whether it holds or was replaced or taken back since; nil if it is
  /// not known here.
  static func version(_ db: Database, of procedure: ProcedureReference) throws -> ProcedureVersion? {
    if let hash = procedure.hashBytes,
      let payload = try Data.fetchOne(
        db.cachedStatement(sql: "SELECT payload FROM decided_version WHERE hash = ? LIMIT 1"), arguments: [hash])
    {
      return try version(payload)
    }
    return try known(db, of: procedure.code).first { contentHash($0.canonicalText) == procedure.versionHash }
  }

  /// Every version of a procedure that somebody may have received by: the program's own, also as an earlier version
  /// of it had them, and all that were decided.
  static func known(_ db: Database, of code: String) throws -> [ProcedureVersion] {
    let decided = try Data.fetchAll(
      db.cachedStatement(sql: "SELECT payload FROM decided_version WHERE code = ? ORDER BY place"), arguments: [code]
    ).map(version)
    let own = Catalogue.versions(of: code, decided: [])
    // What holds is all that is there between an upgrade and its end.
    return try Catalogue.versions(of: code, decided: versions(db, of: code)) + decided + own
      + own.flatMap(\.earlierForms)
  }

  static func version(_ payload: Data) throws -> ProcedureVersion {
    try EntryFormat.procedure(ofPayload: Array(payload))
  }

  /// By the codes of their procedures.
  static func shortNames(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT code, name FROM short_name")
    return Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { _, last in last }
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
