import GRDB

/// The migrations of the schema, registered by name. New ones are appended; existing ones never change.
enum Migrations {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11 journal and projections") { db in
      try db.execute(sql: journal)
      try db.execute(sql: projections)
      try SearchIndex.createSchema(db)
      try SignIn.createSchema(db)
      try DoubtfulDates.createSchema(db)
      // What a new database will contain is computed by this version's rules from its first row on.
      try db.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [Refolding.knownRules, Refolding.rules])
    }
    migrator.registerMigration("2026-11 the office's order") { db in
      try db.execute(sql: sync)
    }
    migrator.registerMigration("2026-11 what somebody has to look at") { db in
      try db.execute(sql: attention)
    }
    migrator.registerMigration("2026-11 sealed attachments") { db in
      try db.execute(sql: BlobTable.schema)
      try db.execute(sql: BlobTable.keySchema)
    }
    migrator.registerMigration("2026-11 whole period after a pause") { db in
      try db.execute(sql: "ALTER TABLE office ADD COLUMN whole_period TEXT NOT NULL DEFAULT ''")
    }
    migrator.registerMigration("2026-11 the last moment written") { db in
      // The latest time in the machine's entries, by which a clock that jumped is noticed.
      try db.execute(sql: "ALTER TABLE device_epoch ADD COLUMN last_at INTEGER")
    }
    migrator.registerMigration("2026-11 books and what is not read yet") { db in
      try db.execute(sql: books)
    }
    migrator.registerMigration("2026-11 beginning with a snapshot") { db in
      try db.execute(sql: FoldedDossiers.schema)
      try db.execute(sql: SnapshotRecord.schema)
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 8")
      // Code 2: provisional. There are few, and they are looked up every evening.
      try db.execute(
        sql: "CREATE INDEX dossier_under_provisional ON dossier (due_key, rid) WHERE origin = 2 AND void = 0")
    }
    migrator.registerMigration("2026-11 days of the yearly decisions") { db in
      try db.execute(
        sql: """
          CREATE TABLE decided_day (
            date INTEGER PRIMARY KEY, year INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
            source TEXT NOT NULL) STRICT
          """)
      try db.execute(sql: "PRAGMA user_version = 9")
    }
    migrator.registerMigration("2026-11 procedures decided here") { db in
      // `valid_from` is a day number, the least one if the day is not known; `place` is the order of the decisions.
      try db.execute(
        sql: """
          CREATE TABLE procedure_version (
            code TEXT NOT NULL, valid_from INTEGER NOT NULL, place INTEGER NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (code, valid_from)) STRICT
          """)
      try db.execute(sql: "PRAGMA user_version = 10")
    }
    migrator.registerMigration("2026-12 seals of the province, places that cannot be read here") { db in
      try db.execute(sql: UnreadablePlaces.schema)
      // The province's seal for an entry that counts, by the entry's hash.
      try db.execute(sql: "CREATE TABLE seal (hash BLOB PRIMARY KEY, code BLOB NOT NULL) STRICT, WITHOUT ROWID")
      try db.execute(sql: "PRAGMA user_version = 11")
    }
    migrator.registerMigration("2026-12 who wrote it") { db in
      try db.execute(sql: SignIn.keyColumns)
      try db.execute(sql: SignatureTables.schema)
      try db.execute(sql: "PRAGMA user_version = 12")
    }
    migrator.registerMigration("2026-12 drafts") { db in
      try db.execute(sql: DraftTable.schema)
      try db.execute(sql: "PRAGMA user_version = 13")
    }
    migrator.registerMigration("2026-12 what was missed, whose work waits") { db in
      try db.execute(sql: lateness)
      try db.execute(sql: OpeningTable.schema)
      try db.execute(sql: waiting)
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dossier)") == true {
        try Refolding.keep(.whole, db)
      }
      try db.execute(sql: "PRAGMA user_version = 14")
    }
    migrator.registerMigration("2026-12 beside another system") { db in
      try db.execute(sql: "ALTER TABLE office ADD COLUMN own_codes_from INTEGER")
      try db.execute(sql: "ALTER TABLE opening_day ADD COLUMN counts INTEGER NOT NULL DEFAULT 0")
      try db.execute(sql: "PRAGMA user_version = 15")
    }
    migrator.registerMigration("2026-12 histories in parts") { db in
      try db.execute(sql: HistoryParts.schema)
      try db.execute(sql: "PRAGMA user_version = 16")
    }
    migrator.registerMigration("2026-12 people of one name") { db in
      // What tells owners of one name apart. It is filled when the rows are computed again.
      try db.execute(sql: "ALTER TABLE dossier ADD COLUMN owner_mark TEXT NOT NULL DEFAULT ''")
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dossier)") == true {
        try Refolding.keep(.whole, db)
      }
      try db.execute(sql: "PRAGMA user_version = 17")
    }
    migrator.registerMigration("2026-12 steps of the internal procedure") { db in
      // No entry of earlier versions has a step, so no row has to be computed again.
      try db.execute(sql: steps)
      try db.execute(sql: "PRAGMA user_version = 18")
    }
    migrator.registerMigration("2026-12 announcements of procedures") { db in
      try db.execute(sql: ProcedureProjection.schema)
      let hasVersions = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM procedure_version)") == true
      if hasVersions { try ProcedureProjection.owe(db) }
      let hasDossiers = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dossier)") == true
      if !hasDossiers { try db.execute(sql: stepIndex) }
      if hasVersions || hasDossiers, try Refolding.find(db) == nil { try Refolding.keep(.rest, db) }
      try db.execute(sql: "PRAGMA user_version = 19")
    }
    migrator.registerMigration("2026-12 every forked entry of a name") { db in
      try ForkedEntries.migrate(db)
      try db.execute(sql: "PRAGMA user_version = 20")
    }
    migrator.registerMigration("2026-12 issued papers") { db in
      try db.execute(sql: PaperSeries.schema)
      try db.execute(sql: PrintTable.schema)
      try db.execute(sql: "PRAGMA user_version = 21")
    }
    migrator.registerMigration("2026-12 blank receipts") { db in
      try db.execute(sql: BlankTable.schema)
      try db.execute(sql: "PRAGMA user_version = 22")
    }
    migrator.registerMigration("2026-12 versions of rows") { db in
      // The SHA-256 of the version that a dossier names. It is filled when the rows are computed again.
      try db.execute(sql: "ALTER TABLE dossier ADD COLUMN version BLOB")
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM dossier)") == true {
        try Refolding.keep(.whole, db)
      }
      try db.execute(sql: "PRAGMA user_version = 23")
    }
    migrator.registerMigration("2026-12 revoked machines") { db in
      try db.execute(sql: SignatureTables.revocations)
      try db.execute(sql: "PRAGMA user_version = 24")
    }
    migrator.registerMigration(last) { db in
      // No entry of earlier versions has numbers of a book, so no row has to be computed again.
      try db.execute(sql: VolumeTable.schema)
      try db.execute(sql: NumberTable.schema)
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
    return migrator
  }()

  /// In the header of the file, so that a start recognises its data without a query. A further migration raises the
  /// version there too.
  static let applicationID: UInt32 = 0x446F_7373
  static let version: UInt32 = 25

  static let last = "2026-12 certification books"

  private static let steps = """
    ALTER TABLE dossier ADD COLUMN step_name TEXT;
    ALTER TABLE dossier ADD COLUMN step_due_at INTEGER;
    """

  /// Made when the rows are computed again, because it looks at each of them, and a start does not wait for that.
  static let stepIndex =
    "CREATE INDEX IF NOT EXISTS dossier_by_step ON dossier (step_due_at) WHERE step_due_at IS NOT NULL"

  /// The first missed appointment, and the number of papers that a look-up replaced. They are filled when the rows are
  /// computed again.
  private static let lateness = """
    ALTER TABLE dossier ADD COLUMN missed_due_at INTEGER;
    ALTER TABLE dossier ADD COLUMN looked_up INTEGER NOT NULL DEFAULT 0;
    """

  /// Which dossiers wait for their holder to take them over, and since when a dossier waits. They are filled in the same
  /// way.
  private static let waiting = """
    ALTER TABLE dossier ADD COLUMN handed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE dossier ADD COLUMN since INTEGER;
    ALTER TABLE tally RENAME TO earlier_tally;
    CREATE TABLE tally (
      bucket INTEGER NOT NULL, assignee BLOB NOT NULL, decision INTEGER NOT NULL, handed INTEGER NOT NULL,
      due_day INTEGER NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (bucket, assignee, decision, handed, due_day)) STRICT, WITHOUT ROWID;
    INSERT INTO tally SELECT bucket, assignee, decision, 0, due_day, n FROM earlier_tally;
    DROP TABLE earlier_tally;
    """

  private static let books = """
    CREATE TABLE book (
      id BLOB PRIMARY KEY, name TEXT NOT NULL, last_number INTEGER NOT NULL, holding INTEGER NOT NULL) STRICT;
    CREATE TABLE unread_entry (
      position INTEGER PRIMARY KEY, kind INTEGER NOT NULL, revision INTEGER NOT NULL) STRICT;
    ALTER TABLE log_position ADD COLUMN last_answer INTEGER;
    """

  /// The source of everything else. No row is ever deleted or changed, except that the delivery of an entry advances.
  private static let journal = """
    CREATE TABLE device_epoch (
      id INTEGER PRIMARY KEY, epoch BLOB NOT NULL UNIQUE, last_sequence INTEGER NOT NULL, last_hash BLOB NOT NULL,
      is_own INTEGER NOT NULL, is_current INTEGER NOT NULL) STRICT;
    CREATE TABLE entry (
      position INTEGER PRIMARY KEY, epoch_id INTEGER NOT NULL, sequence INTEGER NOT NULL, dossier BLOB,
      bytes BLOB NOT NULL, hash BLOB NOT NULL, delivery INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE UNIQUE INDEX entry_by_sequence ON entry (epoch_id, sequence);
    CREATE INDEX entry_by_dossier ON entry (dossier, position) WHERE dossier IS NOT NULL;
    CREATE TABLE lane_block (first INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    CREATE TABLE lane_day (
      date INTEGER PRIMARY KEY, highest INTEGER NOT NULL, provisional INTEGER NOT NULL) STRICT;
    CREATE TABLE desk_state (clerk BLOB PRIMARY KEY, state BLOB NOT NULL) STRICT;
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    """

  /// The places and verdicts of entries in the office's order at the province. Once known, they change only if the
  /// province itself was restored.
  private static let sync = """
    ALTER TABLE entry ADD COLUMN office_sequence INTEGER;
    ALTER TABLE entry ADD COLUMN verdict BLOB;
    CREATE INDEX entry_about_office ON entry (position) WHERE dossier IS NULL;
    CREATE UNIQUE INDEX entry_by_place ON entry (office_sequence) WHERE office_sequence IS NOT NULL;
    ALTER TABLE device_epoch ADD COLUMN acknowledged INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE dossier ADD COLUMN conflicts INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX dossier_in_conflict ON dossier (due_key, rid) WHERE conflicts > 0;
    CREATE TABLE withheld (office_sequence INTEGER PRIMARY KEY, hash BLOB NOT NULL, verdict BLOB) STRICT;
    CREATE TABLE forked_entry (
      epoch BLOB NOT NULL, sequence INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (epoch, sequence)) STRICT;
    CREATE TABLE lane_returned (first INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    CREATE TABLE enrolment (
      only INTEGER PRIMARY KEY CHECK (only = 1), server TEXT NOT NULL, office BLOB NOT NULL, office_name TEXT NOT NULL,
      device BLOB NOT NULL, device_name TEXT NOT NULL, certificate BLOB NOT NULL, authority BLOB NOT NULL,
      private_key BLOB NOT NULL, agreement_key BLOB NOT NULL, province_key BLOB NOT NULL,
      ends_at INTEGER NOT NULL) STRICT;
    CREATE TABLE log_position (
      only INTEGER PRIMARY KEY CHECK (only = 1), log_epoch BLOB NOT NULL, sequence INTEGER NOT NULL,
      rolling BLOB NOT NULL, head INTEGER NOT NULL, last_exchange INTEGER, clock_skew INTEGER, next_slot INTEGER,
      failure TEXT) STRICT;
    INSERT INTO log_position (only, log_epoch, sequence, rolling, head) VALUES (1, x'', 0, zeroblob(32), 0);
    CREATE TABLE checkpoint (
      sequence INTEGER NOT NULL, log_epoch BLOB NOT NULL, rolling BLOB NOT NULL, at INTEGER NOT NULL,
      signature BLOB NOT NULL, PRIMARY KEY (log_epoch, sequence)) STRICT;
    """

  /// Dossiers with an entry that lost or is kept back by the province, and the entries that it did not accept.
  private static let attention = """
    ALTER TABLE dossier ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
    DROP INDEX dossier_in_conflict;
    CREATE INDEX dossier_to_look_at ON dossier (due_key, rid) WHERE conflicts + held > 0;
    CREATE INDEX entry_ruled ON entry (epoch_id, sequence) WHERE verdict IS NOT NULL;
    """

  /// Computed from the journal; `dossier rebuild` computes them again.
  private static let projections = """
    CREATE TABLE dossier (
      rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, code TEXT NOT NULL, origin INTEGER NOT NULL,
      owner TEXT NOT NULL, owner_key BLOB NOT NULL, procedure_code TEXT NOT NULL, procedure_name TEXT NOT NULL,
      status INTEGER NOT NULL, step INTEGER NOT NULL, channel INTEGER NOT NULL, due_at INTEGER, received_at INTEGER,
      received_key INTEGER NOT NULL, resolved_at INTEGER, assignee BLOB NOT NULL, digitised INTEGER NOT NULL, countable INTEGER NOT NULL,
      reused INTEGER NOT NULL, missing INTEGER NOT NULL, has_result_file INTEGER NOT NULL, delivery INTEGER NOT NULL,
      confidential INTEGER NOT NULL, void INTEGER NOT NULL, bucket INTEGER NOT NULL, decision INTEGER NOT NULL,
      due_key INTEGER NOT NULL, all_key INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT;
    CREATE INDEX dossier_by_due ON dossier (bucket, due_key, rid);
    CREATE INDEX dossier_by_all ON dossier (all_key, rid);
    CREATE INDEX dossier_by_code ON dossier (code, rid);
    CREATE INDEX dossier_by_owner ON dossier (owner_key, rid);
    CREATE INDEX dossier_by_procedure ON dossier (procedure_code, rid);
    CREATE INDEX dossier_by_reception ON dossier (received_key, rid);
    CREATE INDEX dossier_by_clerk ON dossier (assignee, rid);
    CREATE INDEX open_by_code ON dossier (bucket, code, rid) WHERE bucket < 5;
    CREATE INDEX open_by_owner ON dossier (bucket, owner_key, rid) WHERE bucket < 5;
    CREATE INDEX open_by_procedure ON dossier (bucket, procedure_code, rid) WHERE bucket < 5;
    CREATE INDEX open_by_reception ON dossier (bucket, received_key, rid) WHERE bucket < 5;
    CREATE INDEX open_by_clerk ON dossier (bucket, assignee, rid) WHERE bucket < 5;
    CREATE INDEX dossier_for_decision ON dossier (due_key, rid) WHERE decision = 1;
    CREATE INDEX dossier_by_assignee ON dossier (assignee, due_key, rid) WHERE bucket < 5;
    CREATE TABLE dossier_code (code TEXT NOT NULL, rid INTEGER NOT NULL, tail TEXT NOT NULL,
      PRIMARY KEY (code, rid)) STRICT, WITHOUT ROWID;
    CREATE INDEX dossier_code_by_tail ON dossier_code (tail, rid);
    CREATE TABLE tally (
      bucket INTEGER NOT NULL, assignee BLOB NOT NULL, decision INTEGER NOT NULL, due_day INTEGER NOT NULL,
      n INTEGER NOT NULL, PRIMARY KEY (bucket, assignee, decision, due_day)) STRICT, WITHOUT ROWID;
    CREATE TABLE clerk (id BLOB PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, roles INTEGER NOT NULL,
      is_active INTEGER NOT NULL, place INTEGER NOT NULL) STRICT;
    CREATE TABLE absence (clerk BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, substitute BLOB,
      PRIMARY KEY (clerk, first)) STRICT, WITHOUT ROWID;
    CREATE TABLE office (only INTEGER PRIMARY KEY, id BLOB NOT NULL, name TEXT NOT NULL, agency_code TEXT NOT NULL,
      unit_code TEXT NOT NULL, hours TEXT NOT NULL, rests_24_november INTEGER NOT NULL,
      extension_limit INTEGER NOT NULL, requires_pin INTEGER NOT NULL, idle_lock INTEGER NOT NULL) STRICT;
    """

  /// The tables that `rebuild` empties, besides those of the search index.
  static let projectionTables =
    [
      "dossier", "dossier_code", "tally", "clerk", "absence", "office", "decided_day", "opening_week",
      "opening_day", VolumeTable.table, NumberTable.table,
    ] + ProcedureProjection.tables
}
