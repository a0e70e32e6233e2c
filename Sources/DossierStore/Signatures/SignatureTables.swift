/// The tables that prove who wrote entries. They stand beside the journal, are exchanged and checked, and do not affect
/// whether an entry counts.
enum SignatureTables {
  static let schema = """
    CREATE TABLE statement (
      epoch BLOB NOT NULL, clerk BLOB NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, confirmed BLOB NOT NULL,
      signature BLOB NOT NULL, delivery INTEGER NOT NULL, PRIMARY KEY (epoch, first, clerk)) STRICT, WITHOUT ROWID;
    CREATE INDEX statement_to_tell ON statement (delivery, epoch, first) WHERE delivery < 2;
    CREATE TABLE machine_head (
      epoch BLOB PRIMARY KEY, device BLOB NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL, at INTEGER NOT NULL,
      signature BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE clerk_key (
      clerk BLOB NOT NULL, public_key BLOB NOT NULL, since INTEGER NOT NULL, until INTEGER,
      PRIMARY KEY (clerk, public_key)) STRICT, WITHOUT ROWID;
    CREATE TABLE machine (
      device BLOB PRIMARY KEY, name TEXT NOT NULL, public_key BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE signed_through (
      clerk BLOB NOT NULL, epoch BLOB NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (clerk, epoch)) STRICT, WITHOUT ROWID;
    CREATE TABLE confirmed_entry (
      epoch BLOB NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (epoch, sequence)) STRICT, WITHOUT ROWID;
    CREATE TABLE machine_clerk (clerk BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
    ALTER TABLE log_position ADD COLUMN signatures_through INTEGER NOT NULL DEFAULT 0;
    """

  static let revocations =
    "CREATE TABLE revoked_machine (device BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID"
}
