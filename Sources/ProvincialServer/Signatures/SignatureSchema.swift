/// Tables about authorship: clerks' keys and statements, machines' keys and heads, and who may sign in where.
///
/// The rows that desks have to get are numbered for each office (`serial`), so that a desk names one number and gets
/// all rows after it. A row that changes gets a new number.
enum SignatureSchema {
  static let tables = [
    "ALTER TABLE office ADD COLUMN signed NUMBER NOT NULL DEFAULT 0",
    """
    CREATE TABLE statement (
      office BYTES NOT NULL, epoch BYTES NOT NULL, clerk BYTES NOT NULL, first NUMBER NOT NULL, last NUMBER NOT NULL,
      confirmed BYTES NOT NULL, signature BYTES NOT NULL, public_key BYTES NOT NULL, device BYTES NOT NULL,
      arrived_at NUMBER NOT NULL, serial NUMBER NOT NULL, PRIMARY KEY (office, epoch, clerk, first))
    """,
    "CREATE INDEX statement_by_serial ON statement (office, serial)",
    """
    CREATE TABLE machine_head (
      office BYTES NOT NULL, epoch BYTES NOT NULL, device BYTES NOT NULL, sequence NUMBER NOT NULL, hash BYTES NOT NULL,
      at NUMBER NOT NULL, signature BYTES NOT NULL, serial NUMBER NOT NULL, PRIMARY KEY (office, epoch))
    """,
    "CREATE INDEX machine_head_by_serial ON machine_head (office, serial)",
    """
    CREATE TABLE clerk_key (
      office BYTES NOT NULL, clerk BYTES NOT NULL, public_key BYTES NOT NULL, since NUMBER NOT NULL, until NUMBER,
      serial NUMBER NOT NULL, PRIMARY KEY (office, clerk, public_key))
    """,
    "CREATE INDEX clerk_key_by_serial ON clerk_key (office, serial)",
    "ALTER TABLE device ADD COLUMN public_key BYTES",
    "ALTER TABLE device ADD COLUMN serial NUMBER NOT NULL DEFAULT 0",
    // The clerks who may sign in at a machine. A machine for which an earlier version stored no list keeps all clerks
    // of the office.
    "ALTER TABLE device ADD COLUMN everybody NUMBER NOT NULL DEFAULT 0",
    "ALTER TABLE device ADD COLUMN clerks_since NUMBER NOT NULL DEFAULT 0",
    """
    UPDATE device SET everybody = 1 WHERE NOT EXISTS (
      SELECT 1 FROM device_clerk c WHERE c.office = device.office AND c.device = device.id)
    """,
    // 16 bytes for each clerk, or NULL for all clerks.
    "ALTER TABLE enrolment_code ADD COLUMN clerks BYTES",
    "ALTER TABLE credential ADD COLUMN public_key BYTES",
    "ALTER TABLE credential ADD COLUMN wrapped_key BYTES",
    // Sent with the credential, so that each machine of the clerk can return it to a province that was restored.
    "ALTER TABLE credential ADD COLUMN key_signature BYTES",
    "ALTER TABLE credential ADD COLUMN is_initial NUMBER NOT NULL DEFAULT 0",
  ]
}
