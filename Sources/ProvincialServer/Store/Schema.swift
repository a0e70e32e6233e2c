/// The server's tables, the same for both databases. Every key begins with the office, so that a province can be split
/// by office. Steps are only appended: a released statement is never edited.
enum Schema {
  static var version: Int64 { Int64(steps.count) }

  /// - Parameters:
  ///   - version: the version of the database; 0 for an empty one.
  ///   - blob: the database's type for bytes.
  ///   - integer: its 64-bit integer type.
  /// - Returns: the statements that upgrade it.
  static func statements(after version: Int64, blob: String, integer: String) -> [String] {
    steps.dropFirst(Int(version)).joined().map {
      $0.replacing("BYTES", with: blob).replacing("NUMBER", with: integer)
    }
  }

  /// The version of a database is the number of its steps.
  private static let steps = [
    tables,
    ["CREATE INDEX dossier_decided_elsewhere ON dossier (deciding) WHERE deciding <> office"],
    YearlyDecisions.tables,
    originsByContent,
    ProcedureDecisions.tables,
    UnplaceableEntry.tables + Beginnings.limits + DeviceRecord.readableContent,
    ["ALTER TABLE device ADD COLUMN handed_through NUMBER"],
    scansOnTheirWay,
    ["ALTER TABLE lane ADD COLUMN granted_on NUMBER"],
    // Until when desks may hand in entries of others, in milliseconds; NULL means no longer.
    ["ALTER TABLE log_epoch ADD COLUMN witness_until NUMBER"],
    SignatureSchema.tables,
    // When the holder of a book was granted it, in milliseconds.
    BookShelf.schema,
    // As in `enrolment_code`.
    ["ALTER TABLE adoption ADD COLUMN clerks BYTES"],
    UnitCodes.tables,
    // The entry had been sent to the machine before it was withheld, so that it may be there all the same.
    ["ALTER TABLE withheld ADD COLUMN was_held NUMBER NOT NULL DEFAULT 0"],
    ProcedureDecisions.announcements,
  ]

  /// The parts of a scan belong to the machine that sends them until the scan is complete and matches its hash, so that
  /// no machine can spoil another's upload. What a revoked machine sends is counted.
  private static let scansOnTheirWay = [
    """
    CREATE TABLE blob_arrival (
      office BYTES NOT NULL, hash BYTES NOT NULL, device BYTES NOT NULL, size NUMBER NOT NULL, received NUMBER NOT NULL,
      content_key BYTES, PRIMARY KEY (office, hash, device))
    """,
    """
    CREATE TABLE blob_arrival_part (
      office BYTES NOT NULL, hash BYTES NOT NULL, device BYTES NOT NULL, start NUMBER NOT NULL, bytes BYTES NOT NULL,
      PRIMARY KEY (office, hash, device, start))
    """,
    """
    DELETE FROM blob_part WHERE EXISTS (
      SELECT 1 FROM blob WHERE blob.office = blob_part.office AND blob.hash = blob_part.hash AND blob.is_complete = 0)
    """,
    "DELETE FROM blob WHERE is_complete = 0",
    "ALTER TABLE device ADD COLUMN late_entries NUMBER NOT NULL DEFAULT 0",
    "ALTER TABLE device ADD COLUMN late_bytes NUMBER NOT NULL DEFAULT 0",
  ]

  /// Copies of one desk may write different entries under one name, and each of them may be issued again.
  private static let originsByContent = [
    """
    CREATE TABLE entry_origin_by_content (
      office BYTES NOT NULL, epoch BYTES NOT NULL, epoch_sequence NUMBER NOT NULL, hash BYTES NOT NULL,
      by_epoch BYTES NOT NULL, by_sequence NUMBER NOT NULL, PRIMARY KEY (office, epoch, epoch_sequence, hash))
    """,
    """
    INSERT INTO entry_origin_by_content
    SELECT office, epoch, epoch_sequence, hash, by_epoch, by_sequence FROM entry_origin
    """,
    "DROP TABLE entry_origin",
    "ALTER TABLE entry_origin_by_content RENAME TO entry_origin",
  ]

  private static let tables = [
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value BYTES NOT NULL)",
    """
    CREATE TABLE office (
      id BYTES PRIMARY KEY, name TEXT NOT NULL, agency_code TEXT NOT NULL, head NUMBER NOT NULL, rolling BYTES NOT NULL,
      server_epoch BYTES NOT NULL, server_sequence NUMBER NOT NULL, server_hash BYTES NOT NULL)
    """,
    "CREATE TABLE office_alias (alias BYTES PRIMARY KEY, office BYTES NOT NULL)",
    "CREATE UNIQUE INDEX office_by_agency_code ON office (agency_code)",
    """
    CREATE TABLE device (
      office BYTES NOT NULL, id BYTES NOT NULL, name TEXT NOT NULL, key_hash BYTES NOT NULL, agreement_key BYTES NOT NULL,
      enrolled_at NUMBER NOT NULL, revoked_at NUMBER, seen_at NUMBER, clock_skew NUMBER, program TEXT NOT NULL,
      is_founder NUMBER NOT NULL DEFAULT 0, PRIMARY KEY (office, id))
    """,
    "CREATE UNIQUE INDEX device_by_key ON device (key_hash)",
    """
    CREATE TABLE device_clerk (
      office BYTES NOT NULL, device BYTES NOT NULL, clerk BYTES NOT NULL, PRIMARY KEY (office, device, clerk))
    """,
    """
    CREATE TABLE device_epoch (
      office BYTES NOT NULL, epoch BYTES NOT NULL, device BYTES NOT NULL, last_sequence NUMBER NOT NULL,
      last_hash BYTES NOT NULL, seen_through NUMBER NOT NULL, seen_base NUMBER NOT NULL, PRIMARY KEY (office, epoch))
    """,
    """
    CREATE TABLE beginning (
      office BYTES NOT NULL, epoch BYTES NOT NULL, last_sequence NUMBER NOT NULL, PRIMARY KEY (office, epoch))
    """,
    """
    CREATE TABLE entry (
      office BYTES NOT NULL, sequence NUMBER NOT NULL, epoch BYTES NOT NULL, epoch_sequence NUMBER NOT NULL,
      dossier BYTES, bytes BYTES NOT NULL, hash BYTES NOT NULL, verdict BYTES, is_reference NUMBER NOT NULL,
      rolling BYTES NOT NULL, PRIMARY KEY (office, sequence))
    """,
    "CREATE UNIQUE INDEX entry_by_name ON entry (office, epoch, epoch_sequence)",
    "CREATE INDEX entry_by_dossier ON entry (office, dossier, sequence)",
    """
    CREATE TABLE fork (
      office BYTES NOT NULL, epoch BYTES NOT NULL, epoch_sequence NUMBER NOT NULL, hash BYTES NOT NULL, device BYTES NOT NULL,
      bytes BYTES NOT NULL, PRIMARY KEY (office, epoch, epoch_sequence, hash))
    """,
    """
    CREATE TABLE entry_origin (
      office BYTES NOT NULL, epoch BYTES NOT NULL, epoch_sequence NUMBER NOT NULL, hash BYTES NOT NULL,
      by_epoch BYTES NOT NULL, by_sequence NUMBER NOT NULL, PRIMARY KEY (office, epoch, epoch_sequence))
    """,
    """
    CREATE TABLE dossier (
      office BYTES NOT NULL, id BYTES NOT NULL, home BYTES NOT NULL, deciding BYTES NOT NULL, status NUMBER NOT NULL,
      confidential NUMBER NOT NULL, assignee BYTES, PRIMARY KEY (office, id))
    """,
    """
    CREATE TABLE dossier_code (
      office BYTES NOT NULL, code TEXT NOT NULL, dossier BYTES NOT NULL, PRIMARY KEY (office, code))
    """,
    """
    CREATE TABLE clerk (
      office BYTES NOT NULL, id BYTES NOT NULL, provincial BYTES NOT NULL, roles NUMBER NOT NULL, is_active NUMBER NOT NULL,
      PRIMARY KEY (office, id))
    """,
    """
    CREATE TABLE credential (
      office BYTES NOT NULL, clerk BYTES NOT NULL, salt BYTES NOT NULL, digest BYTES NOT NULL,
      changed_at NUMBER NOT NULL, PRIMARY KEY (office, clerk))
    """,
    """
    CREATE TABLE lane (
      office BYTES NOT NULL, first NUMBER NOT NULL, last NUMBER NOT NULL, device BYTES NOT NULL, epoch BYTES NOT NULL,
      free_on NUMBER, PRIMARY KEY (office, first))
    """,
    """
    CREATE TABLE book (
      office BYTES NOT NULL, id BYTES NOT NULL, name TEXT NOT NULL, last_number NUMBER NOT NULL, holder BYTES,
      PRIMARY KEY (office, id))
    """,
    """
    CREATE TABLE withheld (
      office BYTES NOT NULL, device BYTES NOT NULL, sequence NUMBER NOT NULL, dossier BYTES NOT NULL,
      is_granted NUMBER NOT NULL, PRIMARY KEY (office, device, sequence))
    """,
    """
    CREATE TABLE enrolment_code (
      office BYTES NOT NULL, hash BYTES NOT NULL, device_name TEXT NOT NULL, expires_at NUMBER NOT NULL, used_at NUMBER,
      device BYTES, PRIMARY KEY (office, hash))
    """,
    "CREATE UNIQUE INDEX enrolment_code_by_hash ON enrolment_code (hash)",
    """
    CREATE TABLE adoption (
      hash BYTES PRIMARY KEY, agency_code TEXT NOT NULL, name TEXT NOT NULL, device_name TEXT NOT NULL,
      expires_at NUMBER NOT NULL, used_at NUMBER, device BYTES)
    """,
    "CREATE TABLE portal_token (hash BYTES PRIMARY KEY, name TEXT NOT NULL, made_at NUMBER NOT NULL)",
    """
    CREATE TABLE blob (
      office BYTES NOT NULL, hash BYTES NOT NULL, size NUMBER NOT NULL, received NUMBER NOT NULL,
      is_complete NUMBER NOT NULL, content_key BYTES, erased_at NUMBER, PRIMARY KEY (office, hash))
    """,
    """
    CREATE TABLE blob_dossier (
      office BYTES NOT NULL, hash BYTES NOT NULL, dossier BYTES NOT NULL, PRIMARY KEY (office, hash, dossier))
    """,
    """
    CREATE TABLE blob_part (
      office BYTES NOT NULL, hash BYTES NOT NULL, start NUMBER NOT NULL, bytes BYTES NOT NULL,
      PRIMARY KEY (office, hash, start))
    """,
    """
    CREATE TABLE checkpoint (
      office BYTES NOT NULL, day NUMBER NOT NULL, sequence NUMBER NOT NULL, rolling BYTES NOT NULL, log_epoch BYTES NOT NULL,
      at NUMBER NOT NULL, signature BYTES NOT NULL, PRIMARY KEY (office, day))
    """,
    """
    CREATE TABLE log_epoch (number NUMBER PRIMARY KEY, id BYTES NOT NULL)
    """,
    """
    CREATE TABLE log_beginning (
      office BYTES NOT NULL, log_epoch BYTES NOT NULL, sequence NUMBER NOT NULL, PRIMARY KEY (office, log_epoch))
    """,
  ]
}
